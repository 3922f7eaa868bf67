import {
  getTableConfig,
  type PgColumn,
  type PgTable,
} from '@payloadcms/db-postgres/drizzle/pg-core'
import type { Payload } from 'payload'
import type { BulkCollection } from '../../core/bulk/records.ts'
import { settingsOf } from '../settings.ts'

/*
 * Where Payload keeps a record and its versions. A record has a row; its texts in each language, its rows and its
 * lists have tables below it, and each of these has a twin below the table of versions. The statements of a bulk
 * update are made from the tables that Payload itself works with, so they follow a host's own fields and names. They
 * copy whole rows, whatever is in them; which column holds which field is what exports ask (`exchange/record-tables.ts`).
 */

export type Table = {
  /** Quoted, with its schema. */
  readonly name: string
  readonly key: string
  readonly columns: readonly Column[]
  /** The column of each of Payload's names of fields. */
  readonly columnOf: ReadonlyMap<string, string>
}
export type Column = {
  readonly name: string
  /** The type to cast to, where its twin has another. */
  readonly type: string
  readonly isEnum: boolean
  /** The database gives it a value. */
  readonly isSerial: boolean
  readonly isUuid: boolean
}

/** A table below that of records, and the one below that of versions. */
export type Below = {
  readonly kind: 'locales' | 'rows' | 'list'
  readonly table: Table
  readonly version: Table
  readonly parent: string
  /** Texts of rows in each language. */
  readonly locales: { readonly table: Table; readonly version: Table } | null
  /** Paths of fields stand in it, and so in one table for several fields. */
  readonly hasPaths: boolean
}
export type VersionedTables = {
  readonly main: Table
  readonly version: Table
  readonly below: readonly Below[]
}

type Adapter = {
  readonly tables: { readonly [key: string]: PgTable }
  readonly tableNameMap: Map<string, string>
  readonly localesSuffix?: string
  readonly relationshipsSuffix?: string
  readonly versionsSuffix?: string
}

/** Tables that Payload keeps in another way than is known here, as a sentence can name them. */
export class UnknownTables extends Error {}

const known = new WeakMap<Payload, Map<BulkCollection, VersionedTables>>()

/**
 * The tables of a collection; a host's are worked out once.
 *
 * @throws UnknownTables where one has no twin among those of versions
 */
export function versionedTables(payload: Payload, collection: BulkCollection): VersionedTables {
  const its = known.get(payload) ?? new Map<BulkCollection, VersionedTables>()
  known.set(payload, its)
  const tables = its.get(collection) ?? tablesOf(payload, collection)
  its.set(collection, tables)
  return tables
}

function tablesOf(payload: Payload, collection: BulkCollection): VersionedTables {
  const adapter = payload.db as unknown as Adapter
  const {
    localesSuffix = '_locales',
    relationshipsSuffix = '_rels',
    versionsSuffix = '_v',
  } = adapter
  const slug = settingsOf(payload).slugs[collection].replaceAll('-', '_')
  const mainKey = adapter.tableNameMap.get(slug) ?? slug
  const versionKey =
    adapter.tableNameMap.get(`_${slug}${versionsSuffix}`) ?? `_${slug}${versionsSuffix}`
  const table = (key: string) => tableOf(adapter, key)
  const below = Object.keys(adapter.tables).flatMap((key): readonly Below[] => {
    if (!isBelow(adapter, key, mainKey)) return []
    const suffix = key.slice(mainKey.length)
    const own = table(key)
    const hasPaths = own.columns.some(({ name }) => name === 'path')
    const kind =
      suffix === localesSuffix
        ? 'locales'
        : own.columns.some(({ name }) => name === '_order')
          ? 'rows'
          : 'list'
    const twin = [`${versionKey}_version${suffix}`, `${versionKey}${suffix}`].find(
      (name) => name in adapter.tables,
    )
    if (!twin || own.columns.some(({ name }) => name === '_path'))
      throw new UnknownTables(`Expected versions of the table ${key}`)
    const localesKey = `${key}${localesSuffix}`
    const hasLocales = kind === 'rows' && localesKey in adapter.tables
    return [
      {
        kind,
        table: own,
        version: table(twin),
        parent: kind === 'list' ? 'parent_id' : '_parent_id',
        locales: hasLocales
          ? { table: table(localesKey), version: table(`${twin}${localesSuffix}`) }
          : null,
        hasPaths: hasPaths || suffix === relationshipsSuffix,
      },
    ]
  })
  const version = table(versionKey)
  if (version.columns.some(({ name }) => name === 'latest'))
    throw new UnknownTables(`Expected the collection ${slug} to have no drafts`)
  return { main: table(mainKey), version, below }
}

/** Whether a table's rows belong to those of another, one step down. */
function isBelow({ tables }: Adapter, key: string, parent: string): boolean {
  const table = tables[key]
  if (!table || key === parent || !key.startsWith(`${parent}_`)) return false
  return getTableConfig(table).foreignKeys.some((foreign) => {
    const { columns, foreignTable } = foreign.reference()
    return (
      foreignTable === tables[parent] &&
      columns.some(({ name }) => name === '_parent_id' || name === 'parent_id')
    )
  })
}

function tableOf({ tables }: Adapter, key: string): Table {
  const table = tables[key]
  if (!table) throw new UnknownTables(`Expected the table ${key}`)
  const { name, schema, columns } = getTableConfig(table)
  return {
    key,
    name: schema ? `${quoted(schema)}.${quoted(name)}` : quoted(name),
    columns: columns.map((column) => columnOf(column, schema)),
    columnOf: new Map(
      Object.entries(table as unknown as Record<string, PgColumn>).flatMap(([field, column]) =>
        column?.name ? [[field, column.name]] : [],
      ),
    ),
  }
}

function columnOf(column: PgColumn, schema: string | undefined): Column {
  const type = column.getSQLType()
  const isEnum = column.enumValues !== undefined && column.columnType.includes('Enum')
  return {
    name: column.name,
    type: isEnum ? (schema ? `${quoted(schema)}.${quoted(type)}` : quoted(type)) : type,
    isEnum,
    isSerial: /serial/i.test(type),
    isUuid: type === 'uuid',
  }
}

/** The key of the table that the rows or choices of a field stand in. */
export const keyBelow = ({ key }: Table, path: readonly string[]): string =>
  [key, ...path.map((name) => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase())].join(
    '_',
  )

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
