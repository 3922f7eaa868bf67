import type { Words } from '../words.ts'
import type { BulkCollection } from './records.ts'

/** Fields of a record by name, in the languages of policies. */
export type Fields = { readonly [field: string]: unknown }

/** One record that changes. */
export type RecordChange = {
  readonly collection: BulkCollection
  readonly id: string
  /** Whose it is; null in the shared library. */
  readonly organisation: string | null
  /** What people know the record by. */
  readonly name: string
  readonly before: {
    /** Of the whole record. */
    readonly hash: string
    /** What the changed fields said. */
    readonly fields: Fields
  }
  /** The changed fields, whole. */
  readonly after: Fields
}

/** A record that the plan was made from: another state of it is drift. */
export type RecordRead = {
  readonly collection: BulkCollection
  readonly id: string
  readonly updatedAt: string
  readonly hash: string
}

export type PlannedFinding = {
  readonly key: string
  readonly ruleId: string
  readonly severity: string
  readonly message: Words
}

/** A policy that prints what changes. */
export type PolicyReached = {
  readonly id: string
  readonly slug: string
  /** Whether it has changes already that are not published: publishing would bring them along. Null: never published. */
  readonly unpublished: boolean | null
  /** Findings that the changed text has and the text before had not, and the other way round. */
  readonly appeared: readonly PlannedFinding[]
  readonly vanished: readonly PlannedFinding[]
  /** How many typed changes its comparisons have, and what the law may ask for. */
  readonly changes: number
  readonly duties: readonly Words[]
}

/** What becomes of one organisation, or of the shared library: written whole, or not at all. */
export type PlanUnit = {
  /** Null: the shared library. */
  readonly organisation: {
    readonly id: string
    readonly slug: string
    readonly name: string
  } | null
  readonly changes: readonly RecordChange[]
  readonly policies: readonly PolicyReached[]
  readonly read: readonly RecordRead[]
}

export type PlanHead = {
  readonly schema: 1
  readonly title: string
  readonly madeAt: string
  readonly madeBy: string
  /** The SHA-256 of the plan that this one takes back. */
  readonly reverts: string | null
}

export type PlanCounts = {
  readonly organisations: number
  readonly records: number
  readonly policies: number
  readonly appeared: number
  readonly vanished: number
  /** Findings of severity error among those that appear. */
  readonly errors: number
}

export const noCounts: PlanCounts = {
  organisations: 0,
  records: 0,
  policies: 0,
  appeared: 0,
  vanished: 0,
  errors: 0,
}

/** The counts with those of one more unit. */
export function counted(
  counts: PlanCounts,
  { organisation, changes, policies }: PlanUnit,
): PlanCounts {
  const sum = (of: (policy: PolicyReached) => number) =>
    policies.reduce((total, policy) => total + of(policy), 0)
  return {
    organisations: counts.organisations + (organisation ? 1 : 0),
    records: counts.records + changes.length,
    policies: counts.policies + policies.length,
    appeared: counts.appeared + sum(({ appeared }) => appeared.length),
    vanished: counts.vanished + sum(({ vanished }) => vanished.length),
    errors: counts.errors + sum(({ appeared }) => appeared.filter(isError).length),
  }
}

export const isError = ({ severity }: PlannedFinding): boolean => severity === 'error'
