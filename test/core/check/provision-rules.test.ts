import { expect, test } from 'vitest'
import { entrustSupervision } from '../../../src/core/check/rules/provision/entrust-supervision.ts'
import { foreignProvision } from '../../../src/core/check/rules/provision/foreign-provision.ts'
import { tpCategoricalDisclosure } from '../../../src/core/check/rules/provision/tp-categorical-disclosure.ts'
import { tpConditionDropped } from '../../../src/core/check/rules/provision/tp-condition-dropped.ts'
import { tpNonstatutory } from '../../../src/core/check/rules/provision/tp-nonstatutory.ts'
import { tpPartialList } from '../../../src/core/check/rules/provision/tp-partial-list.ts'
import { tpSuccessionWording } from '../../../src/core/check/rules/provision/tp-succession-wording.ts'
import { tpUndeclaredRecipient } from '../../../src/core/check/rules/provision/tp-undeclared-recipient.ts'
import { findings, found } from './found.ts'
import { policy } from './policy.ts'

const law = '法令に基づく場合'
const life =
  '人の生命、身体又は財産の保護のために必要がある場合であって、本人の同意を得ることが困難であるとき。'
const health =
  '公衆衛生の向上又は児童の健全な育成の推進のために特に必要がある場合であって、本人の同意を得ることが困難であるとき。'
const state =
  '国の機関若しくは地方公共団体又はその委託を受けた者が法令の定める事務を遂行することに対して協力する必要がある場合であって、本人の同意を得ることにより当該事務の遂行に支障を及ぼすおそれがあるとき。'

const exceptions = (...clauses: string[]) =>
  policy({
    第三者提供: `当社は、次に掲げる場合を除き、あらかじめ本人の同意を得ることなく、個人データを第三者に提供しません。\n${clauses.map((clause, i) => `（${i + 1}）${clause}`).join('\n')}`,
  })

test('the clauses of the Act are silent in all rules on provision', () => {
  const text = exceptions(law, life, health, state)
  for (const rule of [tpConditionDropped, tpNonstatutory, tpPartialList, tpCategoricalDisclosure])
    expect(found(rule, text)).toEqual([])
})

test('so are paraphrases that keep the conditions', () => {
  const text = exceptions(
    '法令にもとづく場合',
    '人の生命、身体または財産の保護のため必要で、お客さまの同意を得るのが難しいとき',
    '公衆衛生の向上のために特に必要があり、お客さまの同意を得ることが困難なとき',
    '国や自治体の、法律で決められた事務に協力する必要があり、同意を得ることでその事務に支障が生じるおそれがあるとき',
  )
  for (const rule of [tpConditionDropped, tpNonstatutory, tpPartialList])
    expect(found(rule, text)).toEqual([])
})

test('a condition that is lost makes the clause wider, and is named', () => {
  const shortened = '人の生命、身体又は財産の保護のために必要がある場合'
  const [finding, ...more] = findings(tpConditionDropped, exceptions(law, shortened, health, state))
  expect(more).toEqual([])
  expect(finding?.place.text).toBe(shortened)
  expect(finding?.severity).toBe('error')
  expect(finding?.message.ja).toContain('個人情報保護法27条1項2号')
  expect(finding?.message.ja).toContain('本人の同意を得ることが困難')
  expect(finding?.message.en).toContain('本人の同意を得ることが困難')
})

test('特に, 協力 and 支障 are conditions too', () => {
  const text = exceptions(
    law,
    life,
    '公衆衛生の向上又は児童の健全な育成の推進のために必要がある場合であって、本人の同意を得ることが困難であるとき。',
    '国の機関若しくは地方公共団体又はその委託を受けた者が法令の定める事務を遂行する場合',
  )
  const said = findings(tpConditionDropped, text).map(({ message }) => message.ja)
  expect(said).toHaveLength(2)
  expect(said[0]).toContain('特に必要')
  expect(said[1]).toContain('協力する必要')
  expect(said[1]).toContain('支障を及ぼすおそれ')
})

test('a clause that is narrower than the Act is a question for information', () => {
  const [finding] = findings(
    tpConditionDropped,
    exceptions(
      law,
      '人の生命又は身体の保護のために必要がある場合であって、本人の同意を得ることが困難であるとき。',
    ),
  )
  expect(finding).toMatchObject({ severity: 'info', isQuestion: true })
})

