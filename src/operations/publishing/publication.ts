import type { PayloadRequest } from 'payload'
import type { Waiver } from '../../core/check/waiver.ts'
import type { DutyRecord } from '../../core/compare/duties/meet.ts'
import type { EditionKind, EditionRow, PendingDecision } from '../../core/edition/index.ts'
import type { Picked } from '../../core/partial/index.ts'
import type { ComposeProblem } from '../../core/printing.ts'
import type { Localised } from '../../core/records.ts'

export type PublishRequest = {
  /** The id of the policy. */
  readonly policy: string
  /** @default 'amendment' */
  readonly kind?: EditionKind
  /** The first day, in Japan, on which it holds, `YYYY-MM-DD`. @default today */
  readonly effectiveFrom?: string
  readonly corrects?: number | null
  readonly withdraws?: number | null
  readonly summary?: Localised<string>
  /** What becomes of editions that come into force after this one. */
  readonly pendingDecision?: PendingDecision | null
  /** Errors of the check to publish in spite of, each with its reason; kept in the edition, never public. */
  readonly waivers?: readonly Waiver[]
  /** How each duty of the change is met, or why it need not be; kept in the edition, never public. */
  readonly duties?: readonly DutyRecord[]
  /**
   * The changes that go into this edition, by their keys, with what they need; the rest stays in the working copy.
   * @default all that the working copy says
   */
  readonly only?: readonly string[] | null
  /** A repeated request with the same key publishes once; another request with it is refused. */
  readonly idempotencyKey?: string | null
  /** The number of the newest edition that the publisher knows of, 0 for none: a newer one is a conflict. */
  readonly latest?: number | null
}

export type Published = {
  readonly edition: EditionRow
  /** All editions that were recorded by this request, the edition itself among them, by number. */
  readonly recorded: readonly EditionRow[]
  /** False when the same request had been published before. */
  readonly isNew: boolean
  /** The changes that went into it, and which of them were not asked for; null when nothing was held back. */
  readonly taken: Picked['taken'] | null
  /** Languages that were begun and left out, with what is missing in each. */
  readonly incomplete: { readonly [language: string]: readonly ComposeProblem[] }
}

/**
 * A write that belongs to a publication (an announcement, a message to send): it is made in the same transaction,
 * with its `req`, after the editions were recorded; when it fails, nothing was published.
 */
export type WithPublication = (published: Published, req: PayloadRequest) => Promise<void>
