import { expect, test } from 'vitest'
import { citeStaleArticle } from '../../../src/core/check/rules/citations/cite-stale-article.ts'
import { linkMissing } from '../../../src/core/check/rules/citations/link-missing.ts'
import { nameRenamed } from '../../../src/core/check/rules/citations/name-renamed.ts'
import { juCore } from '../../../src/core/check/rules/joint-use/ju-core.ts'
import { juItems } from '../../../src/core/check/rules/joint-use/ju-items.ts'
import { docScrapeResidue } from '../../../src/core/check/rules/operator/doc-scrape-residue.ts'
import { orgAddress } from '../../../src/core/check/rules/operator/org-address.ts'
import { orgName } from '../../../src/core/check/rules/operator/org-name.ts'
import { tpNonstatutory } from '../../../src/core/check/rules/provision/tp-nonstatutory.ts'
import { purposeJointGap } from '../../../src/core/check/rules/purposes/purpose-joint-gap.ts'
import { purposeListDrift } from '../../../src/core/check/rules/purposes/purpose-list-drift.ts'
import { purposeVague } from '../../../src/core/check/rules/purposes/purpose-vague.ts'
import { ceaseGrounds } from '../../../src/core/check/rules/rights/cease-grounds.ts'
import { complaintContact } from '../../../src/core/check/rules/rights/complaint-contact.ts'
import { disclosureMethod } from '../../../src/core/check/rules/rights/disclosure-method.ts'
import { feeScope } from '../../../src/core/check/rules/rights/fee-scope.ts'
import { refusalAltered } from '../../../src/core/check/rules/rights/refusal-altered.ts'
import { defPersonalInfo } from '../../../src/core/check/rules/security/def-personal-info.ts'
import { extItems } from '../../../src/core/check/rules/security/ext-items.ts'
import { secCountry } from '../../../src/core/check/rules/security/sec-country.ts'
import { numStructureHeading } from '../../../src/core/check/rules/text/num-structure-heading.ts'
import { numStructureRepeat } from '../../../src/core/check/rules/text/num-structure-repeat.ts'
import { numStructureSequence } from '../../../src/core/check/rules/text/num-structure-sequence.ts'
import { txtTypo } from '../../../src/core/check/rules/text/txt-typo.ts'
import { txtVariantOperator } from '../../../src/core/check/rules/text/txt-variant-operator.ts'
import { txtVariantParallel } from '../../../src/core/check/rules/text/txt-variant-parallel.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { readMarkdown } from '../../../src/core/read/markdown.ts'
import { findings, found } from './found.ts'
import { policy } from './policy.ts'

/* What a second look at a text tells: of names, places and words that mean something else there. */

const markdown = async (text: string) => parse(await readMarkdown(new TextEncoder().encode(text)))

test('a policy by its name that speaks of most matters under headings of its own is a whole', () => {
  const text = (title: string, more = '') =>
    `${title}\n\n株式会社みなと商会（以下「当社」といいます。）は、お客様の個人情報を大切にします。${'当社は、この考えを役員及び従業員に徹底します。'.repeat(20)}${more}\n\n大切にすること\n当社は、お客様に明示した目的の範囲内で、お届けのために利用します。第三者に個人情報を提供することはありません。個人情報の漏えいを防止する対策を講じます。個人情報の訂正を希望される場合は、ご連絡ください。\n`
  expect(found(orgAddress, text('プライバシーポリシー'))).toHaveLength(1)
  expect(found(orgAddress, text('みなとの暮らし'))).toEqual([])
  expect(
    found(
      orgAddress,
      text(
        'プライバシーポリシー',
        '利用目的は「個人情報の取扱いについて」のページをご覧ください。',
      ),
    ),
  ).toEqual([])
})

test('who runs an app or writes a blog', () => {
  const text = (who: string) =>
    policy({}).replace(/株式会社みなと商会（以下「当社」といいます。）は/u, who)
  const named = (who: string) =>
    findings(orgName, text(who).replaceAll('株式会社みなと商会', '受付'))
  expect(named('当アプリ運営者：港太郎\n当アプリは')).toEqual([])
  expect(named('Minatoが紹介する散歩のブログは')).toMatchObject([{ isQuestion: true }])
})

