import type { Section } from '../document.ts'
import { containment, profileOf } from './likeness.ts'
import type { PartPair } from './matching.ts'
import { lines } from './rows.ts'
import type { Unit } from './units.ts'

export type Parted = {
  /** New sections whose text stood in a section that goes on without it. */
  readonly split: ReadonlyMap<Section, Section>
  /** Sections that are gone and whose text stands in one that lived without it. */
  readonly merged: ReadonlyMap<Section, Section>
}

/** What came out of sections that go on, and what went into them; the same from either side. */
export function partedIn(parts: readonly PartPair[]): Parted {
  return { split: cameOutOf(parts, 'before', 'after'), merged: cameOutOf(parts, 'after', 'before') }
}

type Side = 'before' | 'after'

function cameOutOf(parts: readonly PartPair[], of: Side, to: Side): ReadonlyMap<Section, Section> {
  const bodies = parts.filter((pair) => (pair.before ?? pair.after)?.place === 'body')
  const singles = bodies.filter((pair) => pair[to]?.section && pair[of] === null)
  if (singles.length === 0) return new Map()
  /** What left the sections that go on. */
  const sources = bodies.flatMap((pair) => {
    const left = pair.rows.filter((row) => row[to].length === 0).flatMap((row) => row[of])
    const section = pair[of]?.section
    const text = lines(left)
    return pair.before && pair.after && section && text !== ''
      ? { section, profile: profileOf(text) }
      : []
  })
  const found = new Map<Section, Section>()
  for (const single of singles) {
    const section = single[to]?.section
    const text = own(single[to]?.units ?? [])
    if (!section || text.length < 20) continue
    const profile = profileOf(text)
    const [best] = sources
      .map((source) => ({ ...source, share: containment(profile, source.profile) }))
      .sort((a, b) => b.share - a.share)
    if (best && best.share >= 0.6) found.set(section, best.section)
  }
  return found
}

const own = (units: readonly Unit[]) => lines(units.filter(({ kind }) => kind !== 'heading'))
