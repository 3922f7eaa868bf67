import { type AsOf, byEffect, type Dated } from './as-of.ts'
import { compareInstants } from './instant.ts'

/** The answers of `as-of.ts` for one policy. */
export type HistoryIndex<E extends Dated> = {
  readonly at: (day: string, knownAt?: string) => AsOf<E>
  readonly nextChange: (day: string, knownAt?: string) => string | null
  readonly neighbours: (edition: E) => { readonly before: E | null; readonly after: E | null }
  /** The editions that come into force after a day, in that order. */
  readonly upcoming: (day: string) => readonly E[]
  /** An edition by its number. */
  readonly numbered: (number: number) => E | undefined
}

/**
 * Puts a policy's editions in order once, so that a question costs about the same over ten thousand editions as over
 * one. It answers what `at`, `nextChange`, `neighbours` and `inOrder` of `as-of.ts` answer, which are its specification.
 */
export function indexHistory<E extends Dated>(editions: readonly E[]): HistoryIndex<E> {
  const order = byEffect(editions)
  const sorted = editions.filter(({ kind }) => kind !== 'withdrawal').sort(order)
  const instants = editions.map(({ recordedAt }) => recordedAt).sort(compareInstants)
  /** How many editions were recorded up to an instant: all that `known` tells apart. */
  const knownBy = (instant: string) => firstAfter(instants, instant, compareInstants)
  const replaced = replacements(editions, knownBy)
  const all = timeline(sorted, knownBy, replaced)
  const withText = timeline(sorted, knownBy, replaced, ({ kind }) => kind !== 'repeal')
  const byNumber = new Map(editions.map((edition) => [edition.number, edition]))
  const erratumOf = firstBy(editions, ({ corrects }) => corrects)
  const withdrawn = new Set(editions.map(({ withdraws }) => withdraws))
  const begunBy = (day: string) =>
    firstAfter(sorted, day, (edition, other) =>
      edition.effectiveFrom < other ? -1 : edition.effectiveFrom > other ? 1 : 0,
    )
  const countAt = (knownAt: string | undefined) =>
    knownAt === undefined ? editions.length : knownBy(knownAt)

  return {
    at(day, knownAt) {
      const [begun, count] = [begunBy(day), countAt(knownAt)]
      const latest = sorted[all.last(begun, count)]
      if (!latest) return { state: 'none' }
      if (latest.kind !== 'repeal') return { state: 'inForce', edition: latest }
      return {
        state: 'repealed',
        repeal: latest,
        last: sorted[withText.last(begun, count)] ?? null,
      }
    },
    nextChange(day, knownAt) {
      return sorted[all.first(begunBy(day), countAt(knownAt))]?.effectiveFrom ?? null
    },
    neighbours(edition) {
      const erratum = erratumOf.get(edition.number)
      if (edition.kind === 'withdrawal' || withdrawn.has(edition.number))
        return { before: null, after: erratum ?? null }
      const isOther = (place: number) => place >= 0 && sorted[place] !== erratum
      const own = firstAfter(sorted, edition, order) - 1
      let before = all.last(own, editions.length)
      while (before >= 0 && !isOther(before)) before = all.last(before, editions.length)
      const after = all.first(own + 1, editions.length)
      return { before: sorted[before] ?? null, after: erratum ?? sorted[after] ?? null }
    },
    upcoming(day) {
      const found: E[] = []
      let place = all.first(begunBy(day), editions.length)
      while (place >= 0) {
        found.push(sorted[place] as E)
        place = all.first(place + 1, editions.length)
      }
      return found
    },
    numbered: (number) => byNumber.get(number),
  }
}

/** When an edition ceased to be live: how many editions had been recorded by then. */
function replacements(
  editions: readonly Dated[],
  knownBy: (instant: string) => number,
): ReadonlyMap<number, number> {
  const replaced = new Map<number, number>()
  for (const { corrects, withdraws, recordedAt } of editions)
    for (const number of [corrects, withdraws])
      if (number !== null) {
        const count = knownBy(recordedAt)
        replaced.set(number, Math.min(count, replaced.get(number) ?? count))
      }
  return replaced
}

const NEVER = 0x7fffffff

/**
 * Editions in order, each live from one count of recordings up to another. A tree over them holds, for each stretch,
 * the first count from which and the last up to which anything in it is live, so that stretches are passed over.
 */
function timeline<E extends Dated>(
  sorted: readonly E[],
  knownBy: (instant: string) => number,
  replaced: ReadonlyMap<number, number>,
  counts: (edition: E) => boolean = () => true,
) {
  const width = 2 ** Math.ceil(Math.log2(Math.max(1, sorted.length)))
  const from = new Int32Array(2 * width).fill(NEVER)
  const to = new Int32Array(2 * width)
  sorted.forEach((edition, place) => {
    if (!counts(edition)) return
    from[width + place] = knownBy(edition.recordedAt)
    to[width + place] = replaced.get(edition.number) ?? NEVER
  })
  for (let node = width - 1; node > 0; node--) {
    from[node] = Math.min(from[2 * node] ?? NEVER, from[2 * node + 1] ?? NEVER)
    to[node] = Math.max(to[2 * node] ?? 0, to[2 * node + 1] ?? 0)
  }
  const isEmpty = (node: number, count: number) =>
    (from[node] ?? NEVER) > count || (to[node] ?? 0) <= count

  /** The last place before `end` that is live by a count, in the stretch of a node; -1 for none. */
  function last(end: number, count: number, node = 1, low = 0, size = width): number {
    if (low >= end || isEmpty(node, count)) return -1
    if (size === 1) return low
    const half = size / 2
    const right = last(end, count, 2 * node + 1, low + half, half)
    return right >= 0 ? right : last(end, count, 2 * node, low, half)
  }
  /** The first place from `start` on that is live by a count; -1 for none. */
  function first(start: number, count: number, node = 1, low = 0, size = width): number {
    if (low + size <= start || isEmpty(node, count)) return -1
    if (size === 1) return low
    const half = size / 2
    const left = first(start, count, 2 * node, low, half)
    return left >= 0 ? left : first(start, count, 2 * node + 1, low + half, half)
  }
  return {
    last: (end: number, count: number) => last(end, count),
    first: (start: number, count: number) => first(start, count),
  }
}

/** How many of sorted items come before or stand with a value: the place of the first after it. */
function firstAfter<T, V>(
  items: readonly T[],
  value: V,
  compare: (item: T, value: V) => number,
): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(items[middle] as T, value) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

function firstBy<E>(items: readonly E[], key: (item: E) => number | null): ReadonlyMap<number, E> {
  const found = new Map<number, E>()
  for (const item of items) {
    const number = key(item)
    if (number !== null && !found.has(number)) found.set(number, item)
  }
  return found
}
