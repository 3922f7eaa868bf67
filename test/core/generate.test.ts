import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withIds } from '../../src/core/compare/with-ids.ts'
import {
  type MadeUpData,
  madeUpDataProblem,
  madeUpEditions,
  madeUpOrganisations,
} from '../../src/core/generate/history.ts'
import { parse } from '../../src/core/parse/index.ts'

const all = (data: MadeUpData) =>
  madeUpOrganisations(data).map((one) => ({ ...one, editions: [...madeUpEditions(one, data)] }))
const seed = fc.nat({ max: 2 ** 31 - 1 })

test('the same seed makes the same slugs, texts and days; another makes others', () => {
  fc.assert(
    fc.property(seed, seed, (one, other) => {
      const data = { organisations: 2, editions: 3, seed: one, size: 10 }
      expect(all(data)).toEqual(all(data))
      if (one === other) return
      const slugs = new Set(all(data).map(({ slug }) => slug))
      expect(all({ ...data, seed: other }).filter(({ slug }) => slugs.has(slug))).toEqual([])
    }),
    { numRuns: 20 },
  )
})

test('the first organisations and texts are the same however many follow', () => {
  const few = all({ organisations: 2, editions: 2, seed: 7 })
  const many = all({ organisations: 5, editions: 9, seed: 7 })
  for (const [i, { slug, editions }] of few.entries()) {
    expect(many[i]?.slug).toBe(slug)
    expect(many[i]?.editions.slice(0, 2).map(({ text }) => text)).toEqual(
      editions.map(({ text }) => text),
    )
  }
})

test('each edition says a little other than the one before, and comes into force after it, in the past', () => {
  const linesOf = (text: string) => text.split('\n')
  fc.assert(
    fc.property(seed, fc.integer({ min: 2, max: 120 }), (one, editions) => {
      const [made] = all({ organisations: 1, editions, seed: one })
      for (const [i, next] of (made?.editions ?? []).entries()) {
        const before = made?.editions[i - 1]
        if (!before) continue
        expect(next.effectiveFrom > before.effectiveFrom).toBe(true)
        expect(next.text).not.toBe(before.text)
        const known = new Set(linesOf(before.text).map((line) => line.replace(/^\(\d+\)/, '')))
        const other = linesOf(next.text).filter((line) => !known.has(line.replace(/^\(\d+\)/, '')))
        expect(other.length).toBeLessThanOrEqual(1)
      }
      const days = made?.editions.map(({ effectiveFrom }) => effectiveFrom) ?? []
      expect(days.every((day) => day >= '2005-04-01' && day < '2025-04-01')).toBe(true)
    }),
    { numRuns: 10 },
  )
})

test.each([10, 20, 105, 300])('a policy of %i kB of JSON has about as much', (size) => {
  for (const { editions } of all({ organisations: 3, editions: 1, seed: 3, size })) {
    // As published: its ids are UUIDs.
    const document = withIds(parse(editions[0]?.text ?? '').document, (id) => id.padEnd(36, '-'))
    const kilobytes = Buffer.byteLength(JSON.stringify(document)) / 1000
    expect(kilobytes / size).toBeGreaterThan(0.8)
    expect(kilobytes / size).toBeLessThan(1.2)
  }
})

describe('what cannot be made up is told in both languages', () => {
  const fits = { organisations: 1, editions: 1, seed: 0 }
  test('nothing, for what can', () => {
    expect(madeUpDataProblem(fits)).toBeNull()
    expect(
      madeUpDataProblem({ organisations: 10_000, editions: 10, seed: 1, size: 500 }),
    ).toBeNull()
  })
  test.each([
    [{ organisations: 0 }, /--organisations .*1.*10000/],
    [{ editions: 1_001 }, /--editions .*1.*1000/],
    [{ editions: Number.NaN }, /--editions .*1.*1000/],
    [{ seed: -1 }, /--seed .*0.*2147483647/],
    [{ seed: 1.5 }, /--seed .*0.*2147483647/],
    [{ size: 9 }, /--size .*10.*500/],
    [{ organisations: 10_000, editions: 11 }, /100000/],
    [{ prefix: 'No Slug' }, /--prefix.*No Slug/],
    [{ prefix: 'a'.repeat(63) }, /--prefix/],
  ])('%o', (part, words) => {
    const problem = madeUpDataProblem({ ...fits, ...part })
    expect(problem?.en).toMatch(words)
    expect(problem?.ja).toMatch(words)
  })
})
