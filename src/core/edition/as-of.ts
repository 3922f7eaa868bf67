import { jstDay } from '../calendar.ts'
import type { EditionHead } from './edition.ts'
import { compareInstants } from './instant.ts'

/** What as-of reading needs to know of an edition. */
export type Dated = Pick<
  EditionHead,
  'number' | 'kind' | 'effectiveFrom' | 'recordedAt' | 'corrects' | 'withdraws'
>

/** What a policy says on a day: nothing yet, an edition, or that it has ended, with what it said last. */
export type AsOf<E> =
  | { readonly state: 'none' }
  | { readonly state: 'inForce'; readonly edition: E }
  | { readonly state: 'repealed'; readonly repeal: E; readonly last: E | null }

/** The editions recorded up to an instant; all of them without one. */
export function known<E extends Dated>(editions: readonly E[], knownAt?: string): readonly E[] {
  if (knownAt === undefined) return editions
  return editions.filter((edition) => compareInstants(edition.recordedAt, knownAt) <= 0)
}

/** The known editions that nothing known corrects or withdraws. */
export function live<E extends Dated>(editions: readonly E[], knownAt?: string): readonly E[] {
  const all = known(editions, knownAt)
  const replaced = new Set(all.flatMap(({ corrects, withdraws }) => [corrects, withdraws]))
  return all.filter(({ kind, number }) => kind !== 'withdrawal' && !replaced.has(number))
}

/**
 * The first edition of a chain of errata, of any edition of a policy: an erratum stands where the edition stood that it
 * sets right.
 */
export function rootsIn<E extends Dated>(editions: readonly E[]): (edition: E) => E {
  const index = new Map(editions.map((edition) => [edition.number, edition]))
  return (edition) => {
    let first = edition
    // An erratum is recorded after what it corrects; rows that claim otherwise must not send us in circles.
    while (first.corrects !== null && first.corrects < first.number) {
      const corrected = index.get(first.corrects)
      if (!corrected) break
      first = corrected
    }
    return first
  }
}

/** What the policy says on a day in Japan, as far as was known at an instant (now, without one). */
export function at<E extends Dated>(
  editions: readonly E[],
  day: string,
  knownAt?: string,
): AsOf<E> {
  const begun = live(editions, knownAt).filter(({ effectiveFrom }) => effectiveFrom <= day)
  const order = byEffect(editions)
  const latest = greatest(begun, order)
  if (!latest) return { state: 'none' }
  if (!isRepeal(latest)) return { state: 'inForce', edition: latest }
  const last = greatest(
    begun.filter((edition) => !isRepeal(edition)),
    order,
  )
  return { state: 'repealed', repeal: latest, last }
}

/** What a reader saw at an instant: what was known then of the day it was in Japan. */
export function seen<E extends Dated>(editions: readonly E[], instant: string): AsOf<E> {
  return at(editions, jstDay(new Date(instant)), instant)
}

/** The live editions in the order in which they come into force. */
export function inOrder<E extends Dated>(editions: readonly E[], knownAt?: string): readonly E[] {
  return [...live(editions, knownAt)].sort(byEffect(editions))
}

/** The first day after a day on which another edition comes into force, by what was known at an instant. */
export function nextChange(
  editions: readonly Dated[],
  day: string,
  knownAt?: string,
): string | null {
  let next: string | null = null
  for (const { effectiveFrom } of live(editions, knownAt))
    if (effectiveFrom > day && (next === null || effectiveFrom < next)) next = effectiveFrom
  return next
}

/**
 * The editions before and after an edition, in the order in which they come into force. What follows a corrected
 * edition is the erratum; a withdrawn one, and a withdrawal, stand outside the order.
 */
export function neighbours<E extends Dated>(
  editions: readonly E[],
  edition: E,
): { readonly before: E | null; readonly after: E | null } {
  const erratum = editions.find(({ corrects }) => corrects === edition.number)
  const isOut =
    edition.kind === 'withdrawal' || editions.some(({ withdraws }) => withdraws === edition.number)
  if (isOut) return { before: null, after: erratum ?? null }
  const order = byEffect(editions)
  const others = inOrder(editions).filter(
    (other) => other.number !== edition.number && other.number !== erratum?.number,
  )
  return {
    before: others.findLast((other) => order(other, edition) < 0) ?? null,
    after: erratum ?? others.find((other) => order(other, edition) > 0) ?? null,
  }
}

/** What has become of an edition by a day. `past` had its time, or was overtaken on its very day. */
export type Standing = 'inForce' | 'upcoming' | 'past' | 'corrected' | 'withdrawn'

/** The standing of every edition on a day, by number. A withdrawal, which never comes into force, has none. */
export function standings(editions: readonly Dated[], day: string): ReadonlyMap<number, Standing> {
  const now = at(editions, day)
  const current =
    now.state === 'repealed' ? now.repeal : now.state === 'inForce' ? now.edition : null
  const withdrawn = new Set(editions.map(({ withdraws }) => withdraws))
  const corrected = new Set(editions.map(({ corrects }) => corrects))
  const standing = ({ number, effectiveFrom }: Dated): Standing => {
    if (withdrawn.has(number)) return 'withdrawn'
    if (corrected.has(number)) return 'corrected'
    if (effectiveFrom > day) return 'upcoming'
    return number === current?.number ? 'inForce' : 'past'
  }
  return new Map(
    editions
      .filter(({ kind }) => kind !== 'withdrawal')
      .map((edition) => [edition.number, standing(edition)]),
  )
}

const isRepeal = ({ kind }: Dated) => kind === 'repeal'

/** Compares by effective day, then the number of the root, then the number. */
export function byEffect<E extends Dated>(editions: readonly E[]): (a: E, b: E) => number {
  const rootOf = rootsIn(editions)
  return (a, b) =>
    a.effectiveFrom < b.effectiveFrom
      ? -1
      : a.effectiveFrom > b.effectiveFrom
        ? 1
        : rootOf(a).number - rootOf(b).number || a.number - b.number
}

function greatest<E>(items: readonly E[], order: (a: E, b: E) => number): E | null {
  let best: E | null = null
  for (const item of items) if (best === null || order(item, best) > 0) best = item
  return best
}
