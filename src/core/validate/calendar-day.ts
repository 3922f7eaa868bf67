import { isCalendarDay } from '../calendar.ts'
import type { Words } from '../words.ts'

/** A day that exists, as `YYYY-MM-DD`. */
export function calendarDayProblem(value: string): Words | null {
  return isCalendarDay(value)
    ? null
    : {
        ja: '日付は「2024-04-01」のように、実在する日を年-月-日で入力してください。',
        en: 'Enter a day that exists as year-month-day, such as 2024-04-01.',
      }
}

/** The end of a period does not come before its beginning; either may be open. */
export function periodProblem(period: {
  readonly from: string | null | undefined
  readonly to: string | null | undefined
}): Words | null {
  return !period.from || !period.to || period.from <= period.to
    ? null
    : {
        ja: `終了日は開始日（${period.from}）以降の日にしてください。`,
        en: `Choose an end that is not before the beginning (${period.from}).`,
      }
}
