import type pg from 'pg'
import type { RecordKind } from '../../core/exchange/record-shape.ts'
import type { Rows } from './record-rows.ts'
import type { RecordTables, TableSet } from './record-tables.ts'

/** One statement that takes the rows of every table, each table's as JSON, and writes them all. */
export type Insertion = { readonly text: string; readonly tables: readonly string[] }

/**
 * An organisation has a few hundred rows in some thirty tables: one statement a table would spend its time under way.
 * References between the tables are checked when the statement ends, so their order is of no account.
 */
export function insertion(tables: { readonly [K in RecordKind]: RecordTables }): Insertion {
  const columns = new Map<string, readonly string[]>()
  for (const { live, versions } of Object.values(tables)) {
    collect(live, [], columns)
    collect(versions, ['id', 'created_at', 'updated_at'], columns)
  }
  const parts = [...columns].map(([table, names], i) => {
    const list = names.map((name) => `"${name}"`).join(', ')
    return `t${i} as (insert into ${table} (${list})
      select ${list} from json_populate_recordset(null::${table}, $${i + 1}::json))`
  })
  return { text: `with ${parts.join(',\n')}\nselect 1`, tables: [...columns.keys()] }
}

function collect(
  set: TableSet,
  extra: readonly string[],
  columns: Map<string, readonly string[]>,
): void {
  columns.set(set.main, [...set.columns.map(({ name }) => name), ...extra])
  for (const own of [set, ...set.rows])
    if (own.locales)
      columns.set(own.locales.table, [
        ...own.locales.columns.map(({ name }) => name),
        '_locale',
        '_parent_id',
      ])
  for (const { main, columns: own } of set.rows)
    columns.set(main, [...new Set(['id', '_order', '_parent_id', ...own.map(({ name }) => name)])])
  for (const { table } of set.choices) columns.set(table, ['id', 'order', 'parent_id', 'value'])
  if (!set.derived) return
  columns.set(set.derived.rels, [
    'order',
    'parent_id',
    'path',
    ...Object.values(set.derived.column),
  ])
  columns.set(set.derived.texts, ['order', 'parent_id', 'path', 'text'])
}

/** Writes the rows through a connection, which holds the transaction. */
export async function insertRows(
  client: pg.ClientBase,
  { text, tables }: Insertion,
  rows: Rows,
): Promise<void> {
  await client.query({
    name: 'privacy_policy_insert_records',
    text,
    values: tables.map((table) => JSON.stringify(rows.get(table) ?? [])),
  })
}
