import { ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { PaperTable } from '../paper/index.ts'
import { type Desk, linesOf, paragraph } from './paragraph.ts'
import { TEXT_WIDTH } from './styles.ts'

export function tableOf({ rows, heads, widths: parts, anchors }: PaperTable, desk: Desk): Table {
  const widths = twips(parts)
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    rows: rows.map(
      (row, r) =>
        new TableRow({
          ...(r < heads && { tableHeader: true }),
          cantSplit: true,
          children: widths.map((width, c) => {
            const { header = false, lines = [] } = row[c] ?? {}
            const style = header ? 'TableHeading' : 'TableText'
            const ids = r === 0 && c === 0 ? anchors : []
            return new TableCell({
              width: { size: width, type: WidthType.DXA },
              ...(header && {
                shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F3F5F8' },
              }),
              children: [paragraph({ style }, ids, linesOf(lines, desk), desk)],
            })
          }),
        }),
    ),
  })
}

/** In twentieths of a point, and not one more or less than the text is wide. */
function twips(widths: readonly number[]): number[] {
  const rounded = widths.map((width) => Math.floor(width * TEXT_WIDTH))
  const rest = TEXT_WIDTH - rounded.reduce((total, width) => total + width, 0)
  return rounded.map((width, i) => (i === 0 ? width + rest : width))
}
