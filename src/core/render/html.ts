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
import { type Context, contactLines, defining, marked, phrasing, printed } from './html-phrasing.ts'
import { attribute, escapedValue, lineBreak, type Markup } from './markup.ts'
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
  return flow(document, { document, inLink: false, inList: false })
}

/** A section with its heading and its own blocks, without its sub-sections; its references point into the document. */
export function sectionHtml(document: PolicyDocument, section: Section): Markup {
  const own = section.children.filter((child) => child.type !== 'section')
  return flow({ ...section, children: own }, { document, inLink: false, inList: false })
}

const handlers = {
  document: ({ locale, title, children }, context) => {
    const first = title.printed ? line(`<h1>${printed(title.text)}</h1>`) : ''
    return `<article class="policy" lang="${escapedValue(locale)}" data-type="document">${within(first + blocks(children, context))}</article>`
  },
  section: (node, context) =>
    `<section id="${escapedValue(node.id)}" data-type="section" data-kind="${escapedValue(node.kind)}">${within(heading(node) + blocks(node.children, context))}</section>`,

  paragraph: (node, context) => `<p>${phrasing(node.children, context)}</p>`,
  list: ({ children }, context) =>
    `<ul role="list" class="${hangOf(children)}">${within(blocks(children, context))}</ul>`,
  listItem: ({ id, marker, children: [paragraph, nested] }, context) => {
    const inner = nested ? within(blocks([nested], context)) : ''
    return `<li${attribute('id', id)}>${marked(marker)}${phrasing(paragraph.children, context)}${inner}</li>`
  },

  table: (node, context) => {
    const firstOfBody = node.children.findIndex((row) => !isHead(row))
    const heads = firstOfBody < 0 ? node.children.length : firstOfBody
    const rows = node.children.map((row) => line(flow(row, context)))
    const part = (name: 'thead' | 'tbody', its: readonly Markup[]) =>
      its.length > 0 ? line(`<${name}>${within(its.join(''))}</${name}>`) : ''
    return `<table>${within(part('thead', rows.slice(0, heads)) + part('tbody', rows.slice(heads)))}</table>`
  },
  tableRow: (node, context) => {
    const scope = isHead(node) ? 'col' : 'row'
    return `<tr>${node.children.map((cell) => cellOf(cell, scope, context)).join('')}</tr>`
  },
  tableCell: (node, context) => cellOf(node, null, context),

  purposeList: typedList,
  exceptionClauseList: typedList,
  safetyMeasureList: typedList,
  jointUse: typedList,
  procedure: typedList,
  externalServiceList: typedList,

  contact: (node, context) =>
    `<address data-type="contact" data-record="${escapedValue(node.id)}" data-roles="${escapedValue(node.roles.join(' '))}">${contactLines(node, context)}</address>`,
  endMark: (node) => `<p class="end-mark" data-type="endMark">${printed(node.text)}</p>`,
  signature: (node, context) =>
    `<address class="signature" data-type="signature">${within(blocks(node.children, context))}</address>`,
} satisfies Handlers<FlowType, Context, Markup>

const flow = (node: NodeOf<FlowType>, context: Context): Markup => handle(handlers, node, context)

/** An element on a line of source of its own: white space that no reader sees. */
const line = (element: Markup): Markup => `\n${element}`
/** Lines between the tags of what holds them. */
const within = (lines: Markup): Markup => lines && `${lines}\n`

/** What prints nothing leaves no empty element behind; a section stays, for its anchor. */
function blocks(nodes: readonly (Block | Section | ListItem)[], context: Context): Markup {
  let lines = ''
  for (const node of nodes)
    if (node.type === 'section' || prints(node)) lines += line(flow(node, context))
  return lines
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

function heading(section: Section): Markup {
  const { heading: words, headingAbove, level } = section
  const number = labelOf(section)
  if (!number && !words) return ''
  const name = `h${Math.min(Math.max(level, 1) + 1, 6)}`
  const its = number && `<span class="number">${printed(number)}</span>`
  const content = defining({ text: words, defines: section.defines })
  const between = number && words && lineBreak
  return line(`<${name}>${headingAbove ? content + between + its : its + content}</${name}>`)
}

const isHead = (row: TableRow) => row.children.every((cell: TableCell) => cell.header)

/** A header that says nothing, as in the corner of a table, heads nothing. */
function cellOf(cell: TableCell, scope: 'col' | 'row' | null, context: Context): Markup {
  const content = phrasing(cell.children, context)
  return cell.header && textOf(cell).trim()
    ? `<th${attribute('scope', scope)}>${content}</th>`
    : `<td>${content}</td>`
}

/** A list of typed nodes. One that is `joined` stands in the item of the node before, as on paper. */
function typedList({ type, children }: TypedList, context: Context): Markup {
  const inList = { ...context, inList: true }
  let items = ''
  for (const child of children) {
    const own = phrasing([child], inList)
    if (child.joined && items) items += printed(child.marker ?? '') + own
    else items += `${items && '</li>'}${line('<li>')}${marked(child.marker)}${own}`
  }
  return `<ul role="list" class="${hangOf(children)}" data-type="${type}">${within(items && `${items}</li>`)}</ul>`
}