test('a heading that names a case, and one over a list of names', () => {
  const headed = (heading: string, text: string) =>
    found(numStructureHeading, policy({ [heading]: text }))
  const papers = '・戸籍謄本の写し（発行から3か月以内のもの）\n・運転免許証の写し'
  expect(headed('代理人が未成年者の法定代理人の場合＞', papers)).toEqual([])
  expect(
    headed('業務委託先', '・株式会社みずうみ運輸\n・株式会社やまなみ印刷\n・かわ倉庫株式会社'),
  ).toEqual([])
  expect(
    headed('業務委託先', '当社は、個人情報を適切に保管し、目的のほかに利用しません。'),
  ).toHaveLength(1)
})

test('whose data it is, among purposes', () => {
  const text = policy({
    利用目的:
      '当社は、次の目的で利用します。\n・商品の発送のため\n・代金の請求のため\n・新商品のご案内のため\n・お問い合わせへの回答のため\n・当社のサイトに入力された個人情報及び閲覧のデータ\n・採用の選考のため',
  })
  expect(found(txtVariantParallel, text)).toEqual([])
})

test('joint use for the purposes of the policy, and without a range of users', () => {
  const joint = (purpose: string, scope: string) =>
    policy({
      利用目的:
        '当社は、次の目的で利用します。\n（１）商品の発送のため\n（２）代金の請求のため\n（３）新商品のご案内のため',
      共同利用: `当社は、次のとおり共同利用します。\n（１）項目：氏名、住所\n${scope}（３）共同して利用する者の利用目的：${purpose}\n（４）管理について責任を有する者：株式会社みなと商会`,
    })
  const range = '（２）共同利用者の範囲：株式会社みなと物流\n'
  expect(found(purposeJointGap, joint('本方針「1. 利用目的について」と同様', range))).toEqual([])
  expect(found(juCore, joint('商品の発送', range))).toEqual([])
  expect(findings(juCore, joint('商品の発送', ''))[0]?.message.ja).toContain('範囲')
})

test('left-overs: no cell of a table, but what stands until a text is written', async () => {
  const page =
    '# プライバシーポリシー\n\n株式会社みなと商会の個人情報の方針です。\n\n|クッキーの名前|内容|\n|---|---|\n|login|会員の識別|\n'
  expect(found(docScrapeResidue, (await markdown(page)).document)).toEqual([])
  expect(found(docScrapeResidue, policy({ 項目: 'ダミーテキスト。利用する情報です。' }))).toEqual([
    'ダミーテキスト',
  ])
  expect(found(docScrapeResidue, policy({ 改定: 'yyyy年mm月dd日 改定' }))).toHaveLength(1)
})

test('a link in a text that becomes plain is none that is missing', async () => {
  const { document, linked } = await markdown(
    '# プライバシーポリシー\n\n株式会社みなと商会（以下「当社」といいます。）の個人情報の方針です。\n\n## 安全管理措置\n\n当社は、次の措置を講じます。\n\n- 従業者に研修を行います。詳しくは[こちら](https://minato.example.com/training)をご覧ください。\n- 入退室を管理します。\n',
  )
  expect(findings(linkMissing, document, { linked })).toEqual([])
})

test('where disclosure is offered, of what a fee is asked, and to whom one complains', () => {
  const offered = policy({
    クッキー: '開示を求められても、照合する情報を取得していません。開示の請求には応じます。',
    '個人情報の開示、訂正等の請求': 'ご本人は、個人情報の開示及び訂正を請求することができます。',
  })
  expect(findings(disclosureMethod, offered)).toMatchObject([
    { place: { text: expect.stringMatching(/個人情報の開示/u) } },
  ])
  const fee = (what: string) =>
    findings(feeScope, policy({ 開示等の請求: `${what}については、手数料500円をいただきます。` }))
  expect(fee('個人情報の開示等の請求')).toMatchObject([{ isQuestion: false }])
  expect(fee('また、診療録の開示等')).toMatchObject([{ isQuestion: true }])
  const desk = (said: string) => policy({ お問い合わせ窓口: `${said}電話：022-000-0199` })
  expect(
    found(complaintContact, desk('本方針が守られていないと思われる場合は、ご連絡ください。')),
  ).toEqual([])
})

