import type { Waived } from '../check/waiver.ts'
import type { RecordedDuty } from '../compare/duties/meet.ts'
import type { PolicyDocument } from '../document.ts'
import type { Localised } from '../records.ts'

/**
 * `amendment`: the policy says something new from a day on · `erratum`: an edition should have said this all along ·
 * `import`: a text from before this system · `withdrawal`: an edition that has not had its day yet never will ·
 * `repeal`: the policy ends.
 */
export const editionKinds = ['amendment', 'erratum', 'import', 'withdrawal', 'repeal'] as const
export type EditionKind = (typeof editionKinds)[number]

/** Which kinds bring a text of today. An old text was published long ago; a withdrawal and a repeal bring none. */
export const bringsText: { readonly [K in EditionKind]: boolean } = {
  amendment: true,
  erratum: true,
  import: false,
  withdrawal: false,
  repeal: false,
}

/** What identifies one language of an edition without its text. */
export type EditionLanguage = {
  /** SHA-256 of the RFC 8785 JSON of this language's document. */
  readonly sha256: string
  readonly title: string
  readonly organisation: string
}

/** All that the public knows of an edition, save its text. Once made, an edition never changes. */
export type EditionHead = {
  readonly id: string
  /** The id of the policy. No foreign key: an edition outlives all that it came from. */
  readonly policy: string
  /** Where the policy was published: its address is part of what is published. */
  readonly organisationSlug: string
  readonly policySlug: string
  /** 1, 2, 3 … within the policy, in the order of recording. */
  readonly number: number
  readonly kind: EditionKind
  /** The calendar day in Japan on which it comes into force, `YYYY-MM-DD`. */
  readonly effectiveFrom: string
  /** When it was recorded, by the database's clock: an instant as `readInstant` spells it. Rises with `number`. */
  readonly recordedAt: string
  /** The number of the edition that an erratum takes the place of. */
  readonly corrects: number | null
  /** The number of the edition that a withdrawal calls back. */
  readonly withdraws: number | null
  readonly summary: Localised<string>
  readonly languages: { readonly [locale: string]: EditionLanguage }
  readonly schema: 1
  /** The hash of `EditionInternal`, so that it is sealed along without being told. */
  readonly internalSha256: string
  /** The hash of the edition before, which chains them; null in the first. */
  readonly previousSha256: string | null
  readonly sha256: string
}

/** An edition as the public reads it. A withdrawal and a repeal have no documents. */
export type Edition = EditionHead & {
  readonly documents: { readonly [locale: string]: PolicyDocument }
}

/** What is kept with an edition as evidence, and is for the organisation's own eyes. */
export type EditionInternal = {
  readonly publishedBy: { readonly id: string; readonly name: string } | null
  /** Findings published in spite of, each with its reason. */
  readonly waivers: readonly Waived[]
  /** What the law may ask for this change, and how it is met. */
  readonly duties: readonly RecordedDuty[]
  /** Random, so that a name cannot be guessed from the hash. At least 16 bytes, in hexadecimal. */
  readonly salt: string
  /** The hash of the request that it was published by, to know a repeated request from another with the same key. */
  readonly requestSha256?: string
}

export type EditionRow = Edition & { readonly internal: EditionInternal }
