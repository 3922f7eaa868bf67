import { isCalendarDay } from '../../core/calendar.ts'
import { databaseClock } from '../database/database-clock.ts'
import { storedEditions } from '../editions/stored-editions.ts'
import { loadPolicy, type Reading } from '../policy/load-policy.ts'
import { policyMissing } from '../policy/policy-missing.ts'
import { settingsOf } from '../settings.ts'
import { type ChangesToPublish, changesToPublish } from './text-to-publish.ts'
import { unreadableDay } from './unreadable-day.ts'

export type PickableText = ChangesToPublish & {
  readonly policy: string
  readonly organisationSlug: string
  readonly policySlug: string
  /** The day from which what is picked would hold. */
  readonly effectiveFrom: string
}

/**
 * The changes of a policy's working copy that can be published by themselves from a day on, or as a correction of an
 * edition.
 *
 * @throws OperationRefused when there is no such policy, nothing was published yet, or the base language is not whole
 */
export async function pickableText(
  {
    policy,
    effectiveFrom,
    corrects = null,
  }: {
    readonly policy: string
    readonly effectiveFrom?: string | null
    readonly corrects?: number | null
  },
  reading: Reading,
): Promise<PickableText> {
  const { req } = reading
  if (effectiveFrom != null && !isCalendarDay(effectiveFrom)) throw unreadableDay(effectiveFrom)
  const records = await loadPolicy(policy, reading)
  if (!records) throw policyMissing(policy)
  const day = effectiveFrom ?? (await databaseClock(req)).today
  const replacing = { effectiveFrom: day, corrects }
  const editions = await storedEditions(policy, req, replacing)
  return {
    policy,
    organisationSlug: records.organisation.slug,
    policySlug: records.policy.slug,
    effectiveFrom: day,
    ...changesToPublish(replacing, { records, editions, settings: settingsOf(req.payload) }),
  }
}
