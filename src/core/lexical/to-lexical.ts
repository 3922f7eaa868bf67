import type { Block, ListItem, Phrasing, TableRow, Value } from '../document.ts'
import { readLabel } from '../numbering.ts'
import {
  BOLD,
  type BodyBlock,
  type BodyInlineBlock,
  type LexicalElement,
  type LexicalNode,
  type LexicalState,
  NODE_STATE,
} from './state.ts'

type Fields = Readonly<Record<string, unknown>>
/** What a body has to know of its document. */
type Surroundings = {
  /** Tells a reference to a section, which is a relation, from one to a list item. */
  readonly isSection: (id: string) => boolean
  /** Whether a value's record says what the value prints; if not, the print is plain text. */
  readonly isTrue: (value: Value) => boolean
}
type Context = Surroundings & { readonly nextId: () => string }

/**
 * Blocks of the tree as the editor holds them; null when there are none. The inverse of `fromLexical`.
 * Block and row ids are new, unique within the result: they mean nothing outside the editor.
 */
export function toLexical(
  blocks: readonly Block[],
  surroundings: Surroundings,
): LexicalState | null {
  let count = 0
  const { isSection, isTrue } = surroundings
  const context: Context = { isSection, isTrue, nextId: () => `n${++count}` }
  const children = blocks.flatMap((node) => block(node, context))
  return children.length === 0 ? null : { root: element('root', children) }
}

function block(node: Block, context: Context): LexicalNode[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(node.children, context)]
    case 'signature':
      return node.children.map((child) => paragraph(child.children, context, 'right'))
    case 'list':
      return [list(node.children, context)]
    case 'table':
      return [table(node.children, context)]
    case 'contact':
      return [typedBlock('contact', { record: node.id }, context)]
    case 'endMark':
      return [typedBlock('endMark', { text: node.text }, context)]
    default:
      return [
        typedBlock(
          node.type,
          {
            rows: node.children.map((child) => ({
              id: context.nextId(),
              ...fieldsOfRow(child, context),
              ...(child.marker && { marker: child.marker }),
              ...(child.joined && { joined: true }),
            })),
          },
          context,
        ),
      ]
  }
}

type Row = Extract<Phrasing, { readonly marker?: string }>

/** A row's own fields: in the list of joint-use facts it also says which fact it is. */
function fieldsOfRow(node: Row, context: Context): Fields {
  switch (node.type) {
    case 'jointUsePartner':
      return { fact: 'partner', record: node.id }
    case 'jointUsePurpose':
      return { fact: 'purpose', text: node.text }
    case 'jointUseDataItem':
      return { fact: 'dataItem', text: node.text }
    case 'jointUseStatement':
      return { fact: node.about, text: node.text }
    case 'purpose':
      return { record: node.id, ...(node.group && { group: node.group }) }
    default:
      return typedFields[node.type](node as never, context)
  }
}

/** What each typed inline node keeps in its fields; `fromLexical` reads the same names. */
const typedFields: {
  [K in BodyInlineBlock]: (node: Extract<Phrasing, { type: K }>, context: Context) => Fields
} = {
  purpose: (node) => ({ record: node.id, ...(node.group && { group: node.group }) }),
  exceptionClause: (node) => ({ record: node.id }),
  jointUsePartner: (node) => ({ record: node.id }),
  safetyMeasure: (node) => ({ record: node.id }),
  contact: (node) => ({ record: node.id }),
  value: (node) => ({
    of: node.of,
    field: node.field,
    ...(node.of !== 'organisation' && { [node.of]: node.record }),
  }),
  definedTerm: (node) => ({ term: node.term, meaning: node.meaning }),
  termReference: (node) => ({ term: node.term, text: node.text }),
  sectionReference: (node, { isSection }) => ({
    ...(node.target !== null &&
      (isSection(node.target) ? { target: node.target } : { item: node.target })),
    text: node.text,
    follow: node.follow,
    ...(node.form && { form: node.form }),
  }),
  lawReference: ({ type: _, ...fields }) => fields,
  date: ({ type: _, ...fields }) => fields,
  fee: ({ type: _, taxIncluded, ...fields }) => ({
    ...fields,
    ...(taxIncluded !== null && { tax: taxIncluded ? 'included' : 'excluded' }),
  }),
  jointUsePurpose: (node) => ({ text: node.text }),
  jointUseDataItem: (node) => ({ text: node.text }),
  jointUseStatement: (node) => ({ about: node.about, text: node.text }),
  procedureItem: (node) => ({ role: node.role, text: node.text }),
  externalService: ({ type: _, marker: _marker, joined: _joined, ...fields }) => fields,
}

