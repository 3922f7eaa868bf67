import type { Phrasing, Table, TableCell } from '../document.ts'
import type { Cell } from '../read/source.ts'
import type { ListContext } from './lists.ts'
import { marked, marksFrom } from './marks.ts'
import { phrasing } from './phrases.ts'
import type { Row } from './rows.ts'
import { spansIn } from './spans.ts'

/** The rows of one table, each cell read in the light of what heads its row and column. */
export function tableBlock(rows: readonly Row[], context: ListContext): Table {
  const [head] = rows
  const columnHeads =
    head?.table?.cells.every(({ header }) => header) && rows.length > 1 ? head.table.cells : []
  return {
    type: 'table',
    children: rows.map((row) => {
      const cells = row.table?.cells ?? []
      const rowHead = cells[0]?.header && row !== head ? cells[0] : undefined
      return {
        type: 'tableRow',
        children: cells.map((cell, i): TableCell => {
          const headings = [columnHeads[i], cell === rowHead ? undefined : rowHead]
          const lead = headings.map((one) => one?.text ?? '').join('')
          const within = cell.header || lead === '' ? context : { ...context, lead }
          return {
            type: 'tableCell',
            header: cell.header,
            children: cellPhrasing(cell, within, row.place),
          }
        }),
      }
    }),
  }
}

function cellPhrasing(cell: Cell, context: ListContext, place: number): Phrasing[] {
  let start = 0
  return cell.text.split('\n').flatMap((text, i): Phrasing[] => {
    const content = cell.header ? phrasing(text, []) : phrasing(text, spansIn(text, context, place))
    const marks = marksFrom(cell.marks, start).filter((mark) => mark.start < text.length)
    start += text.length + 1
    const line = marked(content, marks)
    return i > 0 ? [{ type: 'break' }, ...line] : line
  })
}
