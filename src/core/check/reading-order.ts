import type { Range } from '../render/printed.ts'

/*
 * Places in reading order, asked without going through all of them: a rule that asks for each of its finds stays linear
 * in the length of the text.
 */

/** Where among places the first stands that begins at an offset or behind it. */
export function indexFrom(places: readonly Range[], offset: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.start ?? 0) >= offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The place behind one that ends at an offset. */
export function nextFrom<R extends Range>(places: readonly R[], offset: number): R | undefined {
  return places[indexFrom(places, offset)]
}

/** The place that holds the whole of a range, where places do not overlap. */
export function holding<R extends Range>(places: readonly R[], range: Range): R | undefined {
  const place = places[indexFrom(places, range.start + 1) - 1]
  return place && range.end <= place.end ? place : undefined
}

/** The places that stand wholly within a range. */
export function within<R extends Range>(places: readonly R[], { start, end }: Range): readonly R[] {
  return places
    .slice(indexFrom(places, start), indexFrom(places, end + 1))
    .filter((place) => place.end <= end)
}

/** Whether any of these ranges, in any order, has a character in common with another one. */
export function overlapping(ranges: readonly Range[]): (range: Range) => boolean {
  const apart: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else apart.push({ start, end })
  }
  return ({ start, end }) => {
    const last = apart[indexFrom(apart, end) - 1]
    return last !== undefined && start < last.end
  }
}
