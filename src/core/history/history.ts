import { type Dated, inOrder, rootsIn } from '../edition/as-of.ts'
import type { EditionHead } from '../edition/edition.ts'
import type { Localised } from '../records.ts'

/** A day on which the policy was enacted, revised or repealed. */
export type HistoryEntry = {
  readonly kind: 'enacted' | 'revised' | 'repealed'
  readonly day: string
  readonly summary: Localised<string>
}

type Recorded = Dated & Pick<EditionHead, 'summary'>

/**
 * What the policy has been through up to an edition, by what was recorded before it: each day once, in the order of
 * time. An erratum stands where the edition stood that it corrects, and is no revision; `earlier` are the days of the
 * time before the first edition. A text from before this system has none: it is printed as it was.
 */
export function historyOf(
  editions: readonly Recorded[],
  edition: Recorded,
  earlier: readonly string[] = [],
): readonly HistoryEntry[] {
  const known = [...editions.filter(({ number }) => number < edition.number), edition]
  const rootOf = rootsIn(known)
  if (rootOf(edition).kind === 'import') return []
  const order = inOrder(known)
  const past = order.slice(0, order.findIndex(({ number }) => number === edition.number) + 1)
  const days = new Map<string, Omit<HistoryEntry, 'kind'> & { readonly ended: boolean }>()
  for (const day of earlier) days.set(day, { day, summary: {}, ended: false })
  for (const own of past) {
    // What an erratum sums up is the mistake, not the revision.
    const { summary } = rootOf(own)
    const day = own.effectiveFrom
    const said = Object.values(summary).some(Boolean) ? summary : (days.get(day)?.summary ?? {})
    days.set(day, { day, summary: said, ended: own.kind === 'repeal' })
  }
  return [...days.values()]
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ ended, ...entry }, i) => ({
      kind: ended ? 'repealed' : i === 0 ? 'enacted' : 'revised',
      ...entry,
    }))
}
