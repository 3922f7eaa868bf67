import { expect, test } from 'vitest'
import { check } from '../../../src/core/check/index.ts'
import { linkMissing } from '../../../src/core/check/rules/citations/link-missing.ts'
import { termUndefined } from '../../../src/core/check/rules/citations/term-undefined.ts'
import { xrefBroken } from '../../../src/core/check/rules/citations/xref-broken.ts'
import { juConcrete } from '../../../src/core/check/rules/joint-use/ju-concrete.ts'
import { juCore } from '../../../src/core/check/rules/joint-use/ju-core.ts'
import { juManagerAddress } from '../../../src/core/check/rules/joint-use/ju-manager-address.ts'
import { juManagerInternal } from '../../../src/core/check/rules/joint-use/ju-manager-internal.ts'
import { docDates } from '../../../src/core/check/rules/operator/doc-dates.ts'
import { docOlderThanLaw } from '../../../src/core/check/rules/operator/doc-older-than-law.ts'
import { orgName } from '../../../src/core/check/rules/operator/org-name.ts'
import { orgRepresentative } from '../../../src/core/check/rules/operator/org-representative.ts'
import { entrustSupervision } from '../../../src/core/check/rules/provision/entrust-supervision.ts'
import { tpNonstatutory } from '../../../src/core/check/rules/provision/tp-nonstatutory.ts'
import { purposePresent } from '../../../src/core/check/rules/purposes/purpose-present.ts'
import { purposeVague } from '../../../src/core/check/rules/purposes/purpose-vague.ts'
import { reqProcedure } from '../../../src/core/check/rules/rights/req-procedure.ts'
import { secCategories } from '../../../src/core/check/rules/security/sec-categories.ts'
import { secPresent } from '../../../src/core/check/rules/security/sec-present.ts'
import { numStructureSequence } from '../../../src/core/check/rules/text/num-structure-sequence.ts'
import { law } from '../../../src/core/law/index.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { sourceOfHtml } from '../../../src/core/read/html.ts'
import { sourceOfMarkdown } from '../../../src/core/read/markdown.ts'
import { findings, found } from './found.ts'
import { policy } from './policy.ts'

/*
 * A text may speak of a matter in words that no rule knows. What it mentions is not said to be missing: the rule asks,
 * or is silent.
 */

const asks = { severity: 'warning', isQuestion: true }

test('requests that are mentioned, and neither called so nor told how', () => {
  const text = (how: string) => policy({ お客様の情報: `登録内容の修正をご希望の方は、${how}。` })
  expect(findings(reqProcedure, text('当社にお知らせください'))).toMatchObject([asks])
  expect(
    found(reqProcedure, text('会員証の写しを添えて、次の窓口へ書面でお申し出ください')),
  ).toEqual([])
  expect(findings(reqProcedure, policy({}))).toMatchObject([
    { severity: 'error', isQuestion: false },
  ])
})

test('requests that are checked, and a desk that is not said to be for them', () => {
  const text = policy({
    開示等: '本人から開示、訂正又は利用停止の請求があったときは、本人確認の上、応じます。',
    お問い合わせ: '本方針に関するお問い合わせは、下記までお願いします。\n電話：022-000-0199',
  })
  expect(findings(reqProcedure, text)).toMatchObject([asks])
})

test('measures in words that no list has', () => {
  const text = (care: string) =>
    policy({}).replace(
      /第2条（安全管理措置）[\s\S]*?(?=\n\n)/u,
      `第2条（個人情報の管理）\n当社は、漏えいを防ぐため、適切な措置を講じます。${care}`,
    )
  expect(findings(secPresent, text(''))).toMatchObject([{ severity: 'error' }])
  expect(
    findings(secPresent, text('お預かりした書類は、店主以外の目に触れないようにします。')),
  ).toMatchObject([asks])
  expect(found(secPresent, text('\n・紙は出しません\n・電子は置きません'))).toEqual([])
  const locked = text('パスワードを設けます。スタッフは勉強会に出ます。古い紙は焼却します。')
  expect(findings(secCategories, locked)[0]?.message.ja).not.toMatch(/人的|物理的|技術的/u)
})

test('exceptions that may be lawful by other words are left alone', () => {
  const provided = (clause: string) =>
    policy({
      第三者提供: `当社は、次の場合を除き、同意なく第三者に提供しません。\n（１）法令に基づく場合\n（２）${clause}`,
    })
  for (const clause of [
    '法令に特別の規定がある場合',
    '監督官庁への届出に必要な場合',
    '会社の再編に必要な場合',
  ])
    expect(found(tpNonstatutory, provided(clause))).toEqual([])
  const against = '法令や会則に反する行為から会の利益を守るために必要な場合'
  expect(found(tpNonstatutory, provided(against))).toEqual([against])
})

test('a use whose parts are sections, and a sentence that names no operator', () => {
  const parts = policy({
    共同利用:
      '当社は、会員の情報を共同して利用することがあります。情報は、責任を持って管理します。',
    共同利用される個人情報の項目: '氏名、住所、電話番号',
  })
  expect([...found(juCore, parts), ...found(juManagerAddress, parts)]).toEqual([])
})

test('a manager below its label, whose address stands elsewhere', () => {
  const text = policy({
    共同利用:
      '当社は、次のとおり共同利用します。\n・項目：氏名、住所\n・範囲：株式会社みなと物流\n・利用目的：商品の配送\n・共同利用の管理責任者\n  株式会社みなと商会\n  個人情報保護管理者',
    会社の案内: '株式会社みなと商会\n宮城県青葉市港町三丁目4番5号',
  })
  expect(found(juManagerInternal, text)).toEqual([])
  expect(findings(juManagerAddress, text)).toMatchObject([asks])
})

