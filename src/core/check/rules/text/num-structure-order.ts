import { type Block, textOf } from '../../../document.ts'
import { key } from '../../../fold.ts'
import type { Rule } from '../../rule.ts'

/** What says that steps or places follow. */
const announces = /(?:次|以下|下記)の(?:手順|方法|流れ|要領|とおり|通り)/u

/** ・退会の手続, a paragraph that announces something else, ・もう一つの退会の手続: it has come between what belongs together. */
export const numStructureOrder: Rule = {
  id: 'num-structure-order',
  title: { ja: '記載の順序', en: 'The order of the text' },
  severity: 'warning',
  basis: null,
  isQuestion: true,
  *check({ sections, of }) {
    const places = of('paragraph')
    for (const { node } of sections)
      for (const [i, block] of node.children.entries()) {
        const before = node.children[i - 1]
        const after = node.children[i + 1]
        if (block.type !== 'paragraph' || !announces.test(key(textOf(block)))) continue
        if (before?.type === 'section' || after?.type === 'section') continue
        const above = headsOf(before).at(-1)
        const below = headsOf(after)[0]
        if (!above || !below || !isPair(above, below)) continue
        const at = places.find((one) => one.node === block)
        if (!at) continue
        const said = textOf(block)
        yield {
          at: { start: at.start, end: at.end },
          evidence: [said, above, below],
          message: {
            ja: `「${announces.exec(key(said))?.[0]}」と述べる段落が、並ぶべき「${above}」と「${below}」の間にあります。置く場所が合っているか確かめてください。`,
            en: `A paragraph that announces 「${announces.exec(key(said))?.[0]}」 stands between 「${above}」 and 「${below}」, which belong together. See whether it is in its place.`,
          },
        }
      }
  },
}

/** The first lines of a list’s items. */
function headsOf(block: Block | undefined): string[] {
  return block?.type === 'list' ? block.children.map(({ children }) => textOf(children[0])) : []
}

/** Two short titles that end alike: Xの退会手続, Yの退会手続. */
function isPair(one: string, other: string): boolean {
  if (one.length > 30 || other.length > 30 || /。$/u.test(one) || /。$/u.test(other)) return false
  const end = /の?[\p{Script=Han}ァ-ヶー]{3,}$/u.exec(one)?.[0]
  return end !== undefined && other.endsWith(end) && one !== other
}
