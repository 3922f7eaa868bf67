import { source } from '../../../law/basis.ts'
import { feeSentences } from '../../facts/fees.ts'
import type { Rule } from '../../rule.ts'
import { matchesIn } from '../../search.ts'

/** An amount from which nobody learns what is to be paid: without tax, or postage at once included and apart. */
export const feeAmbiguous: Rule = {
  id: 'fee-ambiguous',
  title: { ja: '手数料の表示', en: 'How the fee is stated' },
  severity: 'warning',
  basis: source(
    '個人情報保護法32条1項3号・消費税法63条（総額表示）',
    'APPI 32(1)(iii), Consumption Tax Act 63',
    'unverified',
  ),
  *check(analysis) {
    for (const { node, start, end } of analysis.of('fee'))
      if (node.taxIncluded === false)
        yield {
          at: { start, end },
          message: {
            ja: `手数料が税抜の額（「${node.text}」）で、実際に支払う額が分かりません。税込みの額を書いてください。`,
            en: `The fee is stated without tax (“${node.text}”), so people do not learn what they have to pay. State it with tax.`,
          },
        }
    for (const one of feeSentences(analysis))
      for (const { start, end, text } of matchesIn(one.passage, both)) {
        if (start < one.start || start >= one.end) continue
        yield {
          at: { start, end },
          message: {
            ja: `「${text}」では、郵送料などを別に請求するのか、手数料に含むのか分かりません。どちらかに改めてください。`,
            en: `“${text}” says that something is charged apart and included at once. Decide which.`,
          },
        }
      }
  },
}

const both = /別途(?:ご?請求|いただ|頂|申し受け|要)[^。()]{0,16}(?:を|も)?(?:含む|含み|含め|込み)/gu
