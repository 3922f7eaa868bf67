import { expect, test } from 'vitest'
import { accreditedBody } from '../../../src/core/check/rules/rights/accredited-body.ts'
import { accreditedDeskCurrent } from '../../../src/core/check/rules/rights/accredited-desk-current.ts'
import { breachRule7Current } from '../../../src/core/check/rules/rights/breach-rule7-current.ts'
import { ceaseGrounds } from '../../../src/core/check/rules/rights/cease-grounds.ts'
import { complaintContact } from '../../../src/core/check/rules/rights/complaint-contact.ts'
import { disclosureMethod } from '../../../src/core/check/rules/rights/disclosure-method.ts'
import { feeAmbiguous } from '../../../src/core/check/rules/rights/fee-ambiguous.ts'
import { feeAmount } from '../../../src/core/check/rules/rights/fee-amount.ts'
import { feeScope } from '../../../src/core/check/rules/rights/fee-scope.ts'
import { refusalAltered } from '../../../src/core/check/rules/rights/refusal-altered.ts'
import { reqProcedure } from '../../../src/core/check/rules/rights/req-procedure.ts'
import { rightsComplete } from '../../../src/core/check/rules/rights/rights-complete.ts'
import { findings, found } from './found.ts'
import { policy } from './policy.ts'

const every =
  '本人は、当社に対し、保有個人データの利用目的の通知、開示、訂正、追加、削除、利用停止、消去、第三者への提供の停止及び第三者提供記録の開示（以下「開示等」といいます。）を請求することができます。'
const how =
  '請求は、次の窓口に所定の請求書を郵送してください。本人確認書類の写しを同封していただきます。開示は、電磁的記録の提供又は書面の交付のうち、本人が指定する方法により行います。'
const fee = '利用目的の通知及び開示の請求には、1件につき1,000円（税込）の手数料を申し受けます。'
const requests = (...said: string[]) => policy({ 開示等の請求: said.join('') })

test('a full procedure is silent in all rules', () => {
  for (const rule of [
    reqProcedure,
    rightsComplete,
    disclosureMethod,
    feeAmount,
    feeScope,
    feeAmbiguous,
    complaintContact,
    accreditedBody,
    accreditedDeskCurrent,
  ])
    expect([rule.id, found(rule, requests(every, how, fee))]).toEqual([rule.id, []])
})

test('a procedure that is only referred to', () => {
  const said = '具体的な請求の方法については、お問い合わせください。'
  expect(found(reqProcedure, requests(every, said))).toEqual([said])
})

test('no word of requests is an error, but for an operator that answers on request', () => {
  const silent = policy({ 第三者提供: '当社は、同意なく個人データを第三者に提供しません。' })
  expect(findings(reqProcedure, `${silent}`)[0]).toMatchObject({ severity: 'error', evidence: [] })
  expect(findings(reqProcedure, silent, { answersOnRequest: true })[0]?.severity).toBe('info')
})

test.each([
  '請求は、店頭にある「開示申出書」にご記入のうえ、店長までお出しください。',
  'アプリの［設定］→［ヘルプ］から請求してください。',
  '会員ページの「アカウント」より申請いただけます。',
])('a form to hand in and a way through a menu are ways to ask: %s', (way) => {
  const who = 'ご本人であることを、運転免許証で確認します。窓口は総務部です。'
  expect(found(reqProcedure, requests(every, way, who))).toEqual([])
  const asked = 'ご本人から請求があった場合には、遅滞なく対応します。'
  expect(found(reqProcedure, requests(every, asked, who))).toHaveLength(1)
})

test('a refusal that comes on paper is no way of disclosure', () => {
  const asked = '請求は、窓口に請求書を持参してください。'
  const refused = '法令により開示しないことがあります。その場合は、書面でお知らせします。'
  expect(findings(disclosureMethod, requests(every, asked, refused))).toMatchObject([
    { severity: 'info' },
  ])
  const paper = '開示は、書面の交付により回答します。'
  expect(findings(disclosureMethod, requests(every, asked, paper, refused))).toMatchObject([
    { severity: 'warning', evidence: [paper] },
  ])
})

