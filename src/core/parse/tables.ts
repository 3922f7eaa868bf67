import type { ExternalService, Phrasing, Table, TableCell } from '../document.ts'
import { key } from '../fold.ts'
import type { Cell } from '../read/source.ts'
import type { ListContext } from './lists.ts'
import { marked, marksFrom } from './marks.ts'
import { phrasing } from './phrases.ts'
import type { Row } from './rows.ts'
import { columnsIn, isSentence } from './shape.ts'
import { spansIn } from './spans.ts'

/** The rows of one table, each cell read in the light of what heads its row and column. */
export function tableBlock(rows: readonly Row[], context: ListContext): Table {
  const first = rows[0]?.table?.cells ?? []
  const headed = rows.length > 1 && first[0]?.header && first.every(isHeadOrSpanned)
  const columnHeads = headed ? first.map((_, i) => headAt(first, i)) : []
  let rowHead: Cell | undefined
  const services = context.kind === 'cookies' ? serviceColumns(columnHeads) : null
  return {
    type: 'table',
    children: rows.map((row) => {
      const cells = row.table?.cells ?? []
      const isHead = headed && row === rows[0]
      // The head above reaches into an empty first cell.
      if (isHead || cells[0]?.text !== '')
        rowHead = isHead || !cells[0]?.header ? undefined : cells[0]
      const head = rowHead
      const service = services && !isHead ? serviceOf(cells, services) : null
      return {
        type: 'tableRow',
        children: cells.map((cell, i): TableCell => {
          const headings = [columnHeads[i], cell === head ? undefined : head]
          const lead = headings.map((one) => one?.text ?? '').join('')
          const column = columnHeads[i]?.text ?? ''
          const within = cell.header || lead === '' ? context : { ...context, lead, column }
          return {
            type: 'tableCell',
            header: cell.header,
            children:
              service && i === services?.service
                ? [service]
                : cellPhrasing(cell, within, row.place),
          }
        }),
      }
    }),
  }
}

const isHeadOrSpanned = ({ header, text }: Cell) => header || text === ''

/** What heads a column; a head that spans several stands in the first of them. */
const headAt = (cells: readonly Cell[], column: number): Cell | undefined =>
  cells.slice(0, column + 1).findLast(({ text }) => text !== '')

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

/* 電気通信事業法27条の12: a service a row, its facts in the columns that say so. */

const facts = {
  optOut: /オプトアウト|無効化|停止|拒否|opt.?out/iu,
  purpose: /目的|purpose/iu,
  provider: /事業者|提供者|提供元|送信先|会社|企業|provider|company/iu,
  information: /情報|項目|データ|data|information/iu,
  service: /サービス|ツール|名称|service|tool/iu,
} satisfies { [K in keyof ExternalService]?: RegExp }
type Fact = keyof typeof facts
type Columns = { readonly [F in Fact]?: number }

/** Which column gives which fact; null where the table is not one of services. */
function serviceColumns(heads: readonly (Cell | undefined)[]): Columns | null {
  const columns: { [F in Fact]?: number } = {}
  heads.forEach((head, i) => {
    const text = head?.text ?? ''
    const fact = (Object.keys(facts) as Fact[]).find(
      (one) => columns[one] === undefined && facts[one].test(key(text)),
    )
    if (fact) columns[fact] = i
  })
  const { service, ...others } = columns
  return service !== undefined && Object.keys(others).length > 0 ? columns : null
}

function serviceOf(cells: readonly Cell[], columns: Columns): ExternalService | null {
  const said = (fact: Fact) => cells[columns[fact] ?? -1]?.text
  const text = said('service')
  if (!text || text.includes('\n')) return null
  const known = (['provider', 'information', 'purpose', 'optOut'] as const).flatMap((fact) => {
    const value = said(fact)
    return value ? [[fact, value]] : []
  })
  return { type: 'externalService', service: text, text, ...Object.fromEntries(known) }
}

/**
 * A line of a table that plain text sets with tabs or wide gaps, each part read in the light of the first line's, or of
 * the part that heads its own line; null where it is none. It stays one line of text.
 */
export function columnedLine(
  { text, place }: Row,
  heads: readonly string[],
  context: ListContext,
): Phrasing[] | null {
  const cells = columnsIn(text)
  const [first] = cells ?? []
  if (!cells || !first) return null
  const group = first.text
  const spans = cells.flatMap((cell, i) => {
    const column = heads[i] ?? ''
    if (heads.length === 0 && i === 0) return []
    const within =
      heads.length > 0
        ? { ...context, lead: column, column, group }
        : { ...context, lead: group, group, headings: [...context.headings, key(group)] }
    return spansIn(cell.text, within, place).map((span) => ({
      ...span,
      start: span.start + cell.at,
      end: span.end + cell.at,
    }))
  })
  return phrasing(text, spans)
}

/** The heads of columns, if a line is of heads: short words, no sentence among them. */
export function columnHeads(text: string): readonly string[] {
  const cells = columnsIn(text) ?? []
  const isHead = cells.every((cell) => cell.text.length <= 16 && !isSentence(cell.text))
  return isHead ? cells.map((cell) => cell.text) : []
}
