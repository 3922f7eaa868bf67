import { isolateObjectProperty } from 'payload'
import { sayingOf } from '../../core/amendment.ts'
import type { Localised } from '../../core/records.ts'
import { localApi } from '../database/local-api.ts'
import { settingsOf } from '../settings.ts'
import type { Reading } from './load-policy.ts'

/** Creates a document in the base language, then adds its other languages to it. */
export async function write(
  collection: string,
  id: string,
  fixed: Fields,
  localised: Fields,
  reading: Reading,
): Promise<void> {
  const { locales } = settingsOf(reading.req.payload)
  const [base = 'ja', ...others] = Object.keys(locales)
  const stored = await localApi(reading.req.payload).create({
    ...inLanguageOf(collection, base, reading),
    data: { id, ...fixed, ...fieldsIn(localised, base, locales) },
  })
  for (const language of others) {
    if (locales[language] === null || !speaks(localised, language)) continue
    await localApi(reading.req.payload).update({
      ...inLanguageOf(collection, language, reading),
      id,
      data: withRowIds(fieldsIn(localised, language, locales), stored),
    })
  }
}

/**
 * Changes what a document says in some languages, and leaves what it says in others. Rows that say the same in their
 * place keep their ids, and with them what they say in other languages.
 */
export async function rewrite(
  collection: string,
  id: string,
  fixed: Fields,
  localised: Fields,
  languages: readonly string[],
  reading: Reading,
): Promise<void> {
  const { locales } = settingsOf(reading.req.payload)
  for (const language of languages) {
    const call = inLanguageOf(collection, language, reading)
    const stored = await localApi(reading.req.payload).findByID({ ...call, id })
    await localApi(reading.req.payload).update({
      ...call,
      id,
      data: { ...fixed, ...onTheirRows(fieldsIn(localised, language, locales), stored) },
    })
  }
}

/**
 * Writes fields over those of a document, in some languages, and takes it out of the trash; what it says besides, and
 * in other languages, stays. Rows are new, so they say nothing in languages that are not written.
 */
export async function overwrite(
  collection: string,
  id: string,
  fixed: Fields,
  localised: Fields,
  languages: readonly string[],
  reading: Reading,
): Promise<void> {
  const { locales } = settingsOf(reading.req.payload)
  let stored: object = {}
  for (const [i, language] of languages.entries()) {
    const fields = fieldsIn(localised, language, locales)
    const data = i === 0 ? { ...fixed, ...fields, deletedAt: null } : withRowIds(fields, stored)
    const doc = await localApi(reading.req.payload).update({
      ...inLanguageOf(collection, language, reading),
      id,
      data,
      trash: true,
    })
    if (i === 0) stored = doc
  }
}

/** Rows under the ids of the stored ones that they go on: the same row, the same field, or the same place. */
function onTheirRows(fields: Fields, stored: object): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const rows = (stored as Fields)[name]
      if (!Array.isArray(value) || !Array.isArray(rows)) return [name, value]
      const open = new Set<Fields>(rows)
      const found = new Map<Fields, Fields>()
      const pass = (isSame: (row: Fields, own: Fields, i: number) => boolean) => {
        value.forEach((row: Fields, i) => {
          const own = [...open].find((one) => !found.has(row) && isSame(row, one, i))
          if (!own) return
          found.set(row, own)
          open.delete(own)
        })
      }
      if (value.some((row) => typeof row !== 'object' || row === null)) return [name, value]
      pass((row, own) => Object.keys(row).every((key) => sayingOf(row[key]) === sayingOf(own[key])))
      pass((row, own) => Boolean(row.field) && row.field === own.field)
      pass((row, own, i) => rows[i] === own && !row.field && !own.field)
      return [name, value.map((row: Fields) => ({ ...row, id: found.get(row)?.id }))]
    }),
  )
}

/** How a nested call of this operation writes one language of a document. */
function inLanguageOf(collection: string, language: string, { req, overrideAccess }: Reading) {
  const { locales } = settingsOf(req.payload)
  return {
    collection,
    depth: 0 as const,
    joins: false as const,
    ...(locales[language] != null && { locale: locales[language] }),
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale', 'context']),
    overrideAccess,
    context: { privacyPolicyRelationsChecked: true },
  }
}

/** Rows keep what they say in other languages only under the id that they got. */
function withRowIds(fields: Fields, stored: object): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const rows = (stored as Fields)[name]
      if (!Array.isArray(value) || !Array.isArray(rows)) return [name, value]
      return [
        name,
        value.map((row, i) => (typeof row === 'object' ? { ...row, id: rows[i]?.id } : row)),
      ]
    }),
  )
}

export type Fields = { readonly [field: string]: unknown }
export type Locales = { readonly [language: string]: string | null }

export const isLocalised = (value: object, locales: Locales): boolean =>
  Object.keys(value).every((key) => key in locales)

/** The fields of a record as one language has them. */
const fieldsIn = (fields: Fields, language: string, locales: Locales): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, inLanguage(value, language, locales)]),
  )

function inLanguage(value: unknown, language: string, locales: Locales): unknown {
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, language, locales))
  if (typeof value !== 'object' || value === null) return value
  if (isLocalised(value, locales)) return (value as Localised<unknown>)[language] ?? null
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, inLanguage(inner, language, locales)]),
  )
}

function speaks(value: unknown, language: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => speaks(item, language))
  return language in value
    ? Boolean((value as Localised<unknown>)[language])
    : Object.values(value).some((inner) => speaks(inner, language))
}
