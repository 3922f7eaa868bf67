import { canonicalJson } from './canonical-json.ts'
import type { Edition } from './edition.ts'
import { readInstant } from './instant.ts'

/** What is wrong with a line of an export before any hash is worked out. */
export type LineFlaw = {
  readonly code: 'line-unreadable' | 'line-not-canonical' | 'line-no-edition'
  readonly why: { readonly ja: string; readonly en: string }
}

/**
 * A line of `editions.jsonl` as the edition it holds. It must be in the one spelling of RFC 8785: a line that other
 * parsers could read otherwise (a property twice) proves nothing.
 */
export function readExportLine(line: Uint8Array): Edition | LineFlaw {
  let value: unknown
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line)
    value = JSON.parse(text)
    if (!isCanonical(value, text)) return notCanonical
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
    return { code: 'line-unreadable', why: unreadable(error.message) }
  }
  return isEdition(value) ? value : noEdition
}

export const isFlawed = (line: Edition | LineFlaw): line is LineFlaw => 'why' in line

function isCanonical(value: unknown, text: string): boolean {
  try {
    return canonicalJson(value) === text
  } catch (error) {
    // Half a surrogate pair; or nested too deep for any policy.
    if (error instanceof TypeError || error instanceof RangeError) return false
    throw error
  }
}

export function isEdition(value: unknown): value is Edition {
  if (!isObject(value)) return false
  const { languages, documents, recordedAt, previousSha256 } = value
  return (
    ['id', 'policy', 'effectiveFrom', 'sha256'].every((name) => typeof value[name] === 'string') &&
    Number.isSafeInteger(value.number) &&
    typeof recordedAt === 'string' &&
    readInstant(recordedAt) === recordedAt &&
    (previousSha256 === null || typeof previousSha256 === 'string') &&
    isObject(languages) &&
    isObject(documents) &&
    Object.values(documents).every(
      (document) =>
        isObject(document) &&
        isObject(document.title) &&
        typeof document.title.text === 'string' &&
        isObject(document.organisation) &&
        typeof document.organisation.legalName === 'string',
    )
  )
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const unreadable = (reason: string) => ({
  ja: `この行をJSONとして読み取れません（${reason}）。`,
  en: `The line cannot be read as JSON (${reason}).`,
})

const notCanonical: LineFlaw = {
  code: 'line-not-canonical',
  why: {
    ja: 'この行はRFC 8785の正規の表記ではありません。書き換えられたか、別のプログラムで書き直されています。',
    en: 'The line is not in the canonical spelling of RFC 8785: it was altered, or written anew by another program.',
  },
}

const noEdition: LineFlaw = {
  code: 'line-no-edition',
  why: {
    ja: 'この行はJSONですが、版ではありません。/editions.jsonl を指定してください。',
    en: 'The line is JSON and no edition. Give what /editions.jsonl sends.',
  },
}
