import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCache } from '../../src/delivery/kept/cache.ts'

test('ten thousand policies, read round and round, never take up more than the limit', () => {
  const cache = createCache(1_000_000)
  const [texts, answers] = [cache.shelf<number>('text'), cache.shelf<number>('answer')]
  for (let i = 0; i < 30_000; i++) {
    const name = `policy-${i % 10_000}`
    expect(texts.get(name)).toBeUndefined()
    texts.set(name, i, 10_000 + (i % 7) * 1_000)
    answers.set(name, i, 1_000)
    if (cache.size() > cache.limit) throw new Error(`${cache.size()} bytes after ${i} readings`)
  }
  expect(cache.size()).toBeGreaterThan(cache.limit * 0.9)
  cache.clear()
  expect([cache.size(), texts.values(), answers.values()]).toEqual([0, [], []])
})

test('what was asked for last stays, shelves do not mix, and what is too large is not kept', () => {
  const cache = createCache(2_000)
  const [a, b] = [cache.shelf<string>('a'), cache.shelf<string>('b')]
  a.set('x', 'a x', 600)
  b.set('x', 'b x', 600)
  expect([a.get('x'), b.get('x')]).toEqual(['a x', 'b x'])
  a.get('x')
  a.set('y', 'a y', 600)
  expect([a.get('x'), a.get('y'), b.get('x')]).toEqual(['a x', 'a y', undefined])
  a.set('x', 'huge', 5_000)
  expect(a.get('x')).toBeUndefined()
})

test('for any use, the size is the sum of what is kept', () => {
  const uses = fc.array(fc.tuple(fc.constantFrom('set', 'get', 'delete'), fc.nat(5), fc.nat(900)), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(uses, (all) => {
      const cache = createCache(2_500)
      const shelf = cache.shelf<number>('s')
      for (const [use, key, size] of all) {
        if (use === 'set') shelf.set(`${key}`, size, size)
        else shelf[use as 'get' | 'delete'](`${key}`)
        const sum = shelf.values().reduce((total, value) => total + value, 0)
        expect(cache.size()).toBeLessThanOrEqual(cache.limit)
        expect(cache.size() - sum).toBe(206 * shelf.values().length)
      }
    }),
  )
})
