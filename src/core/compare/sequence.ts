import { diffArrays } from 'diff'

/** A run of two sequences: what both have, or what stands in one where the other has something else. */
export type Run<T> =
  | { readonly same: true; readonly before: readonly T[]; readonly after: readonly T[] }
  | { readonly same: false; readonly before: readonly T[]; readonly after: readonly T[] }

/** Beyond so many differences nobody looks for the fewest: what is left is one run. */
const MOST_EDITS = 1000

/** Two sequences side by side, by the keys of their members: the fewest differences (Myers). */
export function sideBySide<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (member: T) => string,
): readonly Run<T>[] {
  const [own, other] = [before.map(keyOf), after.map(keyOf)]
  const start = commonStart(own, other)
  const end = commonEnd(own, other, start)
  const runs: Run<T>[] = []
  const push = (same: boolean, removed: readonly T[], added: readonly T[]) => {
    const last = runs.at(-1)
    if (removed.length + added.length === 0) return
    if (last?.same === same)
      runs.splice(-1, 1, {
        same,
        before: [...last.before, ...removed],
        after: [...last.after, ...added],
      })
    else runs.push({ same, before: removed, after: added })
  }
  push(true, before.slice(0, start), after.slice(0, start))
  const left = own.slice(start, own.length - end)
  const right = other.slice(start, other.length - end)
  const changes =
    left.length > 0 && right.length > 0
      ? diffArrays(left, right, { maxEditLength: MOST_EDITS })
      : undefined
  if (!changes)
    push(false, before.slice(start, own.length - end), after.slice(start, other.length - end))
  else {
    let [i, j] = [start, start]
    for (const { value, added, removed } of changes) {
      const [di, dj] = [added ? 0 : value.length, removed ? 0 : value.length]
      push(!added && !removed, before.slice(i, i + di), after.slice(j, j + dj))
      i += di
      j += dj
    }
  }
  push(true, before.slice(own.length - end), after.slice(other.length - end))
  return runs
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length)
  let i = 0
  while (i < most && a[i] === b[i]) i++
  return i
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  const most = Math.min(a.length, b.length) - start
  let i = 0
  while (i < most && a[a.length - 1 - i] === b[b.length - 1 - i]) i++
  return i
}

/** The places of the longest run of numbers that only rise: what stayed in order while others moved. */
export function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []
  const before: number[] = []
  numbers.forEach((number, i) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (ends[low - 1] as number) : -1
    ends[low] = i
  })
  const rise = new Set<number>()
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] as number) rise.add(i)
  return rise
}
