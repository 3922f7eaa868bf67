import type { PlanUnit } from '../../core/bulk/plan.ts'
import type { DutyRecord } from '../../core/compare/duties/meet.ts'
import type { EditionRow } from '../../core/edition/edition.ts'
import type { Reading } from '../policy/load-policy.ts'
import type { Answers } from '../publishing/answered.ts'
import type { PublishRequest } from '../publishing/publication.ts'
import { publishState } from '../publishing/publish-policy.ts'
import { OperationRefused } from '../refused.ts'
import { statesOf } from './policy-states.ts'

/** An error that somebody lets pass, by its rule or its key, and why. */
export type Waiving = { readonly finding: string; readonly reason: string }

/** What is said of every publication of a plan; of waivers and duties each takes those that it is asked for. */
export type Publishing = Pick<PublishRequest, 'summary' | 'pendingDecision' | 'duties'> & {
  readonly effectiveFrom: string
  /** Also where a policy has other changes that are not published yet. @default false: that is refused */
  readonly withUnpublished?: boolean
}

/**
 * Publishes the policies that a unit reaches, those that have been published before, within its transaction.
 *
 * @throws OperationRefused when one of them cannot be: then nothing of the unit is written
 */
export async function publishReached(
  { organisation, policies }: PlanUnit,
  publishing: Publishing,
  waivings: readonly Waiving[],
  reading: Reading,
): Promise<readonly EditionRow[]> {
  const { withUnpublished = false, duties = [], ...each } = publishing
  const answers = answersOf(duties, waivings)
  const published = policies.filter(({ unpublished }) => unpublished !== null)
  const bringing = published.find(({ unpublished }) => unpublished)
  if (bringing && !withUnpublished) throw bringsAlong(bringing.slug)
  const requests = published.map(({ id }): PublishRequest => ({ policy: id, ...each }))
  const recorded: EditionRow[] = []
  for await (const [request, state] of statesOf(organisation?.id ?? '', requests, reading))
    recorded.push(...(await publishState(request, state, reading.req, answers)).recorded)
  return recorded
}

/** Of what is said each publication takes what it is asked for. */
function answersOf(duties: readonly DutyRecord[], waivings: readonly Waiving[]): Answers {
  return {
    waivers: (refusal) =>
      answersTo(refusal, ({ key, ruleId }) => {
        const waiving = waivings.find(({ finding }) => finding === key || finding === ruleId)
        return waiving && { key, reason: waiving.reason }
      }),
    duties: (refusal) =>
      answersTo(refusal, ({ key, name }): DutyRecord | undefined => {
        const record = duties.find((one) => one.key === key || one.key === name)
        return record && { ...record, key }
      }),
  }
}

type Asked = { readonly key: string; readonly ruleId?: string; readonly name?: string }

/** An answer to each thing that a refusal names; without one to all of them, it stays refused. */
function answersTo<T>(
  refusal: OperationRefused,
  answer: (asked: Asked) => T | undefined,
): readonly T[] {
  return (refusal.details as readonly Asked[]).map((asked) => {
    const own = answer(asked)
    if (own === undefined) throw refusal
    return own
  })
}

const bringsAlong = (slug: string) =>
  new OperationRefused('not-publishable', {
    ja: `ポリシー「${slug}」には、まだ公表していない変更がすでにあります。先に公表するか、一緒に公表してよければ --with-unpublished を付けてください。`,
    en: `The policy \`${slug}\` has other changes that are not published yet. Publish them first, or add --with-unpublished to bring them along.`,
  })
