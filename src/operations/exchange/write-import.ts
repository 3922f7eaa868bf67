import type { Payload } from 'payload'
import type { Checker, Unit } from '../../core/exchange/check-entries.ts'
import type { ReadEntry } from '../../core/exchange/entry.ts'
import { libraryKinds, type RecordKind } from '../../core/exchange/record-shape.ts'
import { guardEditions, guardRemedy } from '../editions/edition-guard.ts'
import type { Reading } from '../policy/load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { type Settings, settingsOf } from '../settings.ts'
import { checkerFor } from './check-import.ts'
import { beginTransaction, inSnapshot, type Transaction } from './connection.ts'
import { allAdded, type ChangedRecord, differenceFrom, type UnitDifference } from './difference.ts'
import { refuseFlaws } from './import-flaws.ts'
import { appended, type EditionEntry, insertEditions } from './insert-editions.ts'
import { type Insertion, insertion, insertRows } from './insert-rows.ts'
import type { ImportSource } from './read-folder.ts'
import { recordRows, type StoredRecord } from './record-rows.ts'
import { type RecordTables, recordTables } from './record-tables.ts'
import { replaceRows } from './replace-rows.ts'

/** What came, or would come, of an organisation or of the library (null). */
export type ImportedUnit = {
  readonly name: string | null
  readonly added: number
  readonly changed: readonly ChangedRecord[]
  readonly same: number
  /** Editions that the database has not had. */
  readonly editions: number
}

/**
 * `empty`: into a database without organisations and library, where nothing need be looked for · `filled`: into one
 * that may have some of it · `plan`: the same, and nothing is written.
 */
export type ImportMode = 'empty' | 'filled' | 'plan'

/** Editions that are written at a time. */
const EDITIONS = 20

/** Whether there is neither an organisation nor a library, not even in the trash. */
export async function isEmptyDatabase({ req }: Pick<Reading, 'req'>): Promise<boolean> {
  const tables = recordTables(req.payload)
  const all = (['organisations', ...libraryKinds] as const).map((kind) => tables[kind].live.main)
  const found = inSnapshot(req.payload, async function* (client) {
    const { rows } = await client.query<{ there: boolean }>(
      `select ${all.map((table) => `exists (select from ${table})`).join(' or ')} as there`,
    )
    yield rows[0]?.there === true
  })
  for await (const there of found) return !there
  return true
}

/**
 * Writes what `checkImport` has passed: the library, then each organisation with its policies, sections and editions,
 * each in a transaction of its own, under the ids that they have. Of each record that is new or changed a version is
 * written, with which a new one's history begins; editions keep their numbers, times and hashes, and no webhook is
 * sent for them. Yields what is committed.
 *
 * @throws OperationRefused when editions are not guarded, when what is read now is not what was checked, and when the
 *   database has other things under the same ids, slugs or numbers
 */
export async function* writeImport(
  source: ImportSource,
  mode: ImportMode,
  { req: { payload } }: Pick<Reading, 'req'>,
): AsyncGenerator<ImportedUnit> {
  if (!(await guardEditions(payload))) throw new OperationRefused('editions-unguarded', guardRemedy)
  const settings = settingsOf(payload)
  const tables = recordTables(payload)
  const writer = { payload, settings, tables, statement: insertion(tables), mode }
  const checker = checkerFor(tables, settings)
  // While the database writes an organisation, the next one is read.
  let underWay: Promise<ImportedUnit> | null = null
  try {
    for await (const { name, entries } of unitsOf(source)) {
      const begun = await beginUnit(name, entries, checker, writer)
      begun.ended.catch(() => undefined)
      if (underWay) yield await underWay
      underWay = begun.ended
      // Organisations use records of the library.
      if (name === null) await underWay
    }
    if (underWay) yield await underWay
  } finally {
    await underWay?.catch(() => undefined)
  }
}

type Writer = {
  readonly payload: Payload
  readonly settings: Settings
  readonly tables: { readonly [K in RecordKind]: RecordTables }
  readonly statement: Insertion
  readonly mode: ImportMode
}