test('grounds that are open, and grounds within a sentence', () => {
  const refused = (when: string) =>
    found(
      refusalAltered,
      policy({
        開示: `本人から開示の請求を受けたときは、開示します。ただし、本人の権利利益を害するおそれがある${when}は、開示しません。`,
      }),
    )
  expect(refused('場合')).toEqual([])
  expect(refused('場合等に')).toHaveLength(1)
  const ceased = (why: string) =>
    findings(
      ceaseGrounds,
      policy({ 利用停止: `本人から、${why}利用の停止を求められたときは、調査します。` }),
    )
  expect(
    ceased(
      '利用目的の範囲を超えて取り扱われているという理由又は不正の手段により取得されたという理由により、',
    )[0]?.message.ja,
  ).toContain('漏えい')
  expect(ceased('')).toEqual([])
})

test('the operator’s own shops, purposes defined elsewhere, and the word of a notice of sale', () => {
  const list = (item: string) =>
    found(
      tpNonstatutory,
      policy({
        第三者提供: `当社は、次の場合を除き、同意なく第三者に提供しません。\n・法令に基づく場合\n・${item}`,
      }),
    )
  expect(list('回答のため、当社の店舗に開示することが必要と認められる場合')).toEqual([])
  expect(list('当社が必要と認める場合')).toHaveLength(1)
  const vague = policy({
    利用目的:
      '当社は、次の目的で利用します。\n・商品の発送のため\n・代金の請求のため\n・その他当社の各サービスにおいて個別に定める目的のため',
  })
  expect(found(purposeVague, vague)).toHaveLength(1)
  const sale = policy({
    取扱い: '当社は、当社の規程により取り扱います。',
    特定商取引法に基づく表記: '返品は弊社にご連絡ください。',
  })
  expect(found(txtVariantOperator, sale)).toEqual([])
})

test('names that have changed, once each', () => {
  const named = (said: string) => findings(nameRenamed, policy({ 送信先: said }))
  expect(named('Google Inc.のサービスです。Google Inc.が管理します。')).toMatchObject([
    { message: { ja: expect.stringContaining('2か所') }, fix: { edits: [{}, {}] } },
  ])
  expect(named('LINEヤフー株式会社のサービスです。')).toEqual([])
  expect(named('日本工業規格に適合します。')).toHaveLength(1)
})

test('suppliers abroad of whom no country is told', () => {
  const kept = (said: string) => findings(secCountry, policy({ 委託: said }))
  expect(kept('当社は、データをVercel Inc.のサーバーに保存します。')).toMatchObject([
    { isQuestion: true, place: { text: 'Vercel Inc.' } },
  ])
  expect(kept('当社は、データをアメリカのVercel Inc.のサーバーに保存します。')).toEqual([])
  expect(kept('当社は、データを国内のサーバーにのみ保存します。')).toEqual([])
  expect(
    findings(secCountry, policy({ アクセス解析: 'Google LLCの解析に情報が送信されます。' })),
  ).toEqual([])
})

test('radicals that look like characters, and words that lost or changed a sign', () => {
  const typo = (said: string) => findings(txtTypo, policy({ 取得: said }))
  expect(typo('個⼈情報を利⽤します。')).toMatchObject([
    { fix: { edits: [{ replacement: '人' }, { replacement: '用' }] } },
  ])
  expect(typo('プラウザの情報を取得します。')).toMatchObject([{ fix: { edits: [{}] } }])
  expect(typo('個人情報の外部流失を防ぎます。')).toHaveLength(1)
  expect(typo('個人情報の管理はじめとする業務です。')).toHaveLength(1)
  expect(typo('管理をはじめとする、さまざまな業務です。')).toEqual([])
})

