import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AsOf,
  at,
  type Dated,
  inOrder,
  neighbours,
  nextChange,
  rootsIn,
  seen,
  standings,
} from '../../src/core/edition/index.ts'
import { days, histories, instant, moments } from './arbitrary-history.ts'

/** Editions numbered in the order given. */
const editions = (
  ...rows: readonly (Partial<Dated> & Pick<Dated, 'effectiveFrom' | 'recordedAt'>)[]
) =>
  rows.map(
    (row, i): Dated => ({
      number: i + 1,
      kind: 'amendment',
      corrects: null,
      withdraws: null,
      ...row,
    }),
  )
const answer = (asOf: AsOf<Dated>): string =>
  asOf.state === 'inForce'
    ? `${asOf.edition.number}`
    : asOf.state === 'repealed'
      ? `repealed by ${asOf.repeal.number}, last ${asOf.last?.number ?? 'nothing'}`
      : asOf.state
/** What is read on each of the days, by what is known now. */
const on = (rows: readonly Dated[], ...days: readonly string[]) =>
  days.map((day) => answer(at(rows, day)))

describe('the seven cases', () => {
  test('1: an amendment swaps on its day', () => {
    const rows = editions(
      { effectiveFrom: '2024-04-01', recordedAt: '2024-03-01T00:00:00.000Z' },
      { effectiveFrom: '2025-04-01', recordedAt: '2025-02-01T00:00:00.000Z' },
    )
    expect(on(rows, '2024-03-31', '2024-04-01', '2025-03-31', '2025-04-01')).toEqual([
      'none',
      '1',
      '1',
      '2',
    ])
    // The day begins in Japan nine hours before it begins in Greenwich.
    expect(answer(seen(rows, '2025-03-31T14:59:59.999Z'))).toBe('1')
    expect(answer(seen(rows, '2025-03-31T15:00:00.000Z'))).toBe('2')
  })

  test('2: an erratum of no. 1 after no. 2 stands where no. 1 stood', () => {
    const rows = editions(
      { effectiveFrom: '2024-04-01', recordedAt: '2024-03-01T00:00:00.000Z' },
      { effectiveFrom: '2025-04-01', recordedAt: '2025-02-01T00:00:00.000Z' },
      {
        kind: 'erratum',
        corrects: 1,
        effectiveFrom: '2024-04-01',
        recordedAt: '2025-06-01T00:00:00.000Z',
      },
    )
    expect(on(rows, '2024-05-01', '2025-05-01')).toEqual(['3', '2'])
    // What was known and what a reader saw before the erratum remain.
    expect(answer(at(rows, '2024-05-01', '2025-05-31T23:59:59.999Z'))).toBe('1')
    expect(answer(seen(rows, '2024-05-01T03:00:00.000Z'))).toBe('1')
  })

  test('3: a withdrawn future edition never comes into force', () => {
    const rows = editions(
      { effectiveFrom: '2024-04-01', recordedAt: '2024-03-01T00:00:00.000Z' },
      { effectiveFrom: '2025-04-01', recordedAt: '2025-02-01T00:00:00.000Z' },
      {
        kind: 'withdrawal',
        withdraws: 2,
        effectiveFrom: '2025-03-01',
        recordedAt: '2025-03-01T00:00:00.000Z',
      },
    )
    expect(on(rows, '2025-03-31', '2025-04-01', '2030-01-01')).toEqual(['1', '1', '1'])
    // Who asked in February about April was told of no. 2.
    expect(answer(at(rows, '2025-04-01', '2025-02-15T00:00:00.000Z'))).toBe('2')
  })

  test('4: an urgent edition before a pending one is in force until the pending day', () => {
    const rows = editions(
      { effectiveFrom: '2024-04-01', recordedAt: '2024-03-01T00:00:00.000Z' },
      { effectiveFrom: '2025-04-01', recordedAt: '2025-02-01T00:00:00.000Z' },
      { effectiveFrom: '2025-02-20', recordedAt: '2025-02-20T00:00:00.000Z' },
    )
    expect(on(rows, '2025-02-19', '2025-02-20', '2025-03-31', '2025-04-01')).toEqual([
      '1',
      '3',
      '3',
      '2',
    ])
  })

  test('5: an imported old text is a floor: read as of its time, not known before', () => {
    const rows = editions(
      { effectiveFrom: '2024-04-01', recordedAt: '2024-03-01T00:00:00.000Z' },
      { kind: 'import', effectiveFrom: '2005-04-01', recordedAt: '2024-07-01T00:00:00.000Z' },
    )
    expect(on(rows, '2005-03-31', '2005-04-01', '2024-03-31', '2024-04-01')).toEqual([
      'none',
      '2',
      '2',
      '1',
    ])
    expect(answer(at(rows, '2010-01-01', '2024-06-30T00:00:00.000Z'))).toBe('none')
    expect(answer(seen(rows, '2010-01-01T00:00:00.000Z'))).toBe('none')
  })

  test('6: of two editions on one day the later holds, even after an erratum of the first', () => {
    const rows = editions(
      { effectiveFrom: '2025-04-01', recordedAt: '2025-03-01T00:00:00.000Z' },
      { effectiveFrom: '2025-04-01', recordedAt: '2025-03-02T00:00:00.000Z' },
      {
        kind: 'erratum',
        corrects: 1,
        effectiveFrom: '2025-04-01',
        recordedAt: '2025-05-01T00:00:00.000Z',
      },
    )
    expect(on(rows, '2025-04-01', '2025-06-01')).toEqual(['2', '2'])
    expect(rootsIn(rows)(rows[2] as Dated).number).toBe(1)
  })

  test('7: an erratum may move the date', () => {
    const rows = editions(
      { effectiveFrom: '2024-04-01', recordedAt: '2024-03-01T00:00:00.000Z' },
      { effectiveFrom: '2025-04-01', recordedAt: '2025-02-01T00:00:00.000Z' },
      {
        kind: 'erratum',
        corrects: 2,
        effectiveFrom: '2025-10-01',
        recordedAt: '2025-03-01T00:00:00.000Z',
      },
    )
    expect(on(rows, '2025-04-01', '2025-09-30', '2025-10-01')).toEqual(['1', '1', '3'])
  })
})

