import type { FlattenedField, Payload } from 'payload'
import type { Fields } from '../../core/bulk/plan.ts'
import type { BulkCollection, BulkRecord } from '../../core/bulk/records.ts'
import type { Doc } from '../database/local-api.ts'
import { type Settings, settingsOf } from '../settings.ts'

/** The fields of a collection that are stored, those of a host's own too. */
export function storedFields(
  payload: Payload,
  collection: BulkCollection,
): readonly FlattenedField[] {
  const slug = settingsOf(payload).slugs[collection]
  const fields = payload.collections[slug as never] as
    | { readonly config: { readonly flattenedFields: readonly FlattenedField[] } }
    | undefined
  return (fields?.config.flattenedFields ?? []).filter(
    (field) => field.type !== 'join' && !('virtual' in field && field.virtual),
  )
}

/** A stored document, in all locales, as scripts get it: in the languages of policies. The inverse of `docFields`. */
export function recordOf(
  fields: readonly FlattenedField[],
  doc: Doc,
  settings: Settings,
): BulkRecord {
  return { id: doc.id, ...inLanguages(fields, doc, settings) }
}

function inLanguages(
  fields: readonly FlattenedField[],
  doc: Readonly<Record<string, unknown>>,
  settings: Settings,
): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  for (const field of fields) {
    if (field.type === 'join') continue
    const value = doc[field.name]
    record[field.name] = isLocalised(field)
      ? Object.fromEntries(
          Object.entries(settings.locales).map(([language, code]) => [
            language,
            (code === null ? value : (value as Fields | null | undefined)?.[code]) ?? null,
          ]),
        )
      : plain(field, value, settings)
  }
  return record
}

function plain(field: FlattenedField, value: unknown, settings: Settings): unknown {
  if (field.type === 'array')
    return list(value).map((row) => ({
      id: row.id,
      ...inLanguages(field.flattenedFields, row, settings),
    }))
  if (field.type === 'group' || field.type === 'tab')
    return inLanguages(field.flattenedFields, (value ?? {}) as Fields, settings)
  if ('hasMany' in field && field.hasMany) return Array.isArray(value) ? value.map(idOf) : []
  return field.type === 'relationship' ? idOf(value ?? null) : (value ?? null)
}

/** Fields of a record as the document stores them; what it says in a host's other locales stays as it is. */
export function docFields(
  fields: readonly FlattenedField[],
  changed: Fields,
  doc: Readonly<Record<string, unknown>>,
  settings: Settings,
): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const field of fields) {
    if (!(field.name in changed)) continue
    const [value, stored] = [changed[field.name], doc[field.name]]
    if (isLocalised(field)) result[field.name] = inLocales(value as Fields, stored, settings)
    else if (field.type === 'array') {
      const rows = new Map(list(stored).map((row) => [row.id, row]))
      result[field.name] = list(value).map((row) => ({
        ...docFields(field.flattenedFields, row, rows.get(row.id) ?? {}, settings),
        ...(row.id !== undefined && { id: row.id }),
      }))
    } else if (field.type === 'group' || field.type === 'tab')
      result[field.name] = {
        ...(stored as object),
        ...docFields(field.flattenedFields, value as Fields, (stored ?? {}) as Fields, settings),
      }
    else result[field.name] = value
  }
  return result
}

function inLocales(value: Fields, stored: unknown, { locales }: Settings): unknown {
  const languages = Object.entries(locales)
  const [only] = languages
  if (only?.[1] === null) return value?.[only[0]] ?? null
  return {
    ...(stored as object | undefined),
    ...Object.fromEntries(
      languages.flatMap(([language, code]) =>
        code !== null && language in (value ?? {}) ? [[code, value[language] ?? null]] : [],
      ),
    ),
  }
}

export const isLocalised = (field: FlattenedField): boolean =>
  'localized' in field && field.localized === true

export const list = (value: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(value) ? value : []

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value

/** The document as a form in one locale has it. */
export function inLocale(
  fields: readonly FlattenedField[],
  doc: Readonly<Record<string, unknown>>,
  code: string | null,
): Record<string, unknown> {
  const own: Record<string, unknown> = { ...doc }
  for (const field of fields) {
    const value = doc[field.name]
    if (isLocalised(field) && code !== null)
      own[field.name] = (value as Fields | null | undefined)?.[code] ?? null
    else if (field.type === 'array')
      own[field.name] = list(value).map((row) => inLocale(field.flattenedFields, row, code))
    else if (field.type === 'group' || field.type === 'tab')
      own[field.name] = inLocale(field.flattenedFields, (value ?? {}) as Fields, code)
  }
  return own
}
