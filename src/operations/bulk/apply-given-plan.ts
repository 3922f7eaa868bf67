import type { Reading } from '../policy/load-policy.ts'
import { type Applying, type ApplyOptions, applyPlan } from './apply.ts'
import { refuseMadeUp, refuseOutside } from './examine-plan.ts'
import type { Within } from './within.ts'

/**
 * Applies a plan that somebody gives who may write here and no further, and whose plan need not be one of ours.
 *
 * @throws OperationRefused before anything is written, as `applyPlan` does, and for what is not his to write
 */
export async function applyGivenPlan(
  lines: () => AsyncIterable<string>,
  options: ApplyOptions,
  within: Within,
  reading: Reading,
): Promise<Applying> {
  await refuseOutside(lines(), within, reading)
  const applying = await applyPlan(lines, options, reading)
  await refuseMadeUp(lines(), applying.sha256, reading)
  return applying
}
