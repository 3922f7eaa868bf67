import type { Section } from '../document.ts'
import { containment, profileOf } from './likeness.ts'
import type { PartPair } from './matching.ts'
import { lines, type Row } from './rows.ts'
import type { Unit } from './units.ts'
import { wordsOf } from './words.ts'

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
    const section = pair[of]?.section
    const text = pair.rows
      .map((row) => leftIn(row, of, to))
      .join('\n')
      .trim()
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

/** What a row says on one side and not on the other. */
function leftIn(row: Row, of: Side, to: Side): string {
  if (row.same) return ''
  if (row[to].length === 0) return lines(row[of])
  const words = wordsOf(lines(row.before), lines(row.after))
  return words[of].map(({ text, changed }) => (changed ? text : '')).join('')
}

const own = (units: readonly Unit[]) => lines(units.filter(({ kind }) => kind !== 'heading'))
