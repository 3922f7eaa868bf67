import type { Where } from 'payload'
import { type BulkCollection, bulkCollections } from '../../core/bulk/records.ts'
import { type Relations, relationKinds, relationsIn } from '../../core/lexical/relations.ts'
import type { LexicalState } from '../../core/lexical/state.ts'
import type { PolicyRecords } from '../../core/records.ts'
import type { Doc } from '../database/local-api.ts'
import { findAll, type Reading } from '../policy/load-policy.ts'
import { recordReaderOf } from '../policy/record-reader.ts'
import { type Settings, settingsOf } from '../settings.ts'
import { rowsOf } from './read-rows.ts'
import type { ReadRecord, Whose } from './read-statement.ts'
import { alone } from './session.ts'

/** The working copy of one organisation, or the shared library, as stored. */
export type StoredRecords = { readonly [K in BulkCollection]: readonly Doc[] }

/** Everything that organisations have, by organisation, however many there are. */
export async function readRecords(
  organisations: readonly string[],
  reading: Reading,
): Promise<ReadonlyMap<string, StoredRecords>> {
  const found = new Map(organisations.map((id) => [id, emptyRecords()]))
  const own = { in: [...organisations] }
  const docs = await find('of organisations', bulkCollections, organisations, reading, (one) =>
    one === 'organisations' ? { id: own } : { organisation: own },
  )
  for (const collection of bulkCollections)
    for (const doc of docs[collection] ?? []) {
      const owner = collection === 'organisations' ? doc.id : String(doc.organisation)
      found.get(owner)?.[collection].push(doc)
    }
  return found
}

const libraryCollections = ['exceptionClauses', 'safetyMeasures'] as const
const ofNobody = { organisation: { exists: false } }

/** The records that belong to no organisation; of these, where ids are given, those. */
export async function readLibrary(
  reading: Reading,
  ids?: readonly string[],
): Promise<StoredRecords> {
  if (ids?.length === 0) return emptyRecords()
  const docs = ids
    ? await find('of the library by id', libraryCollections, ids, reading, () => ({
        and: [ofNobody, { id: { in: [...ids] } }],
      }))
    : await find('the library', libraryCollections, [], reading, () => ofNobody)
  return { ...emptyRecords(), ...docs }
}

type Filled = { readonly [K in BulkCollection]: Doc[] }
const emptyRecords = (): Filled =>
  Object.fromEntries(bulkCollections.map((collection) => [collection, []])) as unknown as Filled

/**
 * As the system itself by one statement, past Payload, which takes several times as long to ask and to tell; what is
 * kept in a way that only Payload knows through Payload, without its hooks of reading. Else as the user.
 */
async function find(
  whose: Whose,
  collections: readonly BulkCollection[],
  ids: readonly string[],
  reading: Reading,
  whereOf: (collection: BulkCollection) => Where,
): Promise<{ readonly [K in BulkCollection]?: readonly Doc[] }> {
  const { req, overrideAccess } = reading
  const { slugs } = settingsOf(req.payload)
  const found: { [K in BulkCollection]?: readonly Doc[] } = {}
  if (!overrideAccess) {
    for (const collection of collections)
      found[collection] = await findAll(slugs[collection], whereOf(collection), reading)
    return found
  }
  const { text, readers } = rowsOf(whose, collections, req.payload)
  if (text) {
    const values = whose === 'the library' ? [] : [ids]
    const name = `privacy-policy-read-${whose.replaceAll(' ', '-')}`
    const [row] = await alone(text, values, reading, name)
    for (const [collection, read] of readers)
      found[collection] = ((row?.[collection] ?? []) as readonly ReadRecord[]).map(read)
  }
  for (const collection of collections)
    found[collection] ??= (
      await req.payload.db.find<Doc>({
        collection: slugs[collection] as never,
        where: { and: [whereOf(collection), { deletedAt: { exists: false } }] },
        locale: 'all',
        pagination: false,
        limit: 0,
        sort: 'id',
        req,
      })
    ).docs
  return found
}

/** What bodies of a document print or point at, in all their languages. */
export function relationsOf(collection: BulkCollection, doc: Doc, settings: Settings): Relations {
  const fields = bodyFields[collection] ?? []
  return relationsIn(
    fields.flatMap((field) => {
      const value = doc[field]
      const codes = Object.values(settings.locales)
      return codes.includes(null)
        ? [value as LexicalState]
        : Object.values((value ?? {}) as { readonly [code: string]: LexicalState })
    }),
  )
}

export const bodyFields: { readonly [K in BulkCollection]?: readonly string[] } = {
  policies: ['preamble', 'closing'],
  policySections: ['body', 'end'],
}

/** The policy with all that it prints, from what was read before; what is trashed or missing is not in it. */
export function policyRecords(
  policy: Doc,
  own: StoredRecords,
  library: StoredRecords,
  settings: Settings,
): PolicyRecords {
  const read = recordReaderOf(settings)
  const sections = own.policySections.filter((section) => section.policy === policy.id)
  const used = usedBy(policy, sections, settings)
  const find = <K extends (typeof relationKinds)[number]>(kind: K) =>
    [...own[kind], ...library[kind]].filter(({ id }) => used.has(id))
  const [organisation] = own.organisations
  if (!organisation) throw new RangeError(`Expected the organisation of the policy ${policy.id}`)
  return {
    organisation: read.organisation(organisation),
    policy: read.policy(policy),
    sections: sections.map((section) => read.section(section)),
    purposes: find('purposes').map(read.purpose),
    exceptionClauses: find('exceptionClauses').map(read.exceptionClause),
    jointUsePartners: find('jointUsePartners').map(read.jointUsePartner),
    safetyMeasures: find('safetyMeasures').map(read.safetyMeasure),
    contacts: find('contacts').map(read.contact),
  }
}

/** The ids of the records that a policy prints. */
export function usedBy(
  policy: Doc,
  sections: readonly Doc[],
  settings: Settings,
): ReadonlySet<string> {
  const relations = [
    relationsOf('policies', policy, settings),
    ...sections.map((section) => relationsOf('policySections', section, settings)),
  ]
  return new Set(relations.flatMap((one) => relationKinds.flatMap((kind) => one[kind])))
}