test('agents by mandate may ask, but only statutory agents are answered', () => {
  const said = `${every}代理人による請求には、委任状を添えてください。${how}回答は、本人又は法定代理人の住所に郵送します。`
  expect(found(reqProcedure, requests(said))).toEqual(['本人又は法定代理人の住所'])
})

test('a fee without amount', () => {
  const said = '開示の請求には、所定の手数料をいただきます。'
  expect(found(feeAmount, requests(every, how, said))).toEqual([said])
  expect(findings(feeAmount, requests(every, how, said))[0]?.place.text).toBe('所定の手数料')
  for (const silent of ['手数料はいただきません。', '手数料は無料です。', fee])
    expect(found(feeAmount, requests(every, how, silent))).toEqual([])
})

test('a fee for correction or cease of use', () => {
  const wide = '訂正、削除又は利用停止の請求には、1件につき500円の手数料を申し受けます。'
  expect(found(feeScope, requests(every, how, wide))).toEqual([wide])
  const all = '開示等の請求には、1件につき500円の手数料を申し受けます。'
  expect(found(feeScope, requests(every, how, all))).toEqual([all])
})

test.each([
  fee,
  '開示の請求に限り、1件につき500円の手数料を申し受けます。',
  '開示等の請求のうち、開示及び利用目的の通知の請求には、1件につき500円の手数料を申し受けます。',
  '手数料：開示請求1件につき1,000円（税込）',
])('a fee that is limited to what the Act allows: %s', (said) => {
  expect(found(feeScope, requests(every, how, said))).toEqual([])
})

test('an amount without tax, and postage at once apart and included', () => {
  expect(
    found(feeAmbiguous, requests(every, '開示の請求には、1,000円（税抜）の手数料をいただきます。')),
  ).toEqual(['1,000円（税抜）'])
  expect(
    found(
      feeAmbiguous,
      requests(
        every,
        '開示の請求には、1,000円の手数料（別途請求する郵送料を含む）を申し受けます。',
      ),
    ),
  ).toEqual(['別途請求する郵送料を含む'])
  expect(
    found(
      feeAmbiguous,
      requests(
        every,
        '開示の請求には、1,000円（税込）の手数料を申し受けます。郵送料は別途請求します。',
      ),
    ),
  ).toEqual([])
})

test('rights that are not named', () => {
  const said =
    '本人は、当社に対し、個人情報の開示、訂正、追加、削除、利用停止を請求することができます。'
  const [finding] = findings(rightsComplete, requests(said, how))
  expect(finding?.place.text).toBe('個人情報の開示、訂正、追加、削除、利用停止')
  for (const name of ['利用目的の通知', '消去', '第三者への提供の停止', '第三者提供記録の開示'])
    expect(finding?.message.ja).toContain(name)
  expect(
    findings(rightsComplete, requests(said, how), { effectiveFrom: '2021-01-01' })[0]?.message.ja,
  ).not.toContain('記録')
})

test('records of provision alone are for information', () => {
  expect(
    findings(rightsComplete, requests(every.replace('及び第三者提供記録の開示', ''), how))[0]
      ?.severity,
  ).toBe('info')
})

test('訂正等 and 利用停止等 stand for what the Act lets them stand for', () => {
  const said =
    '本人は、利用目的の通知、開示、訂正等、利用停止等、第三者提供の停止及び第三者提供記録の開示を請求することができます。'
  expect(found(rightsComplete, requests(said, how))).toEqual([])
})

test('the person chooses how data is disclosed', () => {
  const by = '回答は、当社が適当と判断する方法により通知します。'
  const [finding] = findings(disclosureMethod, requests(every, by))
  expect(finding).toMatchObject({ severity: 'warning' })
  expect(by).toContain(finding?.place.text)
  const paper = '開示は、書面を郵送する方法で回答します。'
  expect(found(disclosureMethod, requests(every, '開示は、書面により回答します。'))).toEqual([
    '開示は、書面により回答します。',
  ])
  expect(paper).not.toBe(by)
  expect(findings(disclosureMethod, requests(every))[0]).toMatchObject({ severity: 'info' })
  expect(found(disclosureMethod, requests(every), { effectiveFrom: '2021-01-01' })).toEqual([])
})

