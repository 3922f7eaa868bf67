import { widthOf } from '../hanging.ts'
import type { PaperTable } from './paper.ts'

/** Each column as wide as its longest line asks for, within bounds: none less than half of its equal share. */
export function columnWidths(rows: PaperTable['rows']): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const wishes = Array.from({ length: columns }, (_, column) => {
    const lines = rows.flatMap((row) => row[column]?.lines ?? [])
    const widths = lines.map((line) => widthOf(line.map(({ text }) => text).join('')))
    return Math.min(Math.max(4, ...widths), 30)
  })
  const sum = wishes.reduce((total, wish) => total + wish, 0)
  return wishes.map((wish) => 0.5 / columns + (0.5 * wish) / sum)
}
