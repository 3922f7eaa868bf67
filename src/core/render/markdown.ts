import type { Paragraph, TableCell, TableRow } from 'mdast'
import {
  headingOf,
  labelOf,
  type Node,
  type NodeOf,
  type PolicyDocument,
  textOf,
} from '../document.ts'
import { type FlowType, type Handlers, handle } from './handlers.ts'
import { joinLines, type Line, linesOf } from './markdown-lines.ts'
import { phrasing, printed } from './markdown-phrasing.ts'
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
export const markdownBlocks = (document: PolicyDocument): MarkdownBlock[] => flow(document)

const handlers = {
  document: (node) => [
    ...heading(1, node.title.printed ? [node.title.text] : []),
    ...node.children.flatMap(flow),
  ],
  section: (node) => [
    ...heading(
      node.level + 1,
      node.headingAbove ? [node.heading, labelOf(node)] : [headingOf(node)],
    ),
    ...node.children.flatMap(flow),
  ],

  paragraph: (node) => paragraph(linesOf(phrasing(node.children))),
  list: (node) => paragraph(items(node)),
  listItem: (node) => paragraph(item(node)),

  table: (node) => {
    const [first, ...rest] = node.children
    if (!first || textOf(node).trim() === '') return []
    const hasHead = first.children.every(({ header }) => header)
    // A table of GFM begins with a head; one that has none gets an empty one.
    const head: TableRow = hasHead ? row(first) : { type: 'tableRow', children: [] }
    return [{ type: 'table', children: [head, ...(hasHead ? rest : node.children).map(row)] }]
  },
  tableRow: (node) => [{ type: 'table', children: [row(node)] }],
  tableCell: (node) => paragraph(linesOf(phrasing(node.children))),

  purposeList: words,
  exceptionClauseList: words,
  safetyMeasureList: words,
  jointUse: words,
  procedure: words,
  externalServiceList: words,
  contact: words,
  endMark: words,
  signature: (node) =>
    paragraph(node.children.flatMap(({ children }) => linesOf(phrasing(children)))),
} satisfies Handlers<FlowType, null, MarkdownBlock[]>

const flow = (node: NodeOf<FlowType>): MarkdownBlock[] => handle(handlers, node, null)

/** Records print their words, a printed line a line. */
function words(node: Node): Paragraph[] {
  return paragraph(linesOf(printed(textOf(node))))
}

function paragraph(lines: readonly Line[]): Paragraph[] {
  return lines.length > 0 ? [{ type: 'paragraph', children: joinLines(lines) }] : []
}

/** On one line: a heading of Markdown has no second one. */
function heading(rank: number, parts: readonly string[]): MarkdownBlock[] {
  const children = joinLines(
    parts.flatMap((part) => linesOf(printed(part))),
    { type: 'text', value: ' ' },
  )
  const depth = Math.min(Math.max(rank, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6
  return children.length > 0 ? [{ type: 'heading', depth, children }] : []
}

const items = (list: NodeOf<'list'>): Line[] => list.children.flatMap(item)

function item(node: NodeOf<'listItem'>): Line[] {
  const [body, nested] = node.children
  const first = linesOf([...printed(node.marker), ...phrasing(body.children)])
  return nested ? [...first, ...items(nested).map((line) => [indent, ...line])] : first
}

const indent = { type: 'text', value: '\u3000' } as const

const row = (node: NodeOf<'tableRow'>): TableRow => ({
  type: 'tableRow',
  children: node.children.map(
    (cell): TableCell => ({
      type: 'tableCell',
      children: joinLines(linesOf(phrasing(cell.children)), { type: 'html', value: '<br>' }),
    }),
  ),
})
