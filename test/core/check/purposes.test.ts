import { describe, expect, test } from 'vitest'
import { purposeJointGap } from '../../../src/core/check/rules/purposes/purpose-joint-gap.ts'
import { purposeListDrift } from '../../../src/core/check/rules/purposes/purpose-list-drift.ts'
import { purposeNotAPurpose } from '../../../src/core/check/rules/purposes/purpose-not-a-purpose.ts'
import { purposePresent } from '../../../src/core/check/rules/purposes/purpose-present.ts'
import { purposeProfiling } from '../../../src/core/check/rules/purposes/purpose-profiling.ts'
import { purposeVague } from '../../../src/core/check/rules/purposes/purpose-vague.ts'
import { sensitiveAddressed } from '../../../src/core/check/rules/purposes/sensitive-addressed.ts'
import { findings, found } from './found.ts'
import { wholePolicy } from './whole-policy.ts'

/** The policy with these purposes after its own. */
const withPurposes = (...items: readonly string[]) =>
  wholePolicy({
    purposes: [
      '第2条（利用目的）\n当社は、個人情報を次の目的で利用します。',
      ...['文具の販売及び発送のため', '代金の請求及び収納のため', ...items].map(
        (item, i) => `（${'１２３４５６７８９'.charAt(i)}）${item}`,
      ),
    ].join('\n'),
  })

describe('purpose-present', () => {
  test('fires where no purpose is stated', () =>
    expect(findings(purposePresent, wholePolicy({ purposes: null }))).toMatchObject([
      { severity: 'error' },
    ]))
  test.each([
    ['a list', wholePolicy()],
    [
      'a sentence',
      wholePolicy({
        purposes: '第2条（利用目的）\n当社は、商品の発送のために個人情報を利用します。',
      }),
    ],
  ])('is silent where it is %s', (_, text) => expect(found(purposePresent, text)).toEqual([]))
})

describe('purpose-vague', () => {
  test.each([
    '上記に付帯・関連するすべての業務',
    'その他当社が必要と認める業務のため',
    '前各号に付随する目的のため',
    '業務上の連絡を行う場合',
    '事業活動に用いるため',
    'マーケティング活動に用いるため',
    '店舗の運営に必要な範囲その他当社が必要と認める業務のため',
    '文具のご案内、その他当社事業に関連する業務のため',
    'その他、当社の目的を達成するために必要なこと',
  ])('fires on %s', (item) => expect(found(purposeVague, withPurposes(item))).toEqual([item]))
  test.each([
    'お客様のご要望に応じた文具のご提案のため',
    '会員サービスの提供に必要なご本人の確認のため',
    '契約の締結及び履行に関する連絡のため',
    '商品に付属する保証書の発行のため',
    '商品の発送、代金の請求その他ご注文に関連するご連絡のため',
  ])('is silent on %s', (item) => expect(found(purposeVague, withPurposes(item))).toEqual([]))
})

describe('purpose-not-a-purpose', () => {
  test.each(['その他、法令等の正当な理由に基づく収集', 'アンケートによる個人情報の取得'])(
    'fires on %s',
    (item) => expect(found(purposeNotAPurpose, withPurposes(item))).toEqual([item]),
  )
  test.each(['資格の取得のため', '取得した情報の分析のため', '営業に必要な許認可の取得'])(
    'is silent on %s',
    (item) => expect(found(purposeNotAPurpose, withPurposes(item))).toEqual([]),
  )
})

describe('purpose-profiling', () => {
  const cookies = (sentence: string) =>
    wholePolicy({ entrustment: `第4条（クッキー）\n${sentence}` })
  test('asks where cookies serve advertising', () =>
    expect(
      findings(purposeProfiling, cookies('当社は、広告配信のため、クッキーを使用します。')),
    ).toMatchObject([{ isQuestion: true, place: { text: '広告配信のため' } }]))
  test.each([
    '当社は、クッキーにより閲覧履歴を分析し、お客様の関心に応じた広告を配信します。',
    '当社は、利便性の向上のためクッキーを使用します。',
    'クッキーによる広告配信は行いません。',
  ])('is silent on %s', (sentence) =>
    expect(found(purposeProfiling, cookies(sentence))).toEqual([]),
  )
})

const retained = (items: readonly string[]) =>
  [
    '【保有個人データに関する事項の周知】',
    '1.保有個人データの利用目的',
    ...items.map((item) => `・${item}`),
    '2.お問い合わせ',
    '苦情は privacy@mizuumi.example.com へお寄せください。',
  ].join('\n')
