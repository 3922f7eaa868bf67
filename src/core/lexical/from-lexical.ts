import type {
  Block,
  Contact,
  ExceptionClause,
  ExternalService,
  JointUse,
  JointUsePartner,
  List,
  ListItem,
  Paragraph,
  Phrasing,
  ProcedureItem,
  Purpose,
  SafetyMeasure,
  SectionReference,
  TableCell,
  Text,
  Value,
} from '../document.ts'
import {
  BOLD,
  type BodyBlock,
  type BodyInlineBlock,
  childrenOfElement,
  fieldsOf,
  type LexicalNode,
  type LexicalState,
  NODE_STATE,
  rowsOf,
} from './state.ts'

/** How records print in one language; a record that is missing is the source's affair to report. */
export type RecordSource = {
  purpose(id: string): Purpose
  exceptionClause(id: string): ExceptionClause
  jointUsePartner(id: string): JointUsePartner
  safetyMeasure(id: string): SafetyMeasure
  contact(id: string): Contact
  value(of: Value['of'], id: string | null, field: string): Value
  reference(reference: SectionReference): SectionReference
}

type Fields = Readonly<Record<string, unknown>>

/**
 * The blocks that an editor's state stands for. Neighbouring texts are one, blank paragraphs are none, and list items
 * without a printed marker get the usual one; else it is the inverse of `toLexical`.
 *
 * @throws RangeError at a Lexical node that the tree has no place for (a heading pasted into the body)
 */
export function fromLexical(
  state: LexicalState | null | undefined,
  records: RecordSource,
): readonly Block[] {
  const blocks: Block[] = []
  for (const node of childrenOfElement(state?.root ?? { type: 'root', version: 1 })) {
    const signed = node.type === 'paragraph' && (node.format === 'right' || node.format === 'end')
    const next = block(node, records)
    if (next === null) continue
    const last = blocks.at(-1)
    if (!signed || next.type !== 'paragraph') blocks.push(next)
    else if (last?.type === 'signature')
      blocks[blocks.length - 1] = { ...last, children: [...last.children, next] }
    else blocks.push({ type: 'signature', children: [next] })
  }
  return blocks
}

function block(node: LexicalNode, records: RecordSource): Block | null {
  switch (node.type) {
    case 'paragraph': {
      const children = phrasing(childrenOfElement(node), records)
      return children.length ? { type: 'paragraph', children } : null
    }
    case 'list':
      return list(node, records)
    case 'table':
      return {
        type: 'table',
        children: childrenOfElement(node).map((row) => ({
          type: 'tableRow',
          children: childrenOfElement(row).map((cell) => tableCell(cell, records)),
        })),
      }
    case 'block': {
      const fields = fieldsOf(node)
      const read = blocks[string(fields.blockType) as BodyBlock]
      if (!read) throw unknown(`block \`${fields.blockType}\``)
      return read(fields, records)
    }
    default:
      throw unknown(`node \`${node.type}\``)
  }
}

const unknown = (what: string) =>
  new RangeError(`Cannot read ${what} in a body. Write it as a paragraph, a list or a typed node.`)

const blocks: {
  [K in BodyBlock]: (fields: Fields, records: RecordSource) => Extract<Block, { type: K }>
} = {
  purposeList: (fields, records) => ({
    type: 'purposeList',
    children: rowsOf(fields).map((row) => ({ ...inline.purpose(row, records), ...place(row) })),
  }),
  exceptionClauseList: (fields, records) => ({
    type: 'exceptionClauseList',
    children: rowsOf(fields).map((row) => ({
      ...records.exceptionClause(string(row.record)),
      ...place(row),
    })),
  }),
  safetyMeasureList: (fields, records) => ({
    type: 'safetyMeasureList',
    children: rowsOf(fields).map((row) => ({
      ...records.safetyMeasure(string(row.record)),
      ...place(row),
    })),
  }),
  jointUse: (fields, records) => ({
    type: 'jointUse',
    children: rowsOf(fields).map((row) => ({ ...jointUseFact(row, records), ...place(row) })),
  }),
  procedure: (fields, records) => ({
    type: 'procedure',
    children: rowsOf(fields).map((row) => ({
      ...inline.procedureItem(row, records),
      ...place(row),
    })),
  }),
  externalServiceList: (fields, records) => ({
    type: 'externalServiceList',
    children: rowsOf(fields).map((row) => ({
      ...inline.externalService(row, records),
      ...place(row),
    })),
  }),
  contact: (fields, records) => records.contact(string(fields.record)),
  endMark: (fields) => ({ type: 'endMark', text: string(fields.text) }),
}

function jointUseFact(row: Fields, records: RecordSource): JointUse['children'][number] {
  const text = string(row.text)
  switch (row.fact) {
    case 'partner':
      return records.jointUsePartner(string(row.record))
    case 'purpose':
      return { type: 'jointUsePurpose', text }
    case 'dataItem':
      return { type: 'jointUseDataItem', text }
    default:
      return inline.jointUseStatement({ about: row.fact, text }, records)
  }
}

