import { contactLength, type Place } from './address-blocks.ts'
import { contactRowKind } from './contact-lines.ts'
import type { Row } from './rows.ts'
import { isEndMark, isLeadIn, isSentence } from './shape.ts'

/** A row of a list with the lines that go on with it and the list within it. */
export type Item = {
  readonly row: Row
  readonly more: readonly Row[]
  readonly items: readonly Item[]
}

type Open = {
  readonly series: string
  readonly numbered: boolean
  readonly depth: number | undefined
  last: number
  readonly items: MutableItem[]
}
type MutableItem = { row: Row; more: Row[]; items: MutableItem[] }

/** The list that begins at a row, and the row behind it. */
export function listAt(
  rows: readonly Row[],
  from: number,
  place: Place,
): { items: Item[]; next: number } {
  const root: MutableItem[] = []
  const open: Open[] = []
  let i = from
  while (i < rows.length) {
    const row = rows[i] as Row
    if (row.marker === '' && !(row.item && !row.item.more)) {
      const item = open.at(-1)?.items.at(-1)
      const more = row.item ? certainContinuation(row, open) : continuationLength(rows, i, open)
      if (more === 0 || !item) break
      item.more.push(...rows.slice(i, i + more))
      i += more
      continue
    }
    if (i > from && !row.label && !row.item && contactLength(rows, i, place) > 0) break
    const item: MutableItem = { row, more: [], items: [] }
    const ordinal = row.label?.ordinal ?? 0
    const at = opensWithin(row, open) ? -1 : levelOf(row, open)
    if (at >= 0) {
      const list = open[at] as Open
      // Numbers that begin anew at the list's own level make a new list.
      if (at === 0 && row.label && ordinal === 1 && list.last >= 1) break
      open.length = at + 1
      list.items.push(item)
      list.last = ordinal
    } else {
      // ２ behind (1), (2): a paragraph of the article, and no part of its list.
      if (i > from && ordinal > 1 && row.item?.depth === open[0]?.depth) break
      const parent = open.at(-1)?.items.at(-1)
      const into = parent ? parent.items : root
      into.push(item)
      open.push({
        series: row.series,
        numbered: row.label !== null,
        depth: row.item?.depth,
        last: ordinal,
        items: into,
      })
    }
    i++
  }
  return { items: root, next: i }
}

const follows = (row: Row, list: Open) => row.label?.ordinal === list.last + 1

/** 1. below 1. 次に掲げる場合を除き、…: numbers that begin anew right below a lead-in are its list. */
function opensWithin(row: Row, open: readonly Open[]): boolean {
  const above = open.at(-1)?.items.at(-1)
  return (
    row.label?.ordinal === 1 &&
    row.item === undefined &&
    above !== undefined &&
    above.row.series === row.series &&
    isSentence(above.row.body) &&
    isLeadIn(above.row.body)
  )
}

/** The open list that a row goes on: by its depth where the format knows that, else by its series. */
function levelOf(row: Row, open: Open[]): number {
  const depth = row.item?.depth
  if (depth === undefined) {
    const next = open.findLastIndex((list) => list.series === row.series && follows(row, list))
    return next >= 0 ? next : open.findLastIndex(({ series }) => series === row.series)
  }
  const deeper = open.findIndex((list) => list.depth !== undefined && list.depth > depth)
  if (deeper >= 0) open.length = deeper
  return open.findLastIndex(
    (list) =>
      list.depth === depth &&
      (list.series === row.series || !(list.numbered || row.label) || list.series === ''),
  )
}

/** A line that the format says goes on with an item does so unless a list within the item stands between. */
function certainContinuation(row: Row, open: readonly Open[]): number {
  const list = open.at(-1)
  return list?.depth === row.item?.depth && list?.items.at(-1)?.items.length === 0 ? 1 : 0
}

/** How many lines without marker go on with the item above them. */
function continuationLength(rows: readonly Row[], from: number, open: readonly Open[]): number {
  const above = open.at(-1)?.items.at(-1)?.row
  const first = rows[from] as Row
  if (!above || isEndMark(first.text)) return 0
  if (/^https?:\/\/\S+$/u.test(first.text)) return 1
  const isTerm = /^[「『][^「『」』]+[」』]$/u.test(above.body)
  if (isTerm) return isSentence(first.text) ? 1 : 0
  // ① 氏名等 / explanation / ② …: what stands between two numbers of one list belongs to the first.
  let to = from
  while (to < rows.length && to - from < 4) {
    const row = rows[to] as Row
    if (row.marker !== '') break
    if (contactRowKind(row) !== null || isEndMark(row.text)) return 0
    to++
  }
  const next = rows[to]
  const list = open.at(-1)
  const goesOn =
    next?.label != null && list?.series === next.series && next.label.ordinal === list.last + 1
  return goesOn && !isSentence(above.body) ? to - from : 0
}