test('a definition below a heading that asks for it', () => {
  const defined = (said: string) => found(defPersonalInfo, policy({ 個人情報とは: said }))
  expect(defined('お客様からいただく、お客様個人を識別できる情報をいいます。')).toHaveLength(1)
  expect(defined('個人情報保護法に定める個人情報をいいます。')).toEqual([])
})

test('the desk that closes one of two lists of purposes is none', () => {
  const listed =
    '・商品の発送のため\n・代金の請求のため\n・新商品のご案内のため\n・採用の選考のため'
  const drift = (more: string) =>
    found(
      purposeListDrift,
      policy({
        利用目的: `当社は、次の目的で利用します。\n${listed}${more}`,
        保有個人データの利用目的: `保有個人データは、次の目的で利用します。\n${listed}`,
      }),
    )
  expect(drift('\n・株式会社みなと商会\n・お客様相談窓口責任者')).toEqual([])
  expect(drift('\n・会員証の発行のため')).toEqual(['会員証の発行のため'])
})

test('joint use that another page or file tells of is told of there', () => {
  const joint = (text: string) => policy({ グループ共同利用について: text })
  const told = [juItems, juCore].flatMap((rule) =>
    found(rule, joint('・従業者の個人データのグループ共同利用について（PDF）')),
  )
  expect(told).toEqual([])
  expect(found(juCore, joint('当社は、個人データをグループ会社と共同利用します。'))).toHaveLength(1)
})

test('headings keep to their matter in other words, groups have purposes alike, and no hall is a room', () => {
  const headed = (heading: string, text: string) =>
    found(numStructureHeading, policy({ [heading]: text }))
  expect(
    headed('アクセス解析', '当社のウェブサイトでは、利用状況を把握するためにCookieを使用します。'),
  ).toEqual([])
  expect(headed('各種お問い合わせ', '・ご意見及びご要望に回答するために利用します。')).toEqual([])
  const groups = policy({
    ご購入のお客様の利用目的: 'お客様の情報を、取引の相手方を探すために利用します。',
    ご売却のお客様の利用目的: 'お客様の情報を、取引の相手方を探すために利用します。',
  })
  expect(found(numStructureRepeat, groups)).toEqual([])
  expect(found(txtTypo, policy({ 会員: '会員証は、入退館管理及び貸出に利用します。' }))).toEqual([])
})

test('a number that stands within the line of another is not lost', () => {
  const numbered = (third: string) =>
    policy({
      業務: `当社は、次の業務を行います。\n①商品の発送\n②代金の請求${third}\n④採用の選考\n⑤会員の管理`,
    })
  expect(found(numStructureSequence, numbered('③新商品のご案内'))).toEqual([])
  expect(found(numStructureSequence, numbered(''))).toHaveLength(1)
})

test('what closes two lists alike is told of once', () => {
  const list = '・商品の発送のため\n・その他、上記利用目的に付随する目的のため'
  const text = policy({
    お客様の情報の利用目的: `当社は、次の目的で利用します。\n${list}`,
    応募者の情報の利用目的: `当社は、次の目的で利用します。\n${list}`,
  })
  expect(found(purposeVague, text)).toHaveLength(1)
})

test('one number of two is not mended by itself', () => {
  const cited = (articles: string) =>
    findings(
      citeStaleArticle,
      policy({
        停止: `個人情報保護法${articles}の規定に違反して第三者に提供されているときは、ご本人は、提供の停止を請求できます。`,
      }),
    ).map(({ fix }) => fix !== null)
  expect(cited('第23条第1項')).toEqual([true])
  expect(cited('第23条第1項又は第24条')).toEqual([false])
})

test('to whom data is sent may be told in the next section', () => {
  const sent = (more: string) =>
    findings(
      extItems,
      policy({
        クッキー: '当社は、広告配信のために端末の情報をクッキーにより利用しています。',
        情報の提供: more,
      }),
    )
  expect(sent('広告の配信のため、Googleに閲覧の履歴を提供しています。')).toEqual([])
  expect(sent('統計を公表することがあります。')).toHaveLength(1)
})
