/**
 * The policy as a plain tree, in the manner of unist: every node is a readonly object with a `type`; parents have
 * `children`. Everything in this project is a function over it. The names are a contract: the API prints them.
 *
 * What a reader sees is exactly what `textOf` collects: a printed number, marker or label carries the space that
 * follows it, so that printing is concatenation and nothing is invented or lost.
 */

export const sectionKinds = [
  'scope',
  'definitions',
  'acquisition',
  'purposes',
  'relatedInformation',
  'thirdPartyProvision',
  'entrustment',
  'jointUse',
  'safetyMeasures',
  'disclosure',
  'correction',
  'utilisationCease',
  'cookies',
  'voluntariness',
  'procedure',
  'complaints',
  'contact',
  'changes',
  'compliance',
  'accreditedOrganisation',
  'foreignTransfer',
  'ssl',
  'statement',
  'supplementaryProvisions',
  'other',
] as const
export type SectionKind = (typeof sectionKinds)[number]

/** The statutory ground of an exception: article, paragraph and item of the APPI, or `other` for the operator's own. */
export const exceptionBases = [
  'appi-27-1-1',
  'appi-27-1-2',
  'appi-27-1-3',
  'appi-27-1-4',
  'appi-27-1-5',
  'appi-27-1-6',
  'appi-27-1-7',
  'appi-27-5-1',
  'appi-27-5-2',
  'appi-27-5-3',
  'appi-33-2-1',
  'appi-33-2-2',
  'appi-33-2-3',
  'appi-35-1',
  'appi-35-3',
  'appi-35-5',
  'other',
] as const
export type ExceptionBasis = (typeof exceptionBases)[number]

export const exceptionScopes = [
  'third-party-provision',
  'disclosure-refusal',
  'utilisation-cease',
] as const
export type ExceptionScope = (typeof exceptionScopes)[number]

/** Security control measures by the chapters of the PPC guideline (通則編 10), and two that practice adds. */
export const measureCategories = [
  'basicPolicy',
  'rules',
  'organisational',
  'personnel',
  'physical',
  'technical',
  'externalEnvironment',
  'cloud',
  'general',
] as const
export type MeasureCategory = (typeof measureCategories)[number]

export const contactRoles = [
  'inquiry',
  'complaints',
  'privacyManager',
  'accreditedOrganisation',
  'withdrawal',
  'request',
] as const
export type ContactRole = (typeof contactRoles)[number]

/** The fields of a contact that can be printed, in the order of an envelope. */
export const contactFields = [
  'name',
  'person',
  'postalCode',
  'address',
  'tel',
  'tollFree',
  'email',
  'url',
  'hours',
] as const
export type ContactField = (typeof contactFields)[number]

/** The fields of an organisation that prose can print as a `value`. */
export const organisationFields = [
  'legalName',
  'selfTerm',
  'postalCode',
  'address',
  'corporateNumber',
  'url',
  'service.name',
  'representatives.0.title',
  'representatives.0.name',
  'representatives.1.title',
  'representatives.1.name',
  'representatives.2.title',
  'representatives.2.name',
] as const
export type OrganisationField = (typeof organisationFields)[number]

export const dateKinds = ['enacted', 'revised', 'effective', 'asOf'] as const
export type DateKind = (typeof dateKinds)[number]

export const procedureRoles = [
  'requestType',
  'identityDocument',
  'agentDocument',
  'responseMethod',
] as const
export type ProcedureRole = (typeof procedureRoles)[number]

export const jointUseStatements = ['none', 'scope', 'acquisition', 'manager'] as const
export type JointUseStatementAbout = (typeof jointUseStatements)[number]

/** How a reference names its target; see `numbering.ts`. */
export const referenceForms = [
  'number',
  'heading',
  'quotedHeading',
  'numberAndHeading',
  'quotedNumberAndHeading',
  'previous',
  'next',
] as const
export type ReferenceForm = (typeof referenceForms)[number]

/* Phrasing: what stands inside a line. */

export type Text = { readonly type: 'text'; readonly value: string }
export type Strong = { readonly type: 'strong'; readonly children: readonly Text[] }
/** `url` is absolute: http, https, mailto or tel. */
export type Link = {
  readonly type: 'link'
  readonly url: string
  readonly children: readonly Phrasing[]
}
export type Break = { readonly type: 'break' }

/**
 * Points at a section or list item of this document. `text` is what is printed. `follow` is true only when `form`
 * generates just that text: such a reference is renumbered with its target, any other prints back as it is.
 */
