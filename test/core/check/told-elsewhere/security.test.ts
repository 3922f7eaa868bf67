import { expect, test } from 'vitest'
import { purposeProfiling } from '../../../../src/core/check/rules/purposes/purpose-profiling.ts'
import { defPersonalInfo } from '../../../../src/core/check/rules/security/def-personal-info.ts'
import { secCategories } from '../../../../src/core/check/rules/security/sec-categories.ts'
import { secCountry } from '../../../../src/core/check/rules/security/sec-country.ts'
import { secPresent } from '../../../../src/core/check/rules/security/sec-present.ts'
import { findings, found } from '../found.ts'
import { policy } from '../policy.ts'

/* What a rule misses may stand where the rule does not look for it first: in another section, in other words. */

test('measures that stand in sections on staff and on rules', () => {
  const text = (...more: string[]) =>
    [
      'プライバシーポリシー',
      '株式会社みなと商会（以下「当社」といいます。）の方針です。',
      '1. 利用目的\n・商品の発送のため\n・代金の請求のため',
      '2. 個人情報の管理\n当社は、漏えいを防ぐため、適切な安全管理措置を講じます。',
      '3. 第三者提供\n当社は、同意なく第三者に提供しません。',
      '4. お問い合わせ\n窓口 電話：022-000-0199',
      ...more,
    ].join('\n\n')
  expect(found(secPresent, text())).toHaveLength(1)
  expect(found(secCategories, text())).toEqual([])
  const trained = text('5. 教育\n当社は、全従業者に個人情報保護の教育を実施します。')
  expect(found(secPresent, trained)).toEqual([])
  expect(findings(secCategories, trained)[0]?.message.ja).not.toContain('人的')
  const ruled = text('5. 体制\n「個人情報保護規定」その他の規定を策定し、見直します。')
  expect(findings(secCategories, ruled)[0]?.message.ja).not.toContain('規律')
})

test('the management of a service is no care of data', () => {
  const text = policy({})
    .replace(/（１）商品の発送のため/u, '（１）サービスの提供、管理のため（本人認証を含みます。）')
    .replace(/第2条（安全管理措置）[\s\S]*?(?=\n\n)/u, '第2条（その他）\n本方針は改定します。')
  expect(found(secCategories, text)).toEqual([])
})

test('countries that another section names', () => {
  const measure = '外国の制度を把握した上で、安全管理措置を講じています。'
  expect(found(secCountry, policy({ 外的環境の把握: measure }))).toHaveLength(1)
  const named = policy({
    外的環境の把握: measure,
    外国にある第三者: '当社は、イギリスにある委託先に、海外での配送を委託しています。',
  })
  expect(found(secCountry, named)).toEqual([])
})

test('a definition that goes on in a list', () => {
  const text = policy({
    個人情報:
      '個人情報とは、生存する個人に関する情報であって、以下のいずれかに該当するものをいいます。\n（1）氏名等により特定の個人を識別することができるもの\n（2）他の情報と容易に照合することができるもの\n（3）個人識別符号が含まれるもの',
  })
  expect(found(defPersonalInfo, text)).toEqual([])
})

test('countries in the list of services, and purposes that name the history and advertising', () => {
  const text = policy({
    外的環境の把握:
      '外国のサービス等を利用する場合、当該外国の制度を把握した上で、安全管理のために必要な措置を講じます。',
    クラウドサービスの利用: '当社は、次のサービスを利用しています。\n・みなと倉庫（アメリカ）',
  })
  expect(found(secCountry, text)).toEqual([])
  const purposes = policy({
    利用目的:
      '当社は、次の目的で利用します。\n（１）商品の発送のため\n（２）ウェブサイトの閲覧履歴に関する広告活用のため',
    クッキー: '当社は、クッキーを使用してリターゲティング広告を配信します。',
  })
  expect(found(purposeProfiling, purposes)).toEqual([])
})
