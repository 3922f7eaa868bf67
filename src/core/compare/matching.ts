import type { PolicyDocument, Section } from '../document.ts'
import { type Parted, partedIn } from './parted.ts'
import { lines, mirrored, type Row, rowOf, rowsOf } from './rows.ts'
import { type Ids, sectionPairs } from './section-pairs.ts'
import { type Part, partsOf } from './units.ts'

/** A part before and after, one of them null where it is gone or new, and the rows of their units. */
export type PartPair = {
  readonly before: Part | null
  readonly after: Part | null
  readonly rows: readonly Row[]
}

/** What of one document is what of another. */
export type Matching = Parted & {
  readonly before: PolicyDocument
  readonly after: PolicyDocument
  readonly ids: Ids
  /** Of each section after, the one before that it goes on. */
  readonly sections: ReadonlyMap<Section, Section>
  /** In the order of what stands after; what is gone stands where it stood. */
  readonly parts: readonly PartPair[]
}

/**
 * Matches two documents, the same from either side: what is paired with what does not depend on which of them is
 * called the one before.
 */
export function matched(before: PolicyDocument, after: PolicyDocument, ids: Ids): Matching {
  const [own, others] = [partsOf(before), partsOf(after)]
  const isTurned =
    isBehind(printOf(own), printOf(others)) ?? isBehind(...trees(before, after)) ?? false
  const pairs = isTurned ? sectionPairs(after, before, ids) : sectionPairs(before, after, ids)
  const sections = new Map(
    pairs.map(([one, other]): [Section, Section] => (isTurned ? [one, other] : [other, one])),
  )
  const rows = (one: Part, other: Part) =>
    isTurned ? mirrored(rowsOf(other.units, one.units, ids)) : rowsOf(one.units, other.units, ids)
  const parts = inOrder(own, others, sections).map(([one, other]): PartPair => {
    if (one && other) return { before: one, after: other, rows: rows(one, other) }
    const gone = one?.units.map((unit) => rowOf([unit], []))
    const fresh = other?.units.map((unit) => rowOf([], [unit]))
    return { before: one, after: other, rows: gone ?? fresh ?? [] }
  })
  return { before, after, ids, sections, parts, ...partedIn(parts) }
}

const printOf = (parts: readonly Part[]) => parts.map(({ units }) => lines(units)).join('\n')
const trees = (before: PolicyDocument, after: PolicyDocument) =>
  [JSON.stringify(before.children), JSON.stringify(after.children)] as const

/** Any order of texts that is always the same; null for one and the same. */
function isBehind(one: string, other: string): boolean | null {
  if (one === other) return null
  return one.length === other.length ? one > other : one.length > other.length
}

function inOrder(
  before: readonly Part[],
  after: readonly Part[],
  sections: ReadonlyMap<Section, Section>,
): (readonly [Part | null, Part | null])[] {
  const nameOf = (section: Section | null, place: Part['place']) =>
    `${section ? numbers.get(section) : ''} ${place}`
  const numbers = new Map<Section, number>()
  for (const { section } of before)
    if (section && !numbers.has(section)) numbers.set(section, numbers.size)
  const known = new Map(before.map((part) => [nameOf(part.section, part.place), part]))
  const partner = ({ section, place }: Part): Part | null => {
    const own = section ? sections.get(section) : null
    return own === undefined ? null : (known.get(nameOf(own, place)) ?? null)
  }
  const pairs = after.map((part) => [partner(part), part] as const)
  const paired = new Set(pairs.map(([one]) => one))
  /** What is gone, by the part that it stood below. */
  const gone = new Map<Part | null, Part[]>()
  let above: Part | null = null
  for (const part of before) {
    if (paired.has(part)) above = part
    else gone.set(above, [...(gone.get(above) ?? []), part])
  }
  const removed = (part: Part | null) => (gone.get(part) ?? []).map((own) => [own, null] as const)
  return [
    ...removed(null),
    ...pairs.flatMap((pair) => [pair, ...(pair[0] ? removed(pair[0]) : [])]),
  ]
}
