import type { EditionHead } from '../../core/edition/index.ts'
import { historyOf } from '../../core/history/history.ts'
import { printHistory } from '../../core/history/print-history.ts'
import type { PolicyRecord } from '../../core/records.ts'
import type { Documents } from '../policy/compose-all.ts'

/** The particulars of an amendment that would be recorded now, behind all editions that there are. */
export function nextAmendment(heads: readonly EditionHead[], effectiveFrom: string) {
  const last = heads.at(-1)
  return {
    number: (last?.number ?? 0) + 1,
    kind: 'amendment',
    effectiveFrom,
    // With all that is recorded; its number makes it the last to come into force on its day.
    recordedAt: last?.recordedAt ?? `${effectiveFrom}T00:00:00.000Z`,
    corrects: null,
    withdraws: null,
    summary: {},
  } as const
}

/** Composed documents with what the policy prints of its editions, as an edition of these particulars prints it. */
export function printedAs(
  edition: Parameters<typeof historyOf>[1],
  documents: Documents,
  heads: Parameters<typeof historyOf>[0],
  { prints = {} }: Pick<PolicyRecord, 'prints'>,
): Documents {
  const history = historyOf(heads, edition, prints.earlier)
  return Object.fromEntries(
    Object.entries(documents).map(([language, document]) => [
      language,
      printHistory(document, prints, history),
    ]),
  )
}
