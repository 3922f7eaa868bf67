import { OperationRefused } from '../refused.ts'

/** What was given as the day from which a text holds, and is none. */
export const unreadableDay = (day: string) =>
  new OperationRefused('bad-request', {
    ja: `施行日「${day}」を読み取れません。2027-04-01 のように指定してください。`,
    en: `Cannot read the effective date \`${day}\`. Write it like 2027-04-01.`,
  })
