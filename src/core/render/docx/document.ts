import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { Paper, PaperBlock, PaperList } from '../paper/index.ts'
import { bookmarksOf } from './bookmarks.ts'
import { numberings } from './numbering.ts'
import { type Desk, linesOf, paragraph } from './paragraph.ts'
import { EM, page, styles } from './styles.ts'
import { tableOf } from './table.ts'

export function docxOf(paper: Paper): Document {
  const desk: Desk = { numbered: numberings(), bookmarks: bookmarksOf(paper) }
  const children = paper.blocks.flatMap((block, i) => [
    ...blockOf(block, desk),
    // Word joins tables that touch, and wants a paragraph at the end.
    ...(block.type === 'table' && isTableOrEnd(paper.blocks[i + 1])
      ? [new Paragraph({ style: 'AfterTable' })]
      : []),
  ])
  return new Document({
    title: paper.title,
    creator: '',
    lastModifiedBy: '',
    // A line that ends with a break is not stretched to the margin.
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    styles: styles(paper.locale),
    numbering: { config: desk.numbered.definitions },
    sections: [{ properties: { page }, footers: { default: footer() }, children }],
  })
}

const isTableOrEnd = (block: PaperBlock | undefined) => !block || block.type === 'table'

const ranks = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

function blockOf(block: PaperBlock, desk: Desk): (Paragraph | Table)[] {
  switch (block.type) {
    case 'title':
      return [new Paragraph({ style: 'Title', children: linesOf(block.lines, desk) })]
    case 'heading': {
      const { rank, number, run, anchors, lines } = block
      const { numbering, literal } = desk.numbered.label(number, run, 0)
      const style: IParagraphOptions = {
        ...(ranks[rank - 1] && { heading: ranks[rank - 1] }),
        // Without its number, a heading of this style has none.
        ...(numbering && { numbering }),
      }
      return [paragraph(style, anchors, [...literal, ...linesOf(lines, desk)], desk)]
    }
    case 'paragraph':
      return [
        paragraph(
          { style: partStyles[block.part], ...(block.keepsWithNext && { keepNext: true }) },
          block.anchors,
          linesOf(block.lines, desk),
          desk,
        ),
      ]
    case 'contact':
      return [
        paragraph(
          { style: 'Contact', ...(block.keepsWithNext && { keepNext: true }) },
          block.anchors,
          linesOf(block.lines, desk),
          desk,
        ),
      ]
    case 'list':
      return itemsOf(block, 0, desk)
    case 'table':
      return [tableOf(block, desk)]
  }
}

// The built-in styles of Word for these: 結語 is what Word itself gives to 以上.
const partStyles = { body: 'BodyText', signature: 'Signature', endMark: 'Closing' } as const

/** `left`: where the list begins, in full-width characters. */
function itemsOf(list: PaperList, left: number, desk: Desk): Paragraph[] {
  return list.items.flatMap(({ marker, anchors, keepsWithNext, lines, nested }) => {
    const { numbering, literal } = desk.numbered.label(marker, list.run, list.hang)
    const indent = { left: Math.round((left + list.hang) * EM), hanging: list.hang * EM }
    return [
      paragraph(
        {
          style: 'ListParagraph',
          ...(keepsWithNext && { keepNext: true }),
          indent,
          ...(numbering && { numbering }),
        },
        anchors,
        [...literal, ...linesOf(lines, desk)],
        desk,
      ),
      ...(nested ? itemsOf(nested, left + Math.max(list.hang, 1), desk) : []),
    ]
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
