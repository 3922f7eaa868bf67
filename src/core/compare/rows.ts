import { squash } from '../fold.ts'
import { likeness, type Profile, profileOf } from './likeness.ts'
import { Pairing } from './pairing.ts'
import type { Ids } from './section-pairs.ts'
import { longestRise, sideBySide } from './sequence.ts'
import { printed, type Unit } from './units.ts'

/** What stands side by side: one unit and one, or none and one; several and one where they were merged or split. */
export type Row = {
  readonly before: readonly Unit[]
  readonly after: readonly Unit[]
  /** Whether both print the same. */
  readonly same: boolean
}

export function rowOf(before: readonly Unit[], after: readonly Unit[]): Row {
  const [one, other] = [before[0], after[0]]
  const same =
    before.length === 1 &&
    after.length === 1 &&
    one?.text === other?.text &&
    one?.marker === other?.marker &&
    one?.markerBelow === other?.markerBelow
  return { before, after, same }
}

/** The units of two parts that belong together, in the order of both. */
export function rowsOf(before: readonly Unit[], after: readonly Unit[], ids: Ids): readonly Row[] {
  return sideBySide(before, after, keyOf).flatMap((run) =>
    run.same
      ? run.before.map((unit, i) => rowOf([unit], [run.after[i] as Unit]))
      : inGap(run.before, run.after, ids),
  )
}

/** A marker that only counts on tells nothing apart. */
const keyOf = ({ kind, text, marker }: Unit) =>
  `${kind === 'heading' || kind === 'title' ? kind : ''} ${text || marker}`

/** All that a side of a row prints. */
export const lines = (units: readonly Unit[]) => units.map(printed).join('\n')

/** So many comparisons of one with each are worth their time. */
const MOST_LOOKS = 10_000

function inGap(before: readonly Unit[], after: readonly Unit[], ids: Ids): Row[] {
  if (before.length === 0 || after.length === 0)
    return [...before.map(removed), ...after.map(added)]
  const rows =
    before.length * after.length <= MOST_LOOKS
      ? inOrder(before, after, alikeness(before, after, ids))
      : inWideGap(before, after, ids)
  return settled(joined(rows))
}

const removed = (unit: Unit) => rowOf([unit], [])
const added = (unit: Unit) => rowOf([], [unit])

/** The pairs in order whose likeness is the most, all in all. */
function inOrder(
  before: readonly Unit[],
  after: readonly Unit[],
  alike: (i: number, j: number) => number,
): Row[] {
  const wide = after.length + 1
  const best = new Float64Array((before.length + 1) * wide)
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * wide + j] as number, best[i * wide + j + 1] as number)
      const score = alike(i, j)
      const pair = score > 0 ? score + (best[(i + 1) * wide + j + 1] as number) : 0
      best[i * wide + j] = Math.max(skip, pair)
    }
  const rows: Row[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    const here = best[i * wide + j] as number
    const score = alike(i, j)
    const [one, other] = [before[i] as Unit, after[j] as Unit]
    if (score > 0 && score + (best[(i + 1) * wide + j + 1] as number) === here) {
      rows.push(rowOf([one], [other]))
      i++
      j++
    } else if ((best[(i + 1) * wide + j] as number) === here) {
      rows.push(removed(one))
      i++
    } else {
      rows.push(added(other))
      j++
    }
  }
  return [...rows, ...before.slice(i).map(removed), ...after.slice(j).map(added)]
}

