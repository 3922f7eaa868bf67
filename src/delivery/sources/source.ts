import type { Edition, EditionHead } from '../../core/edition/index.ts'
import type { Address } from '../asked/addresses.ts'

/** All editions of one policy without their texts, at least one, by number. */
export type History = readonly [EditionHead, ...EditionHead[]]

/** Of an edition, the JSON of its document in each language: as text it takes up a fraction of what it would as objects. */
export type EditionTexts = { readonly [language: string]: string }
/** By the editions' ids. */
export type Texts = ReadonlyMap<string, EditionTexts>

/** A policy is found by the address at which it was last published, or by its id. */
export type Whereabouts = Address | { readonly id: string }

/**
 * The texts to bring along with a history: of the edition that a day asks for, by what was known at an instant, and
 * `ahead`, of those that come into force after that day; of one number or several; of all.
 */
export type Wanted =
  | { readonly day: string; readonly knownAt: string | undefined; readonly ahead: boolean }
  | { readonly number: number }
  | { readonly numbers: readonly number[] }
  | 'all'
  | 'none'

export type Brought = { readonly history: History; readonly texts: Texts }

/**
 * Where editions are read from, each time by one statement. An address (organisation and policy slug) is that under
 * which editions were published: it belongs to the policy last published there, so that a policy that moved is still
 * found at its former address, and no working record is ever asked.
 */
export type EditionSource = {
  /**
   * A policy's history with the texts that are wanted; null when no policy is there. With a language, an edition that
   * has it brings no other along: it is most of what a reading costs.
   */
  readonly open: (
    where: Whereabouts,
    wanted: Wanted,
    language?: string | undefined,
  ) => Promise<Brought | null>
  /** The languages that an edition may have, the usual one first. */
  readonly languages: () => readonly string[]
  /** The histories of all policies; with an organisation, of those that were ever published in it. */
  readonly histories: (organisation?: string) => Promise<readonly History[]>
  /** The texts of editions, by id. */
  readonly texts: (ids: readonly string[]) => Promise<Texts>
  /** An edition whole, by its id. */
  readonly edition: (id: string) => Promise<Edition | null>
  /** Every edition of a policy whole, by number. */
  readonly editions: (policy: string) => Promise<readonly Edition[]>
}

/** Editions of heads and texts that were read together. */
export function wholeEditions({ history, texts }: Brought): Edition[] {
  return history.map((head) => ({ ...head, documents: documentsOf(texts.get(head.id) ?? {}) }))
}

export const documentsOf = (texts: EditionTexts): Edition['documents'] =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, JSON.parse(text)]))

/** An edition that was heard of. */
export type Heard = Pick<
  EditionHead,
  'id' | 'policy' | 'number' | 'organisationSlug' | 'policySlug'
>

/** Who wants to hear of editions that are recorded, by whatever instance. */
export type Listener = {
  readonly heard: (editions: readonly Heard[]) => void
  /** Editions may have been missed: nothing that is known is certain any more. */
  readonly missed: () => void
  /** The database answers, and all that it has recorded was heard: a moment for what can wait. */
  readonly looked?: () => void
}

export type Watch = {
  /** The last time that the database was heard, when that is too long ago for an answer to be sure; null otherwise. */
  readonly lostSince: () => Date | null
  readonly close: () => Promise<void>
}

/** The address a policy has now: that of its newest edition. */
export function addressOf(history: History): Address {
  const newest = history.at(-1) ?? history[0]
  return { organisation: newest.organisationSlug, policy: newest.policySlug }
}
