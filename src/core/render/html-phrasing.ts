import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Contact, DefinedTerm, Phrasing } from '../document.ts'
import { type Handlers, handle, type PhrasingType } from './handlers.ts'
import { fieldTarget, linkTarget } from './web-address.ts'

export type Content = ElementContent
export type Context = {
  /** The ids that stand in this document: a reference to any other is text. */
  readonly anchors: ReadonlySet<string>
  /** Links do not nest. */
  readonly inLink: boolean
}

/** What stands inside a line, as HTML that may stand inside a line. */
export function phrasing(nodes: readonly Phrasing[], context: Context): Content[] {
  return nodes.flatMap((node) => handle(handlers, node, context))
}

const handlers = {
  text: (node) => printed(node.value),
  strong: (node, context) => [h('strong', {}, phrasing(node.children, context))],
  link: (node, context) =>
    anchor(linkTarget(node.url), phrasing(node.children, { ...context, inLink: true }), context),
  break: () => [h('br')],

  sectionReference: (node, context) => {
    const target = node.target !== null && context.anchors.has(node.target) ? node.target : null
    const href = target === null ? null : `#${encodeURIComponent(target)}`
    return anchor(href, printed(node.text), context, { dataType: node.type })
  },
  termReference: (node) => fact(node.type, { dataTerm: node.term }, printed(node.text)),
  lawReference: (node) =>
    fact(
      node.type,
      {
        dataLaw: node.law,
        dataArticle: node.article,
        dataParagraph: node.paragraph,
        dataItem: node.item,
      },
      printed(node.text),
    ),
  definedTerm: (node) => [definition(node.term)],
  date: (node) => [
    h(
      'time',
      { dateTime: node.date, dataType: node.type, dataKinds: node.kinds.join(' ') },
      printed(node.text),
    ),
  ],
  value: (node, context) =>
    anchor(fieldTarget(node.field, node.text), printed(node.text), context, {
      dataType: node.type,
      dataRecord: node.record,
      dataField: node.field,
    }),
  fee: (node) => [
    h('data', { value: String(node.amountYen), dataType: node.type }, printed(node.text)),
  ],

  purpose: (node) =>
    fact(node.type, { dataRecord: node.id, dataGroup: node.group }, [
      ...marked(node.marker),
      ...recordText(node.text, node.defines),
    ]),
  exceptionClause: (node) =>
    fact(node.type, { dataRecord: node.id, dataBasis: node.basis, dataAppliesTo: node.appliesTo }, [
      ...marked(node.marker),
      ...recordText(node.text, node.defines),
    ]),
  jointUsePartner: (node) =>
    fact(node.type, { dataRecord: node.id }, [...marked(node.marker), ...printed(node.name)]),
  jointUsePurpose: (node) => fact(node.type, {}, [...marked(node.marker), ...printed(node.text)]),
  jointUseDataItem: (node) => fact(node.type, {}, [...marked(node.marker), ...printed(node.text)]),
  jointUseStatement: (node) =>
    fact(node.type, { dataAbout: node.about }, [...marked(node.marker), ...printed(node.text)]),
  safetyMeasure: (node) =>
    fact(node.type, { dataRecord: node.id, dataCategory: node.category }, [
      ...marked(node.marker),
      ...recordText(node.text, node.defines),
    ]),
  procedureItem: (node) =>
    fact(node.type, { dataRole: node.role }, [...marked(node.marker), ...printed(node.text)]),
  externalService: (node) =>
    fact(node.type, { dataService: node.service }, [...marked(node.marker), ...printed(node.text)]),
  contact: (node, context) =>
    fact(
      node.type,
      { dataRecord: node.id, dataRoles: node.roles.join(' ') },
      contactLines(node, context),
    ),
} satisfies Handlers<PhrasingType, Context, Content[]>

/** A string as it is printed: its line ends are line ends. */
export function printed(text: string): Content[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, i): Content[] => [
      ...(i > 0 ? [h('br')] : []),
      ...(line ? [{ type: 'text' as const, value: line }] : []),
    ])
}

/** A printed number or bullet; a class of its own lets it hang. */
export function marked(marker: string | undefined): Content[] {
  return marker ? [h('span', { className: ['marker'] }, printed(marker))] : []
}

/** A record's text, the terms that it defines marked where it defines them: 「…」 or “…”. */
export function recordText(text: string, defines: readonly DefinedTerm[] = []): Content[] {
  const places = defines
    .map(({ term }) => ({ term, start: definedAt(text, term) }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start)
  const content: Content[] = []
  let end = 0
  for (const { term, start } of places) {
    if (start < end) continue
    content.push(...printed(text.slice(end, start)), definition(term))
    end = start + term.length
  }
  return [...content, ...printed(text.slice(end))]
}

/** A contact's printed lines, each field's value marked as what it is. */
export function contactLines(contact: Contact, context: Context): Content[] {
  return contact.lines.flatMap(({ label, field, text, joined }, i) => [
    ...(i > 0 && !joined ? [h('br')] : []),
    ...printed(label),
    ...(field
      ? anchor(fieldTarget(field, text), printed(text), context, { dataField: field })
      : printed(text)),
  ])
}

type Facts = { readonly [attribute: `data${string}`]: string | undefined }

/** A link if there is somewhere to go; else the same text, with the same facts. */
function anchor(
  href: string | null,
  content: Content[],
  context: Context,
  facts: Facts = {},
): Content[] {
  if (href !== null && !context.inLink) return [h('a', { href, ...known(facts) }, content)]
  return Object.keys(facts).length > 0 ? [h('span', known(facts), content)] : content
}

const fact = (type: PhrasingType, facts: Facts, content: Content[]) => [
  h('span', { dataType: type, ...known(facts) }, content),
]

const definition = (term: string) => h('dfn', { dataType: 'definedTerm' }, printed(term))

const known = (facts: Facts): Record<string, string> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )

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
