import { expect, test } from 'vitest'
import { citeStaleArticle } from '../../../src/core/check/rules/citations/cite-stale-article.ts'
import { linkMissing } from '../../../src/core/check/rules/citations/link-missing.ts'
import { termDefinitionQuality } from '../../../src/core/check/rules/citations/term-definition-quality.ts'
import { termUndefined } from '../../../src/core/check/rules/citations/term-undefined.ts'
import { xrefBroken } from '../../../src/core/check/rules/citations/xref-broken.ts'
import { juCore } from '../../../src/core/check/rules/joint-use/ju-core.ts'
import { juItemUncollected } from '../../../src/core/check/rules/joint-use/ju-item-uncollected.ts'
import { juItems } from '../../../src/core/check/rules/joint-use/ju-items.ts'
import { juManagerAddress } from '../../../src/core/check/rules/joint-use/ju-manager-address.ts'
import { juManagerInternal } from '../../../src/core/check/rules/joint-use/ju-manager-internal.ts'
import { docOlderThanLaw } from '../../../src/core/check/rules/operator/doc-older-than-law.ts'
import { orgAddress } from '../../../src/core/check/rules/operator/org-address.ts'
import { orgName } from '../../../src/core/check/rules/operator/org-name.ts'
import { entrustSupervision } from '../../../src/core/check/rules/provision/entrust-supervision.ts'
import { tpCategoricalDisclosure } from '../../../src/core/check/rules/provision/tp-categorical-disclosure.ts'
import { tpConditionDropped } from '../../../src/core/check/rules/provision/tp-condition-dropped.ts'
import { tpNonstatutory } from '../../../src/core/check/rules/provision/tp-nonstatutory.ts'
import { tpPartialList } from '../../../src/core/check/rules/provision/tp-partial-list.ts'
import { tpSuccessionWording } from '../../../src/core/check/rules/provision/tp-succession-wording.ts'
import { purposeProfiling } from '../../../src/core/check/rules/purposes/purpose-profiling.ts'
import { accreditedBody } from '../../../src/core/check/rules/rights/accredited-body.ts'
import { reqProcedure } from '../../../src/core/check/rules/rights/req-procedure.ts'
import { rightsComplete } from '../../../src/core/check/rules/rights/rights-complete.ts'
import { defPersonalInfo } from '../../../src/core/check/rules/security/def-personal-info.ts'
import { secCategories } from '../../../src/core/check/rules/security/sec-categories.ts'
import { secCountry } from '../../../src/core/check/rules/security/sec-country.ts'
import { secPresent } from '../../../src/core/check/rules/security/sec-present.ts'
import { numStructureLevel } from '../../../src/core/check/rules/text/num-structure-level.ts'
import { numStructureSequence } from '../../../src/core/check/rules/text/num-structure-sequence.ts'
import { txtSpace } from '../../../src/core/check/rules/text/txt-space.ts'
import { txtTypo } from '../../../src/core/check/rules/text/txt-typo.ts'
import { txtVariantParallel } from '../../../src/core/check/rules/text/txt-variant-parallel.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { sourceOfHtml } from '../../../src/core/read/html.ts'
import { findings, found } from './found.ts'
import { policy } from './policy.ts'

/* What a rule misses may stand where the rule does not look for it first: in another section, in other words. */

const asked = '保有個人データの開示、訂正、追加、削除、利用停止、消去又は第三者への提供停止'
const provided = (...clauses: string[]) =>
  policy({
    第三者提供: `当社は、次の場合を除き、同意なく個人データを第三者に提供しません。\n${clauses.map((clause, i) => `（${i + 1}）${clause}`).join('\n')}`,
  })

test('requests that only the desk tells of', () => {
  const text = policy({
    第三者提供:
      '当社は、次の場合を除き、個人データを第三者に提供しません。\n・本人の同意がある場合\n・法令に基づき、開示を求められた場合',
    お問い合わせ: `${asked}を希望される場合は、お問い合わせフォームよりご連絡ください。`,
  })
  expect(findings(reqProcedure, text)).toMatchObject([
    { severity: 'warning', place: { text: expect.stringContaining('お問い合わせフォーム') } },
  ])
  expect(findings(rightsComplete, text)[0]?.message.ja).not.toContain('訂正')
})

test('requests in a list of its own, and identity in a note below it', () => {
  const text = policy({
    ご相談窓口:
      '次のご希望は、窓口に電話でご連絡ください。\n利用目的の通知を希望する場合\n開示を希望する場合\n訂正・追加又は削除を希望する場合\n利用の停止又は消去若しくは第三者への提供の停止を希望する場合\n・ご連絡の後、ご本人であることの確認のため、書類の提出をお願いします。',
  })
  expect(found(reqProcedure, text)).toEqual([])
  expect(findings(rightsComplete, text)).toMatchObject([{ severity: 'info' }])
})

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

test('a definition that goes on in a list', () => {
  const text = policy({
    個人情報:
      '個人情報とは、生存する個人に関する情報であって、以下のいずれかに該当するものをいいます。\n（1）氏名等により特定の個人を識別することができるもの\n（2）他の情報と容易に照合することができるもの\n（3）個人識別符号が含まれるもの',
  })
  expect(found(defPersonalInfo, text)).toEqual([])
})