describe('repeal', () => {
  const rows = editions(
    { effectiveFrom: '2024-04-01', recordedAt: '2024-03-01T00:00:00.000Z' },
    { kind: 'repeal', effectiveFrom: '2025-04-01', recordedAt: '2025-03-01T00:00:00.000Z' },
    { effectiveFrom: '2026-04-01', recordedAt: '2026-03-01T00:00:00.000Z' },
  )

  test('after it the policy has ended, and the last text is at hand', () => {
    expect(on(rows, '2025-03-31', '2025-04-01', '2026-03-31')).toEqual([
      '1',
      'repealed by 2, last 1',
      'repealed by 2, last 1',
    ])
  })
  test('a later edition puts a policy in force again', () => {
    expect(on(rows, '2026-04-01')).toEqual(['3'])
  })
})

test('microseconds tell two editions of one millisecond apart', () => {
  const rows = editions(
    { effectiveFrom: '2025-04-01', recordedAt: '2025-03-01T00:00:00.123Z' },
    { effectiveFrom: '2025-04-01', recordedAt: '2025-03-01T00:00:00.123456Z' },
  )
  expect(answer(at(rows, '2025-04-01', '2025-03-01T00:00:00.123Z'))).toBe('1')
  expect(answer(at(rows, '2025-04-01', '2025-03-01T00:00:00.123455Z'))).toBe('1')
  expect(answer(at(rows, '2025-04-01', '2025-03-01T00:00:00.123456Z'))).toBe('2')
})

