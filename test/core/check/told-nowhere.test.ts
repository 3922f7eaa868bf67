import { describe, expect, test } from 'vitest'
import { citeStaleAuthority } from '../../../src/core/check/rules/citations/cite-stale-authority.ts'
import { xrefBroken } from '../../../src/core/check/rules/citations/xref-broken.ts'
import { juConcrete } from '../../../src/core/check/rules/joint-use/ju-concrete.ts'
import { tpNonstatutory } from '../../../src/core/check/rules/provision/tp-nonstatutory.ts'
import { tpUndeclaredRecipient } from '../../../src/core/check/rules/provision/tp-undeclared-recipient.ts'
import { purposeNotAPurpose } from '../../../src/core/check/rules/purposes/purpose-not-a-purpose.ts'
import { purposePresent } from '../../../src/core/check/rules/purposes/purpose-present.ts'
import { complaintContact } from '../../../src/core/check/rules/rights/complaint-contact.ts'
import { refusalAltered } from '../../../src/core/check/rules/rights/refusal-altered.ts'
import { reqProcedure } from '../../../src/core/check/rules/rights/req-procedure.ts'
import { rightsComplete } from '../../../src/core/check/rules/rights/rights-complete.ts'
import { numStructureRepeat } from '../../../src/core/check/rules/text/num-structure-repeat.ts'
import { txtTypo } from '../../../src/core/check/rules/text/txt-typo.ts'
import { txtVariantOperator } from '../../../src/core/check/rules/text/txt-variant-operator.ts'
import { findings, found } from './found.ts'
import { policy } from './policy.ts'
import { wholePolicy } from './whole-policy.ts'

/* What a text speaks of, and tells nowhere. */

describe('purposes that are spoken of', () => {
  const on = (said: string) => wholePolicy({ purposes: `第2条（個人情報の利用）\n${said}` })
  test.each([
    '当社は、個人情報を取得の際に示した利用目的の範囲内で、業務の遂行上必要な限りにおいて利用します。',
    '当社は、個人情報を取得する際に利用目的を明示し、ご本人の同意を得ずに目的外に利用しません。',
    '当社は、取得した個人情報を、当該業務の遂行に必要な範囲内でのみ利用します。',
  ])('are none: %s', (said) =>
    expect(findings(purposePresent, on(said))).toMatchObject([
      { severity: 'error', isQuestion: false, place: { text: expect.stringMatching(/^当社は/u) } },
    ]),
  )
  test('are a question, where only a charter tells them', () =>
    expect(
      findings(purposePresent, on('個人情報の利用目的は、当会の定款第4条に定める事業とします。')),
    ).toMatchObject([{ severity: 'warning', isQuestion: true }]))
  test.each([
    '当社は、取得の際に示した利用目的の範囲内で、文具の発送のために個人情報を利用します。',
    '個人情報の利用目的は、別表に掲げるとおりです。',
    '当社は、個人情報を次の目的で利用します。\n文具の販売\n代金の請求',
    '文具のご注文を承るにあたってのご連絡及びご確認',
  ])('are told by %s', (said) => expect(found(purposePresent, on(said))).toEqual([]))
})

test('cases in a list of purposes, but not in a list of exceptions', () => {
  const list = (lead: string) =>
    policy({
      利用目的: `${lead}\n（１）商品の発送のため\n（２）代金の請求のため\n（３）新商品のご案内のため\n（４）法令に基づき開示が義務付けられている場合`,
    })
  expect(found(purposeNotAPurpose, list('当社は、次の目的で利用します。'))).toHaveLength(1)
})

test('a desk that is said to be below, and complaints that nobody takes', () => {
  const text = (contact: string) => wholePolicy({ contact, rights: null, signature: null })
  const below =
    '第7条（お問い合わせ）\n個人情報の取扱いに関する苦情及びお問い合わせは、下記の窓口までご連絡ください。'
  expect(findings(complaintContact, text(below))).toMatchObject([
    { severity: 'error', place: { text: expect.stringContaining('下記の窓口') } },
  ])
  expect(found(complaintContact, text(`${below}\n電話：03-0000-0000`))).toEqual([])
  expect(found(complaintContact, text(`${below}\nお問い合わせフォーム`))).toEqual([])
  const nobody = '第7条（苦情）\n当社は、個人情報に関する苦情に誠実に対応します。'
  expect(findings(complaintContact, text(nobody))).toMatchObject([{ severity: 'error' }])
})

test('joint use by the way', () => {
  const by = (said: string) => found(juConcrete, policy({ 個人情報の利用: said }))
  expect(
    by('当社は、個人情報を第三者との間で共同利用し、又は委託する場合には、適正な監督を行います。'),
  ).toEqual(['共同利用し、'])
  expect(by('当社は、個人情報を第三者と共同利用する場合は、必要な事項を公表します。')).toEqual([])
  expect(by('当社は、市と情報を共同で利用します。共同で利用する情報は、氏名です。')).toEqual([])
})

test('rights of which disclosure is none, and a demand by any word', () => {
  const asked = (said: string) => findings(rightsComplete, policy({ 利用者の権利: said }))
  expect(
    asked('利用者は、当社に対し、個人情報の修正、削除、利用停止の要求をする権利があります。')[0]
      ?.message.ja,
  ).toContain('開示')
  expect(
    asked('ご本人が個人情報の照会・修正・削除をご希望される場合は、対応いたします。')[0]?.message
      .ja,
  ).not.toContain('、開示')
  const demanded = policy({
    お問い合わせへの対応: 'ご本人から個人情報の開示要求があった場合は、対応いたします。',
  })
  expect(findings(reqProcedure, demanded)).toMatchObject([{ severity: 'warning' }])
  expect(found(rightsComplete, demanded)).toHaveLength(1)
})

