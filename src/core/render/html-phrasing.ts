import type { Contact, DefinedTerm, Phrasing, PolicyDocument } from '../document.ts'
import { anchorsOf } from './anchors.ts'
import { type Handlers, handle, type PhrasingType } from './handlers.ts'
import { attribute, escaped, escapedValue, lineBreak, type Markup } from './markup.ts'
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

  sectionReference: ({ target, text }, context) => {
    const isHere = target !== null && anchorsOf(context.document).has(target)
    const href = isHere ? `#${encodeURIComponent(target)}` : null
    return anchor(href, ' data-type="sectionReference"', printed(text), context)
  },
  termReference: ({ term, text }) =>
    `<span data-type="termReference" data-term="${escapedValue(term)}">${printed(text)}</span>`,
  lawReference: ({ law, article, paragraph, item, text }) => {
    const place =
      attribute('data-article', article) +
      attribute('data-paragraph', paragraph) +
      attribute('data-item', item)
    return `<span data-type="lawReference" data-law="${escapedValue(law)}"${place}>${printed(text)}</span>`
  },
  definedTerm: (node) => definition(node.term),
  date: ({ date, kinds, text }) =>
    `<time datetime="${escapedValue(date)}" data-type="date" data-kinds="${escapedValue(kinds.join(' '))}">${printed(text)}</time>`,
  value: ({ record, field, text }, context) => {
    const facts = ` data-type="value" data-record="${escapedValue(record)}" data-field="${escapedValue(field)}"`
    return anchor(fieldTarget(field, text), facts, printed(text), context)
  },
  fee: ({ amountYen, text }) =>
    `<data value="${escapedValue(String(amountYen))}" data-type="fee">${printed(text)}</data>`,

  purpose: (node, context) =>
    `<span data-type="purpose" data-record="${escapedValue(node.id)}"${attribute('data-group', node.group)}>${marker(node, context)}${defining(node)}</span>`,
  exceptionClause: (node, context) =>
    `<span data-type="exceptionClause" data-record="${escapedValue(node.id)}" data-basis="${escapedValue(node.basis)}" data-applies-to="${escapedValue(node.appliesTo)}">${marker(node, context)}${defining(node)}</span>`,
  jointUsePartner: (node, context) =>
    `<span data-type="jointUsePartner" data-record="${escapedValue(node.id)}">${marker(node, context)}${printed(node.name)}</span>`,
  jointUsePurpose: (node, context) =>
    `<span data-type="jointUsePurpose">${marker(node, context)}${printed(node.text)}</span>`,
  jointUseDataItem: (node, context) =>
    `<span data-type="jointUseDataItem">${marker(node, context)}${printed(node.text)}</span>`,
  jointUseStatement: (node, context) =>
    `<span data-type="jointUseStatement" data-about="${escapedValue(node.about)}">${marker(node, context)}${printed(node.text)}</span>`,
  safetyMeasure: (node, context) =>
    `<span data-type="safetyMeasure" data-record="${escapedValue(node.id)}" data-category="${escapedValue(node.category)}">${marker(node, context)}${defining(node)}</span>`,
  procedureItem: (node, context) =>
    `<span data-type="procedureItem" data-role="${escapedValue(node.role)}">${marker(node, context)}${printed(node.text)}</span>`,
  externalService: (node, context) =>
    `<span data-type="externalService" data-service="${escapedValue(node.service)}">${marker(node, context)}${printed(node.text)}</span>`,
  contact: (node, context) =>
    `<span data-type="contact" data-record="${escapedValue(node.id)}" data-roles="${escapedValue(node.roles.join(' '))}">${contactLines(node, context)}</span>`,
} satisfies Handlers<PhrasingType, Context, Markup>

/** A string as it is printed: its line ends are line ends. */
export const printed = (text: string): Markup =>
  /[&<\r\n]/.test(text) ? escaped(text).replaceAll(/\r\n|\r|\n/g, lineBreak) : text

/** A printed number or bullet; a class of its own lets it hang. */
export const marked = (marker: string | undefined): Markup =>
  marker ? `<span class="marker">${printed(marker)}</span>` : ''

type Placed = { readonly marker?: string }
const marker = (node: Placed, { inList }: Context): Markup => (inList ? '' : marked(node.marker))

type Defining = { readonly text: string; readonly defines?: readonly DefinedTerm[] | undefined }
/** A text, the terms that it defines marked where it defines them: 「…」 or “…”. */
export function defining({ text, defines }: Defining): Markup {
  if (!defines) return printed(text)
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
        ? anchor(
            fieldTarget(field, text),
            ` data-field="${escapedValue(field)}"`,
            printed(text),
            context,
          )
        : printed(text)
      return (i > 0 && !joined ? lineBreak : '') + printed(label) + value
    })
    .join('')
}

/** A link if there is somewhere to go; else the same text, with the same facts. */
function anchor(href: string | null, facts: Markup, content: Markup, { inLink }: Context): Markup {
  if (href !== null && !inLink) return `<a href="${escapedValue(href)}"${facts}>${content}</a>`
  return facts ? `<span${facts}>${content}</span>` : content
}

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
