import { expect, test } from 'vitest'
import { juCore } from '../../../../src/core/check/rules/joint-use/ju-core.ts'
import { juItemUncollected } from '../../../../src/core/check/rules/joint-use/ju-item-uncollected.ts'
import { juItems } from '../../../../src/core/check/rules/joint-use/ju-items.ts'
import { juManagerAddress } from '../../../../src/core/check/rules/joint-use/ju-manager-address.ts'
import { juManagerInternal } from '../../../../src/core/check/rules/joint-use/ju-manager-internal.ts'
import { found } from '../found.ts'
import { policy } from '../policy.ts'

/* What a rule misses may stand where the rule does not look for it first: in another section, in other words. */

test('one joint use that stands in two places', () => {
  const parts = {
    共同利用する項目と範囲:
      '当社は、次のとおり共同利用します。\n共同利用する個人データの項目：氏名、住所\n共同利用する者の範囲：株式会社みなと物流',
    共同利用の目的等:
      '共同利用の利用目的：商品の配送のため\n管理について責任を有する者：株式会社みなと商会',
  }
  const whole = policy(parts)
  expect([...found(juCore, whole), ...found(juItems, whole)]).toEqual([])
})

test('a page that gives the address of the responsible operator', () => {
  const joint = (more: string) =>
    policy({
      共同利用: `当社は、次のとおり共同利用します。\n（１）項目：氏名、住所\n（２）範囲：株式会社みなと物流\n（３）利用目的：商品の配送のため\n（４）管理について責任を有する者：みなとホールディングス株式会社${more}`,
    })
  expect(found(juManagerAddress, joint(''))).toHaveLength(1)
  const page =
    '\n※管理責任者の住所、代表者氏名等は、以下のリンクからご確認いただけます。\nhttps://minato.example.jp/company/'
  expect(found(juManagerAddress, joint(page))).toEqual([])
})

test('a heading of joint use and of something else, that says nothing of joint use', () => {
  const text = policy({ '第三者提供・共同利用': '当社は、同意なく第三者に提供しません。' })
  expect([...found(juCore, text), ...found(juItems, text)]).toEqual([])
})

test('joint use: items where none are said to be collected, a desk of a named operator, items that stand nowhere', () => {
  const listed = policy({
    個人情報の収集:
      '当社は、必要な範囲で個人情報を収集します。個人の名前のみを消し去ることはしません。',
    共同利用:
      '当社は、次のとおり共同利用します。\n（１）共同して利用される項目：住所、氏名、年齢\n（２）共同して利用する者の範囲：みなとグループ各社\n（３）利用目的：商品の発送のため\n（４）管理について責任を有する者：株式会社みなと商会　総務担当',
  })
  expect(found(juItemUncollected, listed)).toEqual([])
  expect(found(juManagerInternal, listed)).toEqual([])
  const nowhere = policy({
    共同利用について:
      '当社は、利用目的のために、個人情報を当社の関係会社と共同利用します。\n【共同利用先】 株式会社みなと倉庫',
    共同して利用する者の範囲: '当社及び当社のグループ会社',
  })
  expect(found(juItems, nowhere)).toHaveLength(1)
})