test('a label, a name and the same once more are no use before a definition', () => {
  const label =
    '・注文情報：商品の名称及び数量（以下「注文情報」といいます。）を取得し、注文情報を利用します。'
  expect(found(termDefinitionQuality, policy({ 取得: label }))).toEqual([])
  const name =
    'MINATO Japan株式会社とその子会社（以下「MINATO」といいます。）は、MINATOの方針を定めます。'
  expect(
    found(termDefinitionQuality, policy({ 当社: `MINATO Japan株式会社の方針です。${name}` })),
  ).toEqual([])
})

test('a group whose company stands in brackets', () => {
  const text = policy({ 共同利用: '当社グループ会社（上海みなと有限公司）と共同して利用します。' })
  expect(found(termUndefined, text)).toEqual([])
})

test('a letter without its full stop is not lost', () => {
  const text = policy({
    取得: '次の情報を取得します。\na. 氏名\nb 住所\nc. 電話番号\nd. メールアドレス',
  })
  expect(found(numStructureSequence, text)).toEqual([])
})

test('interests and advertising that are told in two lines', () => {
  const text = policy({
    クッキー:
      '当社は、次の場合にクッキーを使用します。\n（1）お客様の興味やニーズの把握\n（2）効果的な広告の配信のための利用\n第三者も、広告の配信のためクッキーを使用しています。',
  })
  expect(found(purposeProfiling, text)).toEqual([])
})

test('links below, and relative links that the document does not hold', () => {
  const below = policy({
    会社: '各社の住所は、下記リンクからご確認ください。\n（1）みなと物流\n（2）みなとカード\nhttps://minato.example.jp/card',
  })
  expect(found(linkMissing, below)).toEqual([])
  const page = `<h1>プライバシーポリシー</h1><p>個人情報の開示の手続は<a href="/kaiji/">こちら</a>をご覧ください。</p>`
  const { document, linked } = parse(sourceOfHtml(page))
  expect(found(linkMissing, document)).toEqual(['手続はこちら'])
  expect(findings(linkMissing, document, { linked })).toEqual([])
})

test('an operator that a sentence and the lines of its desk name', () => {
  const text = policy({
    お問い合わせ窓口: '青葉市港町3-4-5\n電話：022-000-0199',
  }).replace(/\n株式会社みなと商会（以下「当社」といいます。）は、/u, '\nみなと商会株式会社では、')
  expect(found(orgName, text)).toEqual([])
  expect(findings(orgAddress, text).filter(({ severity }) => severity === 'error')).toEqual([])
  const site = `プライバシーポリシー\n\nほまれみなと株式会社が運営するサイト（以下、当社サイト）では、個人情報を大切に扱います。\n`
  expect(parse(site).document.organisation.legalName).toBe('ほまれみなと株式会社')
})

test('what the text calls 開示 and is provision asks for no procedure of requests', () => {
  const text = policy({
    個人情報の開示: '当社は、次の場合を除き、個人情報を第三者に開示しません。\n・法令に基づく場合',
  })
  expect(found(rightsComplete, text)).toEqual([])
  expect(findings(reqProcedure, text)[0]?.message.ja).toContain('手続が書かれていません')
})

test('a heading of joint use and of something else, that says nothing of joint use', () => {
  const text = policy({ '第三者提供・共同利用': '当社は、同意なく第三者に提供しません。' })
  expect([...found(juCore, text), ...found(juItems, text)]).toEqual([])
})

test('numbers that are out of order throughout were not counted', () => {
  const steps = (...numbers: number[]) =>
    policy({ 手順: numbers.map((n) => `（${n}）手順の説明${'甲乙丙丁戊己'[n]}です。`).join('\n') })
  expect(found(numStructureSequence, steps(1, 2, 2, 3, 4))).toHaveLength(1)
  expect(found(numStructureSequence, steps(1, 3, 3, 2))).toEqual([])
})

test('an article that is printed, whatever it was read as', () => {
  const text = policy({
    変更: '当社は、第9条の手続により変更します。\n第9条 変更の手続は掲示します。',
  })
  expect(found(xrefBroken, text)).toEqual([])
})

test('requests for correction have a procedure, whether disclosure has one', () => {
  const text = policy({
    訂正等: '個人情報の訂正・削除・利用停止を希望される場合は、ご本人確認をした上で対応します。',
  })
  expect(findings(reqProcedure, text)).toMatchObject([{ severity: 'warning' }])
  const two = policy({
    個人情報の開示: '本人から開示の請求があったときは、開示します。',
    '個人情報の修正、利用中止等': '次の窓口にご連絡ください。',
  })
  expect(findings(rightsComplete, two)[0]?.message.ja).not.toMatch(/訂正|利用停止/u)
})

test('a list of its own making is no copy of 27条1項 that lost an item', () => {
  expect(found(tpPartialList, provided('警察から開示を求められた場合'))).toEqual([])
  expect(
    found(tpNonstatutory, provided('あらかじめ明示した範囲及び法令等の規程に基づく場合')),
  ).toEqual([])
})

