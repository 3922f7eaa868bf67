import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mutatedPolicy } from './mutated-policies.ts'
import { policyTexts } from './policy-texts.ts'
import { shrunk } from './shrink.ts'
import { faultOf } from './whole-way.ts'

describe('the whole way, parse → extract → compose → every text, and back from the plain one', () => {
  test.each(policyTexts.map((text) => [text.trim().split('\n', 1)[0], text]))('%s', (_, text) => {
    expect(faultOf(text)).toBeNull()
  })

  test.each([
    '利用目的\n・個人情報。\n・商品の発送のため・代金の請求のため',
    '利用目的\n・個人情報。\n・ため・',
    'Personal data\nArticle i',
  ])('%j, which fuzzing found', (text) => {
    expect(faultOf(text)).toBeNull()
  })

  test('of mutated policies (20,000 of them: npm run fuzz)', () => {
    fc.assert(
      fc.property(mutatedPolicy(policyTexts), (text) => {
        const fault = faultOf(text)
        expect(fault && `${fault}\n\n${shrunk(text, (less) => faultOf(less) !== null)}`).toBeNull()
      }),
      { seed: 1, numRuns: 150, endOnFailure: true },
    )
  }, 180_000)
})
