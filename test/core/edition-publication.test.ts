import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Dated,
  editionKinds,
  inOrder,
  type Publication,
  pendingAfter,
  pendingDecisions,
  refusePublication,
} from '../../src/core/edition/index.ts'

const today = '2025-06-01'
const edition = (number: number, effectiveFrom: string, rest: Partial<Dated> = {}): Dated => ({
  number,
  kind: 'amendment',
  effectiveFrom,
  recordedAt: `2025-05-${String(number).padStart(2, '0')}T00:00:00.000Z`,
  corrects: null,
  withdraws: null,
  ...rest,
})
const publication = (rest: Partial<Publication> = {}): Publication => ({
  kind: 'amendment',
  effectiveFrom: today,
  corrects: null,
  withdraws: null,
  ...rest,
})
const codes = (rest: Partial<Publication>, editions: readonly Dated[] = []) =>
  refusePublication(publication(rest), editions, today).map(({ code }) => code)

const inForce = edition(1, '2024-04-01')
const pending = edition(2, '2025-10-01')

describe('dates', () => {
  test('an amendment takes today or later', () => {
    expect(codes({ effectiveFrom: '2025-05-31' })).toEqual(['effective-date-past'])
    expect(codes({ effectiveFrom: today })).toEqual([])
    expect(codes({ effectiveFrom: '2026-04-01' })).toEqual([])
  })
  test('an import takes any date', () => {
    expect(codes({ kind: 'import', effectiveFrom: '2005-04-01' }, [inForce])).toEqual([])
  })
  test('an erratum takes any date', () => {
    expect(codes({ kind: 'erratum', corrects: 1, effectiveFrom: '2023-01-01' }, [inForce])).toEqual(
      [],
    )
    expect(codes({ kind: 'erratum', corrects: 1, effectiveFrom: '2027-01-01' }, [inForce])).toEqual(
      [],
    )
  })
  test('a day that no calendar has is refused', () => {
    expect(codes({ effectiveFrom: '2025-02-30' })).toEqual(['effective-date-unreadable'])
    expect(codes({ kind: 'import', effectiveFrom: '令和7年4月1日' })).toEqual([
      'effective-date-unreadable',
    ])
  })
})

describe('errata', () => {
  const erratum = { kind: 'erratum', effectiveFrom: '2024-04-01' } as const
  test('name an edition that exists', () => {
    expect(codes(erratum, [inForce])).toEqual(['corrects-missing'])
    expect(codes({ ...erratum, corrects: 7 }, [inForce])).toEqual(['corrects-unknown'])
  })
  test('name the last of a chain of errata, and no withdrawn edition', () => {
    const corrected = [inForce, edition(2, '2024-04-01', { kind: 'erratum', corrects: 1 })]
    expect(codes({ ...erratum, corrects: 1 }, corrected)).toEqual(['corrects-replaced'])
    expect(codes({ ...erratum, corrects: 2 }, corrected)).toEqual([])
    const withdrawn = [inForce, pending, edition(3, today, { kind: 'withdrawal', withdraws: 2 })]
    expect(codes({ ...erratum, corrects: 2 }, withdrawn)).toEqual(['corrects-replaced'])
    expect(codes({ ...erratum, corrects: 3 }, withdrawn)).toEqual(['corrects-unknown'])
  })
  test('only errata correct', () => {
    expect(codes({ corrects: 1 }, [inForce])).toEqual(['corrects-unexpected'])
  })
})

describe('withdrawals', () => {
  const withdrawal = { kind: 'withdrawal' } as const
  test('are possible only before the edition’s day', () => {
    expect(codes({ ...withdrawal, withdraws: 2 }, [inForce, pending])).toEqual([])
    expect(codes({ ...withdrawal, withdraws: 1 }, [inForce, pending])).toEqual([
      'withdraws-in-force',
    ])
    expect(codes({ ...withdrawal, withdraws: 1 }, [edition(1, today)])).toEqual([
      'withdraws-in-force',
    ])
  })
  test('name an edition that exists and still stands', () => {
    expect(codes(withdrawal, [inForce])).toEqual(['withdraws-missing'])
    expect(codes({ ...withdrawal, withdraws: 9 }, [inForce])).toEqual(['withdraws-unknown'])
    const again = [inForce, pending, edition(3, today, { kind: 'withdrawal', withdraws: 2 })]
    expect(codes({ ...withdrawal, withdraws: 2 }, again)).toEqual(['withdraws-replaced'])
  })
  test('only withdrawals withdraw', () => {
    expect(codes({ withdraws: 2, pendingDecision: 'keep' }, [inForce, pending])).toEqual([
      'withdraws-unexpected',
    ])
  })
})

