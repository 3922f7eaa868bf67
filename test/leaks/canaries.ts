import type { FlattenedField, Payload, SanitizedCollectionConfig } from 'payload'
import { readerOf } from '../../src/delivery/reader-of.ts'
import { settingsOf } from '../../src/operations/settings.ts'
import { body, paragraph } from '../plugin/bodies.ts'

/**
 * A word that stands nowhere but in what must not come out. Every text field of every collection gets one of its own,
 * such as `canary-purposes-text-ja`, by the sanitized config: a field that is added is guarded by itself.
 */
export const CANARY = 'canary'

/** What to ask for by `like`: not the whole word, because an error may say back what was asked. */
export const ASKED = CANARY.slice(1)

/** Every canary in a text, to say what came out. */
export function canariesIn(text: string): readonly string[] {
  return [...new Set(text.match(/canary[-\w.]*/gi))]
}

/** The collections that the plugin brings. */
export function pluginCollections(payload: Payload): readonly SanitizedCollectionConfig[] {
  const own = new Set<string>(Object.values(settingsOf(payload).slugs))
  return payload.config.collections.filter(({ slug }) => own.has(slug))
}

/**
 * All canaries that somebody may see in records of the plugin's collections; editions are another matter, and hidden
 * fields, such as stored secrets, carry some that nobody may see.
 */
export function plantedIn(payload: Payload): readonly string[] {
  const { policyEditions } = settingsOf(payload).slugs
  return pluginCollections(payload)
    .filter(({ slug }) => slug !== policyEditions)
    .flatMap(({ slug, flattenedFields }) => {
      const seen = flattenedFields.filter((field) => !('hidden' in field && field.hidden))
      return canariesIn(JSON.stringify(canaryData({ slug, flattenedFields: seen }, ['ja', 'en'])))
    })
}

/** Data that fills every text field with its canary, as the database adapter takes it: all languages at once. */
export function canaryData(
  { slug, flattenedFields }: Pick<SanitizedCollectionConfig, 'slug' | 'flattenedFields'>,
  locales: readonly string[],
): { readonly [field: string]: unknown } {
  return fill(flattenedFields, [slug], locales)
}

const settled = new Set(['id', 'createdAt', 'updatedAt', 'deletedAt'])

function fill(
  fields: readonly FlattenedField[],
  place: readonly string[],
  locales: readonly string[],
) {
  const data: { [field: string]: unknown } = {}
  for (const field of fields) {
    if (settled.has(field.name) || ('virtual' in field && field.virtual)) continue
    const here = [...place, field.name]
    const one = (locale?: string) => filled(field, here, locales, locale)
    const value =
      'localized' in field && field.localized
        ? Object.fromEntries(locales.map((locale) => [locale, one(locale)]))
        : one()
    const isEmpty = value === undefined || Object.values(value as object).includes(undefined)
    if (!isEmpty) data[field.name] = value
  }
  return data
}

function filled(
  field: FlattenedField,
  place: readonly string[],
  locales: readonly string[],
  locale?: string,
): unknown {
  const canary = [CANARY, ...place, ...(locale ? [locale] : [])].join('-')
  switch (field.type) {
    case 'text':
      return field.hasMany ? [canary] : canary
    case 'textarea':
    case 'email':
    case 'code':
      return canary
    case 'json':
      return { said: canary }
    case 'richText':
      return body(paragraph(canary), {
        type: 'block',
        version: 2,
        format: '',
        fields: { id: 'e', blockType: 'endMark', text: `${canary}-block` },
      })
    case 'array':
      return [fill(field.flattenedFields, place, locales)]
    case 'group':
    case 'tab':
      return fill(field.flattenedFields, place, locales)
    default:
      return undefined
  }
}

/**
 * Puts another word in the place of every canary, wherever the database keeps one, and forgets what readers kept of
 * it. Whoever may not see the secrets must get the same answers before and after.
 */
export async function renameCanaries(payload: Payload, word: string): Promise<void> {
  const { pool } = payload.db as unknown as {
    pool: { query: (sql: string) => Promise<{ rows: Record<string, string>[] }> }
  }
  const { rows } = await pool.query(`
    select table_name, column_name, data_type from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb')`)
  for (const { table_name: table, column_name: column, data_type: type } of rows)
    await pool.query(`
      alter table "${table}" disable trigger user;
      update "${table}" set "${column}" = replace("${column}"::text, '${CANARY}', '${word}')::${type}
      where "${column}"::text like '%${CANARY}%';`)
  readerOf(payload).forget()
}
