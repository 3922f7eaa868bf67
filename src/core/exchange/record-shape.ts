/** What the records of a collection are made of, as plain data: what an export writes and an import expects. */

/** The collections whose records are exported, by the names that `Slugs` has for them; in the order of writing. */
export const recordKinds = [
  'organisations',
  'purposes',
  'exceptionClauses',
  'jointUsePartners',
  'safetyMeasures',
  'contacts',
  'policies',
  'policySections',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** The kinds whose records may belong to no organisation: the shared library. */
export const libraryKinds = [
  'exceptionClauses',
  'safetyMeasures',
] as const satisfies readonly RecordKind[]

type Named = {
  readonly name: string
  /** One value a language: `{ "ja": …, "en": … }`. */
  readonly localised: boolean
  readonly required: boolean
}
export type FieldShape = Named &
  (
    | { readonly type: 'text' | 'boolean' | 'number' | 'instant' | 'body' | 'relation' }
    | { readonly type: 'choice' | 'choices'; readonly options: readonly string[] }
    | { readonly type: 'rows' | 'group'; readonly fields: readonly FieldShape[] }
  )
export type RecordShape = readonly FieldShape[]

/** A record as an export has it. */
export type PortableRecord = { readonly id: string; readonly [field: string]: unknown }

/** Texts without which a record says nothing; each must be there in the base language. */
export const neededInBase: { readonly [K in RecordKind]: string | null } = {
  organisations: 'legalName',
  purposes: 'text',
  exceptionClauses: 'text',
  jointUsePartners: 'name',
  safetyMeasures: 'text',
  contacts: null,
  policies: 'title',
  policySections: null,
}
