import type { Page, Piece } from './pages.ts'
import { linesOfRows, type PrintLine, rowsOf } from './print-lines.ts'

/** The lines of a page in the order that they are read in: a column before the next, what spans both in its place. */
export function readingOrder(page: Page, pieces: readonly Piece[]): PrintLine[][] {
  const rows = rowsOf(pieces)
  const gutter = gutterOf(linesOfRows(rows, page), page)
  if (gutter === null) return [linesOfRows(rows, page)]
  const regions: PrintLine[][] = []
  let left: Piece[] = []
  let right: Piece[] = []
  const close = () => {
    for (const column of [left, right])
      if (column.length > 0) regions.push(linesOfRows(rowsOf(column), page))
    left = []
    right = []
  }
  for (const row of rows) {
    const crosses = row.pieces.some(
      (piece) => piece.x < gutter - 1 && piece.x + piece.width > gutter + 1,
    )
    if (crosses) {
      close()
      regions.push(linesOfRows([row], page))
      continue
    }
    left.push(...row.pieces.filter((piece) => piece.x < gutter))
    right.push(...row.pieces.filter((piece) => piece.x >= gutter))
  }
  close()
  return regions
}

/**
 * Where the page is parted into two columns of running text: lines on both sides, all begun at one place right of it,
 * most of them full on both. The columns of a table are parted too, but few of their lines are full.
 */
export function gutterOf(lines: readonly PrintLine[], page: Page): number | null {
  const starts = new Map<number, number>()
  for (const { segments } of lines)
    for (const { x } of segments) {
      const at = Math.round(x / 2) * 2
      if (x > page.width * 0.35 && x < page.width * 0.65) starts.set(at, (starts.get(at) ?? 0) + 1)
    }
  for (const [at, count] of [...starts].toSorted((a, b) => b[1] - a[1])) {
    if (count < 5) break
    const x = at - 3
    const segments = lines.flatMap((line) => line.segments)
    const left = segments.filter(({ end }) => end <= x + 1)
    const right = segments.filter((segment) => segment.x >= x)
    const across = segments.length - left.length - right.length
    if (left.length < 5 || right.length < 5 || across > segments.length * 0.3) continue
    if (isFull(left) && isFull(right)) return x
  }
  return null
}

/** Running text: a third of its lines and more reach the right margin, and that margin is a column's width away. */
function isFull(
  segments: readonly { readonly x: number; readonly end: number; readonly text: string }[],
): boolean {
  const margin = Math.max(...segments.map(({ end }) => end))
  const start = Math.min(...segments.map(({ x }) => x))
  if (margin - start < 100) return false
  const full = segments.filter(({ end }) => end > margin - (margin - start) * 0.1).length
  return full >= segments.length / 3
}
