import type { Payload } from 'payload'
import type { PlanUnit, RecordChange } from '../../core/bulk/plan.ts'
import { type BulkCollection, bulkCollections } from '../../core/bulk/records.ts'
import type { Reading } from '../load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { settingsOf } from '../settings.ts'
import { driftRefused, type Resaved } from './drift.ts'
import type { Written } from './journal.ts'
import { storedFields } from './record-shape.ts'
import { recordTables, UnknownTables } from './record-tables.ts'
import type { Session } from './session.ts'
import { type WriteRows, writeRows } from './write-rows.ts'
import { type WriteShape, writeStatement } from './write-statement.ts'

/**
 * Writes the changes of a unit with their versions: one statement for all records of a collection that change in the
 * same fields.
 *
 * @throws OperationRefused when a record was saved a moment ago, or is kept in a way that only Payload knows
 */
export async function writeChanges(
  unit: PlanUnit,
  resaved: readonly Resaved[],
  note: string,
  session: Session,
  { req }: Reading,
): Promise<readonly Written[]> {
  const written: Written[] = []
  const savedAt = new Map(unit.read.map(({ id, updatedAt }) => [id, updatedAt]))
  for (const { read, at } of resaved) savedAt.set(read.id, at ?? '')
  const at = new Date().toISOString()
  for (const collection of bulkCollections) {
    const changes = unit.changes.filter((change) => change.collection === collection)
    for (const { name, text, rows, its } of statements(collection, changes, savedAt, req.payload)) {
      const saved = await session(text, [JSON.stringify(rows), at, note], name)
      if (saved.length !== its.length) {
        const there = new Set(saved.map(({ id }) => id))
        const lost = its.filter(({ id }) => !there.has(id))
        throw driftRefused(
          unit.organisation?.slug ?? null,
          lost.map(({ id, name: called }) => ({ collection, id, name: called, isGone: false })),
        )
      }
      for (const { id, version } of saved)
        written.push({ collection, id: String(id), version: String(version) })
    }
  }
  return written
}

type Statement = {
  readonly name: string
  readonly text: string
  readonly rows: WriteRows
  readonly its: readonly RecordChange[]
}

function statements(
  collection: BulkCollection,
  changes: readonly RecordChange[],
  savedAt: ReadonlyMap<string, string>,
  payload: Payload,
): readonly Statement[] {
  if (changes.length === 0) return []
  const texts = knownTexts.get(payload) ?? new Map<string, string>()
  knownTexts.set(payload, texts)
  try {
    const tables = recordTables(payload, collection)
    const fields = storedFields(payload, collection)
    const found = new Map<string, { shape: WriteShape; rows: WriteRows; its: RecordChange[] }>()
    for (const change of changes) {
      const own = writeRows(
        change,
        savedAt.get(change.id) ?? '',
        fields,
        tables,
        settingsOf(payload),
      )
      const { main, locales, below } = own.shape
      const key = JSON.stringify([collection, main, locales, [...below]])
      const same = found.get(key)
      if (same) {
        same.its.push(change)
        same.rows = merged(same.rows, own.rows)
      } else found.set(key, { ...own, its: [change] })
    }
    return [...found].map(([key, { shape, rows, its }]) => {
      const text = texts.get(key) ?? writeStatement(tables, shape)
      texts.set(key, text)
      // PostgreSQL cuts names after 63 bytes.
      const name = `privacy-policy-write-${[...texts.keys()].indexOf(key)}`
      return { name, text, rows, its }
    })
  } catch (error) {
    if (error instanceof UnknownTables) throw onlyThroughHooks(error.message)
    throw error
  }
}

function merged(a: WriteRows, b: WriteRows): WriteRows {
  const tables = Object.keys({ ...a, ...b })
  return Object.fromEntries(
    tables.map((table) => [table, [...(a[table] ?? []), ...(b[table] ?? [])]]),
  )
}

/** Statements of a host, by what they write. */
const knownTexts = new WeakMap<Payload, Map<string, string>>()

const onlyThroughHooks = (why: string) =>
  new OperationRefused('bulk-invalid', {
    ja: `この変更は直接には書き込めません（${why}）。--through-hooks を付けてください。`,
    en: `This change cannot be written directly: ${why}. Add --through-hooks.`,
  })