const inline: {
  [K in BodyInlineBlock]: (fields: Fields, records: RecordSource) => Extract<Phrasing, { type: K }>
} = {
  purpose: (fields, records): Purpose => ({
    ...records.purpose(string(fields.record)),
    ...optional(fields, 'group'),
  }),
  exceptionClause: (fields, records): ExceptionClause =>
    records.exceptionClause(string(fields.record)),
  jointUsePartner: (fields, records): JointUsePartner =>
    records.jointUsePartner(string(fields.record)),
  safetyMeasure: (fields, records): SafetyMeasure => records.safetyMeasure(string(fields.record)),
  contact: (fields, records): Contact => records.contact(string(fields.record)),
  value: (fields, records): Value => {
    const of = string(fields.of) as Value['of']
    return records.value(
      of,
      of === 'organisation' ? null : string(fields[of]),
      string(fields.field),
    )
  },
  definedTerm: (fields) => ({
    type: 'definedTerm',
    term: string(fields.term),
    meaning: string(fields.meaning),
  }),
  termReference: (fields) => ({
    type: 'termReference',
    term: string(fields.term),
    text: string(fields.text),
  }),
  sectionReference: (fields, records): SectionReference =>
    records.reference({
      type: 'sectionReference',
      target: string(fields.target) || string(fields.item) || null,
      text: string(fields.text),
      follow: fields.follow === true,
      ...optional(fields, 'form'),
    } as SectionReference),
  lawReference: (fields) => ({
    type: 'lawReference',
    law: string(fields.law),
    ...optional(fields, 'article'),
    ...optional(fields, 'paragraph'),
    ...optional(fields, 'item'),
    text: string(fields.text),
  }),
  date: (fields) => ({
    type: 'date',
    kinds: strings(fields.kinds) as Extract<Phrasing, { type: 'date' }>['kinds'],
    date: string(fields.date),
    text: string(fields.text),
  }),
  fee: (fields) => ({
    type: 'fee',
    amountYen: Number(fields.amountYen),
    taxIncluded: fields.tax ? fields.tax === 'included' : null,
    appliesTo: strings(fields.appliesTo),
    text: string(fields.text),
  }),
  jointUsePurpose: (fields) => ({ type: 'jointUsePurpose', text: string(fields.text) }),
  jointUseDataItem: (fields) => ({ type: 'jointUseDataItem', text: string(fields.text) }),
  jointUseStatement: (fields) => ({
    type: 'jointUseStatement',
    about: string(fields.about) as Extract<Phrasing, { type: 'jointUseStatement' }>['about'],
    text: string(fields.text),
  }),
  procedureItem: (fields): ProcedureItem => ({
    type: 'procedureItem',
    role: string(fields.role) as ProcedureItem['role'],
    text: string(fields.text),
  }),
  externalService: (fields): ExternalService => ({
    type: 'externalService',
    service: string(fields.service),
    ...optional(fields, 'provider'),
    ...optional(fields, 'information'),
    ...optional(fields, 'purpose'),
    ...optional(fields, 'optOut'),
    text: string(fields.text),
  }),
}

function phrasing(nodes: readonly LexicalNode[], records: RecordSource): Phrasing[] {
  const children: Phrasing[] = []
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
      case 'tab':
        addText(children, string(node.text), (Number(node.format) & BOLD) !== 0)
        break
      case 'linebreak':
        children.push({ type: 'break' })
        break
      case 'link':
      case 'autolink':
        children.push({
          type: 'link',
          url: string(fieldsOf(node).url),
          children: phrasing(childrenOfElement(node), records),
        })
        break
      case 'inlineBlock': {
        const fields = fieldsOf(node)
        const read = inline[string(fields.blockType) as BodyInlineBlock]
        if (!read) throw unknown(`inline block \`${fields.blockType}\``)
        children.push(read(fields, records))
        break
      }
      default:
        throw unknown(`node \`${node.type}\``)
    }
  }
  return children
}

function addText(children: Phrasing[], value: string, bold: boolean): void {
  if (value === '') return
  const last = children.at(-1)
  const run = last?.type === 'strong' ? last.children[0] : last
  const joins = bold ? last?.type === 'strong' : last?.type === 'text'
  if (joins && run?.type === 'text') {
    children.pop()
    value = run.value + value
  }
  const text: Text = { type: 'text', value }
  children.push(bold ? { type: 'strong', children: [text] } : text)
}

/** A Lexical item that holds nothing but a list is the nested list of the item before. */
function list(node: LexicalNode, records: RecordSource): List {
  const items: ListItem[] = []
  const isNumbered = node.listType === 'number'
  for (const child of childrenOfElement(node)) {
    const nested = childrenOfElement(child).find((inner) => inner.type === 'list')
    const first: Paragraph = {
      type: 'paragraph',
      children: phrasing(
        childrenOfElement(child).filter((inner) => inner !== nested),
        records,
      ),
    }
    const last = items.at(-1)
    if (nested && first.children.length === 0 && last?.children.length === 1) {
      items[items.length - 1] = {
        ...last,
        children: [last.children[0], list(nested, records)],
      }
      continue
    }
    const state = (child[NODE_STATE] ?? {}) as Fields
    items.push({
      type: 'listItem',
      marker:
        typeof state.marker === 'string'
          ? state.marker
          : isNumbered
            ? `${Number(child.value) || items.length + 1}. `
            : '・',
      ...(typeof state.anchor === 'string' && { id: state.anchor }),
      children: nested ? [first, list(nested, records)] : [first],
    })
  }
  return { type: 'list', children: items }
}

function tableCell(cell: LexicalNode, records: RecordSource): TableCell {
  const lines = childrenOfElement(cell).map((child) => phrasing(childrenOfElement(child), records))
  return {
    type: 'tableCell',
    header: Number(cell.headerState) > 0,
    children: lines.flatMap((line, i) => (i ? [{ type: 'break' } as const, ...line] : line)),
  }
}

const place = (row: Fields) => ({
  ...optional(row, 'marker'),
  ...(row.joined === true && { joined: true as const }),
})

const string = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : ((value as { id?: string } | null | undefined)?.id ?? '')

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : []

function optional<K extends string>(fields: Fields, key: K): { [P in K]?: string } {
  const value = string(fields[key])
  return value === '' ? {} : ({ [key]: value } as { [P in K]?: string })
}
