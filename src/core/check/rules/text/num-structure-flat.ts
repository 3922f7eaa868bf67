import { fold } from '../../../fold.ts'
import type { Rule } from '../../rule.ts'

/** An item that announces what follows: 移送時は、以下の対策をとっております。 */
const announces =
  /(?:以下|次|下記)の[^。]{1,24}(?:を|に)[^。]{0,20}(?:ます|る|する)[。:]?$|(?:以下|次|下記)の(?:とおり|通り)(?:です|とします)?[。:]?$/u

export const numStructureFlat: Rule = {
  id: 'num-structure-flat',
  title: { ja: '下位の項目', en: 'Items below an item' },
  severity: 'warning',
  basis: null,
  *check({ passages, text }) {
    for (const [i, item] of passages.entries()) {
      const next = passages[i + 1]
      const isLead = item.kind === 'item' && item.marker.trim() !== '' && announces.test(item.key)
      if (!isLead || next?.kind !== 'item' || next.section !== item.section) continue
      if (fold(next.marker).trim() !== fold(item.marker).trim()) continue
      // A nested list is indented by what it continues.
      if (
        indent(text, next.start - next.marker.length) >
        indent(text, item.start - item.marker.length)
      )
        continue
      // 主な内容は以下の通りです, and the sections below say it.
      if ((item.section?.sections.length ?? 0) > 1) continue
      yield {
        at: { start: item.start, end: item.end },
        evidence: [item.text, next.text],
        message: {
          ja: `「${short(item.text)}」に続く項目が、同じ階層に並んでいます。この項目の下位の項目にしてください。`,
          en: `The items that 「${short(item.text)}」 announces stand beside it. Set them one level below it.`,
        },
      }
    }
  },
}

const short = (text: string) => (text.length > 30 ? `…${text.slice(-28)}` : text)

function indent(text: string, start: number): number {
  return start - (text.lastIndexOf('\n', start - 1) + 1)
}
