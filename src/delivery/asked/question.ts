import { isCalendarDay, jstDay } from '../../core/calendar.ts'
import { compareInstants, readInstant } from '../../core/edition/index.ts'
import { quoted, ReadRefused } from '../problem.ts'
import type { Wanted } from '../sources/source.ts'

/** What a reader may say about time; each as sent. */
export type Times = {
  readonly asOf?: string | null | undefined
  readonly knownAt?: string | null | undefined
  readonly seenAt?: string | null | undefined
}

/** Which day's text, by what was known when. */
export type Question = {
  /** A calendar day in Japan. */
  readonly day: string
  /** An instant; undefined for now, that is, all that is recorded. */
  readonly knownAt: string | undefined
  /** `now` moves with the calendar; the others ask for a day of their own. */
  readonly about: 'now' | 'day' | 'moment'
  /** Whether it lies in the past, so that the answer is a memory and not the state of things. */
  readonly isPast: boolean
  /** Whether no later publication can change the answer. */
  readonly isFixed: boolean
}

/** What is being recorded at an instant may be told of a little later, in milliseconds. */
const SETTLING = 60_000

/**
 * Reads `asOf` (a day), `knownAt` and `seenAt` (an instant, or a day, meaning its end).
 *
 * @throws ReadRefused naming the parameter and its form
 */
export function readQuestion(times: Times, now: Date): Question {
  const { asOf, knownAt, seenAt } = times
  const today = jstDay(now)
  const isOver = (instant: string) => compareInstants(instant, now.toISOString()) < 0
  const settled = new Date(now.getTime() - SETTLING).toISOString()
  const isSettled = (instant: string) => compareInstants(instant, settled) < 0
  if (seenAt !== null && seenAt !== undefined) {
    const other = asOf != null ? 'asOf' : knownAt != null ? 'knownAt' : null
    if (other) throw conflicting(other)
    const instant = readMoment('seenAt', seenAt)
    const day = jstDay(new Date(instant))
    return {
      day,
      knownAt: instant,
      about: 'moment',
      isPast: isOver(instant),
      isFixed: isSettled(instant),
    }
  }
  const known = knownAt == null ? undefined : readMoment('knownAt', knownAt)
  if (asOf != null && !isCalendarDay(asOf)) throw unreadable('asOf', asOf)
  const day = asOf ?? today
  const isKnownFixed = known !== undefined && isSettled(known)
  return {
    day,
    knownAt: known,
    about: asOf == null ? 'now' : 'day',
    isPast: day < today || (known !== undefined && isOver(known)),
    isFixed: isKnownFixed && asOf != null,
  }
}

/** The times among the parameters of a URL. A near miss is refused, and so is a second one: no text must pass for another day's. */
export function timesOf(parameters: URLSearchParams): Times {
  for (const name of parameters.keys()) {
    const meant = timeNames.find(
      (known) => known.toLowerCase() === name.toLowerCase().replace(/[_-]/g, ''),
    )
    if (meant && meant !== name) throw misspelt(name, meant)
    if (meant && parameters.getAll(name).length > 1) throw repeated(meant)
  }
  return {
    asOf: parameters.get('asOf'),
    knownAt: parameters.get('knownAt'),
    seenAt: parameters.get('seenAt'),
  }
}

/** The texts that a question may need; who asks for today's will tomorrow ask for tomorrow's. */
export const wantedBy = ({ day, knownAt, about }: Question): Wanted => ({
  day,
  knownAt,
  ahead: about === 'now' && knownAt === undefined,
})

const timeNames = ['asOf', 'knownAt', 'seenAt'] as const
type TimeName = (typeof timeNames)[number]

function readMoment(name: TimeName, value: string): string {
  // A plus sign in a query that nobody encoded arrives as a space.
  const instant = isCalendarDay(value)
    ? readInstant(`${value}T23:59:59.999999+09:00`)
    : readInstant(value.replace(/ (?=\d{2}:?\d{2}$)/, '+'))
  if (instant === null) throw unreadable(name, value)
  return instant
}

const forms = {
  asOf: ['2025-03-03'],
  knownAt: ['2025-03-03', '2025-03-03T10:00:00+09:00', '2025-03-03T01:00:00Z'],
  seenAt: ['2025-03-03', '2025-03-03T10:00:00+09:00', '2025-03-03T01:00:00Z'],
} as const satisfies { [K in TimeName]: readonly string[] }

const title = { ja: 'パラメーターを読み取れません', en: 'Unreadable parameter' }

const unreadable = (parameter: TimeName, value: string) =>
  new ReadRefused({
    status: 400,
    code: 'unreadable-parameter',
    title,
    detail: {
      ja: `${parameter} の値「${quoted(value)}」を読み取れません。${forms[parameter].join('、')} の形で指定してください（日付は日本時間）。`,
      en: `Cannot read \`${quoted(value)}\` as ${parameter}. Write it like ${forms[parameter].join(' or ')} (days are days in Japan).`,
    },
    members: { parameter, value: quoted(value), forms: forms[parameter] },
  })

const misspelt = (parameter: string, meant: TimeName) =>
  new ReadRefused({
    status: 400,
    code: 'unknown-parameter',
    title: { ja: '不明なパラメーターです', en: 'Unknown parameter' },
    detail: {
      ja: `パラメーター「${quoted(parameter)}」はありません。${meant} と書いてください。`,
      en: `There is no parameter \`${quoted(parameter)}\`. Write ${meant}.`,
    },
    members: { parameter: quoted(parameter), forms: [`${meant}=${forms[meant][0]}`] },
  })

const repeated = (parameter: TimeName) =>
  new ReadRefused({
    status: 400,
    code: 'conflicting-parameters',
    title: conflict,
    detail: {
      ja: `${parameter} が2回以上指定されています。1回だけ指定してください。`,
      en: `${parameter} is given more than once. Give it once.`,
    },
    members: { parameter },
  })

const conflict = { ja: '同時に指定できないパラメーターです', en: 'Parameters exclude each other' }

const conflicting = (other: TimeName) =>
  new ReadRefused({
    status: 400,
    code: 'conflicting-parameters',
    title: conflict,
    detail: {
      ja: `seenAt は日付と時点の両方を定めます。seenAt と ${other} のどちらか一方だけを指定してください。`,
      en: `seenAt settles both the day and what was known. Give either seenAt or ${other}, not both.`,
    },
    members: { parameter: other },
  })
