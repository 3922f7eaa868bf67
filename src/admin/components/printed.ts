import type { BodyInlineBlock } from '../../core/lexical/state.ts'
import type { Found } from './record-cache.ts'

export type Fields = Readonly<Record<string, unknown>>

/** What a record prints where a body names it: its text, its name, or its pieces one after the other. */
export function printedRecord(record: Found | undefined): string {
  if (!record) return ''
  return string(record.text) || printedLines(record) || string(record.name)
}

/** What an inline node prints; '' while it has nothing to print. `record` is the one that its fields name. */
export function printedNode(fields: Fields, record: Found | undefined): string {
  switch (fields.blockType as BodyInlineBlock | undefined) {
    // Its fields have not been read yet.
    case undefined:
      return ''
    case 'purpose':
    case 'exceptionClause':
    case 'jointUsePartner':
    case 'safetyMeasure':
    case 'contact':
      return printedRecord(record)
    case 'value':
      return record ? valueAt(record, string(fields.field)) : ''
    case 'definedTerm':
      return string(fields.term)
    case 'termReference':
    case 'sectionReference':
    case 'lawReference':
    case 'date':
    case 'fee':
    case 'jointUsePurpose':
    case 'jointUseDataItem':
    case 'jointUseStatement':
    case 'procedureItem':
    case 'externalService':
      return string(fields.text)
  }
}

/** The value at a path such as `representatives.0.name`. */
export function valueAt(record: Fields, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Fields | null | undefined)?.[key], record)
  return string(value)
}

function printedLines({ lines, ...contact }: Fields): string {
  if (!Array.isArray(lines)) return ''
  return lines
    .map(
      (line: Fields, i) =>
        (i && !line.joined ? '\n' : '') +
        string(line.label) +
        (line.field ? string(contact[string(line.field)]) : ''),
    )
    .join('')
}

/** The id of a relation's value, populated or not. */
export function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value ? (value as Fields).id : value
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

const string = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
