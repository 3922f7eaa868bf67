import type { CollectionSlug, FlattenedField, Payload } from 'payload'
import {
  type FieldShape,
  type RecordKind,
  type RecordShape,
  recordKinds,
} from '../../core/exchange/record-shape.ts'
import { relationKinds } from '../../core/lexical/relations.ts'
import { sectionOrderField } from '../../core/slugs.ts'
import { tableNameOf } from '../database/sql.ts'
import { type Settings, settingsOf } from '../settings.ts'

/** A column and where its value lies in a document. */
export type Column = {
  readonly name: string
  readonly path: readonly string[]
  readonly type: FieldShape['type']
}

/** The tables of the documents of one collection, or of their versions. */
export type TableSet = {
  readonly main: string
  readonly columns: readonly Column[]
  /** A column that is emptied when a record is written anew; null where there is none. */
  readonly note: string | null
  /** What is localised, a row a language. */
  readonly locales: { readonly table: string; readonly columns: readonly Column[] } | null
  readonly rows: readonly (Omit<TableSet, 'rows' | 'choices' | 'derived' | 'note'> & {
    readonly path: readonly string[]
  })[]
  readonly choices: readonly { readonly table: string; readonly path: readonly string[] }[]
  /** Where what bodies use is derived to; null for collections without bodies. */
  readonly derived: {
    readonly rels: string
    readonly texts: string
    readonly column: { readonly [field: string]: string }
  } | null
}

export type RecordTables = {
  readonly kind: RecordKind
  readonly shape: RecordShape
  /** By the names that the tables have for `organisation`, `policy`. */
  readonly live: TableSet
  readonly versions: TableSet
}

type Raw = {
  readonly [table: string]: {
    readonly columns: { readonly [key: string]: { readonly name: string } }
  }
}
type Adapter = {
  readonly rawTables: Raw
  readonly tableNameMap: ReadonlyMap<string, string>
  readonly versionsSuffix: string
  readonly localesSuffix: string
  readonly relationshipsSuffix: string
}

/** The tables of all kinds of records, as the host's Payload has made them from the collections. */
export function recordTables(payload: Payload): { readonly [K in RecordKind]: RecordTables } {
  const settings = settingsOf(payload)
  return Object.fromEntries(
    recordKinds.map((kind) => [kind, tablesOf(kind, payload, settings)]),
  ) as { readonly [K in RecordKind]: RecordTables }
}

function tablesOf(kind: RecordKind, payload: Payload, settings: Settings): RecordTables {
  const slug = settings.slugs[kind]
  const collection = payload.collections[slug as CollectionSlug]
  if (!collection) throw new Error(`Expected a collection \`${slug}\``)
  const fields: readonly FlattenedField[] = collection.config.flattenedFields
  const all = shapesOf(kind, fields, settings)
  const hasBodies = fields.some(({ type }) => type === 'richText')
  return {
    kind,
    shape: all.filter(({ name }) => !isImplied(name)),
    live: tableSet(all, { payload, settings, slug, version: false, hasBodies }),
    versions: tableSet(all, { payload, settings, slug, version: true, hasBodies }),
  }
}

/** What the place of a record says of it, so that the record need not. */
const isImplied = (name: string) => name === 'organisation' || name === 'policy'

/** What the plugin derives from the bodies; an import derives it again. */
const derivedFields: readonly string[] = [...relationKinds, 'references']

/** What tells of the history of a record in this database; in another one history begins anew. */
const HISTORY_NOTE = 'bulkUpdate'

function shapesOf(
  kind: RecordKind,
  fields: readonly FlattenedField[],
  settings: Settings,
): FieldShape[] {
  const isDerived = kind === 'policies' || kind === 'policySections' ? derivedFields : []
  const shapes = fields.flatMap((field) => {
    const isLeftOut = isDerived.includes(field.name) || field.name === HISTORY_NOTE
    if (isLeftOut || field.type === 'join' || isVirtual(field)) return []
    const shape = shapeOf(field, kind)
    if (field.name === 'id') return [{ ...shape, required: true }]
    return [field.name === sectionOrderField(settings.slugs) ? { ...shape, name: 'order' } : shape]
  })
  const last = ['order', 'createdAt', 'updatedAt', 'deletedAt']
  const rank = ({ name }: FieldShape) => (name === 'id' ? -1 : last.indexOf(name) + 1)
  return shapes.toSorted((a, b) => rank(a) - rank(b))
}

const isVirtual = (field: FlattenedField) => 'virtual' in field && Boolean(field.virtual)

