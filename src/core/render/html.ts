import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import {
  type Block,
  type ListItem,
  labelOf,
  type NodeOf,
  nodesOf,
  type PolicyDocument,
  type Section,
  type TableCell,
  type TableRow,
  textOf,
} from '../document.ts'
import { type FlowType, type Handlers, handle } from './handlers.ts'
import { hangOf } from './hanging.ts'
import {
  type Content,
  type Context,
  contactLines,
  marked,
  phrasing,
  printed,
  recordText,
} from './html-phrasing.ts'
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
  render: (document) => `${toHtml(articleOf(document))}\n`,
}

/** The policy as a tree of HTML elements, for whoever builds a page around it. */
export function articleOf(document: PolicyDocument): Element {
  return flow(document, contextOf(document))
}

function contextOf(document: PolicyDocument): Context {
  const anchors = new Set([
    ...nodesOf(document, 'section').map(({ id }) => id),
    ...nodesOf(document, 'listItem').flatMap(({ id }) => id ?? []),
  ])
  return { anchors, inLink: false }
}

const handlers = {
  document: (node, context) =>
    h('article', { className: ['policy'], lang: node.locale, dataType: node.type }, [
      ...onLines([
        node.title.printed ? h('h1', {}, printed(node.title.text)) : null,
        ...blocks(node.children, context),
      ]),
    ]),
  section: (node, context) =>
    h('section', { id: node.id, dataType: node.type, dataKind: node.kind }, [
      ...onLines([heading(node), ...blocks(node.children, context)]),
    ]),

  paragraph: (node, context) => h('p', {}, phrasing(node.children, context)),
  list: (node, context) =>
    h('ul', { role: 'list', className: [hangOf(node.children)] }, [
      ...onLines(blocks(node.children, context)),
    ]),
  listItem: (node, context) => {
    const [paragraph, nested] = node.children
    return h('li', { id: node.id ?? null }, [
      marked(node.marker),
      ...phrasing(paragraph.children, context),
      ...onLines(nested ? blocks([nested], context) : []),
    ])
  },

  table: (node, context) => {
    const firstOfBody = node.children.findIndex((row) => !isHead(row))
    const heads = firstOfBody < 0 ? node.children.length : firstOfBody
    const rows = node.children.map((row) => flow(row, context))
    const part = (name: 'thead' | 'tbody', its: readonly Element[]) =>
      its.length > 0 ? h(name, {}, [...onLines(its)]) : null
    return h('table', {}, [
      ...onLines([part('thead', rows.slice(0, heads)), part('tbody', rows.slice(heads))]),
    ])
  },
  tableRow: (node, context) => {
    const scope = isHead(node) ? 'col' : 'row'
    return h('tr', {}, [
      ...node.children.map((cell) => {
        const element = flow(cell, context)
        return element.tagName === 'th' ? h('th', { scope }, element.children) : element
      }),
    ])
  },
  // A header that says nothing, as in the corner of a table, heads nothing.
  tableCell: (node, context) =>
    h(node.header && textOf(node).trim() ? 'th' : 'td', {}, phrasing(node.children, context)),

  purposeList: typedList,
  exceptionClauseList: typedList,
  safetyMeasureList: typedList,
  jointUse: typedList,
  procedure: typedList,
  externalServiceList: typedList,

  contact: (node, context) =>
    h(
      'address',
      { dataType: node.type, dataRecord: node.id, dataRoles: node.roles.join(' ') },
      contactLines(node, context),
    ),
  endMark: (node) => h('p', { className: ['end-mark'], dataType: node.type }, printed(node.text)),
  signature: (node, context) =>
    h('address', { className: ['signature'], dataType: node.type }, [
      ...onLines(blocks(node.children, context)),
    ]),
} satisfies Handlers<FlowType, Context, Element>

const flow = (node: NodeOf<FlowType>, context: Context): Element => handle(handlers, node, context)

/** What prints nothing leaves no empty element behind; a section stays, for its anchor. */
function blocks(nodes: readonly (Block | Section | ListItem)[], context: Context): Element[] {
  return nodes
    .filter((node) => node.type === 'section' || textOf(node) !== '')
    .map((node) => flow(node, context))
}

/** A line of source each: white space that no reader sees. */
function onLines(elements: readonly (Element | null)[]): Content[] {
  const present = elements.filter((element) => element !== null)
  return present.length > 0
    ? [
        { type: 'text', value: '\n' },
        ...present.flatMap((element): Content[] => [element, { type: 'text', value: '\n' }]),
      ]
    : []
}

function heading(section: Section): Element | null {
  const { heading: words, headingAbove, level } = section
  const number = labelOf(section)
  if (!number && !words) return null
  const its = number ? [h('span', { className: ['number'] }, printed(number))] : []
  const content = recordText(words, section.defines)
  const between = number && words ? [h('br')] : []
  return h(
    `h${Math.min(Math.max(level, 1) + 1, 6)}`,
    {},
    headingAbove ? [...content, ...between, ...its] : [...its, ...content],
  )
}

const isHead = (row: TableRow) => row.children.every((cell: TableCell) => cell.header)

type TypedList = NodeOf<
  | 'purposeList'
  | 'exceptionClauseList'
  | 'safetyMeasureList'
  | 'jointUse'
  | 'procedure'
  | 'externalServiceList'
>

/** A list of typed nodes. One that is `joined` stands in the item of the node before, as on paper. */
function typedList(node: TypedList, context: Context): Element {
  const items: Content[][] = []
  for (const child of node.children) {
    const own = phrasing([{ ...child, marker: '' }], context)
    const last = items.at(-1)
    if (child.joined && last) last.push(...printed(child.marker ?? ''), ...own)
    else items.push([...marked(child.marker), ...own])
  }
  return h('ul', { role: 'list', className: [hangOf(node.children)], dataType: node.type }, [
    ...onLines(items.map((content) => h('li', {}, content))),
  ])
}

/** A section with its heading and its own blocks, without its sub-sections; its references point into the document. */
export function sectionHtml(document: PolicyDocument, section: Section): string {
  const own = section.children.filter((child) => child.type !== 'section')
  return toHtml(flow({ ...section, children: own }, contextOf(document)))
}