export type SectionReference = {
  readonly type: 'sectionReference'
  readonly target: string | null
  readonly text: string
  readonly follow: boolean
  readonly form?: ReferenceForm
}
export type TermReference = {
  readonly type: 'termReference'
  readonly term: string
  readonly text: string
}
/** A citation of a statute. `law` is its full name; article, paragraph and item are arabic, as `27`, `27の2`. */
export type LawReference = {
  readonly type: 'lawReference'
  readonly law: string
  readonly article?: string
  readonly paragraph?: string
  readonly item?: string
  readonly text: string
}
/** The place where a term is defined; prints `term` only. `meaning` is what the sentence says it means. */
export type DefinedTerm = {
  readonly type: 'definedTerm'
  readonly term: string
  readonly meaning: string
}
/** A printed date of the document. `date` is `YYYY-MM-DD`; one print can carry two kinds (制定・施行). */
export type PrintedDate = {
  readonly type: 'date'
  readonly kinds: readonly DateKind[]
  readonly date: string
  readonly text: string
}
/** A field of a record printed in prose: an address, an e-mail, a legal name. `record` is the record's id. */
export type Value = { readonly type: 'value'; readonly record: string; readonly text: string } & (
  | { readonly of: 'organisation'; readonly field: OrganisationField }
  | { readonly of: 'contact'; readonly field: ContactField }
  | { readonly of: 'jointUsePartner'; readonly field: 'name' | 'url' }
)
/** A fee; `taxIncluded` is null when the text does not say. `appliesTo` names requests (開示, 利用目的の通知). */
export type Fee = {
  readonly type: 'fee'
  readonly amountYen: number
  readonly taxIncluded: boolean | null
  readonly appliesTo: readonly string[]
  readonly text: string
}

/**
 * Where a typed node stands in a list: `marker` is printed before it (with its space), `joined` says that it
 * continues the line of the node before. Inside a sentence there is neither.
 */
type Placed = { readonly marker?: string; readonly joined?: true }
/** Terms that a record's own text defines (以下「X」といいます); read from the text, printed by it. */
type Defining = { readonly defines?: readonly DefinedTerm[] }

export type Purpose = Placed &
  Defining & {
    readonly type: 'purpose'
    readonly id: string
    readonly text: string
    /** Whose data it is about, as this place groups it (顧客情報 …); a matter of the place, not of the record. */
    readonly group?: string
  }
export type ExceptionClause = Placed &
  Defining & {
    readonly type: 'exceptionClause'
    readonly id: string
    readonly text: string
    readonly basis: ExceptionBasis
    readonly appliesTo: ExceptionScope
  }
/** Prints its name. Its URL, where it is printed, is a `value` beside it. */
export type JointUsePartner = Placed & {
  readonly type: 'jointUsePartner'
  readonly id: string
  readonly name: string
  readonly url?: string
}
export type SafetyMeasure = Placed &
  Defining & {
    readonly type: 'safetyMeasure'
    readonly id: string
    readonly text: string
    readonly category: MeasureCategory
  }
export type JointUsePurpose = Placed & { readonly type: 'jointUsePurpose'; readonly text: string }
export type JointUseDataItem = Placed & { readonly type: 'jointUseDataItem'; readonly text: string }
/** What a policy says of joint use itself: that there is none, its scope, how data is acquired, who answers for it. */
export type JointUseStatement = Placed & {
  readonly type: 'jointUseStatement'
  readonly about: JointUseStatementAbout
  readonly text: string
}
export type ProcedureItem = Placed & {
  readonly type: 'procedureItem'
  readonly role: ProcedureRole
  readonly text: string
}
/** A service that user data is sent to (電気通信事業法27条の12). `text` is what is printed. */
export type ExternalService = Placed & {
  readonly type: 'externalService'
  readonly service: string
  readonly provider?: string
  readonly information?: string
  readonly purpose?: string
  readonly optOut?: string
  readonly text: string
}

/** A printed piece of a contact: label, then the field's value; without a field, the label is all that is printed. */
export type ContactLine = {
  readonly label: string
  readonly field: ContactField | null
  /** What is printed after the label: the value of `field`, or '' without one. */
  readonly text: string
  /** Continues the line of the piece before. */
  readonly joined?: true
}
/**
 * A desk to write to. As a block it prints its lines below each other; inside a sentence, one after the other.
 * Its fields hold the values as printed (an address may carry full-width digits).
 */
