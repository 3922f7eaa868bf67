import {
  type Block,
  type List,
  type ListItem,
  labelOf,
  type NodeOf,
  type PolicyDocument,
  type Section,
  type TableRow,
  type TypedList,
  textOf,
} from '../../document.ts'
import { type FlowType, type Handlers, handle } from '../handlers.ts'
import { hangWidthOf, widthOf } from '../hanging.ts'
import { columnWidths } from './column-widths.ts'
import { isBlank, isOneLine, linesOf, printable, textOfLines } from './lines.ts'
import { markerRun } from './marker-run.ts'
import type { MarkerRun, Paper, PaperBlock, PaperCell, PaperItem, PaperList } from './paper.ts'
import { piecesOf } from './pieces.ts'

export { anchorsOf } from './anchors.ts'
export type * from './paper.ts'

/** Lays a policy out for paper. Its text, white space aside, is `textOf`. */
export function paperOf(document: PolicyDocument): Paper {
  return {
    locale: document.locale,
    title: printable(document.title.text).replaceAll(/\s+/g, ' ').trim(),
    blocks: keptTogether(anchoredOnce(flow(document, { rank: 0, run: null }))),
  }
}

type Context = {
  /** Of the heading that these blocks stand below; 0 for none. */
  readonly rank: number
  /** What the numbers of these sections count. */
  readonly run: MarkerRun | null
}

const handlers = {
  document: ({ title, children }, context) => {
    const inner = { ...context, run: sectionRun(children) }
    return [
      ...(title.printed ? titled(title.text) : []),
      ...children.flatMap((child) => flow(child, inner)),
    ]
  },
  section: (node, context) => {
    const heading = headingOf(node, context)
    const inner = {
      ...context,
      rank: context.rank + heading.length,
      run: sectionRun(node.children),
    }
    const blocks = [...heading, ...node.children.flatMap((child) => flow(child, inner))]
    const [first, ...rest] = blocks
    return first ? [anchored(first, node.id), ...rest] : []
  },

  paragraph: (node) => paragraph('body', linesOf(piecesOf(node.children))),
  list: (node) => listed(listOf(node)),
  listItem: (node) => listed(listOf({ type: 'list', children: [node] })),

  table: ({ children }) => {
    const rows = children.map((row) =>
      row.children.map(({ header, children: cell }) => ({
        header,
        lines: linesOf(piecesOf(cell)),
      })),
    )
    const firstOfBody = children.findIndex((row) => !isHead(row))
    const heads = Math.max(firstOfBody, 0)
    return rows.flat().every(({ lines }) => isBlank(lines))
      ? []
      : [
          {
            type: 'table',
            anchors: [],
            heads: canRepeat(rows.slice(0, heads)) ? heads : 0,
            widths: columnWidths(rows),
            rows,
          },
        ]
  },
  tableRow: (node, context) => flow({ type: 'table', children: [node] }, context),
  tableCell: (node) => paragraph('body', linesOf(piecesOf(node.children))),

  purposeList: typedList,
  exceptionClauseList: typedList,
  safetyMeasureList: typedList,
  jointUse: typedList,
  procedure: typedList,
  externalServiceList: typedList,

  contact: (node) => {
    const lines = linesOf(piecesOf([node]))
    return isBlank(lines) ? [] : [{ type: 'contact', anchors: [], keepsWithNext: false, lines }]
  },
  endMark: ({ text }) => paragraph('endMark', linesOf([{ text }])),
  signature: ({ children }) =>
    children.flatMap((line) => paragraph('signature', linesOf(piecesOf(line.children)))),
} satisfies Handlers<FlowType, Context, PaperBlock[]>

const flow = (node: NodeOf<FlowType>, context: Context): PaperBlock[] =>
  handle<FlowType, Context, PaperBlock[]>(handlers, node, context)

function titled(text: string): PaperBlock[] {
  const lines = linesOf([{ text }])
  return isBlank(lines) ? [] : [{ type: 'title', lines }]
}

function paragraph(
  part: 'body' | 'signature' | 'endMark',
  lines: ReturnType<typeof linesOf>,
): PaperBlock[] {
  return isBlank(lines)
    ? []
    : [{ type: 'paragraph', part, anchors: [], keepsWithNext: false, lines }]
}

function headingOf(section: Section, { rank, run }: Context): PaperBlock[] {
  const { heading, headingAbove } = section
  const number = labelOf(section)
  // A number with a line end in it, or above or below its heading, is no label of a line.
  const isLabel = !headingAbove && number !== '' && isOneLine(number)
  const between = headingAbove && number && heading ? '\n' : ''
  const text = isLabel ? heading : headingAbove ? heading + between + number : number + heading
  const lines = linesOf([{ text }])
  if (isBlank(lines) && number.trim() === '') return []
  return [
    {
      type: 'heading',
      anchors: [],
      rank: Math.min(rank + 1, 6),
      number: isLabel ? printable(number) : '',
      run: isLabel ? run : null,
      lines,
    },
  ]
}

