import { expect, test } from 'vitest'
import { juAsofStale } from '../../../src/core/check/rules/joint-use/ju-asof-stale.ts'
import { juConcrete } from '../../../src/core/check/rules/joint-use/ju-concrete.ts'
import { juCore } from '../../../src/core/check/rules/joint-use/ju-core.ts'
import { juItemUncollected } from '../../../src/core/check/rules/joint-use/ju-item-uncollected.ts'
import { juItems } from '../../../src/core/check/rules/joint-use/ju-items.ts'
import { juManagerAddress } from '../../../src/core/check/rules/joint-use/ju-manager-address.ts'
import { juManagerInternal } from '../../../src/core/check/rules/joint-use/ju-manager-internal.ts'
import { juManagerRepresentative } from '../../../src/core/check/rules/joint-use/ju-manager-representative.ts'
import { juPre2022Wording } from '../../../src/core/check/rules/joint-use/ju-pre2022-wording.ts'
import { findings, found } from './found.ts'
import { policy } from './policy.ts'

const all = [
  juConcrete,
  juItems,
  juCore,
  juManagerAddress,
  juManagerRepresentative,
  juManagerInternal,
  juPre2022Wording,
  juAsofStale,
  juItemUncollected,
]

const facts = {
  items: '氏名、住所、電話番号',
  scope: '・株式会社みなと物流\n・みなとカード株式会社',
  purposes: '商品の配送及び代金の請求のため',
  manager:
    '株式会社みなと商会\n〒980-0811 宮城県仙台市青葉区一番町九丁目99番99号\n代表取締役 港 太郎',
}
function jointUse(changed: Partial<typeof facts> = {}, more: object = {}): string {
  const { items, scope, purposes, manager } = { ...facts, ...changed }
  const parts = [
    ['共同して利用される個人データの項目', items],
    ['共同して利用する者の範囲', scope],
    ['利用する者の利用目的', purposes],
    ['個人データの管理について責任を有する者', manager],
  ].filter(([, value]) => value !== '')
  return policy({
    ...more,
    共同利用: `当社は、次のとおり個人データを共同して利用します。\n${parts.map(([label, value], i) => `（${i + 1}）${label}\n${value}`).join('\n')}`,
  })
}

test('joint use with all that 27条5項3号 asks for is silent in all rules', () => {
  for (const rule of all) expect([rule.id, found(rule, jointUse())]).toEqual([rule.id, []])
})

test('so is joint use in one sentence, and its denial', () => {
  const sentence = policy({
    共同利用:
      '当社は、商品の配送のため、お客様の氏名、住所及び電話番号を株式会社みなと物流と共同利用します。管理について責任を有する者は株式会社みなと商会（宮城県仙台市青葉区一番町九丁目99番99号、代表取締役 港 太郎）です。',
  })
  const denied = policy({ 共同利用: '当社は、個人データの共同利用は行いません。' })
  for (const rule of all) {
    expect([rule.id, found(rule, sentence)]).toEqual([rule.id, []])
    expect([rule.id, found(rule, denied)]).toEqual([rule.id, []])
  }
})

test('address and representative of the responsible operator, each for itself', () => {
  const bare = jointUse({ manager: '株式会社みなと商会' })
  expect(found(juManagerAddress, bare)).toEqual(['株式会社みなと商会'])
  expect(found(juManagerRepresentative, bare)).toEqual(['株式会社みなと商会'])
  const addressed = jointUse({
    manager: '株式会社みなと商会\n宮城県仙台市青葉区一番町九丁目99番99号',
  })
  expect(found(juManagerAddress, addressed)).toEqual([])
  expect(found(juManagerRepresentative, addressed)).toEqual(['株式会社みなと商会'])
})

test('an edition before 2022-04-01 needed neither', () => {
  const bare = jointUse({ manager: '株式会社みなと商会' })
  for (const rule of [juManagerAddress, juManagerRepresentative, juPre2022Wording])
    expect(found(rule, bare, { effectiveFrom: '2022-03-31' })).toEqual([])
})

test('a manager that says where its address stands is left alone', () => {
  const pointing = jointUse({
    manager: '株式会社みなと商会（住所及び代表者の氏名は末尾に記載のとおり）',
  })
  expect(found(juManagerAddress, pointing)).toEqual([])
  expect(found(juManagerRepresentative, pointing)).toEqual([])
})

test('a role within one operator is not the responsible operator', () => {
  const role = jointUse({ manager: '株式会社みなと商会 個人情報保護管理者 総務部長' })
  const [finding] = findings(juManagerInternal, role)
  expect(finding?.place.text).toBe('株式会社みなと商会 個人情報保護管理者 総務部長')
  expect(finding?.message.ja).toContain('事業者')
})

test('a label that only a space parts from the name is no role', () => {
  const text = policy({
    共同利用:
      '当社は、会員の個人データを株式会社みなと物流と共同で利用します。\n（１）共同利用する項目　氏名、住所\n（２）利用目的　商品の配送のため\n（３）管理責任者　みなと海運株式会社',
  })
  expect(found(juManagerInternal, text)).toEqual([])
  expect(found(juManagerAddress, text)).toEqual(['みなと海運株式会社'])
})