describe('repeals', () => {
  test('end what is in force on their day', () => {
    expect(codes({ kind: 'repeal' }, [inForce])).toEqual([])
    expect(codes({ kind: 'repeal', effectiveFrom: '2025-05-31' }, [inForce])).toEqual([
      'effective-date-past',
    ])
    expect(codes({ kind: 'repeal' })).toEqual(['nothing-to-repeal'])
    const ended = [inForce, edition(2, '2025-05-01', { kind: 'repeal' })]
    expect(codes({ kind: 'repeal' }, ended)).toEqual(['nothing-to-repeal'])
  })
})

describe('publishing before a pending edition', () => {
  test('asks what becomes of it', () => {
    expect(codes({}, [inForce, pending])).toEqual(['pending-decision-missing'])
    for (const pendingDecision of pendingDecisions)
      expect(codes({ pendingDecision }, [inForce, pending])).toEqual([])
  })
  test('the question names the pending editions and the answers, in both languages', () => {
    const [refusal] = refusePublication(publication(), [inForce, pending], today)
    for (const message of [refusal?.message.ja, refusal?.message.en])
      for (const word of ['2', '2025-10-01', 'reissue', 'keep', 'withdraw'])
        expect(message).toContain(word)
  })
  test('is not asked when the new edition comes into force on or after the pending day', () => {
    expect(codes({ effectiveFrom: '2025-10-01' }, [inForce, pending])).toEqual([])
    expect(codes({ effectiveFrom: '2025-10-02' }, [inForce, pending])).toEqual([])
  })
  test('is asked for an erratum of the text in force, for its mistake would come back', () => {
    const erratum = { kind: 'erratum', corrects: 1, effectiveFrom: '2024-04-01' } as const
    expect(codes(erratum, [inForce, pending])).toEqual(['pending-decision-missing'])
  })
  test('is not asked for what an edition in force follows anyway', () => {
    const rows = [edition(1, '2023-04-01'), edition(2, '2024-04-01'), edition(3, '2025-10-01')]
    expect(codes({ kind: 'import', effectiveFrom: '2005-04-01' }, rows)).toEqual([])
    expect(codes({ kind: 'erratum', corrects: 1, effectiveFrom: '2023-04-01' }, rows)).toEqual([])
    expect(codes({ kind: 'erratum', corrects: 3, effectiveFrom: '2025-10-01' }, rows)).toEqual([])
  })
  test('is asked of all that are pending, in the order of their days, and of none withdrawn', () => {
    const rows = [
      inForce,
      edition(2, '2026-04-01'),
      edition(3, '2025-10-01'),
      edition(4, '2025-08-01'),
      edition(5, today, { kind: 'withdrawal', withdraws: 4 }),
    ]
    expect(pendingAfter(publication(), rows, today).map(({ number }) => number)).toEqual([3, 2])
  })
})

test('what the rules let pass keeps one line: no edition is ever replaced twice', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2025-06-${String(n).padStart(2, '0')}`)
  const attempts = fc.array(
    fc.record({
      kind: fc.constantFrom(...editionKinds),
      effectiveFrom: day,
      corrects: fc.option(fc.integer({ min: 1, max: 8 })),
      withdraws: fc.option(fc.integer({ min: 1, max: 8 })),
      pendingDecision: fc.constant('keep' as const),
      today: day,
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(attempts, (tried) => {
      const rows: Dated[] = []
      for (const { today: now, ...attempt } of [...tried].sort((a, b) =>
        a.today < b.today ? -1 : 1,
      )) {
        const own = {
          ...attempt,
          corrects: attempt.kind === 'erratum' ? attempt.corrects : null,
          withdraws: attempt.kind === 'withdrawal' ? attempt.withdraws : null,
        }
        const inForceBefore = inOrder(rows).filter((row) => row.effectiveFrom <= now)
        if (refusePublication(own, rows, now).length > 0) continue
        rows.push(edition(rows.length + 1, own.effectiveFrom, own))
        // Only an erratum takes an edition that has had its day out of the line.
        const left = inForceBefore.filter((row) => !inOrder(rows).includes(row))
        expect(left.length).toBeLessThanOrEqual(own.kind === 'erratum' ? 1 : 0)
      }
      const replaced = rows.flatMap(({ corrects, withdraws }) =>
        [corrects ?? [], withdraws ?? []].flat(),
      )
      expect(new Set(replaced).size).toBe(replaced.length)
    }),
  )
})