const published = (items: readonly string[]) =>
  ['【個人情報の利用目的の公表】', '1.利用目的', ...items.map((item) => `・${item}`)].join('\n')
const items = [
  '文具の販売及び発送を行うため',
  '代金の請求及び収納を行うため',
  '新しい文具のカタログをお届けするため',
  'お問い合わせに回答するため',
  '従業者の給与及び労務を管理するため',
]

describe('purpose-list-drift', () => {
  const lists = (second: readonly string[]) =>
    `株式会社みずうみ文具\n${published(items)}\n以上\n${retained(second)}\n以上`
  test('fires on what only one list has, and on other words for the same', () => {
    const second = items.with(2, '新しい文具のカタログをお送りするため').slice(0, 4)
    expect(findings(purposeListDrift, lists(second)).map(({ evidence }) => evidence)).toEqual([
      ['従業者の給与及び労務を管理するため'],
      ['新しい文具のカタログをお送りするため', '新しい文具のカタログをお届けするため'],
    ])
  })
  test('fires on two purposes that run together', () => {
    const second = [...items.slice(0, 2), `${items[2]}${items[3]}`, items[4] ?? '']
    expect(found(purposeListDrift, lists(second))).toContain(`${items[2]}${items[3]}`)
  })
  test('is silent on equal lists, whatever their spaces, and on different ones', () => {
    expect(found(purposeListDrift, lists(items))).toEqual([])
    expect(found(purposeListDrift, lists(items.with(0, '文具の販売 及び発送を行うため')))).toEqual(
      [],
    )
    expect(
      found(purposeListDrift, lists(['採用の選考のため', '入社の手続のため', '研修のため'])),
    ).toEqual([])
  })
  test('is silent on procedures beside the purposes of a notice', () => {
    const more = ['2.開示等の請求に応じる手続', '（1）請求の方法', '申請書を郵送してください。']
    const first = [published(items), ...more, '【請求で取得した情報の利用目的】', items[0]]
    const text = ['株式会社みずうみ文具', ...first, '以上', retained(items), '以上'].join('\n')
    expect(found(purposeListDrift, text)).toEqual([])
  })
})

describe('purpose-joint-gap', () => {
  const joint = (purpose: string) =>
    wholePolicy({
      entrustment: `第4条（共同利用）\n当社は、次のとおり個人データを共同利用します。\n（１）共同利用する項目\n氏名、住所\n（２）共同利用者の範囲\n株式会社みずうみ物流\n（３）共同利用の目的\n${purpose}\n（４）管理責任者\n株式会社みずうみ文具`,
    })
  test('asks about a purpose that the policy does not state', () =>
    expect(found(purposeJointGap, joint('損害賠償責任保険への加入のため'))).toEqual([
      '損害賠償責任保険への加入のため',
    ]))
  test('names of several things only those that the policy does not state', () =>
    expect(
      findings(purposeJointGap, joint('代金の請求、損害賠償責任保険への加入'))[0]?.message.ja,
    ).toContain('共同利用の目的「損害賠償責任保険への加入」に'))
  test.each([
    '文具の発送及びご案内のため',
    '第2条の利用目的と同じ',
    '新学期文具のご案内、文具の発送の受付並びにお客様の状況の統計',
  ])('is silent on %s', (purpose) => expect(found(purposeJointGap, joint(purpose))).toEqual([]))
})

describe('sensitive-addressed', () => {
  const acquires = (what: string) =>
    wholePolicy({ acquisition: `第1条（取得する情報）\n当社は、${what}を取得します。` })
  test('asks where health data is acquired', () =>
    expect(found(sensitiveAddressed, acquires('氏名及び健康診断の結果'))).toEqual([
      '健康診断の結果',
    ]))
  test.each([
    '氏名及び健康保険証の写し',
    '健康診断の結果（要配慮個人情報として同意を得ます。）',
    'お客様の同意をいただいたうえで、アレルギーの有無に関する情報',
  ])('is silent on %s', (what) => expect(found(sensitiveAddressed, acquires(what))).toEqual([]))
  test('is silent on what is to be struck out of copies', () => {
    const copies = '第4条（請求の方法）\n写しに診療記録の記載があるときは、抹消してお送りください。'
    expect(found(sensitiveAddressed, wholePolicy({ entrustment: copies }))).toEqual([])
  })
})
