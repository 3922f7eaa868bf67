import { headingOf, type Node, type NodeType, type PolicyDocument, textOf } from '../document.ts'
import { type Handlers, handle } from './handlers.ts'
import type { Renderer } from './renderer.ts'

/**
 * The printed lines and no others: the non-blank lines, trimmed, are those of `textOf`. What is added is air: a blank
 * line around sections, and before 以上 and signatures; what continues a list item is indented below it.
 */
export const text: Renderer = {
  label: { ja: 'テキスト', en: 'Plain text' },
  mediaType: 'text/plain; charset=utf-8',
  extension: '.txt',
  render: renderText,
}

function renderText(document: PolicyDocument): string {
  return `${print(document)}\n`
}

const handlers = {
  document: (node) => under(node.title.printed ? node.title.text : '', node.children, true),
  section: (node) => under(headingOf(node), node.children),
  listItem: (node) =>
    node.marker +
    node.children
      .map(print)
      .filter(Boolean)
      .join('\n')
      .replaceAll(/\n(?=[^\n])/g, '\n  '),
  list: (node) => node.children.map(print).filter(Boolean).join('\n'),
  paragraph: textOf,
  table: textOf,
  tableRow: textOf,
  tableCell: textOf,
  purposeList: textOf,
  exceptionClauseList: textOf,
  safetyMeasureList: textOf,
  jointUse: textOf,
  procedure: textOf,
  externalServiceList: textOf,
  contact: textOf,
  endMark: textOf,
  signature: textOf,
  text: textOf,
  strong: textOf,
  link: textOf,
  break: textOf,
  sectionReference: textOf,
  termReference: textOf,
  lawReference: textOf,
  definedTerm: textOf,
  date: textOf,
  value: textOf,
  fee: textOf,
  purpose: textOf,
  exceptionClause: textOf,
  jointUsePartner: textOf,
  jointUsePurpose: textOf,
  jointUseDataItem: textOf,
  jointUseStatement: textOf,
  safetyMeasure: textOf,
  procedureItem: textOf,
  externalService: textOf,
} satisfies Handlers<NodeType, null, string>

const print = (node: Node): string => handle(handlers, node, null)

/** A heading and what stands below it; `apart`: with a blank line between. */
function under(heading: string, children: readonly Node[], apart = false): string {
  let printed = heading
  let gap = apart
  for (const child of children) {
    const block = print(child)
    if (block === '') continue
    gap ||= standsApart(child)
    printed += (printed && (gap ? '\n\n' : '\n')) + block
    gap = child.type === 'section'
  }
  return printed
}

const standsApart = (node: Node) =>
  node.type === 'section' || node.type === 'endMark' || node.type === 'signature'
