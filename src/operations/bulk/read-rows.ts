import type { FlattenedField, Payload } from 'payload'
import type { BulkCollection } from '../../core/bulk/records.ts'
import type { Doc } from '../database/local-api.ts'
import { settingsOf } from '../settings.ts'
import { type ReadRecord, type ReadRow, readStatement, type Whose } from './read-statement.ts'
import { isLocalised, storedFields } from './record-shape.ts'
import {
  type Below,
  keyBelow,
  UnknownTables,
  type VersionedTables,
  versionedTables,
} from './versioned-tables.ts'

type Fields = { [field: string]: unknown }

type Rows = {
  /** Null where all collections are kept in ways that only Payload knows. */
  readonly text: string | null
  readonly readers: ReadonlyMap<BulkCollection, RowReader>
}
const known = new WeakMap<Payload, Map<Whose, Rows>>()

/** The statement that reads records, and who makes documents of its rows, for the collections that it can read. */
export function rowsOf(
  whose: Whose,
  collections: readonly BulkCollection[],
  payload: Payload,
): Rows {
  const its = known.get(payload) ?? new Map<Whose, Rows>()
  known.set(payload, its)
  const rows = its.get(whose) ?? madeRows(whose, collections, payload)
  its.set(whose, rows)
  return rows
}

function madeRows(whose: Whose, collections: readonly BulkCollection[], payload: Payload): Rows {
  const isInLocales = !Object.values(settingsOf(payload).locales).includes(null)
  const readers = new Map<BulkCollection, RowReader>()
  const read: Parameters<typeof readStatement>[0][number][] = []
  for (const collection of collections)
    try {
      const tables = versionedTables(payload, collection)
      const fields = storedFields(payload, collection)
      readers.set(collection, rowReader(fields, tables, isInLocales))
      read.push({ collection, tables, fields })
    } catch (error) {
      if (!(error instanceof UnknownTables)) throw error
    }
  return { text: read.length ? readStatement(read, whose) : null, readers }
}

/** How rows of Payload's tables become documents of a collection, in all its locales; the inverse of `writeRows`. */
export type RowReader = (record: ReadRecord) => Doc

/**
 * Works it out from a collection's fields.
 *
 * @throws UnknownTables where a field is kept in a way that only Payload knows
 */
export function rowReader(
  fields: readonly FlattenedField[],
  tables: VersionedTables,
  isInLocales: boolean,
): RowReader {
  const { main, below } = tables
  const locales = below.find(({ kind }) => kind === 'locales')?.table
  const readers: Reader[] = []
  const walk = (its: readonly FlattenedField[], prefix: readonly string[]) => {
    for (const field of its) {
      const path = [...prefix, field.name]
      if (isLocalised(field) && isInLocales) {
        if (!locales || !isPlain(field)) throw unknown(field)
        const column = columnIn(locales.columnOf, path.join('_'), field)
        readers.push(({ texts }, into) => put(into, path, inLocales(texts, column)))
      } else if (field.type === 'group' || field.type === 'tab') walk(field.flattenedFields, path)
      else if (field.type === 'array') readers.push(arrayReader(field, path))
      else if (isPlain(field)) {
        const column = columnIn(main.columnOf, path.join('_'), field)
        const read = spelled(field)
        readers.push(({ row }, into) => put(into, path, read(row[column])))
      } else readers.push(listReader(field, path))
    }
  }

  /** Rows of an array's own table, in their order, with their texts in each locale. */
  function arrayReader(field: FlattenedField & { type: 'array' }, path: readonly string[]): Reader {
    const found = belowFor(field, (key) => key === keyBelow(main, path))
    const inner = field.flattenedFields.map((one) => {
      const isSpoken = isLocalised(one) && isInLocales
      const table = isSpoken ? found.locales?.table : found.table
      if (!table || !isPlain(one)) throw unknown(one)
      const column = columnIn(table.columnOf, one.name, one)
      const read = spelled(one)
      return (row: ReadRow, texts: readonly ReadRow[]) =>
        [one.name, isSpoken ? inLocales(texts, column) : read(row[column])] as const
    })
    return ({ below: its }, into) =>
      put(
        into,
        path,
        (its[found.table.key] ?? []).map(({ row, texts }) =>
          Object.fromEntries(inner.map((read) => read(row, texts ?? []))),
        ),
      )
  }

  /** A field of many values: each a row. */
  function listReader(field: FlattenedField, path: readonly string[]): Reader {
    if (isLocalised(field) && isInLocales) throw unknown(field)
    const dotted = path.join('.')
    if (field.type === 'select') {
      const { table } = belowFor(field, (key) => key === keyBelow(main, path))
      return ({ below: its }, into) =>
        put(
          into,
          path,
          (its[table.key] ?? []).map(({ row }) => row.value),
        )
    }
    const [suffix, column] =
      field.type === 'relationship' && typeof field.relationTo === 'string'
        ? ['_rels', `${field.relationTo.replaceAll('-', '_')}_id`]
        : field.type === 'text'
          ? ['_texts', 'text']
          : ['', '']
    if (!suffix) throw unknown(field)
    const { table } = belowFor(field, (key) => key === `${main.key}${suffix}`)
    if (!table.columns.some(({ name }) => name === column)) throw unknown(field)
    return ({ below: its }, into) =>
      put(
        into,
        path,
        (its[table.key] ?? []).flatMap(({ row }) => (row.path === dotted ? [row[column]] : [])),
      )
  }

  function belowFor(field: FlattenedField, isIts: (key: string) => boolean): Below {
    const found = below.find(({ table }) => isIts(table.key))
    if (!found) throw unknown(field)
    return found
  }

  walk(fields, [])
  return (record) => {
    const texts = (locales && record.below[locales.key]) ?? []
    const place = { ...record, texts: texts.map(({ row }) => row) }
    const doc: Fields = { id: record.row.id }
    for (const read of readers) read(place, doc)
    return doc as Doc
  }
}

/** A record, and its texts in each locale. */
type Place = ReadRecord & { readonly texts: readonly ReadRow[] }
type Reader = (place: Place, into: Fields) => void

const isPlain = (field: FlattenedField): boolean =>
  !['array', 'group', 'tab', 'blocks', 'point', 'join'].includes(field.type) &&
  !('hasMany' in field && field.hasMany) &&
  !('relationTo' in field && Array.isArray(field.relationTo))

/** Payload tells instants in one spelling; PostgreSQL in that of the session's zone. */
const spelled = (field: FlattenedField) =>
  field.type === 'date'
    ? (value: unknown) => (typeof value === 'string' ? new Date(value).toISOString() : null)
    : (value: unknown) => value ?? null

const inLocales = (texts: readonly ReadRow[], column: string): Fields =>
  Object.fromEntries(texts.map((row) => [String(row._locale), row[column] ?? null]))

function put(into: Fields, path: readonly string[], value: unknown): void {
  let own = into
  for (const name of path.slice(0, -1)) {
    own[name] ??= {}
    own = own[name] as Fields
  }
  own[path.at(-1) ?? ''] = value
}

function columnIn(
  columns: ReadonlyMap<string, string>,
  name: string,
  field: FlattenedField,
): string {
  const column = columns.get(name)
  if (column === undefined) throw unknown(field)
  return column
}

const unknown = (field: FlattenedField) =>
  new UnknownTables(`Expected another kind of field than \`${field.name}\` (${field.type})`)
