import { expect, test } from 'vitest'
import { entrustSupervision } from '../../../../src/core/check/rules/provision/entrust-supervision.ts'
import { tpCategoricalDisclosure } from '../../../../src/core/check/rules/provision/tp-categorical-disclosure.ts'
import { tpConditionDropped } from '../../../../src/core/check/rules/provision/tp-condition-dropped.ts'
import { tpNonstatutory } from '../../../../src/core/check/rules/provision/tp-nonstatutory.ts'
import { tpPartialList } from '../../../../src/core/check/rules/provision/tp-partial-list.ts'
import { tpSuccessionWording } from '../../../../src/core/check/rules/provision/tp-succession-wording.ts'
import { findings, found } from '../found.ts'
import { policy } from '../policy.ts'

/* What a rule misses may stand where the rule does not look for it first: in another section, in other words. */

const provided = (...clauses: string[]) =>
  policy({
    第三者提供: `当社は、次の場合を除き、同意なく個人データを第三者に提供しません。\n${clauses.map((clause, i) => `（${i + 1}）${clause}`).join('\n')}`,
  })

test('an exception that points to clauses of the Act elsewhere in the text', () => {
  expect(found(tpNonstatutory, provided('上記2.②（1）～（4）のいずれかに該当する場合'))).toEqual([])
  expect(
    findings(tpNonstatutory, provided('法令または行政庁の要請により必要と判断された場合')),
  ).toMatchObject([{ severity: 'info' }])
})

test('what is urgent is needed, and a merger is a succession', () => {
  const urgent = '人の生命・身体の保護につき緊急性のある場合'
  expect(found(tpConditionDropped, provided('法令に基づく場合', urgent))).toEqual([])
  expect(found(tpSuccessionWording, provided('法令に基づく場合', '他社と合併等する場合'))).toEqual(
    [],
  )
})

test('supervision in other words', () => {
  const text = (how: string) =>
    policy({ 委託: `当社は、個人データの取扱いを外部に委託する場合、${how}。` })
  expect(found(entrustSupervision, text('委託先に提供します'))).toHaveLength(1)
  expect(found(entrustSupervision, text('厳正な管理のもとで行います'))).toEqual([])
})

test('a list of its own making is no copy of 27条1項 that lost an item', () => {
  expect(found(tpPartialList, provided('警察から開示を求められた場合'))).toEqual([])
  expect(
    found(tpNonstatutory, provided('あらかじめ明示した範囲及び法令等の規程に基づく場合')),
  ).toEqual([])
})

test('supervision, identity and grounds in plainer words', () => {
  const entrusted = policy({
    委託: '業務を委託することがあります。委託先には適正な取り扱いを求め、管理に努めます。',
  })
  expect(found(entrustSupervision, entrusted)).toEqual([])
  expect(findings(tpNonstatutory, provided('法令の要件を満たす場合'))[0]).toMatchObject({
    severity: 'info',
  })
})

test('supervision in the list that a sentence announces, and selection by a standard with a contract', () => {
  const told = (text: string) => found(entrustSupervision, policy({ 委託について: text }))
  expect(
    told(
      '当社は、個人情報の取扱いを委託する場合は、次の処置を講じます。\n・秘密保持に関する契約書を締結します。\n・業務の遂行状況を定期的に観察します。',
    ),
  ).toEqual([])
  expect(
    told(
      '当社は、加工業務を外部に委託する場合は、当社の基準に基づく評価で業者を選定し、守秘義務契約を締結します。',
    ),
  ).toEqual([])
  expect(told('当社は、発送業務を委託することがあります。\n・委託先の適切な選定と管理')).toEqual([])
  expect(told('当社は、発送業務を委託することがあります。')).toHaveLength(1)
})

test('what media that the operator commissioned hand over is not entrusted', () => {
  const text = policy({
    採用: '当社が委託した求人媒体から取得する応募者の個人情報は、採用選考のために利用します。',
  })
  expect(found(entrustSupervision, text)).toEqual([])
})

test('consent by another word, storage in a cloud, use within 18条', () => {
  expect(found(tpNonstatutory, provided('お客様の合意がある場合'))).toEqual([])
  expect(
    found(tpNonstatutory, provided('データの保存のため、外部のクラウドサービスを利用する場合')),
  ).toEqual([])
  expect(
    found(
      tpNonstatutory,
      policy({
        利用: 'ご提供いただいた個人情報は、法令の定めのある場合を除いて、利用目的以外に使用しません。',
      }),
    ),
  ).toEqual([])
  expect(
    found(tpNonstatutory, provided('提供先に秘密保持義務を課し、お客様に通知する場合')),
  ).toHaveLength(1)
  expect(found(tpNonstatutory, provided('その他特別の理由がある場合'))).toHaveLength(1)
})

test('bodies of the state by another name, and those that data goes to', () => {
  const state = (who: string) =>
    `${who}又は地方公共団体若しくはその委託を受けた者が法令の定める事務を遂行することに対して協力する必要がある場合であって、本人の同意を得ることにより当該事務の遂行に支障を及ぼすおそれがあるとき`
  expect(found(tpConditionDropped, provided(state('国家機関')))).toEqual([])
  const partial = provided(
    '法令に基づく場合',
    '人の生命、身体又は財産の保護のために必要がある場合であって、本人の同意を得ることが困難であるとき',
    '工事のために必要な協力会社・行政機関への提供',
  )
  expect(findings(tpPartialList, partial)[0]?.message.ja).toContain('4号')
})

test('statistics that are disclosed are no personal data', () => {
  const text = policy({ 統計: '統計資料につきましては、第三者に開示、公表することがあります。' })
  expect(found(tpCategoricalDisclosure, text)).toEqual([])
})
