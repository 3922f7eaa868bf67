import type { ChangeContext, Selection } from '../../core/bulk/define-change.ts'
import { recordHash } from '../../core/bulk/record-hash.ts'
import type { BulkRecord } from '../../core/bulk/records.ts'
import { databaseClock } from '../database/database-clock.ts'
import type { Reading } from '../policy/load-policy.ts'
import { changeLibrary, changesOf } from './change-records.ts'
import { organisationBatches } from './plan.ts'
import { readLibrary, readRecords } from './read-records.ts'
import { settledSelection } from './selection.ts'
import type { Within } from './within.ts'

/** A record as a change script is asked about it, and the hash of what it says. */
export type SelectedRecord = {
  readonly record: BulkRecord
  readonly context: ChangeContext
  readonly hash: string
}

/** The records that a change with this selection would be asked about, an organisation in memory at a time. */
export async function* selectedRecords(
  select: Selection,
  within: Within,
  reading: Reading,
): AsyncGenerator<SelectedRecord> {
  const { today } = await databaseClock(reading.req)
  const selection = await settledSelection(select, reading, within)
  let seen: SelectedRecord[] = []
  const source = {
    change(record: BulkRecord, context: ChangeContext) {
      seen.push({ record, context, hash: recordHash(record) })
      return null
    },
  }
  const library = await readLibrary(reading)
  if (within.library) await changeLibrary(source, selection, library, today, reading)
  yield* seen
  for await (const ids of organisationBatches(selection.organisations, reading))
    for (const own of (await readRecords(ids, reading)).values()) {
      seen = []
      if (own.organisations.length)
        await changesOf(source, selection, { own, library }, today, reading)
      yield* seen
    }
}
