import {
  type EditionHead,
  indexHistory,
  type Sighting,
  sightingBy,
  sightings,
} from '../../core/edition/index.ts'
import type { History } from '../sources/source.ts'

export type Seen = readonly Sighting<EditionHead>[]

const kept = new WeakMap<History, Seen>()

/** What readers had seen of a policy by an instant. */
export function seenBy(history: History, instant: string): Seen {
  const all = kept.get(history) ?? sightings(history, indexHistory(history))
  kept.set(history, all)
  return all.slice(0, sightingBy(all, instant) + 1)
}

/** Since when readers had seen what they saw at a moment; null for one at which there was nothing to be seen yet. */
export function seenSince(history: History, moment: string): Date | null {
  const sighting = seenBy(history, moment).at(-1)
  return sighting ? new Date(sighting.from) : null
}
