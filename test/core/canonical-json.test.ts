import canonicalize from 'canonicalize'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/core/edition/index.ts'

/** RFC 8785, against the implementation that its author lists. */
const wellFormed = fc.string({ unit: 'grapheme' })
const name = fc.oneof(
  wellFormed,
  fc.constantFrom('10', '9', '1', '__proto__', '', '\u20ac', '\ufb33', 'é'),
)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    wellFormed,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(name, tie('value'), { maxKeys: 6 }),
  ),
})).value

test('any value is spelt as the reference spells it', () => {
  fc.assert(
    fc.property(json, (value) => {
      fc.pre(value !== undefined)
      expect(canonicalJson(value)).toBe(canonicalize(value))
    }),
    { numRuns: 1000 },
  )
})

describe('refuses what JSON cannot carry', () => {
  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], ['\ud83d'], [{ '\udead': 1 }]])(
    '%j',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError)
      expect(() => canonicalJson({ a: [value ?? Number.NaN] })).toThrow(TypeError)
    },
  )
})
