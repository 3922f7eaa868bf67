import type { Cell, CellLine, ComparisonTable, TableRow } from '../../compare/table/index.ts'
import { tableWords } from '../../compare/table/words.ts'

/** A line as every format prints it: a （新設） too is one, and underlined as all that is new. */
export type PrintedLine = Omit<CellLine, 'stretches'> & {
  readonly stretches: readonly { readonly text: string; readonly changed: boolean }[]
}

/** A cell's lines; a （略） continues the line that it says something of. */
export function linesOf({ lines, note }: Cell, locale: 'ja' | 'en'): readonly PrintedLine[] {
  if (note === null) return lines
  const word = { text: tableWords[locale].notes[note], changed: note !== 'omitted' }
  const last = lines.at(-1)
  if (!last) return [{ stretches: [word], depth: 0, isHeading: false }]
  const between = { text: locale === 'ja' ? '　' : ' ', changed: false }
  return [...lines.slice(0, -1), { ...last, stretches: [...last.stretches, between, word] }]
}

/** The cells of a row from left to right. */
export function cellsOf({ columns }: ComparisonTable, row: TableRow): readonly Cell[] {
  return columns.map(({ side }) => row[side])
}
