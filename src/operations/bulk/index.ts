/**
 * Bulk updates as functions, `payload-privacy-policy/bulk`: what the commands `plan`, `apply` and `revert` do, for
 * scripts that have a Payload of their own.
 */
import { createLocalReq, type Payload } from 'payload'
import type { PlanCounts } from '../../core/bulk/plan.ts'
import type { Reading } from '../policy/load-policy.ts'
import { type ApplyOptions, applyPlan, type UnitOutcome } from './apply.ts'
import { type Plannable, type PlannedUnit, planChange } from './plan.ts'
import { linesOf, savePlan } from './plan-on-disk.ts'
import { revertOf } from './revert.ts'

export { renamePartner } from '../../core/bulk/changes/rename-partner.ts'
export { replaceClause } from '../../core/bulk/changes/replace-clause.ts'
export { replaceText } from '../../core/bulk/changes/replace-text.ts'
export { readAssignment, setFields } from '../../core/bulk/changes/set-fields.ts'
export {
  type Change,
  type ChangeContext,
  defineChange,
  type Selection,
} from '../../core/bulk/define-change.ts'
export type { PlanCounts, PlanHead, PlanUnit, RecordChange } from '../../core/bulk/plan.ts'
export type { BulkCollection, BulkRecords } from '../../core/bulk/records.ts'
export type { ApplyOptions, UnitOutcome } from './apply.ts'
export { updateLawCitations } from './law-citations.ts'
export type { PlannedUnit } from './plan.ts'
export { changeOfFile } from './record-file.ts'

type Where = {
  readonly payload: Payload
  /** The plan file. */
  readonly file: string
}
export type Saved = { readonly sha256: string; readonly counts: PlanCounts }

/** Plans a change, writes the plan to a file, and nothing to the database. */
export async function plan(
  change: Plannable,
  {
    payload,
    file,
    madeBy = 'script',
    each,
  }: Where & { readonly madeBy?: string; readonly each?: (planned: PlannedUnit) => void },
): Promise<Saved> {
  const planning = await planChange(change, await system(payload), { madeBy })
  return savePlan(planning, file, each)
}

/** Applies a plan file, and yields what becomes of each organisation as it does. */
export async function* apply(
  { payload, file }: Where,
  { appliedBy = 'script', ...options }: Partial<ApplyOptions> = {},
): AsyncGenerator<UnitOutcome> {
  const reading = await system(payload)
  const applying = await applyPlan(() => linesOf(file), { appliedBy, ...options }, reading)
  yield* applying.outcomes
}

/** Plans the inverse of a plan that was applied, by its SHA-256, into a file of its own. */
export async function revert(
  applied: string,
  { payload, file, madeBy = 'script' }: Where & { readonly madeBy?: string },
): Promise<Saved> {
  const reading = await system(payload)
  const { reverts, ...change } = await revertOf(applied, reading)
  return savePlan(await planChange(change, reading, { madeBy, reverts }), file)
}

const system = async (payload: Payload): Promise<Reading> => ({
  req: await createLocalReq({}, payload),
  overrideAccess: true,
})
