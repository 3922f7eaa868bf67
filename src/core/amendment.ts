import { type RelationKind, relationKinds } from './lexical/relations.ts'
import { same } from './merge/same.ts'
import type { PolicyRecords, SectionRecord } from './records.ts'

/** What becomes of the things of one kind; each list holds ids. */
export type Fate = {
  readonly kept: readonly string[]
  readonly changed: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}
export type Amendment = {
  /** Whether what the policy says outside its sections differs: title, service, numbering, preamble, closing. */
  readonly policyChanged: boolean
  /** By what they say themselves; a section can be kept and stand below another one. */
  readonly sections: Fate
} & { readonly [K in RelationKind]: Fate }

/**
 * What has to be written to make the records of one text those of another, when what goes on has the same id in both.
 * Both come from `extract`, in the same languages: what says the same is then equal to the character.
 */
export function amendment(before: PolicyRecords, after: PolicyRecords): Amendment {
  const fates = Object.fromEntries(
    relationKinds.map((kind) => [kind, fateOf(before[kind], after[kind])]),
  ) as { readonly [K in RelationKind]: Fate }
  return {
    ...fates,
    policyChanged: !same(policyText(before), policyText(after)),
    sections: fateOf(before.sections.map(ownText), after.sections.map(ownText)),
  }
}

const policyText = ({ policy: { id: _, organisation: __, slug: ___, ...text } }: PolicyRecords) =>
  text

/** A section without its place. */
function ownText({ parent: _, order: __, ...text }: SectionRecord) {
  return text
}

type Identified = { readonly id: string }

function fateOf(before: readonly Identified[], after: readonly Identified[]): Fate {
  const known = new Map(before.map((record) => [record.id, record]))
  const left = new Set(after.map(({ id }) => id))
  const kept: string[] = []
  const changed: string[] = []
  const added: string[] = []
  for (const record of after) {
    const own = known.get(record.id)
    if (!own) added.push(record.id)
    else if (same(own, record)) kept.push(record.id)
    else changed.push(record.id)
  }
  const removed = before.flatMap(({ id }) => (left.has(id) ? [] : id))
  return { kept, changed, added, removed }
}

/** A value without what it does not say, in one order of keys: equal when two say the same. */
export function sayingOf(value: unknown): string {
  return JSON.stringify(said(value))
}

function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said)
  if (typeof value !== 'object' || value === null) return value
  const properties = value as { readonly [key: string]: unknown }
  const entries: [string, unknown][] = []
  for (const key of Object.keys(value).sort()) {
    const inner = said(properties[key])
    if (inner !== null && inner !== undefined && inner !== '') entries.push([key, inner])
  }
  return entries.length ? Object.fromEntries(entries) : null
}