test('joint use that is spoken of besides the exception', () => {
  const text = (more: string) =>
    policy({
      第三者提供: `当社は、次の場合を除き、同意なく提供しません。\n（１）法令に基づく場合\n（２）特定の者との間で共同して利用する場合${more}`,
    })
  expect(findings(juConcrete, text(''))).toMatchObject([{ severity: 'error' }])
  const group = '\n\n第5条（その他）\n情報は、グループ会社で共有し、会報の発送に利用します。'
  expect(findings(juConcrete, text(group))).toMatchObject([asks])
})

test('a name of a shop, and a name that was read from a sentence', () => {
  const named = (who: string) =>
    policy({})
      .replace('株式会社みなと商会（以下「当社」といいます。）', who)
      .replaceAll('株式会社みなと商会 ', '')
  expect(findings(orgName, named('みなと（以下「当サービス」といいます。）'))).toMatchObject([asks])
  const two = named('株式会社みなと商会及びその子会社（以下「当社」といいます。）').replace(
    /代表取締役[^\n]*/gu,
    '',
  )
  expect(findings(orgRepresentative, two)).toMatchObject([asks])
})

test('purposes within a sentence of its own', () => {
  const text = policy({
    取得: '当社は、氏名と住所を取得します。いただいた情報は、お届けに役立てます。',
    第三者提供: '当社は、同意なく第三者に提供しません。',
    開示等: '開示を請求する方は、窓口へお申し出ください。',
  }).replace(/第1条（利用目的）[\s\S]*?(?=\n\n)/u, '')
  expect(findings(purposePresent, text)).toMatchObject([asks])
})

test('care of entrustees that is no supervision by name', () => {
  const text = policy({ 委託: '配送を委託します。委託先では、伝票を限られた者だけが見ます。' })
  expect(findings(entrustSupervision, text)).toMatchObject([{ severity: 'info', isQuestion: true }])
})

test('what goes along with uses that are named is no catch-all', () => {
  const text = (purpose: string) => policy({}).replace('新商品のご案内のため', purpose)
  expect(found(purposeVague, text('契約の締結、商品の配送及びこれらに付随する業務のため'))).toEqual(
    [],
  )
  expect(found(purposeVague, text('上記に付随する業務のため'))).toHaveLength(1)
})

test('numbers that do not count on behind a gap are several lists', () => {
  const rows = (...numbers: number[]) =>
    policy({
      手順: numbers.map((n) => `（${n}）手順の説明${'甲乙丙丁戊己庚辛壬'[n]}です。`).join('\n'),
    })
  expect(found(numStructureSequence, rows(1, 2, 3, 5, 6))).toHaveLength(1)
  expect(found(numStructureSequence, rows(1, 2, 3, 5, 8))).toEqual([])
  expect(found(numStructureSequence, rows(2, 3, 5, 6))).toEqual([])
  expect(found(numStructureSequence, rows(1, 2, 3, 1, 4))).toEqual([])
})

test('a term that is set apart in quotes may be defined there', () => {
  const text = policy({ 適用: '受付アプリ「本アプリ」に適用します。本アプリで情報を取得します。' })
  expect(found(termUndefined, text)).toEqual([])
})

test('the rules of a house on the same page are no privacy policy', () => {
  const text = policy({
    宿泊約款: '第99条の規定により、第3条第2項の料金を申し受けます。',
  })
  expect(found(xrefBroken, text)).toEqual([])
  const spelt = text.replace('申し受けます', '申し受けます。ご間覧下さい')
  expect(
    check(parse(spelt).document, { law, today: '2026-11-22' }).findings.map(({ ruleId }) => ruleId),
  ).toContain('txt-typo')
})

test('links over several lines of a page, again and again, and into the page', () => {
  const page = `<h1>プライバシーポリシー</h1>
<p>個人情報の開示の手続は、
 <a href="/kaiji/">こちら</a>をご覧ください。</p>
<p>個人情報の訂正の方法は、
 <a href="/kaiji/">こちら</a>をご覧ください。</p>
<p>個人情報のお問い合わせの内容は、
 <a href="#desk">こちら</a>をご覧ください。</p>`
  const { document, linked, report } = parse(sourceOfHtml(page))
  expect(linked).toHaveLength(3)
  expect(found(linkMissing, document).length).toBeGreaterThan(0)
  expect(findings(linkMissing, document, { linked })).toEqual([])
  expect(report.doubts.filter(({ message }) => message.en.includes('is relative'))).toHaveLength(1)
})

test('links of Markdown that lead within the site, or within the page', () => {
  const source = sourceOfMarkdown(
    '# プライバシーポリシー\n\n個人情報の開示の手続は、[こちら](/kaiji)をご覧ください。\n\n個人情報の訂正の方法は、[こちら](#desk)をご覧ください。\n',
  )
  const { document, linked } = parse(source)
  expect(findings(linkMissing, document, { linked })).toEqual([])
})

test('a date in a form that is not read', () => {
  const dated = (...days: string[]) =>
    policy({}).replace('2022年4月1日 制定\n2025年4月1日 改定', days.join('\n'))
  expect(found(docDates, dated())).toHaveLength(1)
  expect(found(docDates, dated('最終更新 R7.4'))).toEqual([])
  expect(found(docDates, dated('Last updated: April 1, 2025'))).toEqual([])
  expect(found(docOlderThanLaw, dated('2019年4月1日 制定'))).toHaveLength(1)
  expect(found(docOlderThanLaw, dated('2019年4月1日 制定', '2025.4 改訂'))).toEqual([])
})
