import type { ComparisonTable } from '../../compare/table/index.ts'
import { tableWords } from '../../compare/table/words.ts'
import { printable } from '../paper/lines.ts'
import type { TypstSource } from '../typst/index.ts'
import { breakable } from '../typst/long-words.ts'
import { cellsOf, linesOf } from './cells.ts'
import { template } from './typst-template.ts'

/** What Typst makes the PDF of a 新旧対照表 of: a fixed program, and the table as JSON beside it. */
export function comparisonTypst(table: ComparisonTable): TypstSource {
  const { locale, title, lines, columns, rows, remarks } = table
  const text = (value: string) => breakable(printable(value))
  const paper = {
    locale,
    title: text(title),
    lines: lines.map(text),
    columns: columns.map(({ label }) => text(label)),
    rows: rows.map((row, r) => ({
      opens: row.opens || r === 0,
      cells: cellsOf(table, row).map((cell) =>
        linesOf(cell, locale).map(({ stretches, depth }) => ({
          depth,
          runs: stretches
            .map((run) => ({ text: text(run.text), changed: run.changed }))
            .filter((run) => run.text !== ''),
        })),
      ),
    })),
    remarks: { label: tableWords[locale].remarks, lines: remarks },
  }
  return { main: template, paper: JSON.stringify(paper) }
}