/** Reads a unit to its end and hands it to the database; of its editions only a few are in memory. */
async function beginUnit(
  name: string | null,
  entries: AsyncIterable<ReadEntry>,
  checker: Checker,
  writer: Writer,
): Promise<{ readonly ended: Promise<ImportedUnit> }> {
  const { payload, mode } = writer
  const transaction = await beginTransaction(payload)
  const { client } = transaction
  try {
    let organisation = ''
    let editions: EditionEntry[] = []
    let count = 0
    const flush = async () => {
      const fresh = mode === 'empty' ? editions : await appended(client, payload, editions)
      editions = []
      count += fresh.length
      if (mode !== 'plan') await insertEditions(client, payload, organisation, fresh)
    }
    for await (const read of entries) {
      const entry = checker.entry(read)
      refuseFlaws(checker.flaws)
      if (entry?.type === 'record' && entry.kind === 'organisations') organisation = entry.record.id
      if (entry?.type !== 'edition') continue
      editions.push({ ...entry, source: read.source })
      if (editions.length === EDITIONS) await flush()
    }
    const unit = checker.endUnit()
    refuseFlaws(checker.flaws)
    await flush()
    return { ended: endUnit(unit, count, transaction, writer) }
  } catch (error) {
    await transaction.rollback()
    throw inUnit(name, error)
  }
}

async function endUnit(
  unit: Unit,
  editions: number,
  transaction: Transaction,
  writer: Writer,
): Promise<ImportedUnit> {
  try {
    const { added, changed, same, written } = await differenceOf(unit, transaction, writer)
    if (writer.mode === 'plan') await transaction.rollback()
    else {
      await writeRecords({ changed, written }, transaction, writer)
      await transaction.commit()
    }
    return { name: unit.name, added: added.length, changed, same, editions }
  } catch (error) {
    await transaction.rollback()
    throw inUnit(unit.name, error)
  }
}

async function differenceOf(
  unit: Unit,
  { client }: Transaction,
  { mode, tables, settings }: Writer,
): Promise<UnitDifference> {
  const byKind = recordsOf(unit)
  if (mode === 'empty') return allAdded(unit, byKind)
  const { difference, flaws } = await differenceFrom(client, unit, byKind, tables, settings.locales)
  refuseFlaws(flaws)
  return difference
}

async function writeRecords(
  { changed, written }: Pick<UnitDifference, 'changed' | 'written'>,
  { client }: Transaction,
  { tables, settings, statement }: Writer,
): Promise<void> {
  const rows = recordRows(written, tables, settings.locales, new Date().toISOString())
  const ids: { [K in RecordKind]?: string[] } = {}
  for (const { kind, id } of changed) ids[kind] = [...(ids[kind] ?? []), id]
  await insertRows(
    client,
    statement,
    changed.length ? await replaceRows(client, tables, ids, rows) : rows,
  )
}

/** The records of a unit with what their places say of them. */
function recordsOf({ records }: Unit): { [K in RecordKind]?: StoredRecord[] } {
  const own = records.find(({ kind }) => kind === 'organisations')?.record.id ?? null
  const policies = new Map(
    records.flatMap(({ kind, policy, record }) =>
      kind === 'policies' ? [[policy, record.id] as const] : [],
    ),
  )
  const byKind: { [K in RecordKind]?: StoredRecord[] } = {}
  const now = new Date().toISOString()
  for (const { kind, policy, record } of records) {
    const placed = {
      createdAt: now,
      updatedAt: now,
      ...record,
      ...(kind !== 'organisations' && { organisation: own }),
      ...(kind === 'policySections' && { policy: policies.get(policy) ?? '' }),
    }
    const list = byKind[kind]
    if (list) list.push(placed)
    else byKind[kind] = [placed]
  }
  return byKind
}

/** The entries of a source unit by unit; each unit's are to be read to their end before the next is asked for. */
async function* unitsOf(source: ImportSource): AsyncGenerator<{
  readonly name: string | null
  readonly entries: AsyncIterable<ReadEntry>
}> {
  const all = soundEntries(source)
  let next = await all.next()
  while (!next.done) {
    const name: string | null = next.value.organisation
    yield { name, entries: entriesOf(name) }
  }

  async function* entriesOf(name: string | null): AsyncGenerator<ReadEntry> {
    while (!next.done && next.value.organisation === name) {
      yield next.value
      next = await all.next()
    }
  }
}

async function* soundEntries(source: ImportSource): AsyncGenerator<ReadEntry, undefined> {
  for await (const read of source.read()) {
    if ('why' in read) refuseFlaws([read])
    else yield read
  }
}

/** What failed, with the unit that it failed in; the units before it stand, nothing of this one does. */
function inUnit(name: string | null, error: unknown): unknown {
  if (error instanceof OperationRefused) return error
  return new Error(
    `The import broke off in ${name === null ? 'the library' : `\`${name}\``}; nothing of it was written, and what came before it stands.`,
    { cause: error },
  )
}
