import { jstDay } from '../calendar.ts'
import { at, compareInstants, type EditionHead, live, startOfJstDay } from '../edition/index.ts'

/**
 * `edition.published`: an edition was recorded · `edition.upcoming`: it comes into force in so many days ·
 * `edition.in-force`: its day has come.
 */
export const webhookEvents = ['edition.published', 'edition.upcoming', 'edition.in-force'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** What somebody wants to hear of. */
export type Subscription = {
  readonly events: readonly WebhookEvent[]
  /** How many days before its day to tell of an edition, each once. */
  readonly leadDays: readonly number[]
}

/** Something to tell of an edition, once, and when. */
export type PlannedEvent = {
  readonly event: WebhookEvent
  readonly edition: EditionHead
  /** Of `edition.upcoming` only. */
  readonly leadDays: number | null
  /** An instant as `readInstant` spells it. */
  readonly dueAt: string
}

/** Why something planned is not told after all. */
export type Overtaken = 'withdrawn' | 'corrected' | 'overtaken'

const DAY = 86_400_000

/**
 * What is to be told of an edition that has just been recorded, given all editions of its policy. A lead that has
 * passed when the edition is recorded is left out: `edition.published` tells of it at that moment.
 */
export function planEvents(
  edition: EditionHead,
  editions: readonly EditionHead[],
  { events, leadDays }: Subscription,
): PlannedEvent[] {
  const { recordedAt, effectiveFrom, kind } = edition
  const begins = startOfJstDay(effectiveFrom).getTime()
  const planned: PlannedEvent[] = []
  const plan = (event: WebhookEvent, dueAt: string, days: number | null = null) => {
    if (events.includes(event)) planned.push({ event, edition, leadDays: days, dueAt })
  }
  plan('edition.published', recordedAt)
  if (kind === 'withdrawal') return planned
  for (const days of [...new Set(leadDays)].sort((a, b) => b - a)) {
    const dueAt = new Date(begins - days * DAY).toISOString()
    if (days > 0 && compareInstants(dueAt, recordedAt) > 0) plan('edition.upcoming', dueAt, days)
  }
  const begun = new Date(begins).toISOString()
  const dueAt = compareInstants(begun, recordedAt) > 0 ? begun : recordedAt
  // An old text brought in, or an old edition put right, never has a day of its own.
  if (standsOn(edition, editions, dueAt)) plan('edition.in-force', dueAt)
  return planned
}

/** Whether something planned is still to be told at an instant, by the editions known then; or why not. */
export function overtakenBy(
  { event, edition }: Pick<PlannedEvent, 'event' | 'edition'>,
  editions: readonly EditionHead[],
  instant: string,
): Overtaken | null {
  // That it was published stays true whatever becomes of it.
  if (event === 'edition.published') return null
  const { number, effectiveFrom } = edition
  if (editions.some(({ withdraws }) => withdraws === number)) return 'withdrawn'
  if (editions.some(({ corrects }) => corrects === number)) return 'corrected'
  const isDue =
    event === 'edition.upcoming'
      ? effectiveFrom > jstDay(new Date(instant))
      : standsOn(edition, editions, instant)
  return isDue ? null : 'overtaken'
}

/** Whether an edition is what the policy says, or what ended it, at an instant. */
function standsOn(
  { number }: EditionHead,
  editions: readonly EditionHead[],
  instant: string,
): boolean {
  const answer = at(live(editions), jstDay(new Date(instant)))
  if (answer.state === 'none') return false
  const standing = answer.state === 'inForce' ? answer.edition : answer.repeal
  return standing.number === number
}