test('grounds of refusal that are those of public bodies', () => {
  const refused = (...grounds: string[]) =>
    policy({
      開示の請求: `本人から開示の請求を受けたときは、開示します。ただし、次のいずれかに該当する場合は、開示しないことがあります。\n${grounds.map((ground) => `・${ground}`).join('\n')}`,
    })
  const harm = '本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがある場合'
  expect(found(refusalAltered, refused(harm))).toEqual([])
  expect(
    findings(refusalAltered, refused(harm, '国の安全が害されるおそれがある場合')),
  ).toMatchObject([{ severity: 'warning', isQuestion: true }])
  expect(findings(refusalAltered, refused(harm, '法令に反する場合'))[0]?.message.ja).toContain(
    '「法令に反する」',
  )
})

test('companies among the exceptions, and companies that get data for no stated reason', () => {
  const list = (item: string) =>
    policy({
      第三者提供: `当社は、次の場合を除き、同意なく個人データを第三者に提供しません。\n・法令に基づく場合\n・${item}`,
    })
  const partners = '工事のために必要となる協力会社・処分業者・行政機関への提供'
  expect(found(tpNonstatutory, list(partners))).toEqual([partners])
  expect(found(tpNonstatutory, list('業務を委託する協力会社への提供'))).toEqual([])
  const goes = (said: string) => findings(tpUndeclaredRecipient, policy({ 情報の取扱い: said }))
  expect(goes('当社は、お客様の情報を関係会社及び取引先に提供することがあります。')).toMatchObject([
    { isQuestion: true },
  ])
  expect(goes('当社は、同意を得て、お客様の情報を取引先に提供することがあります。')).toEqual([])
})

test('two ministers who accredited a body together', () => {
  const text = policy({
    認定個人情報保護団体:
      '当社は、経済産業大臣及び総務大臣より、認定個人情報保護団体として認定された団体の対象事業者です。',
  })
  expect(findings(citeStaleAuthority, text)).toMatchObject([
    { place: { text: '経済産業大臣及び総務大臣' }, fix: { edits: [{}] } },
  ])
})

describe('references to what has no number', () => {
  test('of items and letters', () => {
    expect(found(xrefBroken, policy({ 掲載: '当社は、9にて記載した情報を掲載します。' }))).toEqual([
      '9',
    ])
    expect(found(xrefBroken, policy({ 掲載: '当社は、2にて記載した情報を掲載します。' }))).toEqual(
      [],
    )
    const lettered = '次のａ）～ｃ）のいずれかに該当する場合は、開示しません。'
    expect(found(xrefBroken, policy({ 開示: lettered }))).toHaveLength(1)
    const listed = `${lettered}\na) 権利利益を害するとき\nb) 支障があるとき\nc) 法令に反するとき`
    expect(found(xrefBroken, policy({ 開示: listed }))).toEqual([])
  })
  test('of headings', () => {
    const to = (name: string) =>
      found(xrefBroken, policy({ 共有: `後記「${name}」の範囲で利用します。` }))
    expect(to('個人情報の利用目的')).toEqual([])
    expect(to('個人データの安全管理措置')).toEqual([])
    expect(to('第三者提供の停止に関する事項')).toEqual(['「第三者提供の停止に関する事項」'])
  })
})

describe('num-structure-repeat', () => {
  test('an item twice in one list', () => {
    const list = (...items: string[]) => policy({ 取得: `次の情報です。\n${items.join('\n')}` })
    const name = '・ご注文いただいた商品の数量'
    expect(found(numStructureRepeat, list(name, '・お届けの方法', name))).toHaveLength(1)
    expect(found(numStructureRepeat, list(name, '・お届けの方法'))).toEqual([])
    const data = '・お客様の氏名及び電話番号'
    expect(found(numStructureRepeat, list(data, '・会員の方', data))).toEqual([])
    const hours = '・受付時間は平日の9:00～17:00'
    expect(found(numStructureRepeat, list(hours, '・土曜日', hours))).toEqual([])
  })
  test('a section that begins as the one before it', () => {
    const staff = '当社は、従業者に個人データを取り扱わせるにあたって、必要な監督を行います。'
    expect(found(numStructureRepeat, policy({ 従業者の監督: staff, 委託先の監督: staff }))).toEqual(
      [staff],
    )
    expect(
      found(
        numStructureRepeat,
        policy({ 従業者の監督: staff, 委託先の監督: '委託先を監督します。' }),
      ),
    ).toEqual([])
  })
})

test('particles too many, and brackets without their partners', () => {
  const typo = (said: string) => found(txtTypo, policy({ 取扱い: said }))
  expect(typo('個人情報に関するに苦情を承ります。')).toEqual(['に関するに'])
  expect(typo('個人情報に関する苦情を承ります。')).toEqual([])
  expect(typo('1回につき1,200円の（税込）をいただきます。')).toEqual(['円の'])
  expect(typo('所定の「保有個人データ開示等請求害」を提出してください。')).toEqual(['害'])
  expect(typo('書類は、確認の後、当社にて廃棄します）。')).toHaveLength(1)
  expect(typo('個人情報」とは、生存する個人に関する情報をいいます。')).toHaveLength(1)
  expect(typo('次のa)からc)までの場合（例：引越し）は、d）の窓口にお申し出ください。')).toEqual([])
})

test('a word for the operator that is left over from another text', () => {
  const text = (more: string) => policy({ 取扱い: `当社は、当社の規程により取り扱います。${more}` })
  expect(found(txtVariantOperator, text('当協会が入手した書類は廃棄します。'))).toHaveLength(1)
  expect(
    found(txtVariantOperator, text('みなと協会（以下「当協会」といいます。）が当協会の会員です。')),
  ).toEqual([])
})
