import type {
  ContactField,
  DocumentOrganisation,
  ExceptionBasis,
  ExceptionScope,
  JointUseStatementAbout,
  MeasureCategory,
  ProcedureRole,
} from '../../document.ts'

/** The sections that something stands in, by their ids; null outside all sections and where it does not stand. */
export type Where = { readonly before: string | null; readonly after: string | null }

type Of<Subject extends string, How extends string, Details = unknown> = {
  readonly of: Subject
  readonly how: How
  /** What was printed, and what is; null where nothing was or is. */
  readonly before: string | null
  readonly after: string | null
  readonly where: Where
} & Details
type InAndOut = 'added' | 'removed'
type Made = InAndOut | 'changed'
type Parted = 'split' | 'merged'

export type OperatorField = Exclude<keyof DocumentOrganisation, 'id'>

/** A change as a lawyer would name it. Seen from the other side, what was added is removed, what was widened narrowed. */
export type Change =
  | Of<'title', 'changed'>
  | Of<'operator', 'changed', { readonly field: OperatorField }>
  | Of<'section', InAndOut | Parted | 'moved' | 'renumbered' | 'retitled'>
  | Of<'purpose', Made | Parted | 'regrouped', { readonly group: string | null }>
  | Of<
      'exception',
      Made | 'widened' | 'narrowed',
      { readonly basis: ExceptionBasis; readonly appliesTo: ExceptionScope }
    >
  | Of<'partner', Made | 'renamed' | 'replaced'>
  | Of<'jointUsePurpose', Made>
  | Of<'jointUseData', Made>
  | Of<'jointUseStatement', Made, { readonly about: Exclude<JointUseStatementAbout, 'manager'> }>
  | Of<'responsibleOperator', Made | 'replaced' | 'renamed'>
  | Of<'measure', Made, { readonly category: MeasureCategory }>
  | Of<
      'contact',
      Made,
      { readonly roles: readonly string[]; readonly field: ContactField | 'roles' | null }
    >
  | Of<
      'fee',
      Made,
      { readonly amountYen: { readonly before: number | null; readonly after: number | null } }
    >
  | Of<'procedure', Made, { readonly role: ProcedureRole }>
  | Of<'externalService', Made, { readonly service: string }>
  | Of<'date', Made>
  | Of<'text', Made | Parted>

export type Subject = Change['of']
export type ChangeOf<S extends Subject> = Extract<Change, { readonly of: S }>
