import type { Change } from '../compare/index.ts'
import { nodesOf, type PolicyDocument } from '../document.ts'
import { namesOf } from './names.ts'
import { type Needs, needsOf } from './needs.ts'
import { differingPlaces, keyOf, type Place } from './places.ts'
import { printedPlaces, recordsIn } from './printed-places.ts'
import type { Sides } from './sides.ts'
import { typedChanges } from './typed-changes.ts'

export { type Sides, sidesOf } from './sides.ts'
export { taken } from './take.ts'

/** A change of the working copy that can go into an edition while others wait. */
export type PickableChange = {
  /** Names the change for as long as it is not published, whatever else is. */
  readonly key: string
  readonly change: 'added' | 'removed' | 'changed' | 'moved'
  /** What people call its place. */
  readonly name: { readonly ja: string; readonly en: string }
  /** The keys of all that goes along with it. */
  readonly needs: readonly string[]
  /** What it changes in the base language, as a lawyer names it; none where only the order or another language does. */
  readonly changes: readonly Change[]
}

/** The changes of a working copy that can be published by themselves, in the order of the text. */
export function pickableChanges(sides: Sides): readonly PickableChange[] {
  const { base, printed } = sides
  const [edition, working] = [printed.edition[base], printed.working[base]]
  if (!edition || !working) return []
  const places = differingPlaces(sides)
  const needs = needsOf(sides, places)
  const name = namesOf(working, edition)
  const changes = typedChanges(edition, working, places)
  return inReadingOrder(places, edition, working).map((place) => {
    const goesAlong = along(place.key, needs)
    return {
      key: place.key,
      change: changeOf(place, sides),
      name: name(place),
      needs: places.map(({ key }) => key).filter((key) => goesAlong.has(key)),
      changes: changes.get(place.key) ?? [],
    }
  })
}

/** What goes into an edition: what was picked, and what goes along with it. */
export type Picked = {
  readonly keys: ReadonlySet<string>
  readonly taken: readonly (Pick<PickableChange, 'key' | 'change' | 'name'> & {
    readonly isAlong: boolean
  })[]
  /** What was asked for and is no change of the working copy. */
  readonly unknown: readonly string[]
  /** All that could have been asked for. */
  readonly known: readonly string[]
}

/** The changes that are picked, by their keys, with all that they need. */
export function pick(sides: Sides, asked: Iterable<string>): Picked {
  const { base, printed } = sides
  const places = differingPlaces(sides)
  const known = places.map(({ key }) => key)
  const picked = new Set(asked)
  const needs = needsOf(sides, places)
  const keys = new Set(known.filter((key) => picked.has(key)))
  for (const key of [...keys]) for (const other of along(key, needs)) keys.add(other)
  const [edition, working] = [printed.edition[base], printed.working[base]]
  const name = edition && working && namesOf(working, edition)
  return {
    keys,
    taken: places.flatMap((place) =>
      keys.has(place.key) && name
        ? [
            {
              key: place.key,
              change: changeOf(place, sides),
              name: name(place),
              isAlong: !picked.has(place.key),
            },
          ]
        : [],
    ),
    unknown: [...picked].filter((key) => !known.includes(key)),
    known,
  }
}

function along(key: string, needs: Needs): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [key]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const other of needs.get(next) ?? [])
      if (other !== key && !found.has(other)) {
        found.add(other)
        waiting.push(other)
      }
  return found
}

function changeOf(place: Place, { newLanguages }: Sides): PickableChange['change'] {
  switch (place.of) {
    case 'section':
      return place.how
    case 'order':
      return 'moved'
    case 'language':
      return newLanguages.includes(place.language) ? 'added' : 'removed'
    default:
      return 'changed'
  }
}

/** Facts first, then what stands in the text, where it stands: what is gone after what it stood after. */
function inReadingOrder(
  places: readonly Place[],
  edition: PolicyDocument,
  working: PolicyDocument,
): readonly Place[] {
  const at = new Map<string, number>()
  for (const [i, place] of printedPlaces(working).entries()) {
    at.set(place.key, i)
    for (const record of recordsIn(place)) if (!at.has(record)) at.set(record, i)
  }
  let last = 0
  for (const place of printedPlaces(edition)) {
    last = at.get(place.key) ?? last
    if (!at.has(place.key)) at.set(place.key, last)
    for (const record of recordsIn(place)) if (!at.has(record)) at.set(record, last)
  }
  const sections = new Set(nodesOf(working, 'section').map(({ id }) => id))
  const rank = (place: Place): number => {
    if (place.of === 'order')
      return place.parent !== null && sections.has(place.parent)
        ? (at.get(keyOf.section(place.parent)) ?? -1)
        : -1
    if (place.of === 'section') return at.get(keyOf.section(place.id)) ?? -1
    return at.get(place.key) ?? (place.of === 'language' ? Number.POSITIVE_INFINITY : -1)
  }
  return places.toSorted((a, b) => rank(a) - rank(b) || 0)
}