test('an accredited body that there is none of', () => {
  const text = policy({
    認定個人情報保護団体: '当社の所属する「認定個人情報保護団体」は現在のところございません。',
  })
  expect(found(accreditedBody, text)).toEqual([])
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

test('a house by the name that it gives itself, and a company that runs a site', () => {
  const text = (who: string) =>
    policy({}).replace('株式会社みなと商会（以下「当社」といいます。）', who)
  const named = (who: string) => found(orgName, text(who).replaceAll('株式会社みなと商会', '受付'))
  expect(named('みなと ヒーリング ハウス（以下「当ハウス」）')).toEqual([])
  const site = parse(text('株式会社みなと商会のサイト（以下「当サイト」といいます。）')).document
  expect(site.organisation.legalName).toBe('株式会社みなと商会')
})

test('a bracket that a definition lost, and spaces that part a row', () => {
  const text = policy({
    範囲: '当社が提供するサービス（以下、本サービス」といいます。）に適用します。',
  })
  expect(found(termUndefined, text)).toEqual([])
  const row = 'お問い合わせに対応するため。 アンケートのお願いのため 商品の発送のため。'
  expect(found(txtSpace, policy({ 目的: row }))).toEqual([])
})

test('a date that is printed with wide gaps', () => {
  const text = policy({}).replace(
    '2022年4月1日 制定\n2025年4月1日 改定',
    '制定日：2004年10月1日\n最終改訂日：2025年  4月1日',
  )
  expect(found(docOlderThanLaw, text)).toEqual([])
})

test('a number that the level above counts is not lost', () => {
  const text = policy({}).replace(
    '2022年4月1日 制定',
    '1. 会員\n山\n2. 店舗\n川\n3. 催し\n海\n4. 関与の方法\n1. 通知\n谷\n2. 同意\n丘\n3. 停止\n森\n5. 外部への送信\n野\n2022年4月1日 制定',
  )
  expect(found(numStructureSequence, text)).toEqual([])
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

test('a site of products that a link leads to, and the title of a statute', () => {
  expect(
    found(linkMissing, policy({ 販売: '表記については、リンク先のサイトをご確認ください。' })),
  ).toEqual([])
  const statute = policy({
    法令: '船員による不当な行為の防止等に関する法律に定める船員 （以下「船員」といいます。）を除きます。船員の情報は取得しません。船員には通知します。',
  })
  expect(found(termDefinitionQuality, statute)).toEqual([])
})

test('what a template leaves to be filled in', () => {
  const text = (desk: string) => policy({ 窓口: `お問い合わせは、${desk}までお願いします。` })
  const left = '【担当部署名をご記入ください】'
  expect(found(txtTypo, text(left))).toEqual([left])
  expect(found(txtTypo, text('【総務部】［必須入力］'))).toEqual([])
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

test('a group whose name is a link to its companies', async () => {
  const { readMarkdown } = await import('../../../src/core/read/markdown.ts')
  const text = (group: string) =>
    new TextEncoder().encode(
      `# プライバシーポリシー\n\n株式会社みなと商会（以下「当社」といいます。）の方針です。\n\n## ご案内\n\n当社は、${group}の商品をご案内します。\n`,
    )
  const document = async (group: string) => parse(await readMarkdown(text(group))).document
  expect(found(termUndefined, await document('当社グループ'))).toHaveLength(1)
  expect(
    found(termUndefined, await document('[当社グループ](https://minato.example.com/group)')),
  ).toEqual([])
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

test('who is no third party stands in 27条5項, whatever the number was', () => {
  const text = policy({
    第三者提供:
      '当社は、個人データを第三者に提供しません。また、個人情報保護法第23条第4項各号に掲げる場合は、第三者に該当しないものとします。',
  })
  expect(findings(citeStaleArticle, text)[0]?.message.ja).toContain('27条5項')
})

test('a number that goes on from its heading is no level of its own', () => {
  const text = policy({
    共同利用:
      '(1) 共同利用する項目\n・氏名\n・住所\n(2) 範囲：みなとグループ各社\n(3) 目的：商品の発送のため',
  })
  expect(found(numStructureLevel, text)).toEqual([])
})

test('what is called a privacy policy, and has purposes, is a whole with one matter less', () => {
  const text = (title: string, more = '') =>
    `${title}\n\n株式会社みなと商会（以下「当社」といいます。）の方針です。${more}\n\n1. 収集する情報\n当社は、個人情報として、氏名及びメールアドレスを収集します。\n\n2. 利用目的\n当社は、次の目的で利用します。\n・お問い合わせへの回答のため\n・商品の発送のため\n\n3. お問い合わせ\n本方針に関するお問い合わせは、メール（info@minato.example.com）でご連絡ください。\n`
  expect(findings(orgAddress, text('プライバシーポリシー'))).toHaveLength(1)
  expect(findings(orgAddress, text('会員の皆様へ'))).toEqual([])
  expect(
    findings(orgAddress, text('プライバシーポリシー', '詳しくは、別紙「公表事項」のとおりです。')),
  ).toEqual([])
})