describe('around an edition', () => {
  const rows = editions(
    { effectiveFrom: '2024-04-01', recordedAt: '2024-03-01T00:00:00.000Z' },
    { effectiveFrom: '2026-04-01', recordedAt: '2025-02-01T00:00:00.000Z' },
    { effectiveFrom: '2025-04-01', recordedAt: '2025-03-01T00:00:00.000Z' },
    {
      kind: 'erratum',
      corrects: 3,
      effectiveFrom: '2025-04-01',
      recordedAt: '2025-05-01T00:00:00.000Z',
    },
    { effectiveFrom: '2027-04-01', recordedAt: '2025-06-01T00:00:00.000Z' },
    {
      kind: 'withdrawal',
      withdraws: 5,
      effectiveFrom: '2025-06-02',
      recordedAt: '2025-06-02T00:00:00.000Z',
    },
  )
  const around = (number: number) => {
    const { before, after } = neighbours(rows, rows[number - 1] as Dated)
    return [before?.number ?? null, after?.number ?? null]
  }

  test('neighbours follow the order of coming into force, not of recording', () => {
    expect(inOrder(rows).map(({ number }) => number)).toEqual([1, 4, 2])
    expect(around(1)).toEqual([null, 4])
    expect(around(4)).toEqual([1, 2])
    expect(around(2)).toEqual([4, null])
  })
  test('what follows a corrected edition is its erratum; a withdrawn one has no place', () => {
    expect(around(3)).toEqual([1, 4])
    expect(around(5)).toEqual([null, null])
    expect(around(6)).toEqual([null, null])
  })
  test('the next change is the next day on which a live edition comes into force', () => {
    expect(nextChange(rows, '2024-01-01')).toBe('2024-04-01')
    expect(nextChange(rows, '2024-04-01')).toBe('2025-04-01')
    expect(nextChange(rows, '2026-04-01')).toBeNull()
    expect(nextChange(rows, '2026-04-01', '2025-06-01T12:00:00.000Z')).toBe('2027-04-01')
  })
  test('every edition has its standing', () => {
    expect([...standings(rows, '2025-07-01')]).toEqual([
      [1, 'past'],
      [2, 'upcoming'],
      [3, 'corrected'],
      [4, 'inForce'],
      [5, 'withdrawn'],
    ])
  })
})

describe('for any history', () => {
  /** DESIGN.md 6 word by word: no edition wins that another live one exceeds. */
  function read(rows: readonly Dated[], d: string, k: string): string {
    const isKnown = (e: Dated) => new Date(e.recordedAt) <= new Date(k)
    const isLive = (e: Dated) =>
      isKnown(e) &&
      ['amendment', 'erratum', 'import', 'repeal'].includes(e.kind) &&
      !rows.some((f) => isKnown(f) && (f.corrects === e.number || f.withdraws === e.number))
    const first = (e: Dated): Dated => {
      const corrected = rows.find((f) => f.number === e.corrects)
      return corrected ? first(corrected) : e
    }
    const exceeds = (a: Dated, b: Dated) =>
      a.effectiveFrom !== b.effectiveFrom
        ? a.effectiveFrom > b.effectiveFrom
        : first(a).number !== first(b).number
          ? first(a).number > first(b).number
          : a.number > b.number
    const begun = rows.filter((e) => isLive(e) && e.effectiveFrom <= d)
    const winner = begun.find((e) => !begun.some((f) => exceeds(f, e)))
    if (!winner) return 'none'
    if (winner.kind !== 'repeal') return `${winner.number}`
    const texts = begun.filter((e) => e.kind !== 'repeal')
    const last = texts.find((e) => !texts.some((f) => exceeds(f, e)))
    return `repealed by ${winner.number}, last ${last?.number ?? 'nothing'}`
  }

  test('at() is the definition', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...days), moments, (rows, day, moment) => {
        expect(answer(at(rows, day, moment))).toBe(read(rows, day, moment))
      }),
      { numRuns: 1000 },
    )
  })
  test('the order in which rows come never matters', () => {
    const shuffled = histories.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...days), moments, ([rows, mixed], day, moment) => {
        expect(answer(at(mixed, day, moment))).toBe(answer(at(rows, day, moment)))
        expect(answer(seen(mixed, moment))).toBe(answer(seen(rows, moment)))
      }),
    )
  })
  test('what was known at an instant is not changed by what is recorded after it', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...days), fc.nat(12), (rows, day, cut) => {
        const before = rows.filter(({ number }) => number <= cut)
        expect(answer(at(rows, day, instant(cut - 1)))).toBe(answer(at(before, day)))
      }),
    )
  })
  test('withdrawing a future edition restores what every day said before it', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...days), (rows, effectiveFrom) => {
        const number = rows.length + 1
        const future: Dated = {
          number,
          kind: 'amendment',
          effectiveFrom,
          recordedAt: instant(20),
          corrects: null,
          withdraws: null,
        }
        const withdrawal: Dated = {
          ...future,
          number: number + 1,
          kind: 'withdrawal',
          recordedAt: instant(21),
          withdraws: number,
        }
        const restored = [...rows, future, withdrawal]
        expect(on(restored, ...days)).toEqual(on(rows, ...days))
      }),
    )
  })
})
