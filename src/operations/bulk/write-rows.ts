import type { FlattenedField } from 'payload'
import type { Fields, RecordChange } from '../../core/bulk/plan.ts'
import type { Settings } from '../settings.ts'
import { isLocalised, list } from './record-shape.ts'
import { keyBelow, type Table, UnknownTables, type VersionedTables } from './versioned-tables.ts'
import type { WriteShape } from './write-statement.ts'

/** Rows by the key of their table, as `writeStatement` takes them. */
export type WriteRows = { readonly [table: string]: readonly Row[] }
type Row = Record<string, unknown>

/** What changes of a record as rows of Payload's tables, and in which of their columns. */
export function writeRows(
  change: RecordChange,
  updatedAt: string,
  fields: readonly FlattenedField[],
  tables: VersionedTables,
  settings: Settings,
): { readonly shape: WriteShape; readonly rows: WriteRows } {
  const { id, after, before } = change
  const { main, below } = tables
  const locales = below.find(({ kind }) => kind === 'locales')?.table
  const shape = {
    main: new Set<string>(),
    locales: new Set<string>(),
    below: new Map<string, string[]>(),
  }
  const mainRow: Row = { id, updated_at: updatedAt }
  const localeRows = new Map<string, Row>()
  const rows: { [table: string]: Row[] } = {}
  const add = (table: Table, its: readonly Row[]) => {
    rows[table.key] = [...(rows[table.key] ?? []), ...its]
  }
  const lists = (find: (table: Table) => boolean, what: string) => {
    const found = below.find(({ table }) => find(table))
    if (!found) throw new UnknownTables(`Expected a table of ${what}`)
    return found
  }

  const write = (
    field: FlattenedField,
    value: unknown,
    was: unknown,
    prefix: readonly string[],
  ) => {
    const path = [...prefix, field.name]
    const name = path.join('_')
    if (isLocalised(field) && settings.locales[Object.keys(settings.locales)[0] ?? ''] !== null) {
      if (!locales || field.type === 'array' || ('hasMany' in field && field.hasMany))
        throw unknown(field)
      const column = columnIn(locales, name, field)
      shape.locales.add(column)
      for (const [language, code] of Object.entries(settings.locales)) {
        const own = (value as Fields | null)?.[language] ?? null
        if (
          code === null ||
          (own === null && ((was as Fields | null)?.[language] ?? null) === null)
        )
          continue
        const row = localeRows.get(code) ?? { _locale: code, _parent_id: id }
        row[column] = own
        localeRows.set(code, row)
      }
      return
    }
    const plain = isLocalised(field)
      ? ((value as Fields | null)?.[Object.keys(settings.locales)[0] ?? ''] ?? null)
      : value
    switch (field.type) {
      case 'group':
      case 'tab':
        for (const inner of field.flattenedFields)
          if (inner.name in ((plain ?? {}) as Fields))
            write(inner, (plain as Fields)[inner.name], (was as Fields | null)?.[inner.name], path)
        return
      case 'array': {
        const found = lists(({ key }) => key === keyBelow(main, path), field.name)
        shape.below.set(found.table.key, [])
        add(found.table, [])
        if (found.locales) add(found.locales.table, [])
        for (const [i, row] of list(plain).entries()) {
          const own: Row = { _order: i + 1, _parent_id: id, id: row.id }
          const old = list(was).find((one) => one.id === row.id)
          const texts = new Map<string, Row>()
          for (const inner of field.flattenedFields) {
            if (inner.name === 'id' || !(inner.name in row)) continue
            if (isLocalised(inner) && found.locales) {
              const column = columnIn(found.locales.table, inner.name, inner)
              for (const [language, code] of Object.entries(settings.locales)) {
                const text = (row[inner.name] as Fields | null)?.[language] ?? null
                const had = ((old?.[inner.name] ?? null) as Fields | null)?.[language] ?? null
                if (code === null || (text === null && had === null)) continue
                const line = texts.get(code) ?? { _locale: code, _parent_id: row.id }
                line[column] = text
                texts.set(code, line)
              }
            } else if (['array', 'blocks', 'group', 'tab'].includes(inner.type))
              throw unknown(inner)
            else
              own[columnIn(found.table, inner.name, inner)] = isLocalised(inner)
                ? Object.values(row[inner.name] as Fields)[0]
                : row[inner.name]
          }
          add(found.table, [own])
          if (found.locales) add(found.locales.table, [...texts.values()])
        }
        return
      }
      case 'blocks':
        throw unknown(field)
      default:
        if (!('hasMany' in field) || !field.hasMany) {
          if (field.type === 'relationship' && Array.isArray(field.relationTo)) throw unknown(field)
          const column = columnIn(main, name, field)
          shape.main.add(column)
          mainRow[column] = plain ?? null
          return
        }
    }
    const values = (plain ?? []) as readonly unknown[]
    const dotted = path.join('.')
    if (field.type === 'select') {
      const { table } = lists(({ key }) => key === keyBelow(main, path), field.name)
      shape.below.set(table.key, [])
      add(
        table,
        values.map((one, i) => ({ order: i + 1, parent_id: id, value: one })),
      )
    } else if (field.type === 'relationship' && typeof field.relationTo === 'string') {
      const to = `${field.relationTo.replaceAll('-', '_')}_id`
      const { table } = lists(
        ({ key, columns }) => key === `${main.key}_rels` && columns.some((one) => one.name === to),
        field.name,
      )
      shape.below.set(table.key, [...(shape.below.get(table.key) ?? []), dotted])
      add(
        table,
        values.map((one, i) => ({ order: i + 1, parent_id: id, path: dotted, [to]: one })),
      )
    } else if (field.type === 'text') {
      const { table } = lists(({ key }) => key === `${main.key}_texts`, field.name)
      shape.below.set(table.key, [...(shape.below.get(table.key) ?? []), dotted])
      add(
        table,
        values.map((one, i) => ({ order: i + 1, parent_id: id, path: dotted, text: one })),
      )
    } else throw unknown(field)
  }

  for (const field of fields)
    if (field.name in after) write(field, after[field.name], before.fields[field.name], [])
  add(main, [mainRow])
  if (locales) add(locales, [...localeRows.values()])
  return {
    shape: {
      main: [...shape.main].sort(),
      locales: localeRows.size ? [...shape.locales].sort() : [],
      below: shape.below,
    },
    rows,
  }
}

function columnIn(table: Table, name: string, field: FlattenedField): string {
  const column = table.columnOf.get(name)
  if (column === undefined) throw unknown(field)
  return column
}

const unknown = (field: FlattenedField) =>
  new UnknownTables(`Expected another kind of field than \`${field.name}\` (${field.type})`)