const refusing = (...clauses: string[]) =>
  policy({
    個人情報の開示: `当社は、本人から開示を請求されたときは、遅滞なく開示します。ただし、次のいずれかに該当する場合は、その全部又は一部を開示しないことがあります。\n${clauses.map((clause, i) => `（${i + 1}）${clause}`).join('\n')}`,
  })

test('the grounds of 33条2項 are silent', () => {
  expect(
    found(
      refusalAltered,
      refusing(
        '本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがある場合',
        '当社の業務の適正な実施に著しい支障を及ぼすおそれがある場合',
        '他の法令に違反することとなる場合',
        '本人であることが確認できない場合',
      ),
    ),
  ).toEqual([])
})

test('その他法令 is not 他の法令, and 著しい is a condition', () => {
  const [law, business] = [
    'その他法令に違反することとなる場合',
    '当社の業務の適正な実施に支障を及ぼすおそれがある場合',
  ]
  const rights = '本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがある場合'
  expect(found(refusalAltered, refusing(rights, business, law))).toEqual([business, law])
})

const ceasing = (...clauses: string[]) =>
  policy({
    利用停止等: `当社は、次の各号のいずれかに該当するとして利用の停止又は消去を求められたときは、遅滞なく必要な調査を行い、利用停止等を行います。\n${clauses.map((clause, i) => `（${i + 1}）${clause}`).join('\n')}`,
  })
const grounds = [
  '利用目的の範囲を超えて取り扱われている場合',
  '不正の手段により取得された場合',
  '法に違反して第三者に提供されている場合',
  '当社が利用する必要がなくなった場合',
  '漏えい等が発生した場合',
  '本人の権利又は正当な利益が害されるおそれがある場合',
]

test('a list of grounds for cease of use is whole, or says what it lacks', () => {
  expect(found(ceaseGrounds, ceasing(...grounds))).toEqual([])
  const [finding] = findings(ceaseGrounds, ceasing(...grounds.slice(0, 2), ...grounds.slice(3)))
  expect(finding?.message.ja).toContain('違法な第三者提供（3項）')
  expect(finding?.message.ja).not.toContain('目的外')
})

test('35条5項 is asked for since 2022-04-01 only', () => {
  const before = ceasing(...grounds.slice(0, 3))
  expect(findings(ceaseGrounds, before)[0]?.message.ja).toContain('5項')
  expect(found(ceaseGrounds, before, { effectiveFrom: '2021-01-01' })).toEqual([])
})

test('規則7条3号 as it read until 2024-03-31', () => {
  const old =
    '不正の目的をもって行われたおそれがある個人データの漏えい等が発生し、又は発生したおそれがある場合'
  expect(found(breachRule7Current, ceasing(grounds[0] ?? '', old))).toEqual([old])
  expect(
    found(breachRule7Current, ceasing(grounds[0] ?? '', old), { effectiveFrom: '2024-03-31' }),
  ).toEqual([])
})

test('a desk for enquiries that does not say that it takes complaints', () => {
  const said = '個人情報に関するお問い合わせは、次の窓口までご連絡ください。'
  const desk = `${said}\n株式会社みなと商会 お客様相談室\n電話：022-000-0199`
  expect(found(complaintContact, policy({ お問い合わせ窓口: desk }))).toEqual([said])
})

test('a desk for enquiries that says nothing of complaints is a warning, none an error', () => {
  const desk =
    '個人情報に関するお問い合わせは、次の窓口までお願いいたします。\n株式会社みなと商会 総務部\n電話：022-000-0199'
  expect(findings(complaintContact, policy({ お問い合わせ窓口: desk }))).toMatchObject([
    { severity: 'warning' },
  ])
})

test('a form to fill in and hand over is a way to ask', () => {
  const form = '所定の用紙に記入し、お問い合わせ窓口に提出してください。'
  const [finding] = findings(reqProcedure, requests(every, form))
  expect(finding?.message.ja).not.toContain('請求の方法')
  expect(finding?.message.ja).toContain('本人であること')
})

test('disclosure on a wish is offered, if only as prescribed', () => {
  const said = 'ご本人から開示・修正・削除の依頼があった場合、所定の手続きに基づき対応します。'
  expect(findings(reqProcedure, requests(said))[0]).toMatchObject({ severity: 'warning' })
})

