import type { Where } from 'payload'
import { type BulkCollection, bulkCollections } from '../../core/bulk/records.ts'
import { type Relations, relationKinds, relationsIn } from '../../core/lexical/relations.ts'
import type { LexicalState } from '../../core/lexical/state.ts'
import type { PolicyRecords } from '../../core/records.ts'
import { type Doc, findAll, type Reading, readerOf } from '../load-policy.ts'
import { type Settings, settingsOf } from '../settings.ts'

/** The working copy of one organisation, or the shared library, as stored. */
export type StoredRecords = { readonly [K in BulkCollection]: readonly Doc[] }

/** Everything that organisations have, by organisation: one query a collection, however many there are. */
export async function readRecords(
  organisations: readonly string[],
  reading: Reading,
): Promise<ReadonlyMap<string, StoredRecords>> {
  const found = new Map(organisations.map((id) => [id, emptyRecords()]))
  const own = { in: [...organisations] }
  for (const collection of bulkCollections) {
    const where = collection === 'organisations' ? { id: own } : { organisation: own }
    for (const doc of await find(collection, where, reading)) {
      const owner = collection === 'organisations' ? doc.id : String(doc.organisation)
      found.get(owner)?.[collection].push(doc)
    }
  }
  return found
}

/** The records that belong to no organisation. */
export async function readLibrary(reading: Reading): Promise<StoredRecords> {
  const library = emptyRecords()
  for (const collection of ['exceptionClauses', 'safetyMeasures'] as const)
    library[collection].push(
      ...(await find(collection, { organisation: { exists: false } }, reading)),
    )
  return library
}

type Filled = { readonly [K in BulkCollection]: Doc[] }
const emptyRecords = (): Filled =>
  Object.fromEntries(bulkCollections.map((collection) => [collection, []])) as unknown as Filled

/** As the system itself past Payload's hooks of reading, which cost several times the query; else as the user. */
async function find(
  collection: BulkCollection,
  where: Where,
  reading: Reading,
): Promise<readonly Doc[]> {
  const { req, overrideAccess } = reading
  const slug = settingsOf(req.payload).slugs[collection]
  if (!overrideAccess) return findAll(slug, where, reading)
  const { docs } = await req.payload.db.find<Doc>({
    collection: slug as never,
    where: { and: [where, { deletedAt: { exists: false } }] },
    locale: 'all',
    pagination: false,
    limit: 0,
    sort: 'id',
    req,
  })
  return docs
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
  const read = readerOf(settings)
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
