/**
 * What an organisation states, record by record, as the collections store it: the other side of `compose`/`extract`.
 * Relations are ids. A `Localised` value has one entry a language; an absent entry means "not written", never
 * "as in Japanese".
 */
import type { Suppression } from './check/suppression.ts'
import type {
  ContactField,
  ContactRole,
  ExceptionBasis,
  ExceptionScope,
  MeasureCategory,
  SectionKind,
} from './document.ts'
import type { HistoryPrinting } from './history/print-history.ts'
import type { LexicalState } from './lexical/state.ts'

export type Localised<T> = { readonly [locale: string]: T | null | undefined }

export type OrganisationRecord = {
  readonly id: string
  readonly slug: string
  readonly legalName: Localised<string>
  readonly selfTerm: Localised<string>
  readonly representatives: readonly {
    readonly title: Localised<string>
    readonly name: Localised<string>
  }[]
  readonly postalCode: string | null
  readonly address: Localised<string>
  readonly corporateNumber: string | null
  readonly url: string | null
  /** It answers on request what the law lets it answer instead of posting (32条1項); no document states it. */
  readonly answersOnRequest?: boolean
}

export type PolicyRecord = {
  readonly id: string
  readonly organisation: string
  readonly slug: string
  readonly title: Localised<string>
  readonly titlePrinted: boolean
  readonly service: {
    readonly name: Localised<string>
    readonly selfTerm: Localised<string>
    readonly url: string | null
  }
  /** How the first section of each level is numbered (第1条, １, (1) …); see `numbering.ts`. */
  readonly numbering: readonly { readonly style: Localised<string> }[]
  readonly preamble: Localised<LexicalState>
  readonly closing: Localised<LexicalState>
  /** What it prints of its editions; no document states it, so `extract` leaves it out. */
  readonly prints?: HistoryPrinting
  /** The rules that are switched off for it, each with its reason; in no document either. */
  readonly suppressions?: readonly Suppression[]
}

/** `style`: numbered by the policy's style of its level · `printed`: just as `number` says · `none`: no number. */
export const sectionNumberings = ['style', 'printed', 'none'] as const
export type SectionNumbering = (typeof sectionNumberings)[number]

export type SectionRecord = {
  readonly id: string
  readonly parent: string | null
  /** Sorts the sections of one parent; compared by code unit. */
  readonly order: string
  readonly kind: SectionKind
  readonly numbered: SectionNumbering
  /** The number as printed, when `numbered` is `printed`. */
  readonly number: Localised<string>
  readonly heading: Localised<string>
  readonly headingAbove: boolean
  readonly body: Localised<LexicalState>
  /** What prints after the sub-sections. */
  readonly end: Localised<LexicalState>
}

export type PurposeRecord = {
  readonly id: string
  readonly text: Localised<string>
}
export type ExceptionClauseRecord = {
  readonly id: string
  readonly text: Localised<string>
  readonly basis: ExceptionBasis
  readonly appliesTo: ExceptionScope
}
export type JointUsePartnerRecord = {
  readonly id: string
  readonly name: Localised<string>
  readonly url: string | null
}
export type SafetyMeasureRecord = {
  readonly id: string
  readonly text: Localised<string>
  readonly category: MeasureCategory
}
export type ContactRecord = {
  readonly id: string
  readonly roles: readonly ContactRole[]
  readonly name: Localised<string>
  readonly person: Localised<string>
  readonly postalCode: string | null
  readonly address: Localised<string>
  readonly tel: string | null
  readonly tollFree: string | null
  readonly email: string | null
  readonly url: string | null
  readonly hours: Localised<string>
  /** The printed form, piece by piece: a label, then the value of `field`. */
  readonly lines: readonly {
    readonly label: Localised<string>
    readonly field: ContactField | null
    /** Continues the line of the piece before. */
    readonly joined: boolean
  }[]
}

/** One policy with everything that it prints. */
export type PolicyRecords = {
  readonly organisation: OrganisationRecord
  readonly policy: PolicyRecord
  readonly sections: readonly SectionRecord[]
  readonly purposes: readonly PurposeRecord[]
  readonly exceptionClauses: readonly ExceptionClauseRecord[]
  readonly jointUsePartners: readonly JointUsePartnerRecord[]
  readonly safetyMeasures: readonly SafetyMeasureRecord[]
  readonly contacts: readonly ContactRecord[]
}
