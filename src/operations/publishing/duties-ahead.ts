import { isCalendarDay } from '../../core/calendar.ts'
import { dutiesDisclaimer } from '../../core/compare/duties/index.ts'
import type { OpenDuty } from '../../core/compare/duties/open-duties.ts'
import type { EditionKind } from '../../core/edition/index.ts'
import type { Words } from '../../core/words.ts'
import { databaseClock } from '../database/database-clock.ts'
import { nextAmendment, printedAs } from '../editions/next-edition.ts'
import { storedEditions } from '../editions/stored-editions.ts'
import { composeWhole } from '../policy/compose-all.ts'
import { loadPolicy, type Reading } from '../policy/load-policy.ts'
import { policyMissing } from '../policy/policy-missing.ts'
import { settingsOf } from '../settings.ts'
import { asksDuties, dutiesOfReplacing } from './duties-gate.ts'
import { textToPublish } from './text-to-publish.ts'
import { unreadableDay } from './unreadable-day.ts'

export type DutiesRequest = {
  readonly policy: string
  /** @default 'amendment' */
  readonly kind?: EditionKind | null
  /** @default today, in Japan */
  readonly effectiveFrom?: string | null
  readonly corrects?: number | null
  /** The changes that would be published, by their keys. @default all that the working copy says */
  readonly only?: readonly string[] | null
}

export type DutiesAhead = {
  readonly policy: string
  readonly effectiveFrom: string
  /** The number of the edition that the working copy would take the place of; null for a first one. */
  readonly against: number | null
  readonly duties: readonly OpenDuty[]
  readonly disclaimer: Words
}

/**
 * The duties that publishing the working copy would have to record, before anything is published: those that
 * `publishPolicy` would name.
 *
 * @throws OperationRefused when there is no such policy, or the day is none
 */
export async function dutiesAhead(
  { policy, kind, effectiveFrom = null, corrects = null, only = null }: DutiesRequest,
  reading: Reading,
): Promise<DutiesAhead> {
  const { req } = reading
  const settings = settingsOf(req.payload)
  if (effectiveFrom !== null && !isCalendarDay(effectiveFrom)) throw unreadableDay(effectiveFrom)
  const records = await loadPolicy(policy, reading)
  if (!records) throw policyMissing(policy)
  const day = effectiveFrom ?? (await databaseClock(req)).today
  const coming = { kind: kind ?? 'amendment', effectiveFrom: day, corrects }
  const told = { policy, effectiveFrom: day, disclaimer: dutiesDisclaimer }
  if (!asksDuties(coming, settings)) return { ...told, against: null, duties: [] }
  const editions = await storedEditions(policy, req, coming)
  const heads = editions.map(({ head }) => head)
  const { documents } = only
    ? textToPublish({ ...coming, only }, { records, editions, settings })
    : composeWhole(records, settings)
  const printed = printedAs(
    { ...nextAmendment(heads, day), ...coming },
    documents,
    heads,
    records.policy,
  )
  return { ...told, ...dutiesOfReplacing(coming, printed, editions) }
}
