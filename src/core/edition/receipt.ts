import { isCalendarDay } from '../calendar.ts'
import type { EditionHead } from './edition.ts'

/** What `Policy-Edition` says: which text it was, in which language, and from when it holds. */
export type Receipt = {
  readonly id: string
  readonly sha256: string
  readonly language: string
  readonly effectiveFrom: string
}

/**
 * One string of printable ASCII that tells which text somebody saw, for a consent record to store. It is a Structured
 * Field (RFC 9651): an Item whose value, the id of the edition, and whose parameters are Strings.
 *
 *     policy-edition = sf-string ";sha256=" sf-string ";lang=" sf-string ";effective=" sf-string
 */
export function writeReceipt(edition: EditionHead, language: string): string {
  return `${quote(edition.id)};sha256=${quote(edition.sha256)};lang=${quote(language)};effective=${quote(edition.effectiveFrom)}`
}

/**
 * Reads what `writeReceipt` wrote, by the rules of RFC 9651: spaces may follow a semicolon, parameters come in any
 * order, those it does not know are passed over. Null for what is no receipt.
 */
export function readReceipt(text: string): Receipt | null {
  const item = itemPattern.exec(text.trim())
  if (!item) return null
  const parameters = new Map<string, string>()
  for (const [, key = '', string, token] of (item[2] ?? '').matchAll(parameterPattern))
    parameters.set(key, string === undefined ? (token ?? '') : unquote(string))
  const receipt = {
    id: unquote(item[1] ?? ''),
    sha256: parameters.get('sha256') ?? '',
    language: parameters.get('lang') ?? '',
    effectiveFrom: parameters.get('effective') ?? '',
  }
  const isWhole =
    receipt.id !== '' &&
    /^[0-9a-f]{64}$/.test(receipt.sha256) &&
    receipt.language !== '' &&
    isCalendarDay(receipt.effectiveFrom)
  return isWhole ? receipt : null
}

const string = String.raw`"((?:[ !#-\[\]-~]|\\["\\])*)"`
// Bare items: a String, or anything else that a parameter of others may hold (RFC 9651 3.3).
const bare = `[A-Za-z0-9*:?@%=+/.!#$&'^_|~-]+`
const parameter = `; *([a-z*][a-z0-9_.*-]*)(?:=(?:${string}|(${bare})))?`
const itemPattern = new RegExp(`^${string}((?:${parameter.replace(/\((?!\?)/g, '(?:')})*)$`)
const parameterPattern = new RegExp(parameter, 'g')

/** RFC 9651 4.1.6; languages and ids are ASCII, and what is not cannot be written as a String. */
function quote(value: string): string {
  if (!/^[ -~]*$/.test(value)) throw new RangeError(`Expected printable ASCII, not \`${value}\``)
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}

const unquote = (value: string) => value.replace(/\\(["\\])/g, '$1')
