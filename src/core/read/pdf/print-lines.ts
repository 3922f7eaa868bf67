import { markerOf } from '../../parse/rows.ts'
import type { Mark } from '../source.ts'
import type { Page, Piece } from './pages.ts'
import { isWide, spaceBetween } from './spaces.ts'

/** A stretch of a line without a wide gap in it. */
export type Segment = {
  readonly x: number
  readonly end: number
  readonly text: string
  readonly marks: readonly Mark[]
}
/** What stands on one line of a page or a column. */
export type PrintLine = {
  readonly page: number
  readonly x: number
  readonly end: number
  readonly y: number
  readonly size: number
  readonly segments: readonly Segment[]
}

export function textOfLine(line: PrintLine): string {
  return line.segments.map(({ text }) => text).join('\u3000')
}

type Row = { y: number; size: number; pieces: Piece[] }

/** Pieces on lines, from top to bottom; what stands raised or lowered a little is of the line that it stands in. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = []
  // The larger first: what is small joins the line that it stands in.
  const bySize = pieces.toSorted((a, b) => b.size - a.size)
  const byPlace = new Map<number, Row[]>()
  for (const piece of bySize) {
    const bucket = Math.round(piece.y / 4)
    const near = [-3, -2, -1, 0, 1, 2, 3].flatMap((step) => byPlace.get(bucket + step) ?? [])
    const row = near
      .filter((one) => stands(piece, one))
      .toSorted((a, b) => Math.abs(a.y - piece.y) - Math.abs(b.y - piece.y))[0]
    if (row) row.pieces.push(piece)
    else {
      const made = { y: piece.y, size: piece.size, pieces: [piece] }
      rows.push(made)
      byPlace.set(bucket, [...(byPlace.get(bucket) ?? []), made])
    }
  }
  for (const row of rows) row.pieces.sort((a, b) => a.x - b.x)
  return rows.sort((a, b) => a.y - b.y)
}

/** Pieces in an order that is known: a new line where the next one stands lower or begins anew. */
export function rowsInOrder(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = []
  for (const piece of pieces) {
    const row = rows.at(-1)
    const last = row?.pieces.at(-1)
    const same =
      row &&
      last &&
      Math.abs(piece.y - row.y) < Math.max(row.size, piece.size) * 0.6 &&
      piece.x > last.x + last.width - row.size
    if (!same) rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
    else {
      row.pieces.push(piece)
      if (piece.size > row.size) Object.assign(row, { size: piece.size, y: piece.y })
    }
  }
  return rows
}

function stands(piece: Piece, row: Row): boolean {
  const off = Math.abs(piece.y - row.y)
  if (off <= row.size * 0.2) return true
  // Raised and lowered figures, right behind what they belong to.
  const small = piece.size < row.size * 0.8 && off < row.size * 0.5
  return small && row.pieces.some((one) => Math.abs(one.x + one.width - piece.x) < row.size * 0.5)
}

const farthestLabel = 5

function isLabel(pieces: readonly Piece[]): boolean {
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .trim()
  return text.length < 12 && markerOf(`${text}\u3000`).trim() === text
}

/** How far apart two stretches of a line are to be two, in ems. */
const apart = 2

export function linesOfRows(rows: readonly Row[], page: Page): PrintLine[] {
  return rows.map(({ y, size, pieces }) => {
    const segments: Segment[] = []
    let open: Piece[] = []
    const close = () => {
      if (open.length > 0) segments.push(segmentOf(open, size))
      open = []
    }
    for (const piece of pieces) {
      const last = open.at(-1)
      const gap = last ? piece.x - (last.x + last.width) : 0
      // A number is set apart from its text by a tab, and is no cell for that.
      const labels = segments.length === 0 && gap < size * farthestLabel && isLabel(open)
      if (gap > size * apart && !labels) close()
      open.push(piece)
    }
    close()
    return {
      page: page.number,
      x: segments[0]?.x ?? 0,
      end: segments.at(-1)?.end ?? 0,
      y,
      size,
      segments,
    }
  })
}

function segmentOf(pieces: readonly Piece[], size: number): Segment {
  let text = ''
  let end = pieces[0]?.x ?? 0
  const marks: Mark[] = []
  const usual = usualGap(pieces, size)
  for (const piece of pieces) {
    const written = piece.text
    const gap = piece.x - end
    text += spaceBetween(text, written, isWide(written[0]) ? gap - usual : gap, size)
    const start = text.length
    text += written
    end = Math.max(end, piece.x + piece.width)
    if (piece.url !== null) addLink(marks, start, text.length, piece.url)
  }
  return { x: pieces[0]?.x ?? 0, end, text, marks }
}

/** How far the signs of a line are set apart throughout, as to fill a line; that is no space of the author's. */
function usualGap(pieces: readonly Piece[], size: number): number {
  const gaps = pieces.slice(1).flatMap((piece, i) => {
    const before = pieces[i]
    return before && isWide(before.text.at(-1)) && isWide(piece.text[0])
      ? [piece.x - before.x - before.width]
      : []
  })
  const median = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return gaps.length >= 4 && median > size * 0.2 ? median : 0
}

function addLink(marks: Mark[], start: number, end: number, url: string): void {
  const last = marks.at(-1)
  if (last?.type === 'link' && last.url === url && start - last.end <= 1)
    marks[marks.length - 1] = { ...last, end }
  else marks.push({ type: 'link', start, end, url })
}
