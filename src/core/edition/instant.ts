import { isCalendarDay } from '../calendar.ts'

const pattern =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d{2}:?\d{2})$/

/**
 * An instant in the one spelling that is stored, hashed and compared: UTC, `2025-03-03T01:02:03.123Z`, with six
 * decimals where microseconds are not zero, as PostgreSQL keeps them. Null for what names no instant; an offset must
 * be there (ISO 8601 without one is a local time).
 */
export function readInstant(text: string): string | null {
  const [, day, minutes, seconds = '00', fraction = '', offset] = pattern.exec(text) ?? []
  if (!day || !minutes || !offset || !isCalendarDay(day)) return null
  const zone = /^z$/i.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`
  const time = Date.parse(`${day}T${minutes}:${seconds}${zone}`)
  if (Number.isNaN(time)) return null
  const micros = fraction.padEnd(6, '0').slice(0, 6)
  const utc = new Date(time).toISOString()
  if (utc.length !== 24) return null // A year that four digits cannot write.
  const decimals = micros.endsWith('000') ? micros.slice(0, 3) : micros
  return utc.replace('.000Z', `.${decimals}Z`)
}

/** Sorts instants as `readInstant` spells them. */
export function compareInstants(a: string, b: string): number {
  const [left, right] = [sortable(a), sortable(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The instant at which a calendar day begins in Japan. */
export function startOfJstDay(day: string): Date {
  return new Date(`${day}T00:00:00+09:00`)
}

// 'Z' sorts after digits, so milliseconds are written out to microseconds.
const sortable = (instant: string) => instant.slice(0, -1).padEnd(26, '0')
