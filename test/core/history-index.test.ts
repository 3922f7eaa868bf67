import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  at,
  type Dated,
  indexHistory,
  inOrder,
  neighbours,
  nextChange,
} from '../../src/core/edition/index.ts'
import { days, histories, moments } from './arbitrary-history.ts'

/* The index is right when it answers what the specification answers. */

const times = fc.tuple(
  fc.constantFrom('2024-12-31', ...days),
  fc.option(moments, { nil: undefined }),
)

describe('for any history, the index answers as as-of.ts does', () => {
  test('what a policy says on a day, as far as was known', () => {
    fc.assert(
      fc.property(histories, fc.array(times), (rows, questions) => {
        const index = indexHistory(rows)
        for (const [day, knownAt] of questions) {
          expect(index.at(day, knownAt)).toEqual(at(rows, day, knownAt))
          expect(index.nextChange(day, knownAt)).toBe(nextChange(rows, day, knownAt))
          expect(index.upcoming(day)).toEqual(
            inOrder(rows).filter(({ effectiveFrom }) => effectiveFrom > day),
          )
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('what stands before and after each edition', () => {
    fc.assert(
      fc.property(histories, (rows) => {
        const index = indexHistory(rows)
        for (const row of rows) {
          expect(index.neighbours(row)).toEqual(neighbours(rows, row))
          expect(index.numbered(row.number)).toBe(row)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('in whatever order its rows come', () => {
    const shuffled = histories.chain((rows) =>
      fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }),
    )
    fc.assert(
      fc.property(shuffled, times, (rows, [day, knownAt]) => {
        expect(indexHistory(rows).at(day, knownAt)).toEqual(at(rows, day, knownAt))
      }),
    )
  })
})

test('of ten thousand editions, each is found on its day', () => {
  const day = (i: number) => new Date(Date.UTC(1990, 0, 1) + i * 86_400_000)
  const rows = Array.from(
    { length: 10_000 },
    (_, i): Dated => ({
      number: i + 1,
      kind: 'import',
      effectiveFrom: day(i).toISOString().slice(0, 10),
      recordedAt: day(i).toISOString(),
      corrects: null,
      withdraws: null,
    }),
  )
  const index = indexHistory(rows)
  for (const number of [1, 2, 4_999, 9_999, 10_000]) {
    const row = index.numbered(number) as Dated
    expect(index.at(row.effectiveFrom)).toEqual({ state: 'inForce', edition: row })
    expect(index.at('2099-01-01', row.recordedAt)).toEqual({ state: 'inForce', edition: row })
  }
})
