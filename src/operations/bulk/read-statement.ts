import type { FlattenedField } from 'payload'
import type { BulkCollection } from '../../core/bulk/records.ts'
import { isLocalised } from './record-shape.ts'
import {
  type Below,
  quoted,
  type Table,
  UnknownTables,
  type VersionedTables,
} from './versioned-tables.ts'

/** Which records a statement reads; of the library those of no organisation. $1 holds ids. */
export type Whose = 'of organisations' | 'the library' | 'of the library by id'

/** A record as PostgreSQL spells it in JSON: its row, and by the keys of their tables the rows that hang below it. */
export type ReadRecord = {
  readonly row: ReadRow
  readonly below: { readonly [table: string]: readonly ReadBelow[] | null }
}
/** A row below a record; one of an array has its texts in each locale below itself. */
type ReadBelow = { readonly row: ReadRow; readonly texts?: readonly ReadRow[] | null }
export type ReadRow = { readonly [column: string]: unknown }

/**
 * One statement for all records of some collections that are not in the trash, in all languages, with all that hangs
 * below them; a JSON a collection. It stands beside `writeStatement`, which writes what this one reads. What hangs below
 * is asked record by record: so PostgreSQL goes by its indexes, however large the tables are.
 */
export function readStatement(
  collections: readonly {
    readonly collection: BulkCollection
    readonly tables: VersionedTables
    readonly fields: readonly FlattenedField[]
  }[],
  whose: Whose,
): string {
  const columns = collections.map(({ collection, tables: { main, below }, fields }) => {
    const parts = below.map((one) => `'${one.table.key}', (${belowOf(one)})`)
    const record = `json_build_object('row', m, 'below', json_build_object(${parts.join(', ')}))`
    const condition = conditionOf(collection, main, fields, whose)
    return `(select json_agg(${record} order by m.id) from ${main.name} m where m.deleted_at is null and ${condition}) as ${quoted(collection)}`
  })
  return `select ${columns.join(',\n')}`
}

function belowOf({ table, kind, parent, locales }: Below): string {
  const order = { locales: '', rows: ' order by t._order', list: ' order by t."order"' }[kind]
  const texts = locales
    ? `, 'texts', (select json_agg(l) from ${locales.table.name} l where l._parent_id = t.id)`
    : ''
  return `select json_agg(json_build_object('row', t${texts})${order}) from ${table.name} t where t.${quoted(parent)} = m.id`
}

function conditionOf(
  collection: BulkCollection,
  main: Table,
  fields: readonly FlattenedField[],
  whose: Whose,
): string {
  if (collection === 'organisations') return 'm.id = any($1)'
  const field = fields.find(({ name }) => name === 'organisation')
  const column = field && !isLocalised(field) && main.columnOf.get(field.name)
  if (!column) throw new UnknownTables(`Expected ${collection} to have an organisation`)
  const owner = `m.${quoted(column)}`
  if (whose === 'of organisations') return `${owner} = any($1)`
  return whose === 'the library' ? `${owner} is null` : `${owner} is null and m.id = any($1)`
}
