import { appi } from '../../../law/basis.ts'
import { feeSentences } from '../../facts/fees.ts'
import { requests } from '../../facts/requests.ts'
import type { Rule } from '../../rule.ts'
import { matchesIn, says } from '../../search.ts'

/** 32条1項3号: where a fee is fixed, its amount belongs to the procedure that is made known. */
export const feeAmount: Rule = {
  id: 'fee-amount',
  title: { ja: '手数料の額', en: 'Amount of the fee' },
  severity: 'error',
  basis: appi('32-1-3', '38-2'),
  answeredOnRequest: true,
  *check(analysis) {
    const { key, passages } = requests(analysis)
    if (analysis.of('fee').length > 0 || amount.test(key)) return
    // The amount may stand apart from the request: in a table, or below.
    if (says(analysis, amountOfFee)) return
    const [first] = feeSentences(analysis)
    if (!first || elsewhere.test(first.key)) return
    const [word] = passages.includes(first.passage)
      ? [...matchesIn(first.passage, fee)].filter(
          ({ start }) => start >= first.start && start < first.end,
        )
      : []
    yield {
      at: word ? { start: word.start, end: word.end } : first,
      evidence: [first.text],
      message: {
        ja: '手数料を徴収するとしていますが、額が書かれていません。1件当たりの額を税込みで書いてください。徴収しないなら、この文を削除してください。',
        en: 'The text says that a fee is charged, but not how much. State the amount for each request, with tax. If none is charged, delete the sentence.',
      },
    }
  },
}

const amount = /[0-9][0-9、,]*円|[一二三四五六七八九十百千]+円|実費/u
const amountOfFee =
  /(?:手数料|費用|料金|請求)[^。]{0,60}(?:[0-9一二三四五六七八九十百千]円|実費|切手|小為替|無料|無償)|(?:[0-9]円|切手|小為替|無料|無償)[^。]{0,40}(?:手数料|費用|請求)/u
const elsewhere = /https?:|別紙|別表|こちら|ページ/u
const fee = /(?:所定の|実費相当の|別途定める|当社が定める)?手数料/gu
