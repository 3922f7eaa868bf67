/**
 * Short ways to write the tree of `src/core/document.ts` by hand:
 *
 *     policy({}, section(['s1', 'purposes', '１ ', '利用目的'], purposes(row('・', purpose('p1', '本人確認のため')))))
 *
 * A string is a text. Nothing is invented: markers and numbers are written with the space that follows them.
 * Worked out are only the level of a section (by where it stands), the terms that a record's text defines, the fields
 * of a contact (from its lines) and the dates at the root (from the date nodes).
 */
import type {
  Block,
  Contact,
  ContactField,
  ContactLine,
  ContactRole,
  DateKind,
  DefinedTerm,
  DocumentOrganisation,
  ExceptionBasis,
  ExceptionClause,
  ExceptionScope,
  ExternalService,
  Fee,
  JointUse,
  JointUseDataItem,
  JointUsePartner,
  JointUsePurpose,
  JointUseStatement,
  LawReference,
  List,
  ListItem,
  MeasureCategory,
  OrganisationField,
  Paragraph,
  Phrasing,
  PolicyDocument,
  ProcedureItem,
  Purpose,
  ReferenceForm,
  SafetyMeasure,
  Section,
  SectionKind,
  SectionReference,
  TableCell,
  TableRow,
  Text,
  Value,
} from '../src/core/document.ts'
import { datesOf } from '../src/core/document.ts'
import { splitLabel } from '../src/core/numbering.ts'
import { organisationField } from '../src/core/printing.ts'
import { definedTermsIn } from '../src/core/terms.ts'

export type Inline = string | Phrasing
type Child = Block | Section

/* The document and its sections. */

type About = {
  readonly locale?: 'ja' | 'en'
  readonly title?: PolicyDocument['title']
  readonly organisation?: DocumentOrganisation
}

export function policy(about: About, ...children: Child[]): PolicyDocument {
  const document: PolicyDocument = {
    type: 'document',
    schema: 1,
    locale: about.locale ?? 'ja',
    title: about.title ?? { text: 'プライバシーポリシー', printed: false },
    organisation: about.organisation ?? {
      id: 'o1',
      legalName: '株式会社例示商会',
      selfTerm: '当社',
      representatives: [],
    },
    dates: [],
    children,
  }
  return { ...document, dates: datesOf(document) }
}

type Head = readonly [id: string, kind: SectionKind, label: string, heading: string]

/** A section of level 1, or one deeper than the section that it is put into. */
export function section([id, kind, label, heading]: Head, ...children: Child[]): Section {
  return {
    type: 'section',
    id,
    kind,
    level: 1,
    ...splitLabel(label),
    heading,
    ...defining(heading),
    children: children.map((child) => (child.type === 'section' ? deeper(child) : child)),
  }
}

const deeper = (node: Section): Section => ({
  ...node,
  level: node.level + 1,
  children: node.children.map((child) => (child.type === 'section' ? deeper(child) : child)),
})

/** （見出し）, and the number on the line below. */
export const headingAbove = (node: Section): Section => ({ ...node, headingAbove: true })

function defining(text: string): { readonly defines?: readonly DefinedTerm[] } {
  const defines = definedTermsIn(text)
  return defines.length ? { defines } : {}
}

/* Blocks. */

const phrasing = (parts: readonly Inline[]): Phrasing[] =>
  parts.map((part) => (typeof part === 'string' ? text(part) : part))

export const p = (...parts: Inline[]): Paragraph => ({
  type: 'paragraph',
  children: phrasing(parts),
})
export const list = (...children: ListItem[]): List => ({ type: 'list', children })

/** An item of a list; the last part may be a list nested in it. */
export function item(marker: string, ...parts: readonly (Inline | List)[]): ListItem {
  const nested = parts.at(-1)
  const isNested = typeof nested === 'object' && nested.type === 'list'
  const first = p(...((isNested ? parts.slice(0, -1) : parts) as Inline[]))
  return { type: 'listItem', marker, children: isNested ? [first, nested] : [first] }
}
/** An item that something refers to. */
export const anchored = (id: string, node: ListItem): ListItem => ({ ...node, id })

