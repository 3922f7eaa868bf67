import type { TableCell, TableRow } from 'mdast'
import { headingOf, type Node, type NodeOf, type PolicyDocument, textOf } from '../document.ts'
import { type FlowType, type Handlers, handle } from './handlers.ts'
import { joinLines, type Line, plain } from './markdown-lines.ts'
import { phrasingLines, printedLines } from './markdown-phrasing.ts'
import { type MarkdownBlock, sourceOf } from './markdown-source.ts'
import type { Renderer } from './renderer.ts'

/**
 * GitHub Flavored Markdown that reads like the policy, as source and on a page. A list is a paragraph with an item a
 * line, each behind its own printed marker: in a Markdown list, （１） would get a bullet before it, and 1. would be
 * counted anew. Items within an item stand in by a full-width space.
 */
export const markdown: Renderer = {
  label: { ja: 'Markdown', en: 'Markdown' },
  // RFC 7763, and RFC 7764 for the variant.
  mediaType: 'text/markdown; charset=utf-8; variant=GFM',
  extension: '.md',
  render: (document) => sourceOf(markdownBlocks(document)),
}

/** The blocks of a document as a tree (mdast), before they are written. */
export function markdownBlocks(document: PolicyDocument): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  flow(document, blocks)
  return blocks
}

/** Each adds what it prints to the blocks before it. */
const handlers = {
  document: ({ title, children }, blocks) => {
    heading(1, title.printed ? title.text : '', blocks)
    for (const child of children) flow(child, blocks)
  },
  section: (node, blocks) => {
    heading(node.level + 1, headingOf(node), blocks)
    for (const child of node.children) flow(child, blocks)
  },

  paragraph: (node, blocks) => paragraph(phrasingLines(node.children), blocks),
  list: (node, blocks) => {
    const lines: Line[] = []
    for (const one of node.children) item(one, '', lines)
    paragraph(lines, blocks)
  },
  listItem: (node, blocks) => {
    const lines: Line[] = []
    item(node, '', lines)
    paragraph(lines, blocks)
  },

  table: (node, blocks) => {
    const [first, ...rest] = node.children
    if (!first || textOf(node).trim() === '') return
    const hasHead = first.children.every(({ header }) => header)
    // A table of GFM begins with a head; one that has none gets an empty one.
    const head: TableRow = hasHead ? row(first) : { type: 'tableRow', children: [] }
    const body = hasHead ? rest : node.children
    blocks.push({ type: 'table', children: [head, ...body.map(row)] })
  },
  tableRow: (node, blocks) => blocks.push({ type: 'table', children: [row(node)] }),
  tableCell: (node, blocks) => paragraph(phrasingLines(node.children), blocks),

  purposeList: words,
  exceptionClauseList: words,
  safetyMeasureList: words,
  jointUse: words,
  procedure: words,
  externalServiceList: words,
  contact: words,
  endMark: words,
  signature: (node, blocks) => {
    const lines = node.children.flatMap(({ children }) => phrasingLines(children))
    paragraph(lines, blocks)
  },
} satisfies Handlers<FlowType, MarkdownBlock[], unknown>

function flow(node: NodeOf<FlowType>, blocks: MarkdownBlock[]): void {
  handle(handlers, node, blocks)
}

/** Records print their words, a printed line a line. */
function words(node: Node, blocks: MarkdownBlock[]): void {
  paragraph(printedLines(textOf(node)), blocks)
}

function paragraph(lines: readonly Line[], blocks: MarkdownBlock[]): void {
  if (lines.length === 0) return
  const isText = lines.every((line) => typeof line === 'string')
  blocks.push(isText ? { type: 'lines', lines } : { type: 'paragraph', children: joinLines(lines) })
}

/** On one line: a heading of Markdown has no second one. */
function heading(rank: number, text: string, blocks: MarkdownBlock[]): void {
  const children = joinLines(printedLines(text), plain(' '))
  const depth = Math.min(Math.max(rank, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6
  if (children.length > 0) blocks.push({ type: 'heading', depth, children })
}

function item({ marker, children }: NodeOf<'listItem'>, indent: string, lines: Line[]): void {
  const [body, nested] = children
  for (const line of phrasingLines(body.children, marker))
    lines.push(typeof line === 'string' ? indent + line : [plain(indent), ...line])
  if (nested) for (const one of nested.children) item(one, `${indent}\u3000`, lines)
}

const row = (node: NodeOf<'tableRow'>): TableRow => ({
  type: 'tableRow',
  children: node.children.map(
    (cell): TableCell => ({
      type: 'tableCell',
      children: joinLines(phrasingLines(cell.children), { type: 'html', value: '<br>' }),
    }),
  ),
})
