import { contactLength, type Place } from './address-blocks.ts'
import { contactRowKind } from './contact-lines.ts'
import { type Item, listAt } from './items.ts'
import type { Row } from './rows.ts'
import { columnsIn, isEndMark, width } from './shape.ts'
import { isSignature, signs } from './signature.ts'

/** Rows that print together: a paragraph, a list, a table, an address block, a signature, 以上. */
export type Piece =
  | { readonly type: 'text'; readonly row: Row }
  | { readonly type: 'list'; readonly items: readonly Item[] }
  | { readonly type: 'contact'; readonly rows: readonly Row[] }
  | { readonly type: 'signature'; readonly rows: readonly Row[] }
  | { readonly type: 'table'; readonly rows: readonly Row[] }
  | { readonly type: 'end'; readonly row: Row }

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
    one !== undefined && columnsIn(one.text) !== null && contactRowKind(one) === null
  return (
    row.marker === '' && isColumned(row) && (isColumned(rows[i - 1]) || isColumned(rows[i + 1]))
  )
}

/** More lines than any signature has. */
const longest = 60

function signatureLength(rows: readonly Row[], from: number): number {
  let to = from
  while (to - from < longest && rows[to] && !rows[to]?.table && signs(rows[to] as Row)) to++
  return to - from > 0 && isSignature(rows.slice(from, to)) ? to - from : 0
}

/** Lines without markers that make a list: three or more alike, or two below a lead-in. */
function unmarkedLength(rows: readonly Row[], from: number, place: Place): number {
  let to = from
  while (to < rows.length) {
    const row = rows[to] as Row
    if (row.table || row.item || row.marker !== '' || width(row.text) > 160 || isEndMark(row.text))
      break
    if (!place.unmarked(row, rows.slice(Math.max(0, from - 2), from))) break
    to++
  }
  return to - from >= 2 ? to - from : 0
}
