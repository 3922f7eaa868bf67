import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/**
 * The one spelling of a JSON value (RFC 8785): what is hashed, so that anyone can hash it again. Properties that are
 * `undefined` are not there.
 *
 * @throws TypeError for what JSON cannot carry unchanged: a number that is not finite, half a surrogate pair
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError(`Expected a JSON value, not \`${String(value)}\``)
  // RFC 8785 3.2.2.2: lone surrogates terminate. JSON.stringify writes them as escapes, and nothing else as \ud….
  const lone = /(?<!\\)(?:\\\\)*\\u(d[89a-f][0-9a-f]{2})/.exec(text)
  if (lone) throw new TypeError(`Expected well-formed Unicode, not the lone surrogate U+${lone[1]}`)
  return text
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export function sha256Of(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')
}
