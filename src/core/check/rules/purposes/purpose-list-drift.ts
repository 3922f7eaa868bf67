import { headingOf } from '../../../document.ts'
import { appi } from '../../../law/basis.ts'
import { shortened } from '../../../shortened.ts'
import type { Passage, SectionPlace } from '../../analysis.ts'
import type { Rule } from '../../rule.ts'
import { twinLists } from './twin-lists.ts'

export const purposeListDrift: Rule = {
  id: 'purpose-list-drift',
  title: { ja: '同じ利用目的の一覧の食い違い', en: 'Lists of the same purposes that differ' },
  severity: 'warning',
  basis: appi('21-1', '32-1-2'),
  *check(analysis) {
    for (const { differences, fused } of twinLists(analysis)) {
      for (const { start, end, here, there } of fused)
        yield {
          at: { start, end },
          message: {
            ja: `「${analysis.text.slice(start, end)}」では、「${name(there)}」にある2つの利用目的がひとつにつながっています。「${name(here)}」でも項目を分けてください。`,
            en: `“${analysis.text.slice(start, end)}” runs together two purposes that stand apart in “${name(there)}”. Make them two items in “${name(here)}” too.`,
          },
        }
      for (const { passage, counterpart, here, there } of differences) {
        if (!counterpart && ofDesk.test(passage.key)) continue
        const quoted = shortened(passage.text, 60)
        const at = withNumber(passage)
        const printed = analysis.text.slice(at.start, at.end)
        yield {
          at,
          evidence: counterpart ? [printed, counterpart.text] : [printed],
          message: counterpart
            ? {
                ja: `同じ利用目的の一覧なのに、文言が食い違っています。「${name(here)}」では「${quoted}」、「${name(there)}」では「${shortened(counterpart.text, 60)}」です。どちらかに揃えてください。`,
                en: `Two lists state the same purposes in different words: “${quoted}” in “${name(here)}”, “${shortened(counterpart.text, 60)}” in “${name(there)}”. Make them one.`,
              }
            : {
                ja: `「${quoted}」は「${name(here)}」の一覧にありますが、同じ利用目的を挙げる「${name(there)}」にはありません。両方に書くか、一方を「同じ」として参照してください。`,
                en: `“${quoted}” stands in the list “${name(here)}” but not in “${name(there)}”, which states the same purposes. State it in both, or let one list refer to the other.`,
              },
        }
      }
    }
  },
}

/** The desk and its lines, which close a notice and were read with its list: no purposes. */
const ofDesk =
  /(?:連絡先|窓口|責任者|担当者?)$|^(?:[^。]{0,20}(?:株式|有限|合同)会社|[^。]{0,20}法人)[^。、]{0,20}$|(?:ください|下さい|お願い(?:いた)?します)。?$|電話|TEL|FAX|〒|@/iu

/** A heading is known by its number too. */
const withNumber = ({ kind, section, start, end }: Passage) => ({
  start: kind === 'heading' && section ? section.start : start,
  end,
})

const name = ({ node }: SectionPlace) => headingOf(node).replaceAll('\n', ' ').trim()