function shapeOf(field: FlattenedField, kind: RecordKind): FieldShape {
  const { name } = field
  const common = {
    name,
    localised: 'localized' in field && field.localized === true,
    required: 'required' in field && field.required === true,
  }
  if ('hasMany' in field && field.hasMany && field.type !== 'select') throw unknown(field, kind)
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return { ...common, type: 'text' }
    case 'checkbox':
      return { ...common, type: 'boolean' }
    case 'number':
      return { ...common, type: 'number' }
    case 'date':
      return { ...common, type: 'instant' }
    case 'richText':
      return { ...common, type: 'body' }
    case 'relationship':
      if (typeof field.relationTo !== 'string') throw unknown(field, kind)
      return { ...common, type: 'relation' }
    case 'select':
      return {
        ...common,
        type: field.hasMany ? 'choices' : 'choice',
        options: field.options.map((option) =>
          typeof option === 'string' ? option : option.value,
        ),
      }
    case 'array':
    case 'group':
    case 'tab': {
      if (common.localised) throw unknown(field, kind)
      const fields = field.flattenedFields.map((inner) => shapeOf(inner, kind))
      return { ...common, type: field.type === 'array' ? 'rows' : 'group', fields }
    }
    default:
      throw unknown(field, kind)
  }
}

const unknown = ({ name, type }: FlattenedField, kind: RecordKind) =>
  new Error(
    `Cannot export the field \`${name}\` (${type}) of ${kind}: exports know no such fields. Keep it in a collection of your own.`,
  )

type Making = {
  readonly payload: Payload
  readonly settings: Settings
  readonly slug: string
  readonly version: boolean
  readonly hasBodies: boolean
}

function tableSet(shape: RecordShape, making: Making): TableSet {
  const { payload, settings, slug, version, hasBodies } = making
  const adapter = payload.db as unknown as Adapter
  const snake = slug.replace(/-/g, '_')
  const key = version ? `_${snake}${adapter.versionsSuffix}` : snake
  const main = adapter.tableNameMap.get(key) ?? key
  const prefix = version ? ['version'] : []
  const quoted = (table: string) => {
    if (!adapter.rawTables[table]) throw new Error(`Expected a table \`${table}\``)
    return tableNameOf(payload, table)
  }
  const column = (table: string, path: readonly string[]) => {
    const own = path.map((name) => (name === 'order' ? sectionOrderField(settings.slugs) : name))
    const found = adapter.rawTables[table]?.columns[own.join('_')]
    if (!found) throw new Error(`Expected a column of \`${table}\` for \`${path.join('.')}\``)
    return found.name
  }

  const columns: Column[] = []
  const localised: Column[] = []
  const rows: TableSet['rows'][number][] = []
  const choices: TableSet['choices'][number][] = []
  const locales = `${main}${adapter.localesSuffix}`
  const walk = (fields: RecordShape, path: readonly string[]) => {
    for (const field of fields) {
      const place = [...path, field.name]
      const { type } = field
      // The id of a version is its own; that of the document is its parent.
      if (version && place.join() === 'id')
        columns.push({ name: column(main, ['parent']), path: place, type })
      else if (type === 'group') walk(field.fields, place)
      else if (type === 'rows') rows.push(rowTable(place, field.fields))
      else if (type === 'choices')
        choices.push({ table: quoted(below(main, [...prefix, ...place])), path: place })
      else if (field.localised)
        localised.push({ name: column(locales, [...prefix, ...place]), path: place, type })
      else columns.push({ name: column(main, [...prefix, ...place]), path: place, type })
    }
  }
  const rowTable = (path: readonly string[], fields: RecordShape): TableSet['rows'][number] => {
    const table = below(main, [...prefix, ...path])
    const named = (of: string, own: RecordShape): Column[] =>
      own.map(({ name, type }) => ({
        name: version && name === 'id' ? '_uuid' : column(of, [name]),
        path: [name],
        type,
      }))
    const spoken = fields.filter((field) => field.localised)
    const inner = `${table}${adapter.localesSuffix}`
    return {
      path,
      main: quoted(table),
      columns: named(
        table,
        fields.filter((field) => !field.localised),
      ),
      locales: spoken.length ? { table: quoted(inner), columns: named(inner, spoken) } : null,
    }
  }
  walk(shape, [])
  const rels = `${main}${adapter.relationshipsSuffix}`
  return {
    main: quoted(main),
    columns,
    note: version ? null : (adapter.rawTables[main]?.columns[HISTORY_NOTE]?.name ?? null),
    locales: localised.length ? { table: quoted(locales), columns: localised } : null,
    rows,
    choices,
    derived: hasBodies
      ? {
          rels: quoted(rels),
          texts: quoted(`${main}_texts`),
          column: Object.fromEntries(
            relationKinds.map((kind) => [kind, column(rels, [`${settings.slugs[kind]}ID`])]),
          ),
        }
      : null,
  }
}

const below = (table: string, path: readonly string[]) =>
  [table, ...path.map((name) => name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`))].join(
    '_',
  )