test('what the text says of the operator elsewhere is a question of where it stands', () => {
  const use = jointUse({ manager: '株式会社みなと商会' })
  const text = `${use}\n株式会社みなと商会\n代表取締役　港 太郎\n`
  expect(findings(juManagerRepresentative, text)[0]).toMatchObject({
    severity: 'warning',
    isQuestion: true,
  })
  const other = text.replace(
    /責任を有する者\n株式会社みなと商会/u,
    '責任を有する者\nみなと海運株式会社',
  )
  expect(findings(juManagerRepresentative, other)[0]).toMatchObject({ severity: 'error' })
})

test('items that are left open', () => {
  const open = jointUse({ items: '氏名、住所、電話番号、その他当社が必要と認めた情報' })
  expect(found(juItems, open)).toEqual(['その他当社が必要と認めた情報'])
  expect(findings(juItems, open)[0]?.severity).toBe('warning')
})

test('その他 in a purpose opens no items', () => {
  expect(
    found(juItems, jointUse({ purposes: 'その他当社の事業に必要な情報をお知らせするため' })),
  ).toEqual([])
})

test.each([
  ['purposes', '利用する者の利用目的'],
  ['manager', '管理について責任を有する者の氏名又は名称'],
] as const)('without its %s it is no joint use', (part, name) => {
  const [finding] = findings(juCore, jointUse({ [part]: '' }))
  expect(finding?.severity).toBe('error')
  expect(finding?.message.ja).toContain(name)
})

const clause =
  '個人データを特定の者との間で共同して利用する場合であって、その旨並びに共同して利用される個人データの項目、共同して利用する者の範囲、利用する者の利用目的及び当該個人データの管理について責任を有する者の氏名又は名称について、あらかじめ本人に通知し、又は本人が容易に知り得る状態に置いているとき。'
const listing = (said: string, more: { readonly [heading: string]: string } = {}) =>
  policy({
    第三者提供: `当社は、次に掲げる場合を除き、本人の同意を得ることなく、個人データを第三者に提供しません。\n（１）法令に基づく場合\n（２）${said}`,
    ...more,
  })

test('joint use among the exceptions, and nowhere said what it is', () => {
  expect(found(juConcrete, listing(clause))).toEqual([clause])
  expect(found(juConcrete, listing('第8条に定める共同利用をする場合'))).toEqual([])
  expect(
    found(juConcrete, listing(clause, { 共同利用: '当社は、個人データの共同利用を行いません。' })),
  ).toEqual([])
})

test('氏名又は名称 alone is the wording of before 2022', () => {
  expect(found(juPre2022Wording, listing(clause))).toEqual(['責任を有する者の氏名又は名称'])
  const current = clause.replace(
    '利用する者の利用目的及び当該個人データの管理について責任を有する者の氏名又は名称',
    '利用する者の利用目的並びに当該個人データの管理について責任を有する者の氏名又は名称及び住所並びに法人にあっては、その代表者の氏名',
  )
  expect(found(juPre2022Wording, listing(current))).toEqual([])
})

test('a list of joint users that is older than the text', () => {
  const dated = (day: string) =>
    jointUse({ scope: `（${day}現在）\n・株式会社みなと物流\n・みなとカード株式会社` })
  const [finding] = findings(juAsofStale, dated('2023年7月3日'))
  expect(finding?.place.text).toBe('2023年7月3日')
  expect(finding?.evidence).toEqual(['2023年7月3日', '2025年4月1日'])
  expect(found(juAsofStale, dated('2025年4月1日'))).toEqual([])
})

test('items used jointly that are nowhere collected', () => {
  const text = jointUse(
    { items: '氏名、性別、会員番号、電話番号' },
    { 取得する個人情報: '当社は、氏名、住所、電話番号、メールアドレスを取得します。' },
  )
  expect(found(juItemUncollected, text)).toEqual(['性別、会員番号'])
  expect(found(juItemUncollected, jointUse({ items: '氏名、性別' }))).toEqual([])
})

test('a responsible operator that a template left open is none', () => {
  expect(found(juCore, jointUse({ manager: '株式会社○○○○' }))).toHaveLength(1)
  expect(found(juManagerAddress, jointUse({ manager: '株式会社○○○○' }))).toEqual([])
})

test('a range of joint users that ends open is a question', () => {
  const listed = (scope: string) =>
    policy({
      共同利用: `当社は、次のとおり共同利用します。\n・共同利用する項目：氏名、住所\n・共同利用する者の範囲：${scope}\n・利用目的：商品の配送のため\n・管理責任者：株式会社みなと商会`,
    })
  expect(findings(juCore, listed('みなとグループ各社及び提携企業'))).toMatchObject([
    { severity: 'warning', isQuestion: true },
  ])
  expect(found(juCore, listed('株式会社みなと物流、みなとカード株式会社'))).toEqual([])
  expect(found(juCore, listed('提携企業（当社ホームページに一覧を掲載しています。）'))).toEqual([])
})
