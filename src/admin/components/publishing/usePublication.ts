'use client'
import { recordProblem } from '../../../core/compare/duties/meet.ts'
import { bringsText } from '../../../core/edition/edition.ts'
import { pendingAfter, refusePublication } from '../../../core/edition/publication.ts'
import type { CheckAnswer } from '../../../operations/checking/check-policy.ts'
import type { DutiesAhead } from '../../../operations/publishing/duties-ahead.ts'
import type { PickableText } from '../../../operations/publishing/pickable-text.ts'
import type { PublishingStatus } from '../../../operations/publishing/publication-status.ts'
import type { MetError } from '../checking/Waivers.tsx'
import { type DutyDrafts, recordOf } from '../duties/duty-draft.ts'
import { usePolicyAnswer, usePolicyUrl } from '../usePolicyAnswer.ts'
import type { PublishDraft } from './usePublishing.ts'

/**
 * What a draft of a publication needs before it can go ahead: what the rules of publication refuse, what the check finds,
 * which duties it may raise, and from which changes it can be picked. The server is asked with every draft anew.
 */
export function usePublication(status: PublishingStatus, draft: PublishDraft) {
  const { editions, today, may } = status
  const { kind, effectiveFrom, corrects, only, pendingDecision } = draft
  const since = editions.length
  const hasText = bringsText[kind]
  const standing = editions.filter(
    (one) => one.standing && one.standing !== 'withdrawn' && one.standing !== 'corrected',
  )
  const refusals = refusePublication(draft, editions, today)
  const isSomething = refusals.length === 0 && only?.length !== 0
  const policy = usePolicyUrl(status.collections.policies, status.policy)

  const isChecked = status.gate && hasText && isSomething
  const { answer: checked } = usePolicyAnswer<CheckAnswer>(
    'check',
    isChecked ? policy : undefined,
    { effectiveFrom, corrects, only, pendingDecision },
    since,
  )
  const asksDuties = status.dutiesGate && hasText && isSomething
  const { answer: duties } = usePolicyAnswer<DutiesAhead>(
    'duties',
    asksDuties ? policy : undefined,
    { kind, effectiveFrom, corrects, only },
    since,
  )
  // What is not picked is taken from the text that holds on that day: without one, there is nothing to pick from.
  const holdsFrom = standing.some((one) => one.effectiveFrom <= effectiveFrom)
  const isNamed = effectiveFrom !== '' && (kind !== 'erratum' || corrects !== null)
  const { answer: pickable } = usePolicyAnswer<PickableText>(
    'changes',
    may.publish && hasText && isNamed && holdsFrom ? policy : undefined,
    { effectiveFrom, corrects },
    since,
  )

  const errors = checked ? errorsOf(checked) : []
  const unwaived = errors.filter(({ key }) => (draft.waivers[key] ?? '').trim().length < 2)
  const open = (duties?.duties ?? []).filter(
    ({ key }) => !isRecorded(key, draft.duties, effectiveFrom),
  )
  // Nobody publishes before it is known what stands in the way.
  const isAsking = (isChecked && checked === undefined) || (asksDuties && duties === undefined)
  return {
    standing,
    upcoming: standing.filter((one) => one.standing === 'upcoming'),
    pending: pendingAfter(draft, editions, today),
    /** What is refused for another reason than that it has not been entered yet. */
    objections: refusals.filter(
      ({ code }) =>
        !/-missing$/.test(code) && (effectiveFrom || code !== 'effective-date-unreadable'),
    ),
    errors,
    duties: duties ?? null,
    pickable: pickable ?? null,
    isAsking,
    unwaived,
    open,
    isReady: may.publish && isSomething && !isAsking && unwaived.length === 0 && open.length === 0,
  }
}

/** Of the text itself, and of those that are published again along with it, by the numbers of their editions. */
const errorsOf = ({ findings, reissued }: CheckAnswer): readonly MetError[] =>
  [
    ...findings,
    ...reissued.flatMap(({ number, findings: its }) =>
      its.map((finding) => ({ ...finding, reissues: number })),
    ),
  ].filter(({ severity }) => severity === 'error')

function isRecorded(key: string, drafts: DutyDrafts, effectiveFrom: string): boolean {
  const { [key]: duty } = drafts
  return duty !== undefined && recordProblem(recordOf(key, duty), effectiveFrom) === null
}