export const table = (...children: TableRow[]) => ({ type: 'table', children }) as const
type Cell = Inline | readonly Inline[]
export const headerRow = (...cells: Cell[]) => tableRow(true, cells)
export const plainRow = (...cells: Cell[]) => tableRow(false, cells)

function tableRow(header: boolean, cells: readonly Cell[]): TableRow {
  const children = cells.map((cell): TableCell => {
    const parts = Array.isArray(cell) ? (cell as readonly Inline[]) : [cell as Inline]
    return { type: 'tableCell', header, children: phrasing(parts) }
  })
  return { type: 'tableRow', children }
}

export const purposes = (...children: Purpose[]) => ({ type: 'purposeList', children }) as const
export const exceptions = (...children: ExceptionClause[]) =>
  ({ type: 'exceptionClauseList', children }) as const
export const measures = (...children: SafetyMeasure[]) =>
  ({ type: 'safetyMeasureList', children }) as const
export const jointUse = (...children: JointUse['children'][number][]) =>
  ({ type: 'jointUse', children }) as const
export const procedure = (...children: ProcedureItem[]) =>
  ({ type: 'procedure', children }) as const
export const externalServices = (...children: ExternalService[]) =>
  ({ type: 'externalServiceList', children }) as const
export const endMark = (value = '以上') => ({ type: 'endMark', text: value }) as const
export const signature = (...children: Paragraph[]) => ({ type: 'signature', children }) as const

/* Where a typed node stands in its list. */

type Row = { readonly type: string; readonly marker?: string; readonly joined?: true }

/** A row of a typed list, with what is printed before it. */
export const row = <N extends Row>(marker: string, node: N): N => ({ ...node, marker })
/** Rows that all have the same marker, or one each. */
export const rows = <N extends Row>(markers: string | readonly string[], ...nodes: N[]): N[] =>
  nodes.map((node, i) =>
    row(typeof markers === 'string' ? markers : stated(markers[i], `row ${i}`, 'a marker'), node),
  )
/** A row that continues the line of the row before it. */
export const joined = <N extends Row>(marker: string, node: N): N => ({
  ...(marker === '' ? node : row(marker, node)),
  joined: true,
})
/** Purposes that this place groups under one name. */
export const inGroup = (group: string, ...nodes: Purpose[]): Purpose[] =>
  nodes.map((node) => ({ ...node, group }))

/* Typed nodes: rows of their lists, or pieces of a sentence. */

export const purpose = (id: string, value: string): Purpose => ({
  type: 'purpose',
  id,
  text: value,
  ...defining(value),
})
/** An exception: `provision` to third parties, `refusal` of disclosure, ground of `cease`. */
export const exception = {
  provision: clause('third-party-provision'),
  refusal: clause('disclosure-refusal'),
  cease: clause('utilisation-cease'),
}
function clause(appliesTo: ExceptionScope) {
  return (id: string, basis: ExceptionBasis, value: string): ExceptionClause => ({
    type: 'exceptionClause',
    id,
    text: value,
    basis,
    appliesTo,
    ...defining(value),
  })
}
export const measure = (id: string, category: MeasureCategory, value: string): SafetyMeasure => ({
  type: 'safetyMeasure',
  id,
  text: value,
  category,
  ...defining(value),
})
export const partner = (id: string, name: string, url?: string): JointUsePartner => ({
  type: 'jointUsePartner',
  id,
  name,
  ...(url !== undefined && { url }),
})
export const jointUsePurpose = (value: string): JointUsePurpose => ({
  type: 'jointUsePurpose',
  text: value,
})
export const jointUseDataItem = (value: string): JointUseDataItem => ({
  type: 'jointUseDataItem',
  text: value,
})
export const jointUseStatement = (
  about: JointUseStatement['about'],
  value: string,
): JointUseStatement => ({ type: 'jointUseStatement', about, text: value })
export const procedureItem = (role: ProcedureItem['role'], value: string): ProcedureItem => ({
  type: 'procedureItem',
  role,
  text: value,
})
export const externalService = (fields: Omit<ExternalService, 'type'>): ExternalService => ({
  type: 'externalService',
  ...fields,
})

