import { datesIn } from '../../../calendar.ts'
import { source } from '../../../law/basis.ts'
import type { Rule } from '../../rule.ts'

/** Words beside which a date is one of the document's own. */
const ofTheDocument =
  /制定|施行|改[定訂正]|更新|発効|適用|策定|公表|公開|掲載|作成|制作|変更|効力|現在|附則|版|以上/u

export const docDates: Rule = {
  id: 'doc-dates',
  title: { ja: '制定日・改定日', en: 'Dates of the document' },
  severity: 'warning',
  basis: source('JIS Q 15001 A.3.2.2', 'JIS Q 15001 A.3.2.2', 'likely'),
  ofWhole: true,
  *check({ document, passages }) {
    if (document.dates.some(({ kind }) => kind !== 'asOf')) return
    // A date that the parser took for no date of the document is one, if it stands alone or beside such words.
    const isDated = passages.some(({ text, key }) => {
      const dates = datesIn(text)
      return dates.length > 0 && (ofTheDocument.test(key) || text.length < 30)
    })
    if (isDated) return
    yield {
      at: { absent: { record: null, field: 'closing' } },
      message: {
        ja: '制定日・施行日・改定日のいずれもありません。いつの文面かを読む人が確かめられるように、制定日（改定したときは最終改定日も）を書いてください。',
        en: 'The text bears no date. State the day it was made, and once it is revised also the day of the last revision, so that readers know which text they read.',
      },
    }
  },
}
