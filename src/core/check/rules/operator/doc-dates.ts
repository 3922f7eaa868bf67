import { datesIn } from '../../../calendar.ts'
import { source } from '../../../law/basis.ts'
import { impossibleDates, ofTheDocument } from '../../facts/impossible-dates.ts'
import { isWhole } from '../../facts/whole.ts'
import { yearsMet } from '../../facts/years-met.ts'
import type { Rule } from '../../rule.ts'
import { says } from '../../search.ts'

export const docDates: Rule = {
  id: 'doc-dates',
  title: { ja: '制定日・改定日', en: 'Dates of the document' },
  severity: 'warning',
  basis: null,
  *check(analysis) {
    const { document, passages } = analysis
    const impossible = impossibleDates(analysis)
    for (const { start, end, text } of impossible)
      yield {
        at: { start, end },
        message: {
          ja: `「${text.trim()}」という日はありません（月の日数か、元号の始まりに合いません）。正しい日付に改めてください。`,
          en: `There is no such day as 「${text.trim()}」: its month is shorter, or its era had not begun. Give the right date.`,
        },
      }
    if (impossible.length > 0 || !isWhole(analysis)) return
    if (document.dates.some(({ kind }) => kind !== 'asOf')) return
    // A date that the parser took for no date of the document is one, if it stands alone or beside such words.
    const isDated = passages.some(({ text, key }) => {
      const dates = datesIn(text)
      return dates.length > 0 && (ofTheDocument.test(key) || text.length < 30)
    })
    if (isDated || yearsMet(analysis).length > 0) return
    yield {
      at: { absent: { record: null, field: 'closing' } },
      // A standard that only those have taken on who say so.
      law: says(analysis, /JIS ?Q ?15001|プライバシーマーク|個人情報保護マネジメントシステム/u)
        ? source('JIS Q 15001 A.3.2.2', 'JIS Q 15001 A.3.2.2', 'likely')
        : null,
      message: {
        ja: '制定日・施行日・改定日のいずれもありません。いつの文面かを読む人が確かめられるように、制定日（改定したときは最終改定日も）を書いてください。',
        en: 'The text bears no date. State the day it was made, and once it is revised also the day of the last revision, so that readers know which text they read.',
      },
    }
  },
}
