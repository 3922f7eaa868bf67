import type { Mount } from './addresses.ts'
import { type Answer, type Bytes, headerOf, type RequestHeaders } from './answer.ts'
import type { EditionSource } from './source.ts'

/** What a reader was made with. */
export type ReaderSetUp = {
  readonly source: EditionSource
  readonly mount: Mount
  /** Of the site, for addresses that must be absolute: `https://example.jp`; '' where it is not known. */
  readonly origin: string
  /** The language for those who ask for none. */
  readonly locale: string
  /** Seconds for which anyone may keep an answer that a publication can change. */
  readonly maxAge: number
  /** Bytes of rendered policies to keep in memory. */
  readonly cacheBytes: number
}

/** One request in the course of being answered. */
export type Reading = {
  readonly setUp: ReaderSetUp
  readonly now: Date
  readonly parameters: URLSearchParams
  readonly headers: RequestHeaders
}

export const accepted = ({ headers }: Reading) => headerOf(headers, 'accept')
export const acceptedLanguage = ({ headers }: Reading) => headerOf(headers, 'accept-language')

export function ok(bytes: Bytes, headers: { readonly [name: string]: string }): Answer {
  return {
    status: 200,
    headers: { ...headers, ETag: bytes.etag, 'Content-Length': String(bytes.body.length) },
    body: bytes.body,
  }
}

/** `Vary` for what was negotiated, or no such header. */
export function vary(...names: readonly (string | false)[]): { [header: string]: string } {
  const negotiated = names.filter((name) => name !== false)
  return negotiated.length > 0 ? { Vary: negotiated.join(', ') } : {}
}

/** The parameters that choose a text, as sent, and none that a stranger made up. */
export function queryOf(
  { parameters }: Reading,
  replaced: { readonly locale?: string } = {},
): string {
  const query = new URLSearchParams()
  for (const name of ['asOf', 'knownAt', 'seenAt', 'locale']) {
    const value = (name === 'locale' ? replaced.locale : undefined) ?? parameters.get(name)
    if (value !== null) query.set(name, value)
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
