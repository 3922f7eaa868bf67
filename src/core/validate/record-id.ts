import type { Words } from '../words.ts'

/** The id of a record: a UUID (RFC 9562) in its lower-case form, so that one record has one spelling. */
export function recordIdProblem(value: string): Words | null {
  return /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(value)
    ? null
    : {
        ja: 'IDは小文字のUUIDで指定してください。',
        en: 'Give the id as a lower-case UUID.',
      }
}
