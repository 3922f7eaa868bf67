import type { LineItem, LineRow, Mark } from '../source.ts'
import { gutterOf, readingOrder } from './columns.ts'
import type { Page, Piece } from './pages.ts'
import { type Measure, measureOf, type Paragraph, paragraphsOf } from './paragraphs.ts'
import { linesOfRows, type PrintLine, rowsInOrder, rowsOf, textOfLine } from './print-lines.ts'
import type { TaggedBlock } from './tagged.ts'

/** What becomes one line of the source. */
export type PdfBlock = {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly apart: boolean
  readonly size: number
  readonly x: number
  readonly heading?: number
  readonly item?: LineItem
  readonly row?: LineRow
}

/** Blocks by what is seen on the page alone. */
export function blocksBySight(pages: readonly Page[], furniture: ReadonlySet<Piece>): PdfBlock[] {
  const regions = pages.flatMap((page) =>
    readingOrder(page, printedOn(page, furniture)).map((lines) => ({ lines, page })),
  )
  const columns = pages.map((page) => columnsOf(page, furniture))
  const paragraphs = paragraphsOf(
    regions.map(({ lines, page }) => ({
      lines,
      measure: lines[0] ? measureFor(lines[0], columns[page.number - 1]) : measureOf(lines),
    })),
  )
  return withTables(withHeadings(paragraphs.map(blockOfParagraph)), paragraphs)
}

const printedOn = (page: Page, furniture: ReadonlySet<Piece>) =>
  page.pieces.filter((piece) => !furniture.has(piece))

type Columns = {
  readonly gutter: number | null
  readonly left: Measure
  readonly right: Measure
  readonly whole: Measure
}

function columnsOf(page: Page, furniture: ReadonlySet<Piece>): Columns {
  const lines = linesOfRows(rowsOf(printedOn(page, furniture)), page)
  const gutter = gutterOf(lines, page)
  const side = (holds: (x: number) => boolean) =>
    measureOf(
      lines.flatMap((line) =>
        line.segments
          .filter(
            ({ x, end }) =>
              holds((x + end) / 2) && (gutter === null || x > gutter || end < gutter + 1),
          )
          .map((segment) => ({ ...line, x: segment.x, end: segment.end, segments: [segment] })),
      ),
    )
  return {
    gutter,
    left: side((x) => gutter !== null && x < gutter),
    right: side((x) => gutter !== null && x >= gutter),
    whole: measureOf(lines),
  }
}

function measureFor(line: PrintLine, columns: Columns | undefined): Measure {
  if (!columns) return measureOf([line])
  const { gutter, left, right, whole } = columns
  if (gutter === null || (line.x < gutter && line.end > gutter + 1)) return whole
  return line.x < gutter ? left : right
}

function blockOfParagraph({ text, marks, apart, size, x }: Paragraph): PdfBlock {
  return { text, marks, apart, size, x }
}

/** What is set larger than the text heads it, if that is done throughout; a large title alone says no more than it is. */
function withHeadings(blocks: readonly PdfBlock[]): PdfBlock[] {
  const lengths = new Map<number, number>()
  const rounded = ({ size }: PdfBlock) => Math.round(size * 2) / 2
  for (const block of blocks)
    lengths.set(rounded(block), (lengths.get(rounded(block)) ?? 0) + block.text.length)
  const [body = 0] = [...lengths].toSorted((a, b) => b[1] - a[1])[0] ?? []
  const isLarge = (block: PdfBlock) => rounded(block) >= body * 1.12 && block.text.length <= 80
  if (blocks.filter(isLarge).length < 3) return [...blocks]
  const sizes = [...new Set(blocks.filter(isLarge).map(rounded))].toSorted((a, b) => b - a)
  return blocks.map((block) =>
    isLarge(block) ? { ...block, heading: Math.min(6, sizes.indexOf(rounded(block)) + 1) } : block,
  )
}

