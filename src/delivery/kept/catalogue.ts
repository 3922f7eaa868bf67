import { jstDay } from '../../core/calendar.ts'
import { at, type EditionHead, inOrder } from '../../core/edition/index.ts'
import type { Stamp } from '../answer.ts'
import type { EditionSource, History } from '../sources/source.ts'
import { isUnavailable, unavailable } from '../unavailable.ts'
import type { Cache } from './cache.ts'
import type { UnderWay } from './under-way.ts'

/** Policies for a list. Of their histories it has what any day from today on may need. */
export type KeptList = {
  readonly stamp: Stamp
  readonly histories: readonly History[]
  isOutdated: boolean
}

export type Listed = {
  readonly list: KeptList
  /** Since when nobody knows whether the list is whole; null when it is. */
  readonly staleSince: Date | null
}

type Catalogue = {
  readonly list: (organisation?: string) => Promise<Listed>
  readonly kept: (name: string) => KeptList | undefined
  readonly outdate: () => void
}

type Parts = {
  readonly source: EditionSource
  readonly cache: Cache
  readonly underWay: UnderWay
  readonly lostSince: () => Date | null
  readonly now: () => Date
}

/** Lists at hand, until any edition is recorded anywhere. */
export function createCatalogue({ source, cache, underWay, lostSince, now }: Parts): Catalogue {
  const lists = cache.shelf<KeptList>('list')
  return {
    async list(organisation) {
      const name = organisation === undefined ? 'all' : `of ${organisation}`
      const kept = lists.get(name)
      const lost = lostSince()
      if (kept && (!kept.isOutdated || lost)) return { list: kept, staleSince: lost }
      try {
        const list = await underWay.once(`list ${name}`, async () => {
          const day = jstDay(now())
          const { result, meanwhile } = await underWay.attentive(() =>
            source.histories(organisation),
          )
          const list: KeptList = {
            stamp: { shelf: 'list', name, version: ++versions },
            histories: result.map((history) => abridged(history, day)),
            isOutdated: meanwhile.hasMissed || meanwhile.heard.length > 0,
          }
          lists.set(name, list, 3 * JSON.stringify(list.histories).length)
          return list
        })
        return { list, staleSince: null }
      } catch (error) {
        if (!isUnavailable(error)) throw error
        if (kept) return { list: kept, staleSince: lost ?? now() }
        throw unavailable()
      }
    },
    kept: lists.get,
    outdate() {
      for (const list of lists.values()) list.isOutdated = true
    },
  }
}

let versions = 0

/**
 * A history without what no day from this one on can say any more. It answers `at` and `inOrder` from then on as the
 * whole does, and its newest edition is the whole's newest.
 */
export function abridged(history: History, day: string): History {
  const answer = at(history, day)
  const current: (EditionHead | null)[] =
    answer.state === 'none'
      ? []
      : answer.state === 'inForce'
        ? [answer.edition]
        : [answer.repeal, answer.last]
  const upcoming = inOrder(history).filter(({ effectiveFrom }) => effectiveFrom > day)
  const needed = new Set<EditionHead | null | undefined>()
  // An erratum stands where the first that it sets right stood.
  for (let edition of [...current, ...upcoming, history.at(-1)])
    for (; edition && !needed.has(edition); edition = corrected(history, edition))
      needed.add(edition)
  const [first, ...rest] = history.filter((edition) => needed.has(edition))
  return first ? [first, ...rest] : history
}

const corrected = (history: History, { corrects }: EditionHead) =>
  corrects === null ? null : history.find(({ number }) => number === corrects)
