import { isolateObjectProperty } from 'payload'
import { generateNKeysBetween } from 'payload/shared'
import { v7 as uuidv7 } from 'uuid'
import { sayingOf } from '../core/amendment.ts'
import { type RelationKind, relationKinds, renamed } from '../core/lexical/relations.ts'
import type { Localised, PolicyRecords, SectionRecord } from '../core/records.ts'
import { sectionOrderField } from '../core/slugs.ts'
import { type Reading, readerOf } from './load-policy.ts'
import { settingsOf } from './settings.ts'

/**
 * Writes a new policy with its sections and the records that it prints, in all its languages, and returns its id.
 * The organisation's records that say exactly the same (equal to the code point) are used again; all others are new.
 * The caller holds the transaction.
 */
export async function storePolicy(
  records: PolicyRecords,
  { organisation, slug }: { readonly organisation: string; readonly slug: string },
  reading: Reading,
): Promise<{
  readonly policy: string
  readonly created: { readonly [K in RelationKind]: number }
}> {
  const { slugs } = settingsOf(reading.req.payload)
  const ids = new Map<string, string>()
  const created = { ...noRecords }
  for (const kind of relationKinds) {
    const known = await knownRecords(kind, organisation, reading)
    for (const record of records[kind]) {
      const { id: _, ...fields } = record
      const same = known.get(sayingOf(fields))
      ids.set(record.id, same ?? uuidv7())
      if (same) continue
      await write(slugs[kind], idIn(ids, record.id), { organisation }, fields, reading)
      created[kind]++
    }
  }
  const policy = uuidv7()
  for (const section of records.sections) ids.set(section.id, uuidv7())
  const { id: _, organisation: __, slug: ___, ...fields } = records.policy
  await write(
    slugs.policies,
    policy,
    { organisation, slug },
    {
      ...fields,
      preamble: inAll(fields.preamble, (state) => renamed(state, ids)),
      closing: inAll(fields.closing, (state) => renamed(state, ids)),
    },
    reading,
  )
  const keys = generateNKeysBetween(null, null, records.sections.length)
  for (const [i, section] of inReadingOrder(records.sections).entries()) {
    const { id: _, parent, order: __, ...sectionFields } = section
    await write(
      slugs.policySections,
      idIn(ids, section.id),
      {
        policy,
        parent: parent && idIn(ids, parent),
        [sectionOrderField(slugs)]: keys[i],
      },
      {
        ...sectionFields,
        body: inAll(section.body, (state) => renamed(state, ids)),
        end: inAll(section.end, (state) => renamed(state, ids)),
      },
      reading,
    )
  }
  return { policy, created }
}

const noRecords = {
  purposes: 0,
  exceptionClauses: 0,
  jointUsePartners: 0,
  safetyMeasures: 0,
  contacts: 0,
}

/**
 * What an organisation has already said, each saying with the id of its record; of its languages those that are named,
 * or all.
 */
export async function knownRecords(
  kind: RelationKind,
  organisation: string,
  reading: Reading,
  languages?: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { req, overrideAccess } = reading
  const settings = settingsOf(req.payload)
  const { docs } = await req.payload.find({
    collection: settings.slugs[kind] as never,
    where: { organisation: { equals: organisation } },
    depth: 0,
    joins: false,
    pagination: false,
    locale: 'all',
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
    overrideAccess,
  })
  const read = readerOf(settings)
  const recordOf = {
    purposes: read.purpose,
    exceptionClauses: read.exceptionClause,
    jointUsePartners: read.jointUsePartner,
    safetyMeasures: read.safetyMeasure,
    contacts: read.contact,
  }[kind] as (doc: never) => { readonly id: string }
  const { locales } = settings
  return new Map(
    docs.map((doc) => {
      const { id, ...said } = recordOf(doc as never)
      return [sayingOf(languages ? spokenIn(said, languages, locales) : said), id]
    }),
  )
}

/** What a record says in some of its languages. */
function spokenIn(value: unknown, languages: readonly string[], locales: Locales): unknown {
  if (Array.isArray(value)) return value.map((item) => spokenIn(item, languages, locales))
  if (typeof value !== 'object' || value === null) return value
  const own = Object.entries(value)
  const spoken = isLocalised(value, locales)
    ? own.filter(([language]) => languages.includes(language))
    : own
  return Object.fromEntries(
    spoken.map(([key, inner]) => [key, spokenIn(inner, languages, locales)]),
  )
}

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
  const stored = await reading.req.payload.create({
    ...inLanguageOf(collection, base, reading),
    data: { id, ...fixed, ...fieldsIn(localised, base, locales) } as never,
  })
  for (const language of others) {
    if (locales[language] === null || !speaks(localised, language)) continue
    await reading.req.payload.update({
      ...inLanguageOf(collection, language, reading),
      id,
      data: withRowIds(fieldsIn(localised, language, locales), stored) as never,
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
    const stored = await reading.req.payload.findByID({ ...call, id })
    await reading.req.payload.update({
      ...call,
      id,
      data: { ...fixed, ...onTheirRows(fieldsIn(localised, language, locales), stored) } as never,
    })
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
    collection: collection as never,
    depth: 0,
    joins: false as const,
    ...(locales[language] !== null && { locale: locales[language] as never }),
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale', 'context']),
    overrideAccess,
    context: { privacyPolicyRelationsChecked: true },
  }
}

/** Rows keep what they say in other languages only under the id that they got. */
export function withRowIds(fields: Fields, stored: object): Fields {
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
type Locales = { readonly [language: string]: string | null }

const isLocalised = (value: object, locales: Locales): boolean =>
  Object.keys(value).every((key) => key in locales)

/** The fields of a record as one language has them. */
export const fieldsIn = (fields: Fields, language: string, locales: Locales): Fields =>
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

export const inAll = <T>(value: Localised<T>, change: (own: T) => T): Localised<T> =>
  Object.fromEntries(
    Object.entries(value).map(([language, own]) => [language, own ? change(own) : own]),
  )

/** Parents before their children, each parent's children in their order. */
export function inReadingOrder(sections: readonly SectionRecord[]): readonly SectionRecord[] {
  const below = (parent: string | null): readonly SectionRecord[] =>
    sections
      .filter((section) => section.parent === parent)
      .toSorted((a, b) => (a.order < b.order ? -1 : 1))
      .flatMap((section) => [section, ...below(section.id)])
  return below(null)
}

function idIn(ids: ReadonlyMap<string, string>, id: string): string {
  const found = ids.get(id)
  if (!found) throw new RangeError(`Expected a record with the id \`${id}\``)
  return found
}
