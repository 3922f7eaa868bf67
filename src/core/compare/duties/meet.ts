import { daysBetween, isCalendarDay } from '../../calendar.ts'
import { reasonProblem } from '../../validate/reason.ts'
import type { Words } from '../../words.ts'
import type { OpenDuty } from './open-duties.ts'

/** How a duty is met: where it is announced, from which day on, how many days before the text holds. */
export type Met = {
  readonly where: string
  /** A calendar day in Japan; it may be still to come. */
  readonly when: string
  readonly leadDays?: number
  readonly note?: string
}

/** What an editor says of a duty, by its key or its name: how it is met, or why it need not be. */
export type DutyRecord = { readonly key: string } & (
  | { readonly met: Met }
  | { readonly waived: { readonly reason: string } }
)

/** What an edition keeps of a duty: what was asked, what raised it, and what was said of it. */
export type RecordedDuty = Pick<
  OpenDuty,
  'key' | 'name' | 'articles' | 'asks' | 'when' | 'reason' | 'changes'
> &
  ({ readonly met: Met } | { readonly waived: { readonly reason: string } })

export type Meeting =
  | { readonly recorded: readonly RecordedDuty[]; readonly left: readonly OpenDuty[] }
  /** A record that says nothing, that contradicts itself, or that names no open duty. */
  | { readonly problems: readonly Words[] }

/** What of the duties has been recorded, in their order, and what is left open. */
export function meet(
  duties: readonly OpenDuty[],
  records: readonly DutyRecord[],
  effectiveFrom: string,
): Meeting {
  const problems: Words[] = []
  const said = new Map<OpenDuty, DutyRecord>()
  for (const record of records) {
    const duty = duties.find(({ key, name }) => key === record.key || name === record.key)
    if (!duty) problems.push(namesNothing(record.key))
    else if (said.has(duty)) problems.push(namedTwice(record.key))
    else {
      said.set(duty, record)
      const problem = recordProblem(record, effectiveFrom)
      if (problem) problems.push(problem)
    }
  }
  if (problems.length) return { problems }
  const recorded = duties.flatMap((duty): RecordedDuty[] => {
    const record = said.get(duty)
    if (!record) return []
    const { key: _, ...how } = record
    return [{ ...duty, ...how }]
  })
  return { recorded, left: duties.filter((duty) => !said.has(duty)) }
}

/** Why a record cannot stand, or null. */
export function recordProblem(record: DutyRecord, effectiveFrom: string): Words | null {
  const { key } = record
  if ('waived' in record) return reasonProblem(record.waived.reason) && saysNothing(key)
  const { where, when, leadDays } = record.met
  if (!/[\p{L}\p{N}]/u.test(where)) return nowhere(key)
  if (!isCalendarDay(when)) return noDay(key, when)
  if (leadDays === undefined) return null
  if (!Number.isInteger(leadDays) || leadDays < 0) return noDays(key)
  const days = daysBetween(when, effectiveFrom)
  return leadDays > Math.max(0, days) ? tooFewDays(key, record.met, effectiveFrom, days) : null
}

const namesNothing = (key: string): Words => ({
  ja: `「${key}」という確認事項はありません。本文が変わったか、鍵が違います。もう一度比べて、その鍵を指定してください。`,
  en: `There is no duty \`${key}\`: the text has changed, or the key is another. Compare again and give its key.`,
})
const namedTwice = (key: string): Words => ({
  ja: `「${key}」の記録が二つあります。一つにしてください。`,
  en: `The duty \`${key}\` is recorded twice. Record it once.`,
})
const saysNothing = (key: string): Words => ({
  ja: `「${key}」を対応不要とする理由がありません。後から見た人が納得できる理由を書いてください。`,
  en: `The waiver of \`${key}\` gives no reason. Say why, for whoever looks at it later.`,
})
const nowhere = (key: string): Words => ({
  ja: `「${key}」をどこで知らせるかがありません。掲載場所か通知の方法を書いてください（例: トップページのお知らせ）。`,
  en: `It is not said where \`${key}\` is met. Name the place or the way (such as: the notice on the home page).`,
})
const noDay = (key: string, day: string): Words => ({
  ja: `「${key}」を知らせる日「${day}」を読み取れません。2027-03-01 のように指定してください。`,
  en: `Cannot read the day \`${day}\` on which \`${key}\` is met. Write it like 2027-03-01.`,
})
const noDays = (key: string): Words => ({
  ja: `「${key}」の予告期間を読み取れません。日数を0以上の整数で指定してください。`,
  en: `Cannot read the lead days of \`${key}\`. Give a whole number from 0.`,
})
const tooFewDays = (
  key: string,
  { when, leadDays }: Met,
  effectiveFrom: string,
  days: number,
): Words => ({
  ja: `「${key}」の予告期間は${leadDays}日ですが、知らせる日（${when}）から施行日（${effectiveFrom}）までは${days}日です。どちらかの日か、予告期間を改めてください。`,
  en: `\`${key}\` has ${leadDays} lead days, but from ${when} to ${effectiveFrom}, when the text holds, there are ${days}. Change a day, or the lead days.`,
})