const body = (...lines: string[]) => policy({ 認定個人情報保護団体: lines.join('\n') })

test('a member of an accredited body names it and its desk', () => {
  const member = '当社は、認定個人情報保護団体の対象事業者です。'
  expect(found(accreditedBody, body(member))).toEqual([member])
  expect(
    found(
      accreditedBody,
      body(
        '当社は、次の認定個人情報保護団体の対象事業者です。',
        '名称：一般社団法人みなと個人情報保護協会',
        '苦情の解決の申出先：相談室　電話　03-0000-0000',
      ),
    ),
  ).toEqual([])
  expect(
    found(accreditedBody, body('当社が加入している認定個人情報保護団体はありません。')),
  ).toEqual([])
})

test('the desk of JIPDEC under the name of today', () => {
  const lines = (desk: string) =>
    body(
      '当社の加入する認定個人情報保護団体：一般財団法人日本情報経済社会推進協会',
      `苦情の解決の申出先：${desk}`,
      '住所：〒106-0032 東京都港区六本木一丁目9番9号 六本木ファーストビル内',
      '電話番号：03-5860-7565',
    )
  const [finding] = findings(accreditedDeskCurrent, lines('個人情報保護苦情相談室'))
  expect(finding?.place.text).toBe('個人情報保護苦情相談室')
  expect(finding?.message.ja).toContain('認定個人情報保護団体事務局')
  expect(found(accreditedDeskCurrent, lines('認定個人情報保護団体事務局'))).toEqual([])
})

test.each([
  '窓口では会員証をお持ちください。請求書は窓口でお渡しします。',
  '請求書に、学生証又は運転免許証のコピーを同封して郵送してください。',
])('a certificate that is shown or enclosed shows who asks: %s', (said) => {
  expect(found(reqProcedure, requests(every, said))).toEqual([])
})

test('labels beside the list of rights are read, however the section is headed', () => {
  const said = [
    every,
    '請求先：個人情報お客様窓口',
    '受付方法：電子メール',
    '確認方法：登録されたメールアドレスからの送信と、本人確認書類の画像',
    '開示の方法：電子ファイル、書面、画面での閲覧から、お客様が選べます。',
  ].join('\n')
  const text = policy({
    対象となる情報:
      '取引先の会社が登録した情報は、会社から取扱いの委託を受けて扱います。この情報の開示のご請求は、その会社へお願いします。',
    お客様にできること: said,
  })
  expect(found(reqProcedure, text)).toEqual([])
  expect(found(disclosureMethod, text)).toEqual([])
})

test('法令 for 他の法令, in a list and in a sentence', () => {
  const refused = (...grounds: string[]) =>
    requests(every, how, `\n次の場合は、開示しないことがあります。\n${grounds.join('\n')}`)
  const right = '他の法令に違反することとなる場合'
  const rights = '本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがある場合'
  expect(
    findings(refusalAltered, refused(`（１）${rights}`, '（２）法令に違反することとなる場合')),
  ).toMatchObject([{ severity: 'warning' }])
  expect(found(refusalAltered, refused(`（１）${rights}`, `（２）${right}`))).toEqual([])
  const inRow = (last: string) =>
    requests(every, how, `次の場合は不開示とします。${rights}、${last}。`)
  expect(found(refusalAltered, inRow('法令に違反する事となる場合'))).toEqual([
    '法令に違反する事となる場合',
  ])
  expect(found(refusalAltered, inRow(right))).toEqual([])
})

test('the way of disclosure is the choice of the person', () => {
  const asked = '請求書と本人確認書類の写しを、電子メール又は郵送でお送りください。'
  const said = (answer: string) => found(disclosureMethod, requests(every, asked, answer))
  expect(said('開示の方法は、当教室が指定する方法によります。')).toEqual([
    '開示の方法は、当教室が指定する方法',
  ])
  expect(said('回答：ご本人の住所に書面でお送りします。')).toHaveLength(1)
  expect(said('回答は、書面又は電子メールのうちご希望の方法でお送りします。')).toEqual([])
})
