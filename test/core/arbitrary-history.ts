import fc from 'fast-check'
import type { Dated } from '../../src/core/edition/index.ts'

export const days = ['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04', '2025-01-05']
export const instant = (i: number) => new Date(Date.UTC(2025, 0, 1) + i * 7_200_000).toISOString()

/** Any rows: errata of errata, withdrawals of withdrawals, several successors of one edition. */
export const histories = fc
  .array(
    fc.record({
      kind: fc.constantFrom('amendment', 'amendment', 'erratum', 'import', 'withdrawal', 'repeal'),
      day: fc.constantFrom(...days),
      target: fc.nat(),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(
      ({ kind, day, target }, i): Dated => ({
        number: i + 1,
        kind: i === 0 && (kind === 'erratum' || kind === 'withdrawal') ? 'amendment' : kind,
        effectiveFrom: day,
        recordedAt: instant(i),
        corrects: kind === 'erratum' && i > 0 ? (target % i) + 1 : null,
        withdraws: kind === 'withdrawal' && i > 0 ? (target % i) + 1 : null,
      }),
    ),
  )
export const moments = fc.integer({ min: -1, max: 13 }).map(instant)
