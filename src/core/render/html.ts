import {
  type Block,
  childrenOf,
  type ListItem,
  labelOf,
  type Node,
  type NodeOf,
  type PolicyDocument,
  type Section,
  type TableCell,
  type TableRow,
  type TypedList,
  textOf,
} from '../document.ts'
import { type FlowType, type Handlers, handle } from './handlers.ts'
import { hangOf } from './hanging.ts'
import {
  type Context,
  contactLines,
  marked,
  phrasing,
  printed,
  recordText,
} from './html-phrasing.ts'
import { element, lineBreak, type Markup } from './markup.ts'
import type { Renderer } from './renderer.ts'

/**
 * An `<article>` to put into a page. Its text is the printed text: numbers and markers are characters, not CSS, so
 * that copying brings them along. `data-type` and `data-record` mark what a front end may look for. The `h1` is
 * there only when the policy prints its title; a page that has no other puts one before the article.
 */
export const html: Renderer = {
  label: { ja: 'HTML', en: 'HTML' },
  mediaType: 'text/html; charset=utf-8',
  extension: '.html',
  render: (document) => `${articleOf(document)}\n`,
}

/** The `<article>` alone, for whoever builds a page around it. */
export function articleOf(document: PolicyDocument): Markup {
  return flow(document, contextOf(document))
}

function contextOf(document: PolicyDocument): Context {
  const known = contexts.get(document)
  if (known) return known
  const anchors = new Set<string>()
  addAnchors(document, anchors)
  const context = { anchors, inLink: false }
  contexts.set(document, context)
  return context
}
function addAnchors(node: Node, anchors: Set<string>): void {
  if ((node.type === 'section' || node.type === 'listItem') && node.id !== undefined)
    anchors.add(node.id)
  // Within lines and tables stand none.
  if (node.type !== 'paragraph' && node.type !== 'table')
    for (const child of childrenOf(node)) addAnchors(child, anchors)
}
/** A document is asked for as many of its sections as it has. */
const contexts = new WeakMap<PolicyDocument, Context>()

const handlers = {
  document: (node, context) =>
    element(
      'article',
      { class: 'policy', lang: node.locale, 'data-type': node.type },
      onLines([
        node.title.printed ? element('h1', {}, printed(node.title.text)) : null,
        ...blocks(node.children, context),
      ]),
    ),
  section: (node, context) =>
    element(
      'section',
      { id: node.id, 'data-type': node.type, 'data-kind': node.kind },
      onLines([heading(node), ...blocks(node.children, context)]),
    ),

  paragraph: (node, context) => element('p', {}, phrasing(node.children, context)),
  list: (node, context) =>
    element(
      'ul',
      { role: 'list', class: hangOf(node.children) },
      onLines(blocks(node.children, context)),
    ),
  listItem: (node, context) => {
    const [paragraph, nested] = node.children
    return element(
      'li',
      { id: node.id },
      marked(node.marker) +
        phrasing(paragraph.children, context) +
        onLines(nested ? blocks([nested], context) : []),
    )
  },

  table: (node, context) => {
    const firstOfBody = node.children.findIndex((row) => !isHead(row))
    const heads = firstOfBody < 0 ? node.children.length : firstOfBody
    const rows = node.children.map((row) => flow(row, context))
    const part = (name: 'thead' | 'tbody', its: readonly Markup[]) =>
      its.length > 0 ? element(name, {}, onLines(its)) : null
    return element(
      'table',
      {},
      onLines([part('thead', rows.slice(0, heads)), part('tbody', rows.slice(heads))]),
    )
  },
  tableRow: (node, context) => {
    const scope = isHead(node) ? 'col' : 'row'
    return element('tr', {}, node.children.map((cell) => cellOf(cell, scope, context)).join(''))
  },
  tableCell: (node, context) => cellOf(node, null, context),

  purposeList: typedList,
  exceptionClauseList: typedList,
  safetyMeasureList: typedList,
  jointUse: typedList,
  procedure: typedList,
  externalServiceList: typedList,

  contact: (node, context) =>
    element(
      'address',
      { 'data-type': node.type, 'data-record': node.id, 'data-roles': node.roles.join(' ') },
      contactLines(node, context),
    ),
  endMark: (node) =>
    element('p', { class: 'end-mark', 'data-type': node.type }, printed(node.text)),
  signature: (node, context) =>
    element(
      'address',
      { class: 'signature', 'data-type': node.type },
      onLines(blocks(node.children, context)),
    ),
} satisfies Handlers<FlowType, Context, Markup>

const flow = (node: NodeOf<FlowType>, context: Context): Markup => handle(handlers, node, context)

/** What prints nothing leaves no empty element behind; a section stays, for its anchor. */
function blocks(nodes: readonly (Block | Section | ListItem)[], context: Context): Markup[] {
  const elements: Markup[] = []
  for (const node of nodes)
    if (node.type === 'section' || prints(node)) elements.push(flow(node, context))
  return elements
}

/** Whether `textOf` is not empty, told by the first that prints. */
function prints(node: Node): boolean {
  switch (node.type) {
    case 'text':
      return node.value !== ''
    case 'listItem':
      return node.marker !== '' || node.children.some(prints)
    case 'paragraph':
    case 'strong':
    case 'link':
    case 'tableCell':
    case 'list':
    case 'table':
    case 'tableRow':
    case 'signature':
      return childrenOf(node).some(prints)
    default:
      return textOf(node) !== ''
  }
}

/** A line of source each: white space that no reader sees. */
function onLines(elements: readonly (Markup | null)[]): Markup {
  const present = elements.filter((element) => element !== null)
  return present.length > 0 ? `\n${present.join('\n')}\n` : ''
}

function heading(section: Section): Markup | null {
  const { heading: words, headingAbove, level } = section
  const number = labelOf(section)
  if (!number && !words) return null
  const its = number ? element('span', { class: 'number' }, printed(number)) : ''
  const content = recordText(words, section.defines)
  const between = number && words ? lineBreak : ''
  return element(
    `h${Math.min(Math.max(level, 1) + 1, 6)}`,
    {},
    headingAbove ? content + between + its : its + content,
  )
}

const isHead = (row: TableRow) => row.children.every((cell: TableCell) => cell.header)

/** A header that says nothing, as in the corner of a table, heads nothing. */
function cellOf(cell: TableCell, scope: 'col' | 'row' | null, context: Context): Markup {
  const content = phrasing(cell.children, context)
  return cell.header && textOf(cell).trim()
    ? element('th', { scope }, content)
    : element('td', {}, content)
}

/** A list of typed nodes. One that is `joined` stands in the item of the node before, as on paper. */
function typedList(node: TypedList, context: Context): Markup {
  const items: Markup[] = []
  for (const child of node.children) {
    const own = phrasing([{ ...child, marker: '' }], context)
    const last = items.length - 1
    if (child.joined && last >= 0) items[last] += printed(child.marker ?? '') + own
    else items.push(marked(child.marker) + own)
  }
  return element(
    'ul',
    { role: 'list', class: hangOf(node.children), 'data-type': node.type },
    onLines(items.map((content) => element('li', {}, content))),
  )
}

/** A section with its heading and its own blocks, without its sub-sections; its references point into the document. */
export function sectionHtml(document: PolicyDocument, section: Section): Markup {
  const own = section.children.filter((child) => child.type !== 'section')
  return flow({ ...section, children: own }, contextOf(document))
}
