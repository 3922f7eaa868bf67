import type { PlanUnit } from '../../core/bulk/plan.ts'
import type { EditionRow } from '../../core/edition/edition.ts'
import type { Reading } from '../load-policy.ts'
import type { PublishRequest } from '../publication.ts'
import { publishWithin } from '../publish-policy.ts'
import { OperationRefused } from '../refused.ts'
import { storedEditions } from '../stored-editions.ts'

/** An error that somebody lets pass, by its rule or its key, and why. */
export type Waiving = { readonly finding: string; readonly reason: string }

/**
 * Publishes the policies that a unit reaches, those that have been published before, within its transaction.
 *
 * @throws OperationRefused when one of them cannot be: then nothing of the unit is written
 */
export async function publishReached(
  { policies }: PlanUnit,
  publication: Pick<PublishRequest, 'effectiveFrom' | 'summary' | 'pendingDecision'>,
  waivings: readonly Waiving[],
  reading: Reading,
): Promise<readonly EditionRow[]> {
  const recorded: EditionRow[] = []
  for (const { id } of policies) {
    if ((await storedEditions(id, reading.req)).length === 0) continue
    const request: PublishRequest = { policy: id, ...publication }
    recorded.push(...(await publishWaiving(request, waivings, reading)).recorded)
  }
  return recorded
}

async function publishWaiving(
  request: PublishRequest,
  waivings: readonly Waiving[],
  reading: Reading,
) {
  try {
    return await publishWithin(request, reading)
  } catch (error) {
    if (!(error instanceof OperationRefused) || error.code !== 'findings-unwaived') throw error
    const errors = error.details as readonly { readonly key: string; readonly ruleId: string }[]
    const waivers = errors.flatMap(({ key, ruleId }) => {
      const waiving = waivings.find(({ finding }) => finding === key || finding === ruleId)
      return waiving ? { key, reason: waiving.reason } : []
    })
    if (waivers.length < errors.length) throw error
    return publishWithin({ ...request, waivers }, reading)
  }
}
