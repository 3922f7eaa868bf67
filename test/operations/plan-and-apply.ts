import type { PlanUnit } from '../../src/core/bulk/plan.ts'
import { planWriter } from '../../src/core/bulk/plan-file.ts'
import { type ApplyOptions, applyPlan, type UnitOutcome } from '../../src/operations/bulk/apply.ts'
import { type Plannable, planChange } from '../../src/operations/bulk/plan.ts'
import type { Reading } from '../../src/operations/policy/load-policy.ts'

/** A plan as its file holds it. */
export async function planned(change: Plannable, reading: Reading) {
  const planning = await planChange(change, reading, { madeBy: '計画者' })
  const writer = planWriter(planning.head)
  let text = writer.begin()
  const units: PlanUnit[] = []
  for await (const { unit } of planning.units) {
    units.push(unit)
    text += writer.add(unit)
  }
  const end = writer.end()
  return { units, sha256: end.sha256, counts: end.counts, text: text + end.text }
}

export async function applied(
  text: string,
  options: Partial<ApplyOptions>,
  reading: Reading,
): Promise<readonly UnitOutcome[]> {
  const lines = async function* () {
    yield* text.trimEnd().split('\n')
  }
  const applying = await applyPlan(lines, { appliedBy: '適用者', ...options }, reading)
  const outcomes: UnitOutcome[] = []
  for await (const outcome of applying.outcomes) outcomes.push(outcome)
  return outcomes
}