/** Lines of three and more cells that follow each other, begun at the same places, are rows of a table. */
function withTables(blocks: readonly PdfBlock[], paragraphs: readonly Paragraph[]): PdfBlock[] {
  const cellsOf = (i: number) => {
    const [line, more] = paragraphs[i]?.lines ?? []
    return line && !more && line.segments.length > 2 ? line.segments : null
  }
  const aligned = (a: number, b: number) => {
    const one = cellsOf(a)
    const other = cellsOf(b)
    return (
      one !== null &&
      other !== null &&
      one.length === other.length &&
      one.every(({ x }, i) => Math.abs(x - (other[i]?.x ?? 0)) < 6)
    )
  }
  let table = -1
  return blocks.map((block, i) => {
    const cells = cellsOf(i)
    if (!cells) return block
    const goesOn = aligned(i - 1, i)
    if (!goesOn && !aligned(i, i + 1)) return block
    if (!goesOn) table++
    const row = {
      table,
      cells: cells.map(({ text, marks }) => ({ text, header: !goesOn, marks })),
    }
    return { ...block, text: cells.map(({ text }) => text).join('\n'), marks: [], row }
  })
}

/** Blocks as the structure tree has them; a line that ends before the margin was ended by the author. */
export function blocksByTags(
  pages: readonly Page[],
  furniture: ReadonlySet<Piece>,
  tagged: readonly TaggedBlock[],
): PdfBlock[] {
  const columns = new Map(pages.map((page) => [page.number, columnsOf(page, furniture)]))
  const measured = (line: PrintLine) => measureFor(line, columns.get(line.page))
  const blocks: PdfBlock[] = []
  let lastLines: readonly PrintLine[] = []
  let lastWasText = false
  for (const block of tagged) {
    const lines = linesOfRows(rowsInOrder(block.pieces), block.page)
    const plain = !block.heading && !block.row && (!block.item || block.item.more)
    // A paragraph that a page's end broke is tagged on either page.
    const broken = plain && lastWasText && lastLines.at(-1)?.page !== lines[0]?.page
    const before = broken ? lastLines.at(-1) : undefined
    const paragraphs = paragraphsOf(
      [...(before ? [before] : []), ...lines].map((line) => ({
        lines: [line],
        measure: measured(line),
      })),
      { tagged: true },
    )
    if (before && paragraphs[0] && paragraphs[0].lines.length > 1) {
      const last = blocks.pop()
      const rest = paragraphs.shift()
      if (last && rest) {
        const [first] = rest.lines as readonly [PrintLine]
        blocks.push({
          ...last,
          text: last.text + rest.text.slice(textOfLine(first).length),
          marks: last.marks,
        })
      }
    } else if (before) paragraphs.shift()
    blocks.push(...blocksOfTagged(block, paragraphs))
    lastLines = lines
    lastWasText = !block.heading && !block.row
  }
  return blocks
}

function blocksOfTagged(block: TaggedBlock, paragraphs: readonly Paragraph[]): PdfBlock[] {
  const { row, item, heading, page } = block
  if (row) {
    const cells = row.cells.map(({ pieces, header }) => ({
      text: linesOfRows(rowsInOrder(pieces), page).map(textOfLine).reduce(joinedCell, ''),
      header,
    }))
    const [first] = paragraphs
    return [
      {
        text: cells.map(({ text }) => text).join('\n'),
        marks: [],
        apart: false,
        size: first?.size ?? 0,
        x: first?.x ?? 0,
        row: { table: row.table, cells },
      },
    ]
  }
  return paragraphs.map((paragraph, i) => {
    const plain = blockOfParagraph(paragraph)
    if (heading !== undefined) return { ...plain, heading, apart: true }
    if (!item) return plain
    const label = item.label.map(({ text }) => text).join('')
    const own = i === 0 && !item.more && plain.text.startsWith(label)
    const marker = own ? label + (/^\s*/u.exec(plain.text.slice(label.length))?.[0] ?? '') : ''
    const more = i > 0 || item.more ? { more: true as const } : {}
    return { ...plain, item: { depth: item.depth, marker, ...more } }
  })
}

/** A cell's lines are broken by its width: Latin words take a space again. */
function joinedCell(before: string, line: string): string {
  const latin = /[A-Za-z0-9,.;:)]$/u.test(before) && /^[A-Za-z0-9(]/u.test(line)
  return before + (latin ? ' ' : '') + line
}
