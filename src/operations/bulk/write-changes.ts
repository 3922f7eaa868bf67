import type { Payload } from 'payload'
import type { PlanUnit, RecordChange } from '../../core/bulk/plan.ts'
import { type BulkCollection, bulkCollections } from '../../core/bulk/records.ts'
import type { Reading } from '../policy/load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { settingsOf } from '../settings.ts'
import { driftRefused, type Resaved } from './drift.ts'
import type { Written } from './journal.ts'
import { storedFields } from './record-shape.ts'
import type { Session } from './session.ts'
import { UnknownTables, type VersionedTables, versionedTables } from './versioned-tables.ts'
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
  const at = new Date().toISOString()
  for (const collection of bulkCollections) {
    const own = statementsOf(unit, collection, resaved, req.payload)
    for (const { name, tables, shape, rows, its } of own) {
      const text = textOf(name, req.payload, () => writeStatement(tables, shape))
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
  readonly tables: VersionedTables
  readonly shape: WriteShape
  readonly rows: WriteRows
  readonly its: readonly RecordChange[]
}

/** What changes of a collection, sorted by the fields that it changes in. @throws OperationRefused */
export function statementsOf(
  unit: PlanUnit,
  collection: BulkCollection,
  resaved: readonly Resaved[],
  payload: Payload,
): readonly Statement[] {
  const changes = unit.changes.filter((change) => change.collection === collection)
  if (changes.length === 0) return []
  const savedAt = new Map(unit.read.map(({ id, updatedAt }) => [id, updatedAt]))
  for (const { read, at } of resaved) savedAt.set(read.id, at ?? '')
  const names = knownNames.get(payload) ?? new Map<string, string>()
  knownNames.set(payload, names)
  try {
    const tables = versionedTables(payload, collection)
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
      // PostgreSQL cuts names after 63 bytes.
      const name = names.get(key) ?? `privacy-policy-write-${names.size}`
      names.set(key, name)
      return { name, tables, shape, rows, its }
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

/** The names of a host's statements, by what they write, and their texts, by their names. */
const knownNames = new WeakMap<Payload, Map<string, string>>()
const knownTexts = new WeakMap<Payload, Map<string, string>>()

/** The text of a statement, made once. */
export function textOf(name: string, payload: Payload, make: () => string): string {
  const texts = knownTexts.get(payload) ?? new Map<string, string>()
  knownTexts.set(payload, texts)
  const text = texts.get(name) ?? make()
  texts.set(name, text)
  return text
}

const onlyThroughHooks = (why: string) =>
  new OperationRefused('bulk-invalid', {
    ja: `この変更は直接には書き込めません（${why}）。--through-hooks を付けてください。`,
    en: `This change cannot be written directly: ${why}. Add --through-hooks.`,
  })
