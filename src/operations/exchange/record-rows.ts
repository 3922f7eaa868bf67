import { v7 as uuidv7 } from 'uuid'
import type { PortableRecord, RecordKind } from '../../core/exchange/record-shape.ts'
import { relationKinds, relationsIn } from '../../core/lexical/relations.ts'
import type { LexicalState } from '../../core/lexical/state.ts'
import type { Column, RecordTables, TableSet } from './record-tables.ts'

/** A record with what its place says of it: the ids of its organisation and its policy. */
export type StoredRecord = PortableRecord & {
  readonly organisation?: string | null
  readonly policy?: string
}

type Row = { readonly [column: string]: unknown }
/** Rows by the table that they go into. */
export type Rows = ReadonlyMap<string, readonly Row[]>

type Tables = { readonly [K in RecordKind]: RecordTables }
/** Each language of policies with the code that the host stores it under. */
type Locales = { readonly [language: string]: string | null }

/** What a body of these collections can hold. */
const bodies: { readonly [K in RecordKind]?: readonly string[] } = {
  policies: ['preamble', 'closing'],
  policySections: ['body', 'end'],
}

/**
 * The rows by which records stand in the database, and those of the version that their history begins with: what
 * Payload would write, one row at a time, of a new document in all its languages.
 */
export function recordRows(
  records: { readonly [K in RecordKind]?: readonly StoredRecord[] },
  tables: Tables,
  locales: Locales,
  now: string,
): Rows {
  const rows = new Map<string, Row[]>()
  const add = (table: string, row: Row) => {
    const own = rows.get(table)
    if (own) own.push(row)
    else rows.set(table, [row])
  }
  for (const [kind, own] of Object.entries(records)) {
    const { live, versions } = tables[kind as RecordKind]
    for (const record of own ?? []) {
      const used = derivedOf(record, kind as RecordKind)
      const version = uuidv7()
      addRecord(record, record.id, live, used, {})
      addRecord(record, version, versions, used, { id: version, created_at: now, updated_at: now })
    }
  }
  return rows

  function addRecord(
    record: StoredRecord,
    id: string,
    set: TableSet,
    used: Derived | null,
    extra: Row,
  ): void {
    const isVersion = 'id' in extra
    add(set.main, { ...valuesOf(record, set), ...extra })
    addLocales(record, id, set.locales)
    for (const { path, table } of set.choices)
      for (const [i, value] of list(at(record, path)).entries())
        add(table, { id: uuidv7(), order: i + 1, parent_id: id, value })
    for (const { path, ...own } of set.rows)
      for (const [i, row] of list(at(record, path)).entries()) {
        const rowId = isVersion ? uuidv7() : String((row as Row).id)
        add(own.main, { ...valuesOf(row as Row, own), _order: i + 1, _parent_id: id, id: rowId })
        addLocales(row as Row, rowId, own.locales)
      }
    if (!set.derived || !used) return
    for (const kind of relationKinds) {
      const column = set.derived.column[kind] as string
      used[kind].forEach((related, i) => {
        add(set.derived?.rels as string, {
          order: i + 1,
          parent_id: id,
          path: relPath(kind, isVersion),
          [column]: related,
        })
      })
    }
    used.sections.forEach((section, i) => {
      add(set.derived?.texts as string, {
        order: i + 1,
        parent_id: id,
        path: relPath('references', isVersion),
        text: section,
      })
    })
  }

  function addLocales(record: Row, id: string, own: TableSet['locales']): void {
    if (!own) return
    for (const [language, code] of Object.entries(locales)) {
      if (code === null) continue
      const values = own.columns.map(({ name, path }) => [name, spoken(at(record, path), language)])
      if (values.some(([, value]) => value !== null))
        add(own.table, { ...Object.fromEntries(values), _locale: code, _parent_id: id })
    }
  }
}

const relPath = (field: string, isVersion: boolean) => (isVersion ? `version.${field}` : field)

type Derived = ReturnType<typeof relationsIn>

/** As the plugin's own hook derives them, from all languages. */
function derivedOf(record: Row, kind: RecordKind): Derived | null {
  const names = bodies[kind]
  if (!names) return null
  return relationsIn(
    names.flatMap((name) => Object.values((record[name] ?? {}) as { [l: string]: LexicalState })),
  )
}

const valuesOf = (record: Row, { columns }: { readonly columns: readonly Column[] }): Row =>
  Object.fromEntries(columns.map(({ name, path }) => [name, at(record, path) ?? null]))

const at = (record: Row, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Row | null | undefined)?.[name], record)

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const spoken = (value: unknown, language: string): unknown =>
  (value as Row | null | undefined)?.[language] ?? null
