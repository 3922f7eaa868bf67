import { relationKinds } from '../lexical/relations.ts'
import { isObject } from './check-record.ts'
import { type RecordKind, recordKinds } from './record-shape.ts'

/** `policy-sections` or `sections` → `policySections`; null for what is no kind of record. */
export function kindNamed(name: string): RecordKind | null {
  if (name === 'sections') return 'policySections'
  const camel = name.replace(/-([a-z])/g, (_, sign: string) => sign.toUpperCase())
  return recordKinds.find((kind) => kind === camel) ?? null
}

export const nameOfKind = (kind: RecordKind): string =>
  kind.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)

/** What Payload adds to a record, and what the plugin derives: not part of what it says. */
const derived = new Set<string>(['references', 'sections', 'usedInPolicies', 'usedInSections'])
const ofBodies = new Set<string>(relationKinds)

/** A document of Payload's, in all its languages, as scripts are shown it: without what is empty or derived. */
export function told(document: object, kind: RecordKind): { readonly [field: string]: unknown } {
  const hasBodies = kind === 'policies' || kind === 'policySections'
  const fields = Object.entries(document).flatMap(([name, value]) => {
    if (derived.has(name) || (hasBodies && ofBodies.has(name))) return []
    const own = withoutEmpty(value)
    return own === undefined ? [] : [[/^_.*_order$/.test(name) ? 'order' : name, own] as const]
  })
  return Object.fromEntries(fields)
}

function withoutEmpty(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (Array.isArray(value))
    return value.length ? value.map((item) => withoutEmpty(item) ?? null) : undefined
  if (!isObject(value) || 'root' in value) return value
  const own = Object.entries(value).flatMap(([name, inner]) => {
    const kept = withoutEmpty(inner)
    return kept === undefined ? [] : [[name, kept] as const]
  })
  return own.length ? Object.fromEntries(own) : undefined
}
