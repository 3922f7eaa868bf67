import { describe, expect, test } from 'vitest'
import { type FeeAsWritten, feeProblem } from '../../src/core/validate/fee.ts'

const fee = (text: string, amountYen: number, tax: FeeAsWritten['tax'] = null) =>
  feeProblem({ text, amountYen, tax })

describe('the printed text of a fee names its amount', () => {
  test.each([
    ['1,000円', 1000],
    ['１，０００円', 1000],
    ['1 回の申請ごとに 1,000 円の手数料', 1000],
    ['金千円', 1000],
    ['二千五百円', 2500],
    ['1万円', 10_000],
    ['¥1,000', 1000],
    ['￥１０００－', 1000],
    ['1,000 yen per request', 1000],
    ['無料', 0],
    ['free of charge', 0],
  ])('%s', (text, amount) => {
    expect(fee(text, amount)).toBeNull()
    expect(fee(text, amount + 1)?.ja).toContain('金額')
  })
})

test('what the text says of consumption tax is what the record says', () => {
  expect(fee('1,000円（税込）', 1000, 'included')).toBeNull()
  expect(fee('1,000円（税抜）', 1000, 'excluded')).toBeNull()
  expect(fee('1,100円（消費税を含む。）', 1100, 'included')).toBeNull()
  expect(fee('1,000円（消費税を含まない。）', 1000, 'excluded')).toBeNull()
  expect(fee('1,000 yen (tax included)', 1000, 'included')).toBeNull()
  expect(fee('1,000円（税抜）', 1000, 'included')?.ja).toContain('税抜')
  expect(fee('1,000円（税込）', 1000)?.en).toContain('included')
})

test('a text that does not speak of tax leaves it to the record', () => {
  expect(fee('1,000円', 1000, 'included')).toBeNull()
})
