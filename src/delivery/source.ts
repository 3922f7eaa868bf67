import type { Edition, EditionHead } from '../core/edition/index.ts'

/** All editions of one policy without their texts, at least one, by number. */
export type History = readonly [EditionHead, ...EditionHead[]]

/**
 * Where editions are read from. An address (organisation and policy slug) is that under which editions were
 * published: it belongs to the policy last published there, so that a policy that moved is still found at its former
 * address, and no working record is ever asked.
 */
export type EditionSource = {
  /** The history of the policy last published at an address; null when none ever was. */
  readonly history: (organisation: string, policy: string) => Promise<History | null>
  /** The histories of all policies; with an organisation, of those that were ever published in it. */
  readonly histories: (organisation?: string) => Promise<readonly History[]>
  /** An edition whole, by its id. */
  readonly edition: (id: string) => Promise<Edition | null>
  /** Every edition of a policy whole, by number: what `verify` reads. */
  readonly editions: (policy: string) => Promise<readonly Edition[]>
}

/** The address a policy has now: that of its newest edition. */
export function addressOf(history: History): {
  readonly organisation: string
  readonly policy: string
} {
  const newest = history.at(-1) ?? history[0]
  return { organisation: newest.organisationSlug, policy: newest.policySlug }
}
