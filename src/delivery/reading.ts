import { dayAfter, jstDay } from '../core/calendar.ts'
import { startOfJstDay } from '../core/edition/index.ts'
import {
  type Answer,
  type Basis,
  type Bytes,
  headerOf,
  type RequestHeaders,
  type Stamp,
} from './answer.ts'
import type { Mount } from './asked/addresses.ts'
import { likelyLanguage } from './find.ts'
import type { KeepBytes } from './kept/bytes.ts'
import type { Comparisons } from './kept/comparisons.ts'
import type { Library } from './kept/library.ts'
import type { PreviewNote } from './preview/preview.ts'

/** What a reader was made with. */
export type ReaderSetUp = {
  readonly library: Library
  readonly keepBytes: KeepBytes
  readonly comparisons: Comparisons
  readonly mount: Mount
  /** Of the site, for addresses that must be absolute: `https://example.jp`; '' where it is not known. */
  readonly origin: string
  /** The language for those who ask for none. */
  readonly locale: string
  /** Seconds for which anyone may keep an answer that a publication can change. */
  readonly maxAge: number
  /** Of a reader that shows one preview. */
  readonly preview?: PreviewNote
}

/** One request in the course of being answered. */
export type Reading = {
  readonly setUp: ReaderSetUp
  readonly now: Date
  readonly parameters: URLSearchParams
  readonly headers: RequestHeaders
}

export const accepted = ({ headers }: Reading) => headerOf(headers, 'accept')
/** The language that will be chosen, unless the edition has it not; undefined when nobody can tell yet. */
export const expectedLanguage = (reading: Reading) =>
  likelyLanguage(reading.setUp, reading.parameters.get('locale'), acceptedLanguage(reading))
export const acceptedLanguage = ({ headers }: Reading) => headerOf(headers, 'accept-language')

export function ok(bytes: Bytes, headers: { readonly [name: string]: string }): Answer {
  return {
    status: 200,
    headers: { ...headers, ETag: bytes.etag, 'Content-Length': String(bytes.body.length) },
    body: bytes.body,
  }
}

/**
 * What an answer rests on: it holds until the day ends in Japan, and until its `max-age` would reach beyond the moment
 * at which another edition comes into force.
 */
export function basisOf(
  stamp: Stamp,
  { name }: Bytes,
  change: Date | null,
  { setUp, now }: Reading,
): { readonly basis?: Basis } {
  if (name === undefined) return {}
  const midnight = startOfJstDay(dayAfter(jstDay(now)))
  const last = change && new Date(change.getTime() - setUp.maxAge * 1000)
  const until = last && last < midnight ? last : midnight
  return { basis: { stamp, until, bytes: name } }
}

/** `Vary` for what was negotiated, or no such header. */
export function vary(...names: readonly (string | false)[]): { [header: string]: string } {
  const negotiated = names.filter((name) => name !== false)
  return negotiated.length > 0 ? { Vary: negotiated.join(', ') } : {}
}

/** The parameters that choose a text, as sent, and none that a stranger made up. */
export function queryOf(
  { parameters, setUp }: Reading,
  replaced: { readonly locale?: string } = {},
): string {
  const query = new URLSearchParams()
  for (const name of ['asOf', 'knownAt', 'seenAt', 'locale']) {
    const value = (name === 'locale' ? replaced.locale : undefined) ?? parameters.get(name)
    if (value !== null) query.set(name, value)
  }
  if (setUp.preview?.inLinks) query.set('preview', setUp.preview.inLinks)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
