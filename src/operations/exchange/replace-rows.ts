import type pg from 'pg'
import { type RecordKind, recordKinds } from '../../core/exchange/record-shape.ts'
import { relationKinds } from '../../core/lexical/relations.ts'
import type { Rows } from './record-rows.ts'
import type { RecordTables } from './record-tables.ts'

/**
 * Makes room for records that are there and say something else now: their rows get the new values, what hangs on them
 * is taken away. Returns what is left to insert: all rows of theirs but those that were written here.
 */
export async function replaceRows(
  client: pg.ClientBase,
  tables: { readonly [K in RecordKind]: RecordTables },
  ids: { readonly [K in RecordKind]?: readonly string[] },
  rows: Rows,
): Promise<Rows> {
  const left = new Map(rows)
  for (const kind of recordKinds) {
    const own = ids[kind] ?? []
    if (own.length === 0) continue
    const { live } = tables[kind]
    const isOwn = new Set<unknown>(own)
    const of = (table: string) => rows.get(table) ?? []
    const set = [
      ...live.columns.map(({ name }) => `"${name}" = s."${name}"`),
      ...(live.note ? [`"${live.note}" = null`] : []),
    ].join(', ')
    await client.query(
      `update ${live.main} m set ${set}
       from json_populate_recordset(null::${live.main}, $1::json) s where m.id = s.id`,
      [JSON.stringify(of(live.main).filter(({ id }) => isOwn.has(id)))],
    )
    left.set(
      live.main,
      of(live.main).filter(({ id }) => !isOwn.has(id)),
    )
    // What rows say in languages goes with the rows.
    const below = [
      ...(live.locales ? [[live.locales.table, '_parent_id']] : []),
      ...live.rows.map(({ main }) => [main, '_parent_id']),
      ...live.choices.map(({ table }) => [table, 'parent_id']),
    ]
    for (const [table, parent] of below)
      await client.query(`delete from ${table} where ${parent} = any($1)`, [own])
    if (live.derived)
      for (const table of [live.derived.rels, live.derived.texts])
        await client.query(`delete from ${table} where parent_id = any($1) and path = any($2)`, [
          own,
          [...relationKinds, 'references'],
        ])
  }
  return left
}
