import type { Contact, DefinedTerm, Phrasing } from '../document.ts'
import { type Handlers, handle, type PhrasingType } from './handlers.ts'
import { type Attributes, element, escaped, lineBreak, type Markup } from './markup.ts'
import { fieldTarget, linkTarget } from './web-address.ts'

export type Context = {
  /** The ids that stand in this document: a reference to any other is text. */
  readonly anchors: ReadonlySet<string>
  /** Links do not nest. */
  readonly inLink: boolean
}

/** What stands inside a line, as HTML that may stand inside a line. */
export function phrasing(nodes: readonly Phrasing[], context: Context): Markup {
  let content = ''
  for (const node of nodes) content += handle(handlers, node, context)
  return content
}

const handlers = {
  text: (node) => printed(node.value),
  strong: (node, context) => element('strong', {}, phrasing(node.children, context)),
  link: (node, context) =>
    anchor(linkTarget(node.url), phrasing(node.children, { ...context, inLink: true }), context),
  break: () => lineBreak,

  sectionReference: (node, context) => {
    const target = node.target !== null && context.anchors.has(node.target) ? node.target : null
    const href = target === null ? null : `#${encodeURIComponent(target)}`
    return anchor(href, printed(node.text), context, { 'data-type': node.type })
  },
  termReference: (node) => fact(node.type, { 'data-term': node.term }, printed(node.text)),
  lawReference: (node) =>
    fact(
      node.type,
      {
        'data-law': node.law,
        'data-article': node.article,
        'data-paragraph': node.paragraph,
        'data-item': node.item,
      },
      printed(node.text),
    ),
  definedTerm: (node) => definition(node.term),
  date: (node) =>
    element(
      'time',
      { datetime: node.date, 'data-type': node.type, 'data-kinds': node.kinds.join(' ') },
      printed(node.text),
    ),
  value: (node, context) =>
    anchor(fieldTarget(node.field, node.text), printed(node.text), context, {
      'data-type': node.type,
      'data-record': node.record,
      'data-field': node.field,
    }),
  fee: (node) =>
    element('data', { value: String(node.amountYen), 'data-type': node.type }, printed(node.text)),

  purpose: (node) =>
    fact(
      node.type,
      { 'data-record': node.id, 'data-group': node.group },
      marked(node.marker) + recordText(node.text, node.defines),
    ),
  exceptionClause: (node) =>
    fact(
      node.type,
      { 'data-record': node.id, 'data-basis': node.basis, 'data-applies-to': node.appliesTo },
      marked(node.marker) + recordText(node.text, node.defines),
    ),
  jointUsePartner: (node) =>
    fact(node.type, { 'data-record': node.id }, marked(node.marker) + printed(node.name)),
  jointUsePurpose: (node) => fact(node.type, {}, marked(node.marker) + printed(node.text)),
  jointUseDataItem: (node) => fact(node.type, {}, marked(node.marker) + printed(node.text)),
  jointUseStatement: (node) =>
    fact(node.type, { 'data-about': node.about }, marked(node.marker) + printed(node.text)),
  safetyMeasure: (node) =>
    fact(
      node.type,
      { 'data-record': node.id, 'data-category': node.category },
      marked(node.marker) + recordText(node.text, node.defines),
    ),
  procedureItem: (node) =>
    fact(node.type, { 'data-role': node.role }, marked(node.marker) + printed(node.text)),
  externalService: (node) =>
    fact(node.type, { 'data-service': node.service }, marked(node.marker) + printed(node.text)),
  contact: (node, context) =>
    fact(
      node.type,
      { 'data-record': node.id, 'data-roles': node.roles.join(' ') },
      contactLines(node, context),
    ),
} satisfies Handlers<PhrasingType, Context, Markup>

/** A string as it is printed: its line ends are line ends. */
export const printed = (text: string): Markup => escaped(text).replaceAll(/\r\n|\r|\n/g, lineBreak)

/** A printed number or bullet; a class of its own lets it hang. */
export const marked = (marker: string | undefined): Markup =>
  marker ? element('span', { class: 'marker' }, printed(marker)) : ''

/** A record's text, the terms that it defines marked where it defines them: 「…」 or “…”. */
export function recordText(text: string, defines: readonly DefinedTerm[] = []): Markup {
  const places = defines
    .map(({ term }) => ({ term, start: definedAt(text, term) }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start)
  let content = ''
  let end = 0
  for (const { term, start } of places) {
    if (start < end) continue
    content += printed(text.slice(end, start)) + definition(term)
    end = start + term.length
  }
  return content + printed(text.slice(end))
}

/** A contact's printed lines, each field's value marked as what it is. */
export function contactLines(contact: Contact, context: Context): Markup {
  return contact.lines
    .map(({ label, field, text, joined }, i) => {
      const value = field
        ? anchor(fieldTarget(field, text), printed(text), context, { 'data-field': field })
        : printed(text)
      return (i > 0 && !joined ? lineBreak : '') + printed(label) + value
    })
    .join('')
}

/** A link if there is somewhere to go; else the same text, with the same facts. */
function anchor(
  href: string | null,
  content: Markup,
  context: Context,
  facts: Attributes = {},
): Markup {
  if (href !== null && !context.inLink) return element('a', { href, ...facts }, content)
  return Object.keys(facts).length > 0 ? element('span', facts, content) : content
}

const fact = (type: PhrasingType, facts: Attributes, content: Markup): Markup =>
  element('span', { 'data-type': type, ...facts }, content)

const definition = (term: string): Markup =>
  element('dfn', { 'data-type': 'definedTerm' }, printed(term))

function definedAt(text: string, term: string): number {
  if (term === '') return -1
  for (const [open, close] of [
    ['「', '」'],
    ['『', '』'],
    ['“', '”'],
    ['"', '"'],
  ] as const) {
    const start = text.indexOf(open + term + close)
    if (start >= 0) return start + open.length
  }
  return -1
}
