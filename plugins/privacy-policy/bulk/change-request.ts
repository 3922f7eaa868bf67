import type { Selection } from '../../../src/core/bulk/define-change.ts'
import { bulkCollections } from '../../../src/core/bulk/records.ts'
import { isStorable } from '../../../src/core/storable.ts'
import { type ChangeRequest, changeNames } from '../../../src/operations/bulk/asked-change.ts'
import { bad, isObject, type RequestBody } from '../request-body.ts'

/** What the fields of a request hold, as an error tells it. */
type Kind = 'text' | 'texts' | 'flag' | 'select'
type Fields = { readonly [field: string]: Kind }

const selectable = { select: 'select' } as const

/** The fields of each change; those with `?` may be left out. */
const fieldsOf = {
  'rename-partner': { from: 'text', to: 'text', 'until?': 'text', ...selectable },
  set: { assignments: 'texts' },
  'replace-clause': {
    ...{ to: 'text', 'from?': 'text', 'basis?': 'text', 'language?': 'text' },
    ...selectable,
  },
  'replace-text': {
    ...{ from: 'text', to: 'text', 'regularExpression?': 'flag', 'wholeWord?': 'flag' },
    ...selectable,
  },
  'update-law-citations': selectable,
} satisfies { readonly [C in ChangeRequest['change']]: Fields }

/**
 * One of the common changes, as a request asks for it.
 *
 * @throws OperationRefused naming the field that cannot be read, or is none of the change's
 */
export function readChange(body: RequestBody): ChangeRequest {
  const { change, ...given } = body
  const name = changeNames.find((one) => one === change)
  if (!name) throw bad('change', changeNames.join(', '))
  return { change: name, ...read(given, fieldsOf[name]) } as ChangeRequest
}

/** Which records a change script is asked about. */
export function readSelection(body: RequestBody): Selection {
  const { collections, ...rest } = selectionIn(body)
  if (!collections) throw bad('collections', bulkCollections.join(', '))
  return { ...rest, collections }
}

function read(given: RequestBody, fields: Fields): object {
  const known = new Map(
    Object.entries(fields).map(([name, kind]) => [
      name.replace('?', ''),
      { kind, isNeeded: !name.endsWith('?') && kind !== 'select' },
    ]),
  )
  for (const field of Object.keys(given))
    if (!known.has(field)) throw bad(field, [...known.keys()].join(', '))
  const found: Record<string, unknown> = {}
  for (const [field, { kind, isNeeded }] of known) {
    const value = given[field] ?? undefined
    if (value === undefined && !isNeeded) continue
    found[field] = readers[kind](value, field)
  }
  return found
}

const readers: { readonly [K in Kind]: (value: unknown, field: string) => unknown } = {
  text(value, field) {
    if (isStorable(value)) return value
    throw bad(field, '"…"')
  },
  texts(value, field) {
    if (Array.isArray(value) && value.length > 0 && value.every(isStorable)) return value
    throw bad(field, '["…"]')
  },
  flag(value, field) {
    if (typeof value === 'boolean') return value
    throw bad(field, 'true, false')
  },
  select(value, field) {
    if (isObject(value)) return selectionIn(value)
    throw bad(field, '{ "organisations": ["…"] }')
  },
}

function selectionIn(given: RequestBody): Partial<Selection> {
  const { where, ...lists } = given
  const known = ['organisations', 'policies', 'collections', 'findings']
  for (const field of Object.keys(lists))
    if (!known.includes(field)) throw bad(`select.${field}`, [...known, 'where'].join(', '))
  const isPlain = (value: unknown) =>
    value === null || isStorable(value) || ['number', 'boolean'].includes(typeof value)
  if (where !== undefined && !(isObject(where) && Object.values(where).every(isPlain)))
    throw bad('select.where', '{ "name.ja": "…" }')
  return {
    ...Object.fromEntries(
      Object.entries(lists).map(([name, value]) => [name, readers.texts(value, `select.${name}`)]),
    ),
    ...(where !== undefined && { where: where as NonNullable<Selection['where']> }),
  }
}
