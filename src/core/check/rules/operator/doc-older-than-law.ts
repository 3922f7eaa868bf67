import { datesIn, isCalendarDay } from '../../../calendar.ts'
import { source } from '../../../law/basis.ts'
import type { Range } from '../../../render/printed.ts'
import type { Analysis } from '../../analysis.ts'
import { fact } from '../../fact.ts'
import { impossibleDates } from '../../facts/impossible-dates.ts'
import { yearsMet } from '../../facts/years-met.ts'
import type { Rule } from '../../rule.ts'
import { says } from '../../search.ts'

type Revision = Range & { readonly date: string; readonly text: string }

/**
 * The last of the dates on which the document says that it was made, revised or came into force; one that no calendar
 * has (5月32日) still tells its month.
 */
const lastRevised = fact((analysis): Revision | undefined => {
  const dates = [
    ...analysis
      .of('date')
      .filter(({ node }) => isCalendarDay(node.date) && node.kinds.some((kind) => kind !== 'asOf'))
      .map(({ start, end, node }) => ({ start, end, date: node.date, text: node.text })),
    ...impossibleDates(analysis).map(({ month, ...one }) => ({ ...one, date: `${month}-28` })),
  ]
  const known = dates.length > 0 ? dates : plainDates(analysis)
  return known.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1)
})

/** Dates that stand alone at the end of a text, or beside a word for its revision that no other text uses. */
function plainDates({ passages }: Analysis): readonly Revision[] {
  return passages.slice(-8).flatMap((passage) => {
    const [only, ...more] = datesIn(passage.text)
    if (!only || more.length > 0) return []
    const beside = passage.text.replace(only.text, '').replace(/[()（）\s]/gu, '')
    if (beside !== '' && !besideDate.test(beside)) return []
    const start = passage.start + only.start
    return [{ start, end: start + only.text.length, date: only.date, text: only.text }]
  })
}

const besideDate =
  /^(?:一部)?(?:修正|追補|追加)|^(?:最終)?(?:更新|作成|策定|掲載|公開|発効|適用)(?:日時?|年月日)?[:：]?$/u

export const docOlderThanLaw: Rule = {
  id: 'doc-older-than-law',
  title: { ja: '最終改定日より後の法改正', en: 'Law that is newer than the last revision' },
  severity: 'warning',
  basis: null,
  *check(analysis, { law, day }) {
    const last = lastRevised(analysis)
    if (!last) return
    // Texts are made ready for a new law before its day.
    const ready = new Date(Date.parse(last.date) + 183 * 86_400_000).toISOString().slice(0, 10)
    const since = law
      .commencementsBetween(ready, day)
      .filter(({ concerns }) => !concerns || says(analysis, concerns))
    const [first] = since
    if (!first) return
    // A later date in a form that is not read, or read as another one's.
    if (yearsMet(analysis).some((year) => year > Number(since.at(-1)?.day.slice(0, 4)))) return
    const general = since.some(({ concerns }) => !concerns)
    const list = (language: 'ja' | 'en') =>
      since
        .map(({ day: on, law: act, touches }) =>
          language === 'ja' ? `${on} ${act}（${touches.ja}）` : `${on}, ${act}: ${touches.en}`,
        )
        .join(language === 'ja' ? '、' : '; ')
    yield {
      at: { start: last.start, end: last.end },
      severity: general ? 'warning' : 'info',
      isQuestion: true,
      law: source(first.law, first.law, first.certainty),
      message: {
        ja: `最終改定日「${last.text}」の後に、この文面にかかわる法改正が施行されています: ${list('ja')}。改正に対応しているかを見直し、見直した日を改定日として書いてください。`,
        en: `Law that touches this text came into force after its last revision, ${last.text}: ${list('en')}. Review the text for it, and state the day of the review as a revision.`,
      },
    }
  },
}
