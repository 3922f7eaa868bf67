import type { PlanCounts, PlanHead, PlanUnit } from '../../core/bulk/plan.ts'
import type { Change } from '../../core/compare/index.ts'
import { type ComparisonTable, tableOf } from '../../core/compare/table/index.ts'
import type { PlannedUnit } from './plan.ts'

/** What one policy says before and after, in one language, as people read it. */
export type ShownComparison = {
  readonly slug: string
  readonly language: string
  readonly changes: readonly Change[]
  /** The 新旧対照表. */
  readonly table: ComparisonTable
}

/** A unit of a plan with what the plan file has no need of: plain data, as it goes over a network. */
export type ShownUnit = {
  readonly unit: PlanUnit
  readonly comparisons: readonly ShownComparison[]
}

/** A plan as a server tells it to who shows it: the head, the units, the end, a line each. */
export type ShownLine =
  | { readonly head: PlanHead }
  | ShownUnit
  | { readonly counts: PlanCounts; readonly sha256: string }

export const shownUnit = ({ unit, comparisons }: PlannedUnit): ShownUnit => ({
  unit,
  comparisons: comparisons.map(({ slug, language, comparison }) => ({
    slug,
    language,
    changes: comparison.changes,
    table: tableOf(comparison),
  })),
})
