import type { PhrasingContent, TableCell } from 'mdast'
import type { ComparisonTable } from '../../compare/table/index.ts'
import { tableWords } from '../../compare/table/words.ts'
import { type MarkdownBlock, sourceOf } from '../markdown-source.ts'
import { cellsOf, linesOf, type PrintedLine } from './cells.ts'

/** A 新旧対照表 as a table of GFM; what changed is underlined by `<u>`, for which Markdown has no sign. */
export function comparisonMarkdown(table: ComparisonTable): string {
  const { locale, title, lines, columns, rows, remarks } = table
  const cell = (printed: readonly PrintedLine[]): TableCell => ({
    type: 'tableCell',
    children: printed.flatMap((line, i) => [...(i > 0 ? [html('<br>')] : []), ...phrasing(line)]),
  })
  const text = (value: string): MarkdownBlock => ({
    type: 'paragraph',
    children: [{ type: 'text', value }],
  })
  const blocks: MarkdownBlock[] = [
    { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] },
    ...lines.map(text),
    ...(rows.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            children: [
              {
                type: 'tableRow' as const,
                children: columns.map(
                  ({ label }): TableCell => ({
                    type: 'tableCell',
                    children: [{ type: 'text', value: label }],
                  }),
                ),
              },
              ...rows.map((row) => ({
                type: 'tableRow' as const,
                children: cellsOf(table, row).map((one) => cell(linesOf(one, locale))),
              })),
            ],
          },
        ]),
    { type: 'heading', depth: 2, children: [{ type: 'text', value: tableWords[locale].remarks }] },
    ...remarks.map(text),
  ]
  return sourceOf(blocks)
}

const html = (value: string): PhrasingContent => ({ type: 'html', value })

function phrasing({ stretches, depth }: PrintedLine): PhrasingContent[] {
  return [
    ...(depth > 0 ? [{ type: 'text' as const, value: '　'.repeat(depth) }] : []),
    ...stretches.flatMap(({ text, changed }): PhrasingContent[] => {
      const plain = { type: 'text' as const, value: text }
      return changed ? [html('<u>'), plain, html('</u>')] : [plain]
    }),
  ]
}
