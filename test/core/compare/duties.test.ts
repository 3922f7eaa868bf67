import { describe, expect, test } from 'vitest'
import { dutiesOf } from '../../../src/core/compare/duties/index.ts'
import { compare } from '../../../src/core/compare/index.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { afterAmendment, beforeAmendment } from '../../fixtures/amendment.ts'

function dutiesBetween(before: string, after: string) {
  const comparison = compare(parse(before).document, parse(after).document, { ids: 'strange' })
  return dutiesOf(comparison).map(({ name, changes }) => ({
    name,
    changes: changes.map((i) => {
      const { of, how } = comparison.changes[i] as (typeof comparison.changes)[number]
      return `${of} ${how}`
    }),
  }))
}
/** The policy before its amendment, with one thing put otherwise. */
const duties = (from: string, to: string) => {
  expect(beforeAmendment).toContain(from)
  return dutiesBetween(beforeAmendment, beforeAmendment.replace(from, to))
}

describe('what the law may ask for', () => {
  test('of an amendment of joint use and contact', () => {
    expect(dutiesBetween(beforeAmendment, afterAmendment)).toMatchInlineSnapshot(`
      [
        {
          "changes": [
            "purpose changed",
            "purpose added",
          ],
          "name": "purposeLimits",
        },
        {
          "changes": [
            "partner added",
            "jointUseData changed",
            "jointUseData added",
          ],
          "name": "jointUseScope",
        },
        {
          "changes": [
            "jointUsePurpose added",
            "responsibleOperator replaced",
          ],
          "name": "jointUseBeforehand",
        },
        {
          "changes": [
            "purpose changed",
            "purpose added",
          ],
          "name": "purposeNotice",
        },
        {
          "changes": [
            "purpose changed",
            "purpose added",
            "measure changed",
            "measure added",
            "contact changed",
            "contact changed",
            "contact changed",
            "contact changed",
            "fee changed",
          ],
          "name": "retainedData",
        },
      ]
    `)
  })

  test('a text that stays calls for nothing', () => {
    expect(dutiesBetween(beforeAmendment, beforeAmendment)).toEqual([])
  })

  test('a purpose that is added: its relation to the others, and that it is made public', () => {
    expect(
      duties('（４）商品の改良', '（４）採用選考のため\n（５）商品の改良').map(({ name }) => name),
    ).toEqual(['purposeLimits', 'purposeNotice', 'retainedData'])
  })

  test('a partner that is added: consent in principle (通則編 3-6-3)', () => {
    expect(
      duties('・株式会社つばめ堂物流', '・株式会社つばめ堂物流\n・あかつき倉庫株式会社').map(
        ({ name }) => name,
      ),
    ).toEqual(['jointUseScope'])
  })

  test('a partner that got another name: nothing (通則編 3-6-3)', () => {
    expect(duties('・株式会社つばめ堂物流', '・株式会社つばめ堂物流サービス')).toEqual([])
  })

  test('an exception that the law does not know: consent', () => {
    expect(
      duties('（１）法令に基づく場合', '（１）法令に基づく場合その他当社が必要と判断した場合').map(
        ({ name }) => name,
      ),
    ).toEqual(['thirdParties'])
  })

  test('a fee: that it is accessible (32条1項3号)', () => {
    expect(duties('1,000円', '500円')).toEqual([{ name: 'retainedData', changes: ['fee changed'] }])
  })

  test('what is provided by opt-out: a filing', () => {
    const from = '（１）法令に基づく場合\n'
    const byOptOut = `当社は、オプトアウトにより、氏名を第三者に提供します。\n${from}`
    const before = beforeAmendment.replace(from, byOptOut)
    const after = before.replace('氏名を第三者に', '氏名及び住所を第三者に')
    expect(dutiesBetween(before, after).map(({ name }) => name)).toEqual(['optOut'])
  })
})
