import type { RecordChange, RecordRead } from '../../core/bulk/plan.ts'
import { recordHash } from '../../core/bulk/record-hash.ts'
import { bulkCollections } from '../../core/bulk/records.ts'
import type { Reading } from '../policy/load-policy.ts'
import { settingsOf } from '../settings.ts'
import type { StoredRecords } from './read-records.ts'
import { recordOf, storedFields } from './record-shape.ts'

/** Every record that a unit was worked out from, with its hash and the moment of its last save. */
export function readOf(
  records: StoredRecords,
  changes: readonly RecordChange[],
  { req }: Reading,
): readonly RecordRead[] {
  const settings = settingsOf(req.payload)
  const known = new Map(changes.map(({ id, before }) => [id, before.hash]))
  return bulkCollections.flatMap((collection) => {
    const fields = storedFields(req.payload, collection)
    return records[collection].map((doc) => ({
      collection,
      id: doc.id,
      updatedAt: new Date(String(doc.updatedAt)).toISOString(),
      hash: known.get(doc.id) ?? recordHash(recordOf(fields, doc, settings)),
    }))
  })
}
