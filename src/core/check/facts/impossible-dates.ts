import { type ImpossibleDate, impossibleDatesIn } from '../../calendar.ts'
import { fact } from '../fact.ts'

/** Words beside which a date is one of the document's own. */
export const ofTheDocument =
  /制定|施行|改[定訂正]|更新|発効|適用|策定|公表|公開|掲載|作成|制作|変更|効力|現在|附則|版|以上/u

/** The document's own dates that no calendar has, where they are printed. */
export const impossibleDates = fact(({ passages }): readonly ImpossibleDate[] =>
  passages.flatMap((passage) => {
    if (passage.text.length > 200 || !/[年./／．\-－]/u.test(passage.text)) return []
    if (!ofTheDocument.test(passage.key) && passage.text.length >= 30) return []
    return impossibleDatesIn(passage.text).map((date) => ({
      ...date,
      start: passage.start + date.start,
      end: passage.start + date.end,
    }))
  }),
)
