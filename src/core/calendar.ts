import { readDigits, readKanji } from './numerals.ts'

/** A date printed in a text: where it stands and the day it names, `YYYY-MM-DD`. */
export type DateInText = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly date: string
}

/** The Western year of each era's year one (元年), by which 令和5年 is 2023, and its first day. */
const eras = [
  { names: ['令和', '㋿', 'R', 'Ｒ'], first: 2019, since: '2019-05-01' },
  { names: ['平成', '㍻', 'H', 'Ｈ'], first: 1989, since: '1989-01-08' },
  { names: ['昭和', '㍼', 'S', 'Ｓ'], first: 1926, since: '1926-12-25' },
  { names: ['大正', '㍽', 'T', 'Ｔ'], first: 1912, since: '1912-07-30' },
  { names: ['明治', '㍾', 'M', 'Ｍ'], first: 1868, since: '1868-01-25' },
] as const

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const month = `(?:${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`

const number = '(?:[0-9０-９]{1,4}|[〇一二三四五六七八九十]{1,4})'
const gap = '[ \\t\\u3000\\u00a0]{0,3}'
const patterns = [
  // ２０２３年４月１日, 令和元年10月1日, 平成三十年四月一日, 西暦2023年10月1日
  `(?:(?<era>令和|平成|昭和|大正|明治|[㋿㍻㍼㍽㍾])${gap})?(?<year>元|${number})${gap}年${gap}(?<month>${number})${gap}月${gap}(?<day>${number})${gap}日`,
  // R5.10.1
  '(?<![0-9A-Za-zＡ-Ｚａ-ｚ])(?<era2>[RHSTMＲＨＳＴＭ])(?<year2>[0-9０-９]{1,2})[./／．\\-](?<month2>[0-9０-９]{1,2})[./／．\\-](?<day2>[0-9０-９]{1,2})(?![0-9０-９./])',
  // 2023/10/01, 2023.10.1, 2023-10-01
  '(?<![0-9０-９])(?<year3>[12１２][0-9０-９]{3})(?<sep>[./／．\\-－])(?<month3>[0-9０-９]{1,2})\\k<sep>(?<day3>[0-9０-９]{1,2})(?![0-9０-９]|[./／．\\-－][0-9０-９])',
  // October 1, 2023
  `\\b(?<month4>${month})\\.? (?<day4>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year4>[0-9]{4})\\b`,
  // 1 October 2023
  `\\b(?<day5>[0-9]{1,2})(?:st|nd|rd|th)? (?<month5>${month})\\.?,? (?<year5>[0-9]{4})\\b`,
]
const anyDate = new RegExp(patterns.join('|'), 'giu')
/** What no printed date is without; most lines have neither. */
const inEveryDate = /[0-9０-９日]/u

/** Every date of a text that exists in the calendar, in reading order. */
export function datesIn(text: string): DateInText[] {
  if (!inEveryDate.test(text)) return []
  const found: DateInText[] = []
  for (const match of text.matchAll(anyDate)) {
    const date = dayOf(match.groups ?? {})
    if (date === null) continue
    found.push({ start: match.index, end: match.index + match[0].length, text: match[0], date })
  }
  return found
}

/** A date printed in a text that no calendar has: 5月32日, or 令和元年4月1日, a month before that era began. */
export type ImpossibleDate = Omit<DateInText, 'date'> & {
  /** The year and month that it names, `YYYY-MM`. */
  readonly month: string
}

/** Every date of a text that does not exist, in reading order; not where only its month is no month. */
export function impossibleDatesIn(text: string): ImpossibleDate[] {
  const found: ImpossibleDate[] = []
  for (const match of text.matchAll(anyDate)) {
    const named = partsOf(match.groups ?? {})
    if (named === null || named.month < 1 || named.month > 12) continue
    const date = isoDay(named.year, named.month, named.day)
    if (date !== null && (named.since === null || named.since <= date)) continue
    const month = `${String(named.year).padStart(4, '0')}-${String(named.month).padStart(2, '0')}`
    found.push({ start: match.index, end: match.index + match[0].length, text: match[0], month })
  }
  return found
}

/** The day that a text names, if the text is a date and nothing else. */
export function readDate(text: string): string | null {
  const trimmed = text.trim()
  const [only] = datesIn(trimmed)
  return only && only.text === trimmed ? only.date : null
}

/** Whether `YYYY-MM-DD` names a day that exists. */
export function isCalendarDay(date: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  return match !== null && isoDay(Number(match[1]), Number(match[2]), Number(match[3])) === date
}

/** The calendar day after a calendar day. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}

/** How many days after a calendar day another comes; fewer than none, if it comes before. */
export function daysBetween(day: string, other: string): number {
  return (Date.parse(other) - Date.parse(day)) / 86_400_000
}

/** The calendar day in Japan at an instant. Japan is UTC+9 all year (昭和23年法律第107号 ended in 1951). */
export function jstDay(instant: Date): string {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)
}

type Groups = { readonly [name: string]: string | undefined }

function dayOf(groups: Groups): string | null {
  const named = partsOf(groups)
  return named && isoDay(named.year, named.month, named.day)
}

/** Year, month and day that a date names, be they possible or not, and the first day of its era where it names one. */
function partsOf(groups: Groups): {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly since: string | null
} | null {
  const pick = (name: string) =>
    [name, `${name}2`, `${name}3`, `${name}4`, `${name}5`]
      .map((key) => groups[key])
      .find(Boolean) ?? ''
  const year = pick('year') === '元' ? 1 : readNumber(pick('year'))
  const monthText = pick('month').toLowerCase()
  const named = months.findIndex((name) => monthText !== '' && name.startsWith(monthText))
  const monthNumber = named >= 0 ? named + 1 : readNumber(monthText)
  const day = readNumber(pick('day'))
  if (year === null || monthNumber === null || day === null) return null
  const eraName = pick('era').toUpperCase()
  const rest = { month: monthNumber, day }
  if (eraName === '') return year < 1000 ? null : { year, ...rest, since: null }
  const era = eras.find(({ names }) => names.some((name) => name === eraName))
  if (!era) return null
  // 平成31年5月1日 is printed now and then: the years of an era are counted on beyond its last day.
  return { year: era.first + year - 1, ...rest, since: era.since }
}

const readNumber = (text: string) => readDigits(text) ?? readKanji(text)

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same ? date.toISOString().slice(0, 10) : null
}