/** The likeliest pairs, and of those as many as are in order: about linear in the width of the gap. */
function inWideGap(before: readonly Unit[], after: readonly Unit[], ids: Ids): Row[] {
  const pieces = (units: readonly Unit[]) =>
    units.map((unit, at) => ({ id: String(at), text: unit.text, unit, at }))
  const { pairs } = new Pairing(pieces(before), pieces(after))
    .byKey(({ unit }) => (isHead(unit) ? unit.kind : null))
    .byKey(({ unit }) => (ids === 'permanent' ? (unit.id ?? null) : null))
    .byLikeness((one, other) => (isHead(one.unit) || isHead(other.unit) ? null : 0.4))
  const sorted = pairs.toSorted(([one], [two]) => one.at - two.at)
  const inOrder = longestRise(sorted.map(([, { at }]) => at))
  const rows: Row[] = []
  let [i, j] = [0, 0]
  const upTo = (one: number, other: number) => {
    rows.push(...before.slice(i, one).map(removed), ...after.slice(j, other).map(added))
  }
  sorted.forEach(([one, other], place) => {
    if (!inOrder.has(place)) return
    upTo(one.at, other.at)
    rows.push(rowOf([one.unit], [other.unit]))
    i = one.at + 1
    j = other.at + 1
  })
  upTo(before.length, after.length)
  return rows
}

/** How sure it is that two units are one, from 0 (they are not) to 2. */
function alikeness(before: readonly Unit[], after: readonly Unit[], ids: Ids) {
  const profiles = new Map<Unit, Profile>()
  const profile = (unit: Unit) => {
    const known = profiles.get(unit) ?? profileOf(unit.text)
    profiles.set(unit, known)
    return known
  }
  const scores = new Map<number, number>()
  const work = (one: Unit, other: Unit) => {
    if (isHead(one) !== isHead(other)) return 0
    if (isHead(one)) return one.kind === other.kind ? 2 : 0
    const like = likeness(profile(one), profile(other))
    if (hasHandle(one, other, ids)) return 1 + like
    return like >= 0.4 ? like : 0
  }
  return (i: number, j: number) => {
    const key = i * after.length + j
    const known = scores.get(key)
    if (known !== undefined) return known
    const score = work(before[i] as Unit, after[j] as Unit)
    scores.set(key, score)
    return score
  }
}

const isHead = ({ kind }: Unit) => kind === 'heading' || kind === 'title'
const hasHandle = (one: Unit, other: Unit, ids: Ids) =>
  (one.about !== undefined && one.about === other.about) ||
  (ids === 'permanent' && one.id !== undefined && one.id === other.id)

/** Units beside a pair that make it whole belong to it: one that was split, or several that were merged. */
function joined(rows: readonly Row[]): Row[] {
  const done: Row[] = []
  for (const row of rows) {
    const last = done.at(-1)
    const whole = last && whichMakesWhole(last, row)
    if (whole) done.splice(-1, 1, whole)
    else done.push(row)
  }
  return done
}

function whichMakesWhole(one: Row, other: Row): Row | null {
  const isPair = (row: Row) => row.before.length > 0 && row.after.length > 0
  if (isPair(one) === isPair(other)) return null
  const [pair, single] = isPair(one) ? [one, other] : [other, one]
  if ([...one.before, ...other.before].some(isHead) || [...one.after, ...other.after].some(isHead))
    return null
  const row = rowOf([...one.before, ...other.before], [...one.after, ...other.after])
  if (row.before.length > 1 && row.after.length > 1) return null
  const whole = wordsAlike(row)
  return whole >= 0.9 && whole > wordsAlike(pair) + 0.02 && single !== pair ? row : null
}

const wordsAlike = ({ before, after }: Row) => {
  const text = (units: readonly Unit[]) => squash(units.map((unit) => unit.text).join(''))
  return likeness(profileOf(text(before)), profileOf(text(after)))
}

/** Between two pairs, what is gone stands before what is new. */
function settled(rows: readonly Row[]): Row[] {
  const done: Row[] = []
  let waiting: Row[] = []
  for (const row of rows) {
    if (row.after.length === 0) done.push(row)
    else if (row.before.length === 0) waiting.push(row)
    else {
      done.push(...waiting, row)
      waiting = []
    }
  }
  return [...done, ...waiting]
}

/** The same rows, looked at from the other side. */
export function mirrored(rows: readonly Row[]): readonly Row[] {
  return settled(rows.map(({ before, after, same }) => ({ before: after, after: before, same })))
}