function phrasing(nodes: readonly Phrasing[], context: Context, format = 0): LexicalNode[] {
  return nodes.flatMap((node): LexicalNode[] => {
    if (node.type === 'value' && !context.isTrue(node)) return text(node.text, format)
    switch (node.type) {
      case 'text':
        return text(node.value, format)
      case 'strong':
        return phrasing(node.children, context, BOLD)
      case 'break':
        return [{ type: 'linebreak', version: 1 }]
      case 'link':
        return [
          {
            ...element('link', phrasing(node.children, context)),
            version: 3,
            id: context.nextId(),
            fields: { linkType: 'custom', url: node.url, newTab: false },
          },
        ]
      default:
        return [
          {
            type: 'inlineBlock',
            version: 1,
            fields: {
              id: context.nextId(),
              blockType: node.type,
              ...typedFields[node.type](node as never, context),
            },
          },
        ]
    }
  })
}

/** Lexical has a node of its own for each tab. */
function text(value: string, format: number): LexicalNode[] {
  return value
    .split(/(\t)/)
    .filter((part) => part !== '')
    .map((part) => ({
      type: part === '\t' ? 'tab' : 'text',
      version: 1,
      detail: part === '\t' ? 2 : 0,
      format,
      mode: 'normal',
      style: '',
      text: part,
    }))
}

function paragraph(children: readonly Phrasing[], context: Context, format = ''): LexicalElement {
  return {
    ...element('paragraph', phrasing(children, context)),
    format,
    textFormat: 0,
    textStyle: '',
  }
}

/** A nested list is an item of its own in Lexical, after the item that it belongs to. */
function list(items: readonly ListItem[], context: Context): LexicalElement {
  const isNumbered = readLabel(items[0]?.marker ?? '') !== null
  let value = 0
  const children = items.flatMap((item) => {
    const [first, nested] = item.children
    const state = { marker: item.marker, ...(item.id && { anchor: item.id }) }
    const own = {
      ...element('listitem', phrasing(first.children, context)),
      value: ++value,
      [NODE_STATE]: state,
    }
    if (!nested) return [own]
    return [own, { ...element('listitem', [list(nested.children, context)]), value: value + 1 }]
  })
  return {
    ...element('list', children),
    listType: isNumbered ? 'number' : 'bullet',
    tag: isNumbered ? 'ol' : 'ul',
    start: 1,
  }
}

function table(rows: readonly TableRow[], context: Context): LexicalElement {
  return element(
    'table',
    rows.map((row) =>
      element(
        'tablerow',
        row.children.map((cell) => ({
          ...element('tablecell', [paragraph(cell.children, context)]),
          headerState: cell.header ? 1 : 0,
          colSpan: 1,
          rowSpan: 1,
          backgroundColor: null,
        })),
      ),
    ),
  )
}

function typedBlock(blockType: BodyBlock, fields: Fields, context: Context): LexicalNode {
  return {
    type: 'block',
    version: 2,
    format: '',
    fields: { id: context.nextId(), blockName: '', blockType, ...fields },
  }
}

function element(type: string, children: readonly LexicalNode[]): LexicalElement {
  return { type, version: 1, direction: null, format: '', indent: 0, children }
}
