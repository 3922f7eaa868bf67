import type { Page, Piece } from './pages.ts'
import { linesOfRows, type PrintLine, rowsOf, textOfLine } from './print-lines.ts'

export type Furniture = { readonly pieces: ReadonlySet<Piece>; readonly lines: readonly Fixture[] }
type Fixture = { readonly text: string; readonly kind: 'head' | 'foot' | 'pageNumber' }

/**
 * What the pages are framed with, which is no part of the text: what the file itself marks so, what stands at one place
 * of several pages with the same words, numbers aside, and numbers of pages.
 */
export function furnitureOf(pages: readonly Page[]): Furniture {
  const pieces = new Set<Piece>()
  const lines: Fixture[] = []
  const edges = pages.map(edgeLines)
  const seen = new Map<string, number>()
  for (const page of edges)
    for (const place of new Set(page.map((edge) => edge.place)))
      seen.set(place, (seen.get(place) ?? 0) + 1)
  pages.forEach((page, i) => {
    const marked = page.pieces.filter(({ artifact }) => artifact)
    // Some programs mark everything so; then it says nothing.
    const trusted = marked.length < page.pieces.length / 2
    for (const edge of edges[i] ?? []) {
      const repeats = (seen.get(edge.place) ?? 0) >= Math.max(2, Math.ceil(pages.length * 0.4))
      const isArtifact = trusted && edge.pieces.every(({ artifact }) => artifact)
      const isNumber = edge.outermost && isPageNumber(edge.text, pages.length > 1)
      if (!repeats && !isArtifact && !isNumber) continue
      for (const piece of edge.pieces) pieces.add(piece)
      const kind = isNumber ? 'pageNumber' : edge.top ? 'head' : 'foot'
      lines.push({ text: edge.text, kind })
    }
  })
  return { pieces, lines }
}

type Edge = {
  readonly text: string
  readonly place: string
  readonly top: boolean
  readonly outermost: boolean
  readonly pieces: readonly Piece[]
}

/** The lines in the margins of a page: its top and bottom eighth. */
function edgeLines(page: Page): Edge[] {
  const rows = rowsOf(page.pieces)
  const lines: readonly PrintLine[] = linesOfRows(rows, page)
  return rows.flatMap((row, i) => {
    const top = row.y < page.height / 8
    const bottom = row.y > (page.height * 7) / 8
    const artifact = row.pieces.every((piece) => piece.artifact)
    const line = lines[i]
    if ((!top && !bottom && !artifact) || !line) return []
    const text = textOfLine(line)
    const words = text.normalize('NFKC').replace(/[0-9]+/gu, '#')
    return [
      {
        text,
        place: `${top} ${Math.round((top ? row.y : page.height - row.y) / 3)} ${words}`,
        top: row.y < page.height / 2,
        outermost: i === 0 || i === rows.length - 1,
        pieces: row.pieces,
      },
    ]
  })
}

function isPageNumber(text: string, several: boolean): boolean {
  const plain = text.normalize('NFKC').trim()
  if (/^[-–—‐−]+ *\d{1,3} *[-–—‐−]+$/u.test(plain)) return true
  if (/^(?:page|p\.?)? ?\d{1,3} ?(?:[/／]|of|ページ中) ?\d{1,3} ?(?:ページ|頁)?$/iu.test(plain))
    return true
  return several && /^(?:page|p\.?)? ?\d{1,3} ?(?:ページ|頁)?$/iu.test(plain)
}
