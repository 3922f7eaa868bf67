import type { ComparisonTable } from '../../compare/table/index.ts'
import { tableWords } from '../../compare/table/words.ts'
import { cellsOf, linesOf, type PrintedLine } from './cells.ts'

/** A 新旧対照表 for who has but one column: each row's texts below each other, what changed between ［ and ］. */
export function comparisonText(table: ComparisonTable): string {
  const { locale, title, lines, columns, rows, remarks } = table
  const words = tableWords[locale]
  const row = (its: (typeof rows)[number]) =>
    cellsOf(table, its)
      .flatMap((cell, i) => [
        `${columns[i]?.label}:`,
        ...linesOf(cell, locale).map((line) => `  ${print(line)}`),
      ])
      .join('\n')
  const told = remarks.map((remark) => (remark === words.underlined ? words.bracketed : remark))
  return `${[title, ...lines, '', ...rows.flatMap((its) => [row(its), '']), words.remarks, ...told.map((remark) => `  ${remark}`)].join('\n')}\n`
}

const print = ({ stretches, depth }: PrintedLine) =>
  '　'.repeat(depth) +
  stretches.map(({ text, changed }) => (changed ? `［${text}］` : text)).join('')
