import { v7 as uuidv7 } from 'uuid'
import { type RelationKind, relationKinds } from '../../core/lexical/relations.ts'
import { saysAll } from '../../core/merge/same.ts'
import type { PolicyRecords } from '../../core/records.ts'
import type { Doc } from '../database/local-api.ts'
import { findAll, type Reading } from '../policy/load-policy.ts'
import { recordReaderOf } from '../policy/record-reader.ts'
import { overwrite, write } from '../policy/write-languages.ts'
import { settingsOf } from '../settings.ts'

export type RestoredRecord = {
  readonly kind: RelationKind
  readonly id: string
  /**
   * `rewritten`: it says again what it said · `untrashed`: back from the trash · `made`: it was gone ·
   * `copied`: others use it (another policy, or all through the library), so this policy prints a copy of its own.
   */
  readonly outcome: 'rewritten' | 'untrashed' | 'made' | 'copied'
  /** The id of the copy. */
  readonly copy?: string
}

type Place = {
  readonly policy: string
  readonly organisation: string
  readonly languages: readonly string[]
}

/** Sees to it that the records say what the edition says, and tells the ids under which they do. */
export async function restoreRecords(
  records: PolicyRecords,
  place: Place,
  reading: Reading,
): Promise<{
  readonly ids: ReadonlyMap<string, string>
  readonly restored: readonly RestoredRecord[]
}> {
  const settings = settingsOf(reading.req.payload)
  const ids = new Map<string, string>()
  const restored: RestoredRecord[] = []
  for (const kind of relationKinds) {
    const wanted: readonly { readonly id: string }[] = records[kind]
    if (wanted.length === 0) continue
    const collection = settings.slugs[kind]
    const own = { id: { in: wanted.map(({ id }) => id) } }
    const docs = await findAll(collection, own, reading, { trash: true })
    const stored = new Map(docs.map((doc) => [doc.id, doc]))
    const read = recordReader(kind, recordReaderOf(settings))
    const changed = wanted.filter(({ id, ...fields }) => {
      const doc = stored.get(id)
      return !doc || doc.deletedAt || !saysAll(read(doc), fields)
    })
    const shared = await usedElsewhere(kind, changed, place, reading)
    for (const { id, ...fields } of changed) {
      const doc = stored.get(id)
      if (!doc) {
        await write(collection, id, { organisation: place.organisation }, fields, reading)
        restored.push({ kind, id, outcome: 'made' })
      } else if (doc.organisation !== place.organisation || shared.has(id)) {
        const copy = uuidv7()
        await write(collection, copy, { organisation: place.organisation }, fields, reading)
        ids.set(id, copy)
        restored.push({ kind, id, outcome: 'copied', copy })
      } else {
        await overwrite(collection, id, {}, fields, place.languages, reading)
        restored.push({ kind, id, outcome: doc.deletedAt ? 'untrashed' : 'rewritten' })
      }
    }
  }
  return { ids, restored }
}

/** Those of some records that another policy prints; two questions, whatever their number. */
async function usedElsewhere(
  kind: RelationKind,
  records: readonly { readonly id: string }[],
  { policy }: Place,
  { req }: Reading,
): Promise<ReadonlySet<string>> {
  const used = new Set<string>()
  if (records.length === 0) return used
  const { slugs } = settingsOf(req.payload)
  const printed = { [kind]: { in: records.map(({ id }) => id) } }
  // Whoever restores may not see the other policies; that they use a record counts all the same.
  const everything = { req, overrideAccess: true }
  const others = [
    ...(await findAll(
      slugs.policySections,
      { and: [printed, { policy: { not_equals: policy } }] },
      everything,
    )),
    ...(await findAll(
      slugs.policies,
      { and: [printed, { id: { not_equals: policy } }] },
      everything,
    )),
  ]
  for (const doc of others) for (const id of doc[kind] as readonly string[]) used.add(id)
  return used
}

function recordReader(
  kind: RelationKind,
  read: ReturnType<typeof recordReaderOf>,
): (doc: Doc) => { readonly id: string } {
  const readers = {
    purposes: read.purpose,
    exceptionClauses: read.exceptionClause,
    jointUsePartners: read.jointUsePartner,
    safetyMeasures: read.safetyMeasure,
    contacts: read.contact,
  } satisfies { [K in RelationKind]: (doc: Doc) => PolicyRecords[K][number] }
  return readers[kind]
}
