import { isolateObjectProperty } from 'payload'
import { generateNKeysBetween } from 'payload/shared'
import { v7 as uuidv7 } from 'uuid'
import { sayingOf } from '../../core/amendment.ts'
import { type RelationKind, relationKinds, renamed } from '../../core/lexical/relations.ts'
import type { Localised, PolicyRecords, SectionRecord } from '../../core/records.ts'
import { sectionOrderField } from '../../core/slugs.ts'
import { localApi } from '../database/local-api.ts'
import { settingsOf } from '../settings.ts'
import type { Reading } from './load-policy.ts'
import { recordReaderOf } from './record-reader.ts'
import { isLocalised, type Locales, write } from './write-languages.ts'

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
  const { docs } = await localApi(req.payload).find({
    collection: settings.slugs[kind],
    where: { organisation: { equals: organisation } },
    depth: 0,
    joins: false,
    pagination: false,
    locale: 'all',
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
    overrideAccess,
  })
  const read = recordReaderOf(settings)
  const recordOf = {
    purposes: read.purpose,
    exceptionClauses: read.exceptionClause,
    jointUsePartners: read.jointUsePartner,
    safetyMeasures: read.safetyMeasure,
    contacts: read.contact,
  }[kind]
  const { locales } = settings
  return new Map(
    docs.map((doc) => {
      const { id, ...said } = recordOf(doc)
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