export type Contact = {
  readonly type: 'contact'
  readonly id: string
  readonly roles: readonly ContactRole[]
  readonly lines: readonly ContactLine[]
} & { readonly [F in ContactField]?: string }

export type Phrasing =
  | Text
  | Strong
  | Link
  | Break
  | SectionReference
  | TermReference
  | LawReference
  | DefinedTerm
  | PrintedDate
  | Value
  | Fee
  | Purpose
  | ExceptionClause
  | JointUsePartner
  | JointUsePurpose
  | JointUseDataItem
  | JointUseStatement
  | SafetyMeasure
  | ProcedureItem
  | ExternalService
  | Contact

/* Blocks: what stands on lines of its own. */

/** Written from the editions at publication, on lines that no record states: 制定日・改定日, 改定履歴, 附則. */
type Generated = { readonly generated?: true }

export type Paragraph = Generated & {
  readonly type: 'paragraph'
  readonly children: readonly Phrasing[]
}
export type List = Generated & {
  readonly type: 'list'
  readonly children: readonly ListItem[]
}
/** `children` is a paragraph, then at most one nested list. */
export type ListItem = {
  readonly type: 'listItem'
  readonly marker: string
  /** Set when something refers to this item. */
  readonly id?: string
  readonly children: readonly [Paragraph] | readonly [Paragraph, List]
}
export type Table = { readonly type: 'table'; readonly children: readonly TableRow[] }
export type TableRow = { readonly type: 'tableRow'; readonly children: readonly TableCell[] }
export type TableCell = {
  readonly type: 'tableCell'
  readonly header: boolean
  readonly children: readonly Phrasing[]
}
export type PurposeList = { readonly type: 'purposeList'; readonly children: readonly Purpose[] }
export type ExceptionClauseList = {
  readonly type: 'exceptionClauseList'
  readonly children: readonly ExceptionClause[]
}
export type SafetyMeasureList = {
  readonly type: 'safetyMeasureList'
  readonly children: readonly SafetyMeasure[]
}
/** The facts that 27条5項3号 asks for, as a list. */
export type JointUse = {
  readonly type: 'jointUse'
  readonly children: readonly (
    | JointUsePartner
    | JointUsePurpose
    | JointUseDataItem
    | JointUseStatement
  )[]
}
/** What a request needs and how it is answered (37条), as a list. */
export type Procedure = { readonly type: 'procedure'; readonly children: readonly ProcedureItem[] }
export type ExternalServiceList = {
  readonly type: 'externalServiceList'
  readonly children: readonly ExternalService[]
}
/** 以上 */
export type EndMark = { readonly type: 'endMark'; readonly text: string }
/** Closing lines of who issues the policy and when, set to the right. */
export type Signature = Generated & {
  readonly type: 'signature'
  readonly children: readonly Paragraph[]
}

/** A list of typed nodes. */
export type TypedList =
  | PurposeList
  | ExceptionClauseList
  | SafetyMeasureList
  | JointUse
  | Procedure
  | ExternalServiceList

export type Block = Paragraph | List | Table | TypedList | Contact | EndMark | Signature

/**
 * `id` is permanent: it survives renumbering and is the anchor. `number` is as printed, with the space that follows
 * it, or ''; a bullet before it, or without one, stands apart. Children: the body's blocks, then sub-sections, then
 * the blocks that print after them.
 */
export type Section = Defining &
  Generated & {
    readonly type: 'section'
    readonly id: string
    readonly kind: SectionKind
    /** 1 for a section of the document, 2 for one within it … */
    readonly level: number
    /** A sign that counts nothing, printed before the number and the heading: ■, ●, ・. */
    readonly bullet?: string
    readonly number: string
    readonly heading: string
    /** The heading stands on the line above the number: （目的）, then 第1条. */
    readonly headingAbove?: true
    readonly children: readonly (Block | Section)[]
  }

export type Representative = { readonly title: string; readonly name: string }
export type DocumentOrganisation = {
  readonly id: string
  readonly legalName: string
  readonly selfTerm: string
  readonly representatives: readonly Representative[]
  readonly postalCode?: string
  readonly address?: string
  readonly corporateNumber?: string
  readonly url?: string
  readonly service?: { readonly name?: string; readonly selfTerm?: string; readonly url?: string }
}
export type DocumentDate = {
  readonly kind: DateKind
  readonly date: string
  readonly text: string
}

