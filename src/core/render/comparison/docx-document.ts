import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx'
import type { ComparisonTable } from '../../compare/table/index.ts'
import { tableWords } from '../../compare/table/words.ts'
import { EM, page, styles } from '../docx/styles.ts'
import { printable } from '../paper/lines.ts'
import { cellsOf, linesOf, type PrintedLine } from './cells.ts'

const WIDTH = page.size.height - page.margin.left - page.margin.right
const columnWidths = [Math.floor(WIDTH / 2), WIDTH - Math.floor(WIDTH / 2)]

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
/** Rows of one 条 have no line between them. */
const borders = (isFirst: boolean, isLast: boolean) => ({
  top: isFirst ? line : none,
  bottom: isLast ? line : none,
  left: line,
  right: line,
})

export function comparisonDocument(table: ComparisonTable): Document {
  const { locale, title, lines, columns, rows, remarks } = table
  const width = (i: number) => ({ size: columnWidths[i] ?? 0, type: WidthType.DXA })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ label }, i) =>
        new TableCell({
          width: width(i),
          borders: borders(true, true),
          children: [
            new Paragraph({
              style: 'TableText',
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text: printable(label) })],
            }),
          ],
        }),
    ),
  })
  const body = rows.map((row, r) => {
    const opens = row.opens || r === 0
    const closes = rows[r + 1]?.opens ?? true
    return new TableRow({
      children: cellsOf(table, row).map(
        (cell, i) =>
          new TableCell({
            width: width(i),
            borders: borders(opens, closes),
            children: linesOf(cell, locale).map(paragraph),
          }),
      ),
    })
  })
  return new Document({
    title: printable(title),
    creator: '',
    lastModifiedBy: '',
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    styles: styles(locale),
    sections: [
      {
        properties: {
          page: { ...page, size: { ...page.size, orientation: PageOrientation.LANDSCAPE } },
        },
        footers: { default: footer() },
        children: [
          new Paragraph({ style: 'Title', children: [new TextRun({ text: printable(title) })] }),
          ...lines.map(
            (text) =>
              new Paragraph({ style: 'Signature', children: [new TextRun(printable(text))] }),
          ),
          ...(rows.length === 0
            ? []
            : [
                new Table({
                  width: { size: WIDTH, type: WidthType.DXA },
                  layout: TableLayoutType.FIXED,
                  columnWidths,
                  margins: { top: 40, bottom: 40, left: 120, right: 120 },
                  rows: [head, ...body],
                }),
                new Paragraph({ style: 'AfterTable' }),
              ]),
          ...remarks.map((remark, i) => {
            const word = tableWords[locale].remarks
            const space = locale === 'ja' ? '　' : ' '
            const hang = locale === 'ja' ? EM * (word.length + 1) : EM * 4.5
            return new Paragraph({
              style: 'TableText',
              indent: { left: hang, ...(i === 0 && { hanging: hang }) },
              children: [new TextRun((i === 0 ? word + space : '') + printable(remark))],
            })
          }),
        ],
      },
    ],
  })
}

/** What begins with a number or a marker hangs by a character. */
function paragraph({ stretches, depth, isHeading }: PrintedLine): Paragraph {
  return new Paragraph({
    style: 'TableText',
    ...(isHeading && { keepNext: true }),
    indent: { left: EM * (depth + (depth > 0 ? 1 : 0)), ...(depth > 0 && { hanging: EM }) },
    children: stretches.map(
      ({ text, changed }) =>
        new TextRun({
          text: printable(text),
          ...(changed && { underline: { type: UnderlineType.SINGLE } }),
        }),
    ),
  })
}

const footer = () =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })
