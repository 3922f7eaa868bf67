import { contactLineKind, email, entityKind, phone, url } from './contact-lines.ts'
import { fold } from './fold.ts'
import type { Row } from './rows.ts'
import { columnsIn, isEndMark, isLeadIn, isSentence, width } from './shape.ts'
import { isSignature, signs } from './signature.ts'

/** A row of a list with the lines that go on with it and the list within it. */
export type Item = {
  readonly row: Row
  readonly more: readonly Row[]
  readonly items: readonly Item[]
}

/** Rows that print together: a paragraph, a list, a table, an address block, a signature, 以上. */
export type Piece =
  | { readonly type: 'text'; readonly row: Row }
  | { readonly type: 'list'; readonly items: readonly Item[] }
  | { readonly type: 'contact'; readonly rows: readonly Row[] }
  | { readonly type: 'signature'; readonly rows: readonly Row[] }
  | { readonly type: 'table'; readonly rows: readonly Row[] }
  | { readonly type: 'end'; readonly row: Row }

export type Place = {
  /** An address block is expected here: contact, complaints, withdrawal. */
  readonly contact: boolean
  /** An address without telephone or e-mail is a desk's here, and not the operator's or a partner's own. */
  readonly addressAlone: boolean
  /** Legal names with URLs are partners here, not contacts. */
  readonly partners: boolean
  /** Lines may sign here: the preamble and what follows 以上. */
  readonly signature: boolean
  /** Lines without markers below a lead-in are its list: exceptions, purposes. */
  readonly unmarked: (row: Row, before: Row | undefined) => boolean
}

export function piecesOf(rows: readonly Row[], place: Place): Piece[] {
  const pieces: Piece[] = []
  let i = 0
  while (i < rows.length) {
    const row = rows[i] as Row
    const { table } = row
    if (table) {
      let to = i + 1
      while (rows[to]?.table?.table === table.table) to++
      pieces.push({ type: 'table', rows: rows.slice(i, to) })
      i = to
      continue
    }
    if (isEndMark(row.text)) {
      pieces.push({ type: 'end', row })
      i++
      continue
    }
    // A line of a table set with tabs or gaps is one line of text, whatever marks it.
    if (isTableLine(rows, i)) {
      pieces.push({ type: 'text', row })
      i++
      continue
    }
    const signed = place.signature ? signatureLength(rows, i) : 0
    const contact = signed > 0 ? 0 : contactLength(rows, i, place)
    if (signed > 0) pieces.push({ type: 'signature', rows: rows.slice(i, i + signed) })
    else if (contact > 0) pieces.push({ type: 'contact', rows: rows.slice(i, i + contact) })
    if (signed + contact > 0) {
      i += signed + contact
      continue
    }
    if (row.marker !== '' || (row.item && !row.item.more)) {
      const list = listAt(rows, i, place)
      pieces.push({ type: 'list', items: list.items })
      i = list.next
      continue
    }
    const unmarked = unmarkedLength(rows, i, place)
    if (unmarked > 0) {
      const items = rows.slice(i, i + unmarked).map((row) => ({ row, more: [], items: [] }))
      pieces.push({ type: 'list', items })
      i += unmarked
      continue
    }
    pieces.push({ type: 'text', row })
    i++
  }
  return pieces
}

/** Tabs set a table; wide gaps do where two lines follow each other that have them, and none is an address. */
function isTableLine(rows: readonly Row[], i: number): boolean {
  const row = rows[i] as Row
  if (row.text.includes('\t')) return true
  const isColumned = (one: Row | undefined) =>
    one !== undefined && columnsIn(one.text) !== null && contactLineKind(one.text) === null
  return (
    row.marker === '' && isColumned(row) && (isColumned(rows[i - 1]) || isColumned(rows[i + 1]))
  )
}

function signatureLength(rows: readonly Row[], from: number): number {
  let to = from
  while (to < rows.length && !rows[to]?.table && signs(rows[to] as Row)) to++
  return to - from > 0 && isSignature(rows.slice(from, to)) ? to - from : 0
}

/* Address blocks. */

function contactLength(rows: readonly Row[], from: number, place: Place): number {
  const first = rows[from] as Row
  const kinds: string[] = []
  let named = false
  let reached = false
  let to = from
  while (to < rows.length) {
    const row = rows[to] as Row
    if (
      row.table ||
      row.label !== null ||
      (to > from && (row.marker === '') !== (first.marker === ''))
    )
      break
    const kind = contactLineKind(row.text)
    if (kind === null || isEndMark(row.text)) break
    if (place.partners && entityKind.test(fold(row.text)) && url.test(fold(row.text))) break
    if (kind === 'building' && kinds.at(-1) === undefined) break
    // A name behind one that can be called or written to is of the next desk.
    if (kind === 'name' && named && reached) break
    named ||= kind === 'name'
    reached ||= kind === 'url' || (kind === 'strong' && canBeReached(row.text))
    kinds.push(kind)
    to++
  }
  if (kinds.length === 0) return 0
  if (!place.addressAlone && !reached) return 0
  const held =
    kinds.includes('strong') || (place.contact && (kinds.includes('url') || kinds.includes('name')))
  if (!held) return 0
  // A heading-like line that only happens to end in 窓口 stays what it is unless details follow.
  return to - from
}

const canBeReached = (text: string) => {
  const plain = fold(text)
  return email.test(plain) || phone.test(plain)
}

/* Lists. */

type Open = {
  readonly series: string
  readonly numbered: boolean
  readonly depth: number | undefined
  last: number
  readonly items: MutableItem[]
}
type MutableItem = { row: Row; more: Row[]; items: MutableItem[] }

function listAt(rows: readonly Row[], from: number, place: Place): { items: Item[]; next: number } {
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
    if (contactLineKind(row.text) !== null || isEndMark(row.text)) return 0
    to++
  }
  const next = rows[to]
  const list = open.at(-1)
  const goesOn =
    next?.label != null && list?.series === next.series && next.label.ordinal === list.last + 1
  return goesOn && !isSentence(above.body) ? to - from : 0
}

/** Lines without markers that make a list: three or more alike, or two below a lead-in. */
function unmarkedLength(rows: readonly Row[], from: number, place: Place): number {
  let to = from
  while (to < rows.length) {
    const row = rows[to] as Row
    if (row.table || row.item || row.marker !== '' || width(row.text) > 160 || isEndMark(row.text))
      break
    if (!place.unmarked(row, rows[from - 1])) break
    to++
  }
  return to - from >= 2 ? to - from : 0
}