test('an edition of 2021 is told its own article numbers', () => {
  const text = exceptions(law, '人の生命、身体又は財産の保護のために必要がある場合')
  const [finding] = findings(tpConditionDropped, text, { effectiveFrom: '2021-07-01' })
  expect(finding?.message.ja).toContain('23条1項2号')
})

test('what the operator thinks necessary is no ground', () => {
  const own = 'その他、社会通念上、当社が必要と判断した場合'
  expect(found(tpNonstatutory, exceptions(law, life, own))).toEqual([own])
  expect(findings(tpNonstatutory, exceptions(law, life, own))[0]).toMatchObject({
    severity: 'error',
    isQuestion: false,
  })
})

test('life and health without the conditions of the Act are told what is lost', () => {
  const own = '健康の危機など緊急と認められる場合'
  const [finding] = findings(tpNonstatutory, exceptions(law, state, own))
  expect(finding?.place.text).toBe(own)
  expect(finding?.message.ja).toContain('27条1項2号に近い')
})

test('what justifies breaking the secrecy of communications is no exception of 27条1項', () => {
  const secrecy =
    '当社は、通信の秘密に属する情報を、裁判官の令状による場合、緊急避難に当たる場合その他の違法性阻却事由がある場合を除き、第三者に提供しません。'
  expect(found(tpNonstatutory, policy({ 第三者提供: secrecy }))).toEqual([])
  const own =
    '当社は、個人データを、法令に基づく場合、当社が必要と判断した場合を除き、本人の同意なく第三者に提供しません。'
  expect(found(tpNonstatutory, policy({ 第三者提供: own }))).toEqual(['当社が必要と判断した場合'])
})

test('a catch-all that stays within the law is for information', () => {
  const [finding] = findings(tpNonstatutory, exceptions(life, 'その他法令で認められる場合'))
  expect(finding).toMatchObject({ severity: 'info', evidence: ['その他法令で認められる場合'] })
})

test.each([
  'あらかじめ本人の同意を得ている場合',
  '個人を識別できない統計情報として提供する場合',
  '利用目的の達成に必要な範囲内で取扱いを委託する場合',
  '合併その他の事由による事業の承継に伴って個人データが提供される場合',
  '本人のご了解がある場合',
])('no exception that needs a ground: %s', (clause) => {
  expect(found(tpNonstatutory, exceptions(law, life, clause))).toEqual([])
})

test('a copied list that lost an item asks whether that is meant', () => {
  const [finding] = findings(tpPartialList, exceptions(law, life, state))
  expect(finding).toMatchObject({ severity: 'warning', isQuestion: true })
  expect(finding?.message.ja).toContain('公衆衛生')
  expect(finding?.place.section).not.toBeNull()
})

test('a policy that promises 法令に基づく場合 alone lost nothing', () => {
  expect(found(tpPartialList, exceptions(law))).toEqual([])
})

test('個人情報保護法その他の法令で認められる場合 covers the first item', () => {
  const text = policy({
    第三者提供: `当社は、個人情報保護法その他の法令で認められる場合を除き、同意なく個人データを第三者に提供しません。ただし、次の場合はこの限りではありません。\n（１）${life}\n（２）${health}\n（３）${state}`,
  })
  expect(found(tpPartialList, text)).toEqual([])
})

test('「開示いたします」 promises what the Act only allows', () => {
  const text = policy({
    第三者提供: `当社は、本人の同意なく個人データを第三者に提供しません。ただし、次のいずれかに該当する場合は、本人の同意なく開示いたします。\n（１）${law}\n（２）${life}`,
  })
  expect(found(tpCategoricalDisclosure, text)).toEqual(['開示いたします'])
  const may = text.replace('開示いたします', '提供することがあります')
  expect(found(tpCategoricalDisclosure, may)).toEqual([])
})

test('開示 to a third party is a matter of terms, 開示又は提供 is left alone', () => {
  const said = (words: string) =>
    findings(
      tpCategoricalDisclosure,
      policy({ 第三者提供: `当社は、本人の同意なく、個人情報を第三者に${words}しません。` }),
    )
  expect(said('開示')[0]).toMatchObject({ severity: 'info', evidence: ['第三者に開示'] })
  expect(said('開示又は提供')).toEqual([])
  expect(said('提供')).toEqual([])
})

