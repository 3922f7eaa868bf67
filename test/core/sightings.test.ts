import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexHistory, seen, sightingBy, sightings } from '../../src/core/edition/index.ts'
import { histories, instant } from './arbitrary-history.ts'

const quarters = fc.integer({ min: -4, max: 60 }).map((i) => instant(i / 4))

test('what was seen at any moment is the last sighting that had begun', () => {
  fc.assert(
    fc.property(histories, fc.array(quarters), (rows, moments) => {
      const all = sightings(rows, indexHistory(rows))
      for (const moment of moments) {
        const saw = seen(rows, moment)
        if (saw.state !== 'none') expect(all[sightingBy(all, moment)]?.saw).toEqual(saw)
      }
    }),
    { numRuns: 1000 },
  )
})

test('each begins with a change, in the order of time', () => {
  fc.assert(
    fc.property(histories, (rows) => {
      const all = sightings(rows, indexHistory(rows))
      all.forEach(({ from, saw }, place) => {
        expect(seen(rows, from)).toEqual(saw)
        const before = new Date(Date.parse(from) - 1).toISOString()
        expect(seen(rows, before)).not.toEqual(saw)
        expect(from > (all[place - 1]?.from ?? '')).toBe(true)
      })
    }),
  )
})
