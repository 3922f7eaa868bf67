import { jstDay } from '../calendar.ts'
import type { AsOf, Dated } from './as-of.ts'
import type { HistoryIndex } from './history-index.ts'
import { compareInstants, startOfJstDay } from './instant.ts'

/** From an instant on, readers saw this, until the next sighting begins. */
export type Sighting<E extends Dated> = {
  /** An instant as `readInstant` spells it. */
  readonly from: string
  readonly saw: Exclude<AsOf<E>, { readonly state: 'none' }>
}

/**
 * What readers saw, from the first that they saw on: it changes when an edition is recorded or has its day, and
 * nowhere else. What lies after now is what they will see if nothing is recorded until then. An edition may come back,
 * when an erratum moves away the day of the one after it.
 */
export function sightings<E extends Dated>(
  editions: readonly E[],
  index: Pick<HistoryIndex<E>, 'at'>,
): readonly Sighting<E>[] {
  const instants = editions.flatMap(({ recordedAt, effectiveFrom }) => {
    const begun = startOfJstDay(effectiveFrom).toISOString()
    return compareInstants(begun, recordedAt) > 0 ? [recordedAt, begun] : [recordedAt]
  })
  const seen: Sighting<E>[] = []
  let last: string | null = null
  for (const from of [...new Set(instants)].sort(compareInstants)) {
    const saw = index.at(jstDay(new Date(from)), from)
    const name = saw.state === 'none' ? null : nameOf(saw)
    if (name !== last && saw.state !== 'none') seen.push({ from, saw })
    last = name
  }
  return seen
}

const nameOf = <E extends Dated>(saw: Sighting<E>['saw']) =>
  saw.state === 'inForce' ? `${saw.edition.number}` : `${saw.repeal.number} ${saw.last?.number}`

/** The place of the last sighting that begins by an instant; -1 before the first. */
export function sightingBy(seen: readonly Sighting<Dated>[], instant: string): number {
  return seen.findLastIndex(({ from }) => compareInstants(from, instant) <= 0)
}
