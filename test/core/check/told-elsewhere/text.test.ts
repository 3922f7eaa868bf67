import { expect, test } from 'vitest'
import { termUndefined } from '../../../../src/core/check/rules/citations/term-undefined.ts'
import { numStructureLevel } from '../../../../src/core/check/rules/text/num-structure-level.ts'
import { numStructureSequence } from '../../../../src/core/check/rules/text/num-structure-sequence.ts'
import { txtSpace } from '../../../../src/core/check/rules/text/txt-space.ts'
import { txtTypo } from '../../../../src/core/check/rules/text/txt-typo.ts'
import { txtVariantParallel } from '../../../../src/core/check/rules/text/txt-variant-parallel.ts'
import { found } from '../found.ts'
import { policy } from '../policy.ts'

/* What a rule misses may stand where the rule does not look for it first: in another section, in other words. */

test('a letter without its full stop is not lost', () => {
  const text = policy({
    取得: '次の情報を取得します。\na. 氏名\nb 住所\nc. 電話番号\nd. メールアドレス',
  })
  expect(found(numStructureSequence, text)).toEqual([])
})

test('numbers that are out of order throughout were not counted', () => {
  const steps = (...numbers: number[]) =>
    policy({ 手順: numbers.map((n) => `（${n}）手順の説明${'甲乙丙丁戊己'[n]}です。`).join('\n') })
  expect(found(numStructureSequence, steps(1, 2, 2, 3, 4))).toHaveLength(1)
  expect(found(numStructureSequence, steps(1, 3, 3, 2))).toEqual([])
})

test('a word that a page breaks, and a purpose within a sentence', () => {
  expect(
    found(txtTypo, policy({ 取得: '当社は、取得にあたり利\n用目的を明確にします。' })),
  ).toEqual([])
  const text = policy({}).replace(
    /（３）新商品のご案内のため/u,
    '（３）新商品のご案内のため\n（４）調査のため\n（５）開発のため\n委託を受けた情報は、委託業務を遂行する目的で利用します。',
  )
  expect(found(txtVariantParallel, text)).toEqual([])
})

test('a bracket that a definition lost, and spaces that part a row', () => {
  const text = policy({
    範囲: '当社が提供するサービス（以下、本サービス」といいます。）に適用します。',
  })
  expect(found(termUndefined, text)).toEqual([])
  const row = 'お問い合わせに対応するため。 アンケートのお願いのため 商品の発送のため。'
  expect(found(txtSpace, policy({ 目的: row }))).toEqual([])
})

test('a number that the level above counts is not lost', () => {
  const text = policy({}).replace(
    '2022年4月1日 制定',
    '1. 会員\n山\n2. 店舗\n川\n3. 催し\n海\n4. 関与の方法\n1. 通知\n谷\n2. 同意\n丘\n3. 停止\n森\n5. 外部への送信\n野\n2022年4月1日 制定',
  )
  expect(found(numStructureSequence, text)).toEqual([])
})

test('what a template leaves to be filled in', () => {
  const text = (desk: string) => policy({ 窓口: `お問い合わせは、${desk}までお願いします。` })
  const left = '【担当部署名をご記入ください】'
  expect(found(txtTypo, text(left))).toEqual([left])
  expect(found(txtTypo, text('【総務部】［必須入力］'))).toEqual([])
})

test('a number that goes on from its heading is no level of its own', () => {
  const text = policy({
    共同利用:
      '(1) 共同利用する項目\n・氏名\n・住所\n(2) 範囲：みなとグループ各社\n(3) 目的：商品の発送のため',
  })
  expect(found(numStructureLevel, text)).toEqual([])
})
