import { formatLabel, readLabels } from '../../../core/numbering.ts'

/**
 * Markers of list items as they print: counted ones (`（１）`, `ア　`, `1. `) and the rest (`・`). Items in a row whose
 * markers go on from each other are a run: （１）（２）（３）, or ・・・.
 */
type Counted = {
  readonly style: string
  readonly ordinal: number
  /** The marker of another number; null when its signs do not count that far (㊿). */
  readonly write: (ordinal: number) => string | null
}

/** What an editor can choose from, each as its number one looks. */
export const usualMarkers = ['（１）', '(1) ', '１．', '①', 'ア　', '（ア）', '・', '－'] as const

/** How far in an indented list usually goes on, below one that is counted otherwise. */
const levels = ['（１）', '①', 'ア　', '・']

const halfWidth = (marker: string) =>
  marker
    .trim()
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

/** Whether a marker goes on from the one before it. */
export function continues(before: string, marker: string): boolean {
  return (
    pairsOf(before, marker).some(isNext) || (before === marker && countedIn(marker).length === 0)
  )
}

/** Whether two markers are written alike, whatever their numbers. */
export function sameStyle(one: string, other: string): boolean {
  return pairsOf(one, other).length > 0 || (one === other && countedIn(one).length === 0)
}

/** The marker that follows these of one list. The one before the last tells `イ` of アイウ from `イ` of イロハ. */
export function nextMarker(markers: readonly string[]): string {
  const last = markers.at(-1) ?? '・'
  const read = pairsOf(markers.at(-2) ?? '', last).find(isNext)?.[1] ?? counted(last)
  return read?.write(read.ordinal + 1) ?? last
}

/** The marker of a list's first item, indented below an item with this marker. */
export function firstBelow(marker: string): string {
  if (!counted(marker)) return marker
  const level = levels.findIndex((one) => sameStyle(halfWidth(one), halfWidth(marker)))
  return levels[level + 1] ?? '・'
}

/** A marker's style with another number; a marker that is not counted stays. */
export function withNumber(marker: string, ordinal: number): string {
  return counted(marker)?.write(ordinal) ?? marker
}

/** The number of a marker; null when it is not counted. */
export function ordinalOf(marker: string): number | null {
  return counted(marker)?.ordinal ?? null
}

/**
 * The markers of a list after one of them was written anew. Its run goes with it: another style changes all of the
 * run, another number the items from there on. What does not belong to the run stays.
 */
export function remarked(
  markers: readonly string[],
  index: number,
  wanted: string,
): readonly string[] {
  const [start, end] = runAround(markers, index)
  const old = markers[index] ?? ''
  const read = counted(wanted)
  const first = read && !sameStyle(old, wanted) && read.ordinal > index - start ? start : index
  return markers.map((marker, i) => {
    if (i === index) return wanted
    if (i < (read ? first : start) || i > end) return marker
    return read ? (read.write(read.ordinal + i - index) ?? marker) : wanted
  })
}

function runAround(markers: readonly string[], index: number): readonly [number, number] {
  const joins = (i: number) => continues(markers[i - 1] ?? '', markers[i] ?? '')
  let start = index
  while (start > 0 && joins(start)) start--
  let end = index
  while (end < markers.length - 1 && joins(end + 1)) end++
  return [start, end]
}

/** Both markers, in each style that both can be read in. */
function pairsOf(one: string, other: string): readonly (readonly [Counted, Counted])[] {
  return countedIn(one).flatMap((first) =>
    countedIn(other).flatMap((second) =>
      first.style.trim() === second.style.trim() ? [[first, second] as const] : [],
    ),
  )
}

const isNext = ([first, second]: readonly [Counted, Counted]): boolean =>
  second.ordinal === first.ordinal + 1

/** The likeliest reading of a marker. */
const counted = (marker: string): Counted | undefined => countedIn(marker)[0]

/** A sign that needs a space after it to be a number (`ア`) may stand without one as a marker. */
function countedIn(marker: string): readonly Counted[] {
  for (const space of ['', '\u3000']) {
    const labels = readLabels(marker + space).filter(({ label }) => label === marker + space)
    if (labels.length === 0) continue
    return labels.map(({ style, ordinal }) => ({
      style,
      ordinal,
      write: (n) => written(style, n)?.slice(0, -space.length || undefined) ?? null,
    }))
  }
  return []
}

function written(style: string, ordinal: number): string | null {
  try {
    return formatLabel(style, ordinal)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
