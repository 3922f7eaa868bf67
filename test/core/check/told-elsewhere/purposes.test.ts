import { expect, test } from 'vitest'
import { purposeProfiling } from '../../../../src/core/check/rules/purposes/purpose-profiling.ts'
import { found } from '../found.ts'
import { policy } from '../policy.ts'

/* What a rule misses may stand where the rule does not look for it first: in another section, in other words. */

test('interests and advertising that are told in two lines', () => {
  const text = policy({
    クッキー:
      '当社は、次の場合にクッキーを使用します。\n（1）お客様の興味やニーズの把握\n（2）効果的な広告の配信のための利用\n第三者も、広告の配信のためクッキーを使用しています。',
  })
  expect(found(purposeProfiling, text)).toEqual([])
})