test('a clause on succession that lost 合併 is torn', () => {
  const torn = 'その他の事由による事業の承継に伴って個人情報が提供される場合'
  expect(found(tpSuccessionWording, exceptions(law, torn))).toEqual([torn])
  expect(
    found(
      tpSuccessionWording,
      exceptions(
        law,
        '合併、会社分割、事業譲渡その他の事由による事業の承継に伴って個人データが提供される場合',
      ),
    ),
  ).toEqual([])
})

test('a company that matches data without a ground is asked about', () => {
  const text = (said: string) => policy({ 個人関連情報の取扱い: said })
  expect(
    found(
      tpUndeclaredRecipient,
      text(
        '当社は、利用者の会員情報を株式会社あかね広告が保有するデータと照合し、利用者に合う広告を表示します。',
      ),
    ),
  ).toEqual(['株式会社あかね広告'])
  for (const silent of [
    '当社は、利用者の同意を得て、会員情報を株式会社あかね広告に提供します。',
    '当社は、会員情報の取扱いを株式会社あかね広告に委託し、同社に提供します。',
    '当社は、会員情報を株式会社あかね広告に提供することはありません。',
    '当社は、株式会社あかね広告が提供する解析サービスを利用しています。',
  ])
    expect(found(tpUndeclaredRecipient, text(silent))).toEqual([])
})

test('entrustment without supervision', () => {
  const said =
    '当社は、利用目的の達成に必要な範囲内で、個人データの取扱いを外部に委託することがあります。'
  expect(found(entrustSupervision, policy({ 委託: said }))).toEqual([said])
  expect(
    findings(
      entrustSupervision,
      policy({ 委託: `${said}委託先とは秘密保持契約を締結します。` }),
    )[0],
  ).toMatchObject({ severity: 'info' })
})

test.each([
  '当社は、個人データの取扱いを外部に委託することがあり、委託先に対し必要かつ適切な監督を行います。',
  '当社は、委託先を定期的に監査したうえで、個人データの取扱いを委託します。',
  '当社は、個人データの取扱いを委託しません。',
  '当社は、企業から委託を受けた業務のために個人データを取り扱います。',
])('no entrustment without supervision: %s', (said) => {
  expect(found(entrustSupervision, policy({ 委託: said }))).toEqual([])
})

test('one notice of several is not asked what the others say', () => {
  expect(
    found(
      entrustSupervision,
      '個人情報の第三者提供について\n株式会社みなと商会（以下「当社」といいます。）は、個人データの取扱いを委託することがあります。',
    ),
  ).toEqual([])
})

test('a recipient abroad needs a country, consent, or a system that meets the standards', () => {
  const said = '当社は、個人データを外国にある第三者に提供することがあります。'
  expect(found(foreignProvision, policy({ 外国にある第三者への提供: said }))).toEqual([said])
})

test.each([
  '当社は、個人データを外国にある第三者に提供しません。',
  '当社は、本人の同意を得たうえで、個人データを外国にある第三者に提供することがあります。',
  '当社は、個人データの取扱いをベトナムにある委託先に委託しています。外国にある事業者への提供に当たり、相当措置を確認しています。',
  '当社が外国において個人データを取り扱う場合には、外的環境を把握したうえで必要な措置を講じます。',
])('nothing is asked of: %s', (said) => {
  expect(found(foreignProvision, policy({ 外国にある第三者への提供: said }))).toEqual([])
})

test.each([
  'その他、個人情報の保護に関する法律第23条第1項で認められる場合',
  'その他個人情報保護法第27条第1項各号に掲げる場合',
])('an exception that cites the Act adds nothing to it: %s', (clause) => {
  expect(found(tpNonstatutory, exceptions(law, life, health, state, clause))).toEqual([])
})

test('affairs that no law lays down are more than the Act allows', () => {
  const government = (clause: string) => findings(tpConditionDropped, exceptions(law, clause))
  const hindered = '同意を得ることによりその事務の遂行に支障を及ぼすおそれがあるとき'
  expect(government(`国の機関等に協力する必要がある場合で、${hindered}`)).toMatchObject([
    { severity: 'error', isQuestion: false },
  ])
  expect(government(`国や市町村の事務に協力する必要がある場合で、${hindered}`)).toMatchObject([
    { severity: 'warning', isQuestion: true },
  ])
  expect(government(`国等が法令に定める事務を行うのに協力する場合で、${hindered}`)).toEqual([])
})
