import type pg from 'pg'
import type { RecordKind } from '../../core/exchange/record-shape.ts'
import type { StoredRecord } from './record-rows.ts'
import type { Column, RecordTables, TableSet } from './record-tables.ts'

type Row = { readonly [column: string]: unknown }
type Fields = { [field: string]: unknown }

/** Which records: those of an organisation, those of none, or those with these ids. */
export type Chosen = { readonly organisation: string | null } | { readonly ids: readonly string[] }

/**
 * Records as they are stored, in the trash too, in all languages, by id; read past Payload, so that nothing that it
 * does to what it hands out (defaults, fallbacks, population) comes to lie in an export.
 */
export async function readRecords(
  client: pg.ClientBase,
  { kind, live }: RecordTables,
  chosen: Chosen,
  locales: { readonly [language: string]: string | null },
): Promise<readonly StoredRecord[]> {
  const { rows } = await client.query<Row>(
    `select ${listOf(live.columns)} from ${live.main} m ${whereOf(kind, live, chosen)} order by id`,
    'ids' in chosen ? [chosen.ids] : chosen.organisation === null ? [] : [chosen.organisation],
  )
  if (rows.length === 0) return []
  const records = new Map<string, Fields>(
    rows.map((row) => [String(row.id), fieldsOf(row, live.columns)]),
  )
  const ids = [...records.keys()]
  const languageOf = new Map(
    Object.entries(locales).flatMap(([language, code]) =>
      code === null ? [] : [[code, language]],
    ),
  )
  await readLocales(client, live.locales, records, languageOf)
  for (const { path, table } of live.choices) {
    const found = await client.query<Row>(
      `select parent_id, value::text as value from ${table} where parent_id = any($1) order by parent_id, "order"`,
      [ids],
    )
    for (const { parent_id, value } of found.rows)
      listIn(records.get(String(parent_id)), path).push(value)
  }
  for (const { path, main, columns, locales: own } of live.rows) {
    const found = await client.query<Row>(
      `select _parent_id, ${listOf(columns)} from ${main} where _parent_id = any($1) order by _parent_id, _order`,
      [ids],
    )
    const inner = new Map<string, Fields>()
    for (const row of found.rows) {
      const fields = fieldsOf(row, columns)
      inner.set(String(row.id), fields)
      listIn(records.get(String(row._parent_id)), path).push(fields)
    }
    if (inner.size) await readLocales(client, own, inner, languageOf)
  }
  return [...records.values()] as unknown as StoredRecord[]
}

async function readLocales(
  client: pg.ClientBase,
  own: TableSet['locales'],
  records: ReadonlyMap<string, Fields>,
  languageOf: ReadonlyMap<string, string>,
): Promise<void> {
  if (!own) return
  const { rows } = await client.query<Row>(
    `select _parent_id, _locale::text as _locale, ${listOf(own.columns)} from ${own.table}
     where _parent_id = any($1)`,
    [[...records.keys()]],
  )
  const order = [...languageOf.keys()]
  const sorted = rows.toSorted(
    (a, b) => order.indexOf(String(a._locale)) - order.indexOf(String(b._locale)),
  )
  for (const row of sorted) {
    const language = languageOf.get(String(row._locale))
    const record = records.get(String(row._parent_id))
    if (!language || !record) continue
    for (const { name, path } of own.columns)
      if (row[name] !== null) put(record, [...path, language], row[name])
  }
}

function whereOf(kind: RecordKind, { columns }: TableSet, chosen: Chosen): string {
  if ('ids' in chosen) return 'where id = any($1)'
  const column =
    kind === 'organisations' ? 'id' : columns.find(({ path }) => path[0] === 'organisation')?.name
  if (!column) throw new Error(`Expected records of ${kind} to have an organisation`)
  return chosen.organisation === null ? `where "${column}" is null` : `where "${column}" = $1`
}

const listOf = (columns: readonly Column[]) => columns.map(({ name }) => `"${name}"`).join(', ')

function fieldsOf(row: Row, columns: readonly Column[]): Fields {
  const fields: Fields = {}
  for (const { name, path, type } of columns) {
    const value = row[name]
    if (value === null || value === undefined) continue
    put(
      fields,
      path,
      type === 'number' ? Number(value) : value instanceof Date ? value.toISOString() : value,
    )
  }
  return fields
}

function put(fields: Fields, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path
  if (rest.length === 0) {
    fields[name] = value
    return
  }
  fields[name] ??= {}
  put(fields[name] as Fields, rest, value)
}

function listIn(record: Fields | undefined, path: readonly string[]): unknown[] {
  if (!record) return []
  const own = path.reduce<Fields>((fields, name, i) => {
    fields[name] ??= i === path.length - 1 ? [] : {}
    return fields[name] as Fields
  }, record)
  return own as unknown as unknown[]
}
