import type { FieldShape, PortableRecord, RecordShape } from './record-shape.ts'

/**
 * A record as a file of an export: the same record, the same bytes. Fields stand in their order; what does not branch
 * (a piece of text in a body, a language) stands on one line, so that one changed sentence is one changed line.
 */
export function printRecord(record: PortableRecord): string {
  return `${printed(record, '')}\n`
}

function printed(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null || isFlat(value, indent)) return flat(value)
  const deeper = `${indent}  `
  if (Array.isArray(value))
    return `[\n${value.map((item) => deeper + printed(item, deeper)).join(',\n')}\n${indent}]`
  const properties = Object.entries(value).map(
    ([name, inner]) => `${deeper}${JSON.stringify(name)}: ${printed(inner, deeper)}`,
  )
  return `{\n${properties.join(',\n')}\n${indent}}`
}

/** Of plain values only; the record itself never, nor the languages of a text, which are compared one by one. */
function isFlat(value: object, indent: string): boolean {
  const values = Object.values(value)
  if (values.length === 0) return true
  if (values.some((inner) => typeof inner === 'object' && inner !== null)) return false
  return Array.isArray(value) ? values.length <= 8 : indent !== '' && 'type' in value
}

function flat(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`
  const properties = Object.entries(value).map(
    ([name, inner]) => `${JSON.stringify(name)}: ${flat(inner)}`,
  )
  return properties.length ? `{ ${properties.join(', ')} }` : '{}'
}

/** A record with its fields in the order of its shape, the properties of bodies in theirs, and nothing that is null. */
export function inShape(record: { readonly [field: string]: unknown }, shape: RecordShape): object {
  return Object.fromEntries(
    shape.flatMap((field) => {
      const value = fieldInShape(record[field.name], field)
      return value === undefined ? [] : [[field.name, value]]
    }),
  )
}

function fieldInShape(value: unknown, field: FieldShape): unknown {
  if (value === null || value === undefined) return undefined
  if (!field.localised) return valueInShape(value, field)
  const spoken = Object.entries(value as object).filter(
    ([, own]) => own !== null && own !== undefined,
  )
  if (spoken.length === 0) return undefined
  return Object.fromEntries(spoken.map(([language, own]) => [language, valueInShape(own, field)]))
}

function valueInShape(value: unknown, field: FieldShape): unknown {
  if (field.type === 'body') return ordered(value)
  if (field.type === 'group') {
    const own = inShape(value as { readonly [name: string]: unknown }, field.fields)
    return Object.keys(own).length ? own : undefined
  }
  if (field.type === 'choices') return (value as unknown[]).length ? value : undefined
  if (field.type === 'rows') {
    const rows = value as { readonly [name: string]: unknown }[]
    return rows.length ? rows.map((row) => inShape(row, field.fields)) : undefined
  }
  return value
}

/** What stands first and last in a node of a body; all else by name. */
const rank: { readonly [name: string]: number } = { type: -1, text: 1, fields: 2, children: 3 }

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(ordered)
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (rank[a] ?? 0) - (rank[b] ?? 0) || (a < b ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  )
}
