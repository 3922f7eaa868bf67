import { createHash } from 'node:crypto'
import { sayingOf } from '../amendment.ts'
import type { BulkRecord } from './records.ts'

/** What a save writes without being told to. */
const written = new Set(['createdAt', 'updatedAt', 'bulkUpdate'])

/**
 * SHA-256 of what a record says, in one order of fields; what is not said counts as absent. A save that changes nothing
 * keeps it.
 */
export function recordHash(record: BulkRecord): string {
  const said = Object.fromEntries(Object.entries(record).filter(([field]) => !written.has(field)))
  return createHash('sha256').update(sayingOf(said), 'utf8').digest('hex')
}
