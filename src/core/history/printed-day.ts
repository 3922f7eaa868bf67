/** How the years of Japanese dates are counted. */
export const calendars = ['wareki', 'western'] as const
export type Calendar = (typeof calendars)[number]

/** The eras by their first day (元号法, and before it 改元の詔書), the newest first. */
const eras = [
  { name: '令和', from: '2019-05-01' },
  { name: '平成', from: '1989-01-08' },
  { name: '昭和', from: '1926-12-25' },
] as const

const months =
  'January February March April May June July August September October November December'.split(' ')

/**
 * A day, `YYYY-MM-DD`, as a policy prints it: 令和8年4月1日, 2026年4月1日, and April 1, 2026 in any other language.
 * Days before 昭和 are counted in Western years.
 */
export function printedDay(day: string, locale: string, calendar: Calendar): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  if (locale !== 'ja') return `${months[month - 1]} ${date}, ${year}`
  const era = calendar === 'wareki' && eras.find(({ from }) => from <= day)
  if (!era) return `${year}年${month}月${date}日`
  const count = year - Number(era.from.slice(0, 4)) + 1
  return `${era.name}${count === 1 ? '元' : count}年${month}月${date}日`
}
