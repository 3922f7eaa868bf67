import type { Element } from 'hast'
import { columns } from '../fold.ts'
import { linesIn, type Walk } from './hast.ts'
import { labelled, labels } from './hast-descriptions.ts'
import { elementsIn } from './hast-nodes.ts'
import { shifted } from './marks.ts'
import type { Cell, Line, Mark } from './source.ts'

type ReadCell = {
  readonly lines: readonly Line[]
  readonly header: boolean
  readonly columns: number
  readonly rows: number
}

/**
 * A table that holds data is a table. One that only lays out a page, a column wide or with whole sections in its cells,
 * is what stands in it; one that labels the lines of an address is those lines.
 */
export function tabulate(table: Element, at: Walk): void {
  const { builder, around } = at
  builder.end(around)
  builder.space(1)
  for (const caption of elementsIn(table).filter(({ tagName }) => tagName === 'caption'))
    for (const line of linesIn([caption], at)) builder.add(line, line)
  const rows = inColumns(rowsIn(table).map((row) => cellsOf(row, at)))
  const printed = rows
    .map((cells) => cells.filter(({ lines }) => lines.length > 0))
    .filter((cells) => cells.length > 0)
  if (laysOut(printed)) for (const cells of printed) layOut(cells, at)
  else if (isAddress(printed)) for (const cells of printed) layOut(cells, at)
  else {
    const number = builder.lines.length
    rows.forEach((row, i) => {
      const cells = row.map((cell, column) => cellOf(cell, i === 0 || column === 0))
      builder.row(
        { table: number, cells },
        row.find(({ lines }) => lines.length > 0)?.lines[0]?.place,
      )
    })
  }
  builder.space(1)
}

function rowsIn(table: Element): Element[] {
  const direct = elementsIn(table)
  // A table prints its foot last, wherever it is written.
  const parts = (name: string) => direct.filter(({ tagName }) => tagName === name)
  return [
    ...parts('thead'),
    ...direct.filter(({ tagName }) => ['tbody', 'tr'].includes(tagName)),
    ...parts('tfoot'),
  ].flatMap((part) =>
    part.tagName === 'tr' ? [part] : elementsIn(part).filter(({ tagName }) => tagName === 'tr'),
  )
}

function cellsOf(row: Element, at: Walk): ReadCell[] {
  return elementsIn(row)
    .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
    .map((cell) => ({
      lines: linesIn(cell.children, { ...at, depth: 0 }),
      header: cell.tagName === 'th',
      columns: spanOf(cell.properties.colSpan),
      rows: spanOf(cell.properties.rowSpan),
    }))
}

/** More columns, or rows below, than a cell of a policy spans. */
const widest = 40

const spanOf = (span: unknown) => Math.min(Math.max(1, Math.trunc(Number(span)) || 1), widest)

/** Each cell in its column: where one of before or above reaches in, an empty cell stands. */
function inColumns(rows: readonly (readonly ReadCell[])[]): ReadCell[][] {
  const reaching: number[] = []
  const empty: ReadCell = { lines: [], header: false, columns: 1, rows: 1 }
  return rows.map((cells) => {
    const placed: ReadCell[] = []
    const fill = () => {
      while ((reaching[placed.length] ?? 0) > 0) {
        reaching[placed.length] = (reaching[placed.length] ?? 0) - 1
        placed.push(empty)
      }
    }
    for (const cell of cells) {
      fill()
      for (let i = 0; i < cell.columns && placed.length < widest; i++) {
        reaching[placed.length] = cell.rows - 1
        placed.push(i === 0 ? cell : empty)
      }
      if (placed.length >= widest && !placed.includes(cell)) placed.push(cell)
    }
    fill()
    return placed
  })
}

/** One column, or cells that hold what no cell of data does. */
function laysOut(rows: readonly (readonly ReadCell[])[]): boolean {
  if (rows.every((cells) => cells.length < 2)) return true
  const cells = rows.flat()
  if (cells.some(({ lines }) => lines.some((line) => line.heading || line.row))) return true
  const paired = rows.every((row) => row.length <= 2)
  const long = ({ lines }: ReadCell) =>
    lines.length > 3 && lines.reduce((sum, { text }) => sum + columns(text), 0) > 400
  return paired && rows.filter((row) => row.some(long)).length >= rows.length / 2
}

function isAddress(rows: readonly (readonly ReadCell[])[]): boolean {
  const labelling = rows.filter(([label, value, more]) => {
    const [first] = value?.lines ?? []
    return (
      !more && label?.lines.length === 1 && label.lines[0] && first && labels(label.lines[0], first)
    )
  })
  return labelling.length >= Math.max(2, rows.length * 0.6)
}

function layOut(cells: readonly ReadCell[], at: Walk): void {
  const [label, value, more] = cells
  if (label && value && !more && label.lines.length === 1) {
    labelled(label.lines, value.lines, at)
    return
  }
  for (const { lines } of cells) for (const line of lines) at.builder.add(line, line)
}

/** The lines of a cell as its text; one in the first row or column that is all bold is a header. */
function cellOf({ lines, header }: ReadCell, outer: boolean): Cell {
  const marks: Mark[] = []
  let text = ''
  for (const line of lines) {
    if (text !== '') text += '\n'
    marks.push(...shifted(line.marks ?? [], text.length))
    text += line.text
  }
  const emphasised =
    outer &&
    marks.some((mark) => mark.type === 'strong' && mark.start === 0 && mark.end === text.length)
  return {
    text,
    header: (header || emphasised) && text !== '',
    ...(marks.length > 0 && !emphasised ? { marks } : {}),
  }
}
