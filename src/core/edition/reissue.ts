import { type Dated, inOrder } from './as-of.ts'
import type { Publication } from './publication.ts'
import { pendingAfter } from './publication.ts'

/** A pending edition that is to be published again, and the edition whose text it was made from. */
export type Reissue<E> = { readonly pending: E; readonly madeFrom: E | null }

/**
 * The pending editions that a publication before them changes, in the order of their days. The first was made from
 * what the publication takes the place of: the edition that it corrects, or that in force on its day; each later one
 * from the pending one before. A pending repeal has no text that could lose the change.
 */
export function reissuesOf<E extends Dated>(
  publication: Publication,
  editions: readonly E[],
  today: string,
): readonly Reissue<E>[] {
  const pending = pendingAfter(publication, editions, today).filter(hasText)
  const before = inOrder(editions).filter(
    (edition) => hasText(edition) && edition.effectiveFrom <= publication.effectiveFrom,
  )
  const replaced = editions.find(({ number }) => number === publication.corrects)
  return pending.map((edition, i) => ({
    pending: edition,
    madeFrom: pending[i - 1] ?? replaced ?? before.at(-1) ?? null,
  }))
}

const hasText = ({ kind }: Dated) => kind !== 'repeal' && kind !== 'withdrawal'