/** Children: the preamble's blocks, then sections, then the closing blocks. */
export type PolicyDocument = {
  readonly type: 'document'
  readonly schema: 1
  /** The language of the text: `ja` or `en`. */
  readonly locale: string
  /** `printed`: the title stands as the first line; otherwise it only names the document. */
  readonly title: { readonly text: string; readonly printed: boolean }
  readonly organisation: DocumentOrganisation
  /** What `datesOf` finds: the printed dates in reading order, each kind of a day once. */
  readonly dates: readonly DocumentDate[]
  readonly children: readonly (Block | Section)[]
}

export type Node = PolicyDocument | Section | Block | Phrasing | ListItem | TableRow | TableCell
export type NodeType = Node['type']
/** The node of a type, for tables with one handler a type: `satisfies { [K in NodeType]: Handler<K> }`. */
export type NodeOf<K extends NodeType> = Extract<Node, { type: K }>

/** The children of a node, of whatever type; none for literals. */
export function childrenOf(node: Node): readonly Node[] {
  return 'children' in node ? node.children : noChildren
}
const noChildren: readonly Node[] = []

/** Visits a node and all below it in reading order, with its ancestors (nearest last). */
export function visit(
  node: Node,
  visitor: (node: Node, ancestors: readonly Node[]) => void,
  ancestors: readonly Node[] = [],
): void {
  visitor(node, ancestors)
  const inner = [...ancestors, node]
  for (const child of childrenOf(node)) visit(child, visitor, inner)
}

/** Every node of a type below a node (itself included), in reading order. */
export function nodesOf<K extends NodeType>(root: Node, type: K): NodeOf<K>[] {
  const found: NodeOf<K>[] = []
  const look = (node: Node): void => {
    if (node.type === type) found.push(node as NodeOf<K>)
    for (const child of childrenOf(node)) look(child)
  }
  look(root)
  return found
}

/** The dates that stand in the text as `date` nodes, in reading order; a kind and day that prints twice is one. */
export function datesOf(document: PolicyDocument): readonly DocumentDate[] {
  const dates = new Map<string, DocumentDate>()
  for (const { kinds, date, text } of nodesOf(document, 'date'))
    for (const kind of kinds) {
      const key = `${kind} ${date}`
      if (!dates.has(key)) dates.set(key, { kind, date, text })
    }
  return [...dates.values()]
}

/** All that a node prints, in order, markers and numbers included, lines joined by `\n`. */
export function textOf(node: Node): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'break':
      return '\n'
    case 'definedTerm':
      return node.term
    case 'jointUsePartner':
      return placed(node, node.name)
    case 'contact':
      return node.lines
        .map((line, i) => (i && !line.joined ? '\n' : '') + line.label + line.text)
        .join('')
    case 'section':
      return lines([headingOf(node), ...node.children.map(textOf)])
    case 'listItem':
      return node.marker + lines(node.children.map(textOf))
    case 'document':
      return lines([node.title.printed ? node.title.text : '', ...node.children.map(textOf)])
    case 'paragraph':
    case 'strong':
    case 'link':
    case 'tableCell':
      return node.children.map(textOf).join('')
    case 'list':
    case 'table':
    case 'tableRow':
    case 'signature':
      return lines(node.children.map(textOf))
    case 'purposeList':
    case 'exceptionClauseList':
    case 'safetyMeasureList':
    case 'jointUse':
    case 'procedure':
    case 'externalServiceList':
      return node.children
        .map((child, i) => (i && !child.joined ? '\n' : '') + textOf(child))
        .join('')
    case 'purpose':
    case 'exceptionClause':
    case 'safetyMeasure':
    case 'jointUsePurpose':
    case 'jointUseDataItem':
    case 'jointUseStatement':
    case 'procedureItem':
    case 'externalService':
      return placed(node, node.text)
    case 'sectionReference':
    case 'termReference':
    case 'lawReference':
    case 'date':
    case 'value':
    case 'fee':
    case 'endMark':
      return node.text
  }
}

/** The printed line or lines of a section's heading. */
export function headingOf(section: Section): string {
  return section.headingAbove
    ? lines([section.heading, labelOf(section)])
    : labelOf(section) + section.heading
}

/** What prints before a section's heading: its bullet and its number. */
export function labelOf({ bullet = '', number }: Section): string {
  return bullet + number
}

const placed = (node: Placed, text: string) => (node.marker ?? '') + text
const lines = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n')
