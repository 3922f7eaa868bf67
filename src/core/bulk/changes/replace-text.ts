import type { LexicalState } from '../../lexical/state.ts'
import { type Change, defineChange, type Selection } from '../define-change.ts'
import type { BulkCollection, BulkRecord } from '../records.ts'
import { replaceInBody } from '../replace-in-body.ts'
import { type Replacing, replacing, type TextReplacement } from '../replace-in-text.ts'

/** The fields of each collection that print text, those within rows by their path. */
const textFields: { readonly [K in BulkCollection]: readonly string[] } = {
  organisations: ['legalName', 'selfTerm', 'address', 'representatives', 'url'],
  purposes: ['text'],
  exceptionClauses: ['text'],
  jointUsePartners: ['name', 'url'],
  safetyMeasures: ['text'],
  contacts: ['name', 'person', 'address', 'tel', 'tollFree', 'email', 'url', 'hours', 'lines'],
  policies: ['title', 'service', 'preamble', 'closing'],
  policySections: ['heading', 'body', 'end'],
}

/** Names of things, not their texts. */
const noText = new Set(['id', 'field'])

/** Replaces text in whatever prints it, record by record. */
export function replaceText(asked: TextReplacement, select: Selection): Change {
  const by = replacing(asked)
  return defineChange({
    title: `「${asked.from}」を「${asked.to}」に置換え`,
    select,
    change: (record, { collection }) => {
      const stored = record as unknown as BulkRecord
      return Object.fromEntries(
        textFields[collection].map((field) => [field, replaced(stored[field], by)]),
      )
    },
  })
}

function replaced(value: unknown, by: Replacing, name?: string): unknown {
  if (typeof value === 'string')
    return name !== undefined && noText.has(name) ? value : by.text(value)
  if (Array.isArray(value)) return value.map((one) => replaced(one, by))
  if (typeof value !== 'object' || value === null) return value
  if ('root' in value) return replaceInBody(value as LexicalState, by)
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replaced(inner, by, key)]),
  )
}