/** What the numbers of sibling sections count; those without one, or with one below the heading, do not count. */
function sectionRun(children: readonly (Block | Section)[]): MarkerRun | null {
  const numbers = children.flatMap((child) =>
    child.type === 'section' && !child.headingAbove && labelOf(child) !== ''
      ? printable(labelOf(child))
      : [],
  )
  return markerRun(numbers)
}

/** A list of typed nodes. One that is `joined` stands in the item of the node before. */
function typedList(node: TypedList): PaperBlock[] {
  const items: { marker: string; pieces: ReturnType<typeof piecesOf> }[] = []
  for (const child of node.children) {
    const { marker = '' } = child
    const pieces = piecesOf([{ ...child, marker: '' }])
    const last = items.at(-1)
    if (child.joined && last) last.pieces.push({ text: marker }, ...pieces)
    else items.push({ marker, pieces: [...pieces] })
  }
  return listed(list(items.map(({ marker, pieces }) => itemOf(marker, pieces, [], null))))
}

function listOf({ children }: List): PaperList | null {
  return list(children.map(listItem))
}

function listItem({ marker, id, children: [body, nested] }: ListItem): PaperItem {
  const pieces = piecesOf(body.children)
  return itemOf(marker, pieces, id === undefined ? [] : [id], nested ? listOf(nested) : null)
}

function itemOf(
  marker: string,
  pieces: ReturnType<typeof piecesOf>,
  anchors: readonly string[],
  nested: PaperList | null,
): PaperItem {
  // What is wider than half a line hangs nothing: it is the beginning of the text.
  const isLabel = isOneLine(marker) && widthOf(marker) <= 20
  return {
    anchors,
    keepsWithNext: false,
    marker: isLabel ? printable(marker) : '',
    lines: linesOf(isLabel ? pieces : [{ text: marker }, ...pieces]),
    nested,
  }
}

function list(all: readonly PaperItem[]): PaperList | null {
  const items = all.filter(
    ({ marker, lines, nested }) => marker.trim() !== '' || !isBlank(lines) || nested !== null,
  )
  if (items.length === 0) return null
  const run = markerRun(items.map(({ marker }) => marker))
  return { type: 'list', hang: hangWidthOf(items), run, items }
}

/** Heads that are many or long would leave a page no room for what they head. */
const canRepeat = (heads: readonly (readonly PaperCell[])[]) =>
  heads.length <= 3 && heads.flat().every(({ lines }) => textOfLines(lines).length <= 100)

const listed = (its: PaperList | null): PaperBlock[] => (its ? [its] : [])

const isHead = (row: TableRow) =>
  row.children.length > 0 && row.children.every(({ header }) => header) && textOf(row).trim() !== ''

/** The anchor of a section goes to the first of its blocks that can carry one. */
function anchored(block: PaperBlock, id: string): PaperBlock {
  if (block.type === 'title') return block
  if (block.type !== 'list') return { ...block, anchors: [id, ...block.anchors] }
  const [first, ...rest] = block.items
  return first
    ? { ...block, items: [{ ...first, anchors: [id, ...first.anchors] }, ...rest] }
    : block
}

/** An id that stands twice leads to its first place. */
function anchoredOnce(blocks: readonly PaperBlock[]): PaperBlock[] {
  const met = new Set<string>()
  const once = (anchors: readonly string[]) => anchors.filter((id) => !met.has(id) && met.add(id))
  const inList = (its: PaperList): PaperList => ({
    ...its,
    items: its.items.map((item) => ({
      ...item,
      anchors: once(item.anchors),
      nested: item.nested && inList(item.nested),
    })),
  })
  return blocks.map((block) =>
    block.type === 'title'
      ? block
      : block.type === 'list'
        ? inList(block)
        : { ...block, anchors: once(block.anchors) },
  )
}

/** 以上 and signatures are never alone on a page, as far as the lines before them are few. */
function keptTogether(blocks: readonly PaperBlock[]): PaperBlock[] {
  return blocks.map((block, i) => {
    const next = blocks[i + 1]
    const isClosing = next?.type === 'paragraph' && next.part !== 'body'
    if (!isClosing) return block
    if (block.type === 'list') {
      const last = block.items.length - 1
      const items = block.items.map((item, n) =>
        n === last ? { ...item, keepsWithNext: true } : item,
      )
      return { ...block, items }
    }
    const isShort = 'lines' in block && textOfLines(block.lines).length <= 200
    return 'keepsWithNext' in block && isShort ? { ...block, keepsWithNext: true } : block
  })
}
