import { type Change, defineChange } from '../define-change.ts'
import type { BulkRecord } from '../records.ts'

/** `organisation.field=value`, the field perhaps with a row and a language: `aoba.representatives.0.name.en=…`. */
export type Assignment = {
  readonly organisation: string
  readonly path: readonly string[]
  readonly value: string
}

/** Reads an assignment; null for what is none. */
export function readAssignment(text: string): Assignment | null {
  const [, organisation, path, value] = /^([a-z0-9-]+)\.([\w.]+)=([\s\S]*)$/u.exec(text) ?? []
  if (organisation === undefined || path === undefined || value === undefined) return null
  return { organisation, path: path.split('.'), value }
}

/** Sets fields of organisations; a text without a language is that of the base language. */
export function setFields(
  assignments: readonly Assignment[],
  languages: readonly string[],
): Change<'organisations'> {
  const words = assignments.map(({ organisation, path }) => `${organisation}.${path.join('.')}`)
  return defineChange({
    title: `${words.slice(0, 3).join('、')}${words.length > 3 ? ' ほか' : ''}の変更`,
    select: {
      collections: ['organisations'],
      organisations: [...new Set(assignments.map(({ organisation }) => organisation))],
    },
    change: (record) => {
      let changed: BulkRecord = record as unknown as BulkRecord
      const touched = new Set<string>()
      for (const { organisation, path, value } of assignments) {
        if (organisation !== record.slug) continue
        changed = put(changed, path, value, languages) as BulkRecord
        touched.add(path[0] ?? '')
      }
      return Object.fromEntries([...touched].map((field) => [field, changed[field]]))
    },
  })
}

/** Only what becomes of the path is new. What is not there becomes an unknown field, which is refused by name. */
function put(
  at: unknown,
  path: readonly string[],
  value: string,
  languages: readonly string[],
): unknown {
  const [step, ...rest] = path
  const [base = 'ja'] = languages
  if (isLocalised(at, languages) && (step === undefined || !languages.includes(step)))
    return put(at, [base, ...path], value, languages)
  if (step === undefined)
    return typeof at === 'boolean' ? asBoolean(value) : value === '' ? null : value
  if (Array.isArray(at))
    return at.map((row, i) => (String(i) === step ? put(row, rest, value, languages) : row))
  const own = (at ?? {}) as Record<string, unknown>
  return { ...own, [step]: put(own[step], rest, value, languages) }
}

const asBoolean = (value: string) => (value === 'true' ? true : value === 'false' ? false : value)

const isLocalised = (value: unknown, languages: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length > 0 &&
  Object.keys(value).every((key) => languages.includes(key))
