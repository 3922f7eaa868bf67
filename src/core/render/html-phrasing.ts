import type { Contact, DefinedTerm, Phrasing, PolicyDocument } from '../document.ts'
import { anchorsOf } from './anchors.ts'
import { type Handlers, handle, type PhrasingType } from './handlers.ts'
import { attribute, escaped, lineBreak, type Markup } from './markup.ts'
import { fieldTarget, linkTarget } from './web-address.ts'

export type Context = {
  /** What references point into. */
  readonly document: PolicyDocument
  /** Links do not nest. */
  readonly inLink: boolean
  /** Where records are the items of a list, which prints their markers before them. */
  readonly inList: boolean
}

/** What stands inside a line, as HTML that may stand inside a line. */
export function phrasing(nodes: readonly Phrasing[], context: Context): Markup {
  let content = ''
  for (const node of nodes) content += handle(handlers, node, context)
  return content
}

const handlers = {
  text: (node) => printed(node.value),
  strong: (node, context) => `<strong>${phrasing(node.children, context)}</strong>`,
  link: (node, context) =>
    anchor(
      linkTarget(node.url),
      '',
      phrasing(node.children, { ...context, inLink: true }),
      context,
    ),
  break: () => lineBreak,

  sectionReference: ({ type, target, text }, context) => {
    const isHere = target !== null && anchorsOf(context.document).has(target)
    const href = isHere ? `#${encodeURIComponent(target)}` : null
    return anchor(href, attribute('data-type', type), printed(text), context)
  },
  termReference: (node) => fact(node, attribute('data-term', node.term), printed(node.text)),
  lawReference: (node) =>
    fact(
      node,
      attribute('data-law', node.law) +
        attribute('data-article', node.article) +
        attribute('data-paragraph', node.paragraph) +
        attribute('data-item', node.item),
      printed(node.text),
    ),
  definedTerm: (node) => definition(node.term),
  date: ({ type, date, kinds, text }) =>
    `<time${attribute('datetime', date)} data-type="${type}"${attribute('data-kinds', kinds.join(' '))}>${printed(text)}</time>`,
  value: ({ type, record, field, text }, context) =>
    anchor(
      fieldTarget(field, text),
      attribute('data-type', type) +
        attribute('data-record', record) +
        attribute('data-field', field),
      printed(text),
      context,
    ),
  fee: ({ type, amountYen, text }) =>
    `<data${attribute('value', String(amountYen))} data-type="${type}">${printed(text)}</data>`,

  purpose: (node, context) =>
    fact(
      node,
      attribute('data-record', node.id) + attribute('data-group', node.group),
      marker(node, context) + recordText(node.text, node.defines),
    ),
  exceptionClause: (node, context) =>
    fact(
      node,
      attribute('data-record', node.id) +
        attribute('data-basis', node.basis) +
        attribute('data-applies-to', node.appliesTo),
      marker(node, context) + recordText(node.text, node.defines),
    ),
  jointUsePartner: (node, context) =>
    fact(node, attribute('data-record', node.id), marker(node, context) + printed(node.name)),
  jointUsePurpose: (node, context) => fact(node, '', marker(node, context) + printed(node.text)),
  jointUseDataItem: (node, context) => fact(node, '', marker(node, context) + printed(node.text)),
  jointUseStatement: (node, context) =>
    fact(node, attribute('data-about', node.about), marker(node, context) + printed(node.text)),
  safetyMeasure: (node, context) =>
    fact(
      node,
      attribute('data-record', node.id) + attribute('data-category', node.category),
      marker(node, context) + recordText(node.text, node.defines),
    ),
  procedureItem: (node, context) =>
    fact(node, attribute('data-role', node.role), marker(node, context) + printed(node.text)),
  externalService: (node, context) =>
    fact(node, attribute('data-service', node.service), marker(node, context) + printed(node.text)),
  contact: (node, context) =>
    fact(
      node,
      attribute('data-record', node.id) + attribute('data-roles', node.roles.join(' ')),
      contactLines(node, context),
    ),
} satisfies Handlers<PhrasingType, Context, Markup>

/** A string as it is printed: its line ends are line ends. */
export const printed = (text: string): Markup =>
  /[&<\r\n]/.test(text) ? escaped(text).replaceAll(/\r\n|\r|\n/g, lineBreak) : text

/** A printed number or bullet; a class of its own lets it hang. */
export const marked = (marker: string | undefined): Markup =>
  marker ? `<span class="marker">${printed(marker)}</span>` : ''

const marker = (node: { readonly marker?: string }, { inList }: Context): Markup =>
  inList ? '' : marked(node.marker)

/** A record's text, the terms that it defines marked where it defines them: 「…」 or “…”. */
export function recordText(text: string, defines: readonly DefinedTerm[] = []): Markup {
  if (defines.length === 0) return printed(text)
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
        ? anchor(fieldTarget(field, text), attribute('data-field', field), printed(text), context)
        : printed(text)
      return (i > 0 && !joined ? lineBreak : '') + printed(label) + value
    })
    .join('')
}

/** A link if there is somewhere to go; else the same text, with the same facts. */
function anchor(href: string | null, facts: Markup, content: Markup, { inLink }: Context): Markup {
  if (href !== null && !inLink) return `<a${attribute('href', href)}${facts}>${content}</a>`
  return facts ? `<span${facts}>${content}</span>` : content
}

const fact = ({ type }: Phrasing, facts: Markup, content: Markup): Markup =>
  `<span data-type="${type}"${facts}>${content}</span>`

const definition = (term: string): Markup => `<dfn data-type="definedTerm">${printed(term)}</dfn>`

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
