import type { HistoryPrinting } from '../history/print-history.ts'
import type { RelationKind } from '../lexical/relations.ts'
import type {
  ContactRecord,
  ExceptionClauseRecord,
  JointUsePartnerRecord,
  Localised,
  OrganisationRecord,
  PolicyRecord,
  PurposeRecord,
  SafetyMeasureRecord,
  SectionRecord,
} from '../records.ts'
import type { Slugs } from '../slugs.ts'

/** The collections whose records a bulk update reads and writes, those that others print before those that print. */
export const bulkCollections = [
  'organisations',
  'purposes',
  'exceptionClauses',
  'jointUsePartners',
  'safetyMeasures',
  'contacts',
  'policies',
  'policySections',
] as const satisfies readonly (keyof Slugs)[]
export type BulkCollection = (typeof bulkCollections)[number]

type FormerName = {
  readonly id?: string
  readonly name: Localised<string>
  readonly until: string | null
}
type Own = {
  /** Whose record it is; null in the shared library. */
  readonly organisation: string | null
}
type Derived = { readonly [K in RelationKind]: readonly string[] }

/**
 * A record as a change script gets it: what the collection stores, whole, in the languages of policies whatever the
 * host calls its locales. Relations are ids.
 */
export type BulkRecords = {
  readonly organisations: OrganisationRecord & {
    readonly entityKind: string | null
    readonly formerNames: readonly FormerName[]
    readonly privacyMarkNumber: string | null
    readonly accreditedBody: string | null
  }
  readonly purposes: PurposeRecord & Own & { readonly source: string | null }
  readonly exceptionClauses: ExceptionClauseRecord &
    Own & { readonly groundedInLaw: boolean | null }
  readonly jointUsePartners: JointUsePartnerRecord &
    Own & {
      readonly corporateNumber: string | null
      readonly validFrom: string | null
      readonly validTo: string | null
      readonly formerNames: readonly FormerName[]
    }
  readonly safetyMeasures: SafetyMeasureRecord & Own & { readonly countries: readonly string[] }
  readonly contacts: ContactRecord & Own
  readonly policies: Omit<PolicyRecord, 'prints' | 'suppressions'> &
    Derived & { readonly prints: HistoryPrinting | null }
  readonly policySections: Omit<SectionRecord, 'order'> &
    Own &
    Derived & { readonly policy: string }
}

/** Any record: its fields by name. */
export type BulkRecord = { readonly id: string; readonly [field: string]: unknown }