/** A desk; its fields are those that its lines print. */
export function contact(
  id: string,
  roles: readonly ContactRole[],
  ...lines: ContactLine[]
): Contact {
  const fields: { [F in ContactField]?: string } = {}
  for (const line of lines) if (line.field) fields[line.field] = line.text
  return { type: 'contact', id, roles, ...fields, lines }
}
/** A printed piece: a label and a field's value, or words alone. */
export function line(label: string): ContactLine
export function line(label: string, field: ContactField, value: string): ContactLine
export function line(label: string, field: ContactField | null = null, value = ''): ContactLine {
  return { label, field, text: value }
}
/** A piece on the line of the piece before it. */
export const sameLine = (piece: ContactLine): ContactLine => ({ ...piece, joined: true })

/* Pieces of a sentence. */

export const text = (value: string): Text => ({ type: 'text', value })
export const strong = (value: string) => ({ type: 'strong', children: [text(value)] }) as const
export const br = { type: 'break' } as const
export const link = (url: string, ...parts: Inline[]): Phrasing => ({
  type: 'link',
  url,
  children: phrasing(parts),
})

/** A reference that prints back as it is, right or wrong. */
export const cite = (target: string | null, value: string): SectionReference => ({
  type: 'sectionReference',
  target,
  text: value,
  follow: false,
})
/** A reference that is renumbered with its target. */
export const follow = (target: string, form: ReferenceForm, value: string): SectionReference => ({
  type: 'sectionReference',
  target,
  text: value,
  follow: true,
  form,
})
export const termRef = (term: string, value = term): Phrasing => ({
  type: 'termReference',
  term,
  text: value,
})
export const lawRef = (
  value: string,
  cited: Omit<LawReference, 'type' | 'text'>,
): LawReference => ({
  type: 'lawReference',
  ...cited,
  text: value,
})
export const define = (term: string, meaning: string): DefinedTerm => ({
  type: 'definedTerm',
  term,
  meaning,
})
export const date = (
  kind: DateKind | readonly DateKind[],
  day: string,
  value: string,
): Phrasing => ({
  type: 'date',
  kinds: typeof kind === 'string' ? [kind] : kind,
  date: day,
  text: value,
})
export const fee = (
  amountYen: number,
  taxIncluded: boolean | null,
  appliesTo: readonly string[],
  value: string,
): Fee => ({ type: 'fee', amountYen, taxIncluded, appliesTo, text: value })

/** What the organisation's record says, printed in prose. */
export const organisationValue = (
  organisation: DocumentOrganisation,
  field: OrganisationField,
): Value => ({
  type: 'value',
  of: 'organisation',
  record: organisation.id,
  field,
  text: stated(organisationField(organisation, field), organisation.id, field),
})
/** What a desk's record says, printed in prose. */
export const contactValue = (desk: Contact, field: ContactField): Value => ({
  type: 'value',
  of: 'contact',
  record: desk.id,
  field,
  text: stated(desk[field], desk.id, field),
})
/** What a partner's record says, printed beside its name. */
export const partnerValue = (of: JointUsePartner, field: 'name' | 'url'): Value => ({
  type: 'value',
  of: 'jointUsePartner',
  record: of.id,
  field,
  text: stated(of[field], of.id, field),
})

function stated(value: string | undefined, record: string, field: string): string {
  if (value === undefined) throw new RangeError(`Expected \`${record}\` to have \`${field}\``)
  return value
}
