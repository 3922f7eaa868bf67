import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PolicyDocument } from '../../../src/core/document.ts'
import {
  pick,
  pickableChanges,
  type Sides,
  sidesOf,
  taken,
} from '../../../src/core/partial/index.ts'
import type { PolicyRecords } from '../../../src/core/records.ts'
import { arbitraryChange, documentsOf } from './arbitrary-sides.ts'

type Documents = { readonly [language: string]: PolicyDocument }

const sidesFrom = (edition: Documents, working: PolicyRecords): Sides =>
  sidesOf({
    edition,
    working: documentsOf(working),
    drafts: {},
    incomplete: {},
    stored: working,
    base: 'ja',
  })
const keysOf = (sides: Sides) => pickableChanges(sides).map(({ key }) => key)
const textOf = (sides: Sides, keys: Iterable<string>): Documents =>
  documentsOf(taken(sides, pick(sides, keys).keys))

/** A change, and two choices of what is picked. */
const arbitraryPick = fc.tuple(
  arbitraryChange,
  fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
  fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
)
const picked = (keys: readonly string[], choice: readonly boolean[]) =>
  keys.filter((_, i) => choice[i % choice.length])
const runs = { numRuns: 100 }

describe('whatever is picked', () => {
  test('all of it is the working copy, and none of it the edition', () => {
    fc.assert(
      fc.property(arbitraryChange, ({ edition, working }) => {
        const before = documentsOf(edition)
        const sides = sidesFrom(before, working)
        expect(textOf(sides, keysOf(sides))).toEqual(documentsOf(working))
        expect(textOf(sides, [])).toEqual(before)
      }),
      runs,
    )
  })

  test('it makes a whole text in every language, and the rest can still be published', () => {
    fc.assert(
      fc.property(arbitraryPick, ([{ edition, working }, choice]) => {
        const sides = sidesFrom(documentsOf(edition), working)
        const keys = keysOf(sides)
        const first = pick(sides, picked(keys, choice)).keys
        const next = sidesFrom(documentsOf(taken(sides, first)), working)
        const left = keysOf(next)
        // What is left is what was not picked; but for records that nothing prints any more.
        expect(left.filter((key) => first.has(key) || !keys.includes(key))).toEqual([])
        expect(
          keys.filter(
            (key) => !first.has(key) && !left.includes(key) && key.startsWith('sections/'),
          ),
        ).toEqual([])
        expect(textOf(next, left)).toEqual(documentsOf(working))
      }),
      runs,
    )
  })

  test('two picks make the same text whichever comes first, and as if they were one', () => {
    fc.assert(
      fc.property(arbitraryPick, ([{ edition, working }, one, other]) => {
        const sides = sidesFrom(documentsOf(edition), working)
        const keys = keysOf(sides)
        const [first, second] = [picked(keys, one), picked(keys, other)]
        const then = (before: readonly string[], after: readonly string[]) => {
          const next = sidesFrom(textOf(sides, before), working)
          const left = new Set(keysOf(next))
          return textOf(
            next,
            after.filter((key) => left.has(key)),
          )
        }
        const atOnce = textOf(sides, [...first, ...second])
        expect(then(first, second)).toEqual(atOnce)
        expect(then(second, first)).toEqual(atOnce)
      }),
      runs,
    )
  })
})
