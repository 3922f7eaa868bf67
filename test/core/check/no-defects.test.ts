import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../src/core/check/rule.ts'
import { citeStaleAuthority } from '../../../src/core/check/rules/citations/cite-stale-authority.ts'
import { termUndefined } from '../../../src/core/check/rules/citations/term-undefined.ts'
import { xrefBroken } from '../../../src/core/check/rules/citations/xref-broken.ts'
import { juConcrete } from '../../../src/core/check/rules/joint-use/ju-concrete.ts'
import { juCore } from '../../../src/core/check/rules/joint-use/ju-core.ts'
import { juItems } from '../../../src/core/check/rules/joint-use/ju-items.ts'
import { juManagerAddress } from '../../../src/core/check/rules/joint-use/ju-manager-address.ts'
import { juManagerInternal } from '../../../src/core/check/rules/joint-use/ju-manager-internal.ts'
import { docDates } from '../../../src/core/check/rules/operator/doc-dates.ts'
import { docOlderThanLaw } from '../../../src/core/check/rules/operator/doc-older-than-law.ts'
import { orgName } from '../../../src/core/check/rules/operator/org-name.ts'
import { orgRepresentative } from '../../../src/core/check/rules/operator/org-representative.ts'
import { tpConditionDropped } from '../../../src/core/check/rules/provision/tp-condition-dropped.ts'
import { tpNonstatutory } from '../../../src/core/check/rules/provision/tp-nonstatutory.ts'
import { tpSuccessionWording } from '../../../src/core/check/rules/provision/tp-succession-wording.ts'
import { tpUndeclaredRecipient } from '../../../src/core/check/rules/provision/tp-undeclared-recipient.ts'
import { purposeVague } from '../../../src/core/check/rules/purposes/purpose-vague.ts'
import { reqProcedure } from '../../../src/core/check/rules/rights/req-procedure.ts'
import { rightsComplete } from '../../../src/core/check/rules/rights/rights-complete.ts'
import { secCategories } from '../../../src/core/check/rules/security/sec-categories.ts'
import { secCountry } from '../../../src/core/check/rules/security/sec-country.ts'
import { numStructureFlat } from '../../../src/core/check/rules/text/num-structure-flat.ts'
import { numStructureHeading } from '../../../src/core/check/rules/text/num-structure-heading.ts'
import { txtTypo } from '../../../src/core/check/rules/text/txt-typo.ts'
import { txtVariantOkurigana } from '../../../src/core/check/rules/text/txt-variant-okurigana.ts'
import { txtVariantParallel } from '../../../src/core/check/rules/text/txt-variant-parallel.ts'
import { txtVariantStatutory } from '../../../src/core/check/rules/text/txt-variant-statutory.ts'
import { txtVariantUse } from '../../../src/core/check/rules/text/txt-variant-use.ts'
import { txtVariantVocabulary } from '../../../src/core/check/rules/text/txt-variant-vocabulary.ts'
import { findings, found } from './found.ts'
import { policy } from './policy.ts'
import { wholePolicy } from './whole-policy.ts'

/** What looks like a defect and is none, beside what is one: rules stay switched on by what they leave alone. */
const silent = (rules: readonly Rule[], text: string) =>
  expect(rules.flatMap((rule) => found(rule, text))).toEqual([])

describe('joint use', () => {
  const parts = (...lines: readonly string[]) =>
    [
      'プライバシーポリシー',
      '株式会社みなと商会（以下「当社」といいます。）は、個人情報を次のとおり取り扱います。',
      '1. 当社は、法令を遵守します。',
      '2. 当社は、以下のとおり個人データを共同利用します。',
      ...lines,
      '3. 当社は、個人データを適切に管理します。',
    ].join('\n')
  const stated = [
    '(1) 共同して利用する個人データの項目',
    '・氏名、住所、電話番号',
    '(2) 共同して利用する者の範囲',
    '・株式会社みなと物流',
    '・みなとカード株式会社',
    '(3) 利用目的',
    '・商品の配送のため',
    '(4) 共同利用する個人データの管理について責任を有する者',
    '・株式会社みなと商会',
  ]
  test('is one, though its parts are sections beside each other', () => {
    silent([juCore, juItems, numStructureHeading], parts(...stated))
    expect(findings(juCore, parts(...stated.slice(0, 6)))).toHaveLength(1)
  })
  test('points at an annex for its users; 当社 is the operator, its department none', () => {
    const text = wholePolicy({
      entrustment: `第4条（共同利用）
当社は、個人データを次のとおり共同で利用することがあります。
（１）共同利用する項目
氏名、住所、電話番号
（２）共同利用者の範囲
別表1に記載の当社グループ会社及び提携先
（３）利用目的
第2条に記載の利用目的と同じ
（４）管理責任者
当社 お客様相談室長`,
    })
    silent([juCore, juItems, termUndefined], text)
    expect(findings(juManagerAddress, text)).toMatchObject([{ isQuestion: true }])
    expect(findings(juManagerInternal, text)[0]?.message.ja).toContain('「お客様相談室長」')
  })
  const except = (...clauses: readonly string[]) =>
    policy({
      第三者への提供: [
        '当社は、次の場合を除き、あらかじめ本人の同意を得ないで、個人データを第三者に提供しません。',
        ...clauses.map((clause, i) => `（${'１２３４'.charAt(i)}）${clause}`),
      ].join('\n'),
    })
  test('may stand in another text, and whether it does is a question', () => {
    const law = '法令に基づく場合'
    expect(findings(juConcrete, except(law, '共同利用をする場合'))).toMatchObject([
      { severity: 'error', isQuestion: false },
    ])
    silent([juConcrete], except(law, '利用目的の公表文に記載した共同利用者に提供する場合'))
    const annexed = `${except(law, '共同利用をする場合')}\n法令に基づく内容は、別紙「個人情報の保護に関する法律に基づく公表事項」のとおりです。\n`
    expect(findings(juConcrete, annexed)).toMatchObject([{ severity: 'warning', isQuestion: true }])
  })
  test('exceptions bound to a law, or by which a business is reorganised, are given by the Act', () => {
    silent(
      [tpNonstatutory, tpConditionDropped, tpSuccessionWording],
      except(
        '法令に特別の規定がある場合',
        '番号法で限定的に明示された場合',
        '企業の再編を行う場合で、再編前の利用目的の範囲内で取り扱うとき',
        '人の生命・身体・財産を損なう恐れがあり、本人の同意を得ることができない場合',
      ),
    )
    expect(
      found(tpNonstatutory, except('法令に基づく場合', '業界の発展に役立つ場合')),
    ).toHaveLength(1)
  })
})

describe('what pages print in ways of their own', () => {
  const nameless = {
    preamble: '当店は、お客様の個人情報を次のとおり取り扱います。',
    signature: '2025年4月1日 改定',
  }
  const desk = (...lines: readonly string[]) =>
    found(
      orgName,
      wholePolicy({ ...nameless, contact: ['第7条（お問い合わせ先）', ...lines].join('\n') }),
    )
  test('the company below the shop, where it is reached', () => {
    const address = '〒100-0000　東京都千代田区架空町1丁目2番3号'
    expect(
      desk(address, 'みずうみ堂　運営会社', '株式会社みずうみ文具', '電話：03-0000-0000'),
    ).toEqual([])
    expect(desk(address, '電話：03-0000-0000')).toEqual([''])
  })
  test('a heading that lists what can be asked for', () => {
    const text = wholePolicy({
      rights: `第6条（個人情報の修正、追加、削除、利用停止、消去、第三者への提供停止及び利用目的通知の請求並びに個人情報若しくは第三者提供記録の開示請求方法）
privacy@mizuumi.example.com にメールをお送りください。ご本人であることを確認します。`,
    })
    silent([rightsComplete, reqProcedure], text)
  })
  test('a title for screens of two widths; words twice in a sentence are a slip', () => {
    silent(
      [txtTypo],
      wholePolicy({ title: '# みずうみ文具プライバシーポリシープライバシーポリシー' }),
    )
    expect(
      found(
        txtTypo,
        wholePolicy({ entrustment: '第4条（その他）\n当社は、個人情報を個人情報を守ります。' }),
      ),
    ).toHaveLength(1)
  })
  test('an item of the list around ends as it likes', () => {
    silent(
      [txtVariantParallel],
      wholePolicy({
        purposes: `第2条（利用目的）
⑴ 当社は、個人情報を以下の目的で利用します。
①文具の販売及び発送のため
②代金の請求のため
③新しい文具のご案内のため
④お問い合わせへの回答のため
⑵ 利用目的の変更`,
      }),
    )
    silent(
      [txtVariantParallel],
      wholePolicy({
        purposes: `第2条（利用目的）
当社は、個人情報を次の目的で利用します。
（１）文具の販売及び発送のため
（２）代金の請求のため
（３）新しい文具のご案内のため
（４）お問い合わせへの回答のため
（５）当社の業務委託先（再委託先を含みます。）`,
      }),
    )
  })
  test('預託 is entrustment; a heading says for whom its text is', () => {
    silent(
      [tpNonstatutory, numStructureHeading],
      wholePolicy({
        provision: `第3条（第三者への提供）
当社は、次の場合を除き、第三者に提供しません。
（１）法令に基づく場合
（２）利用目的の達成に必要な範囲内で個人情報を預託する場合

■SSLサービスにお申し込みの方
提供先は、青海認証株式会社（国名：アメリカ）で、氏名を提供します。`,
      }),
    )
  })
})

test('exceptions for sensitive information in the financial sector are a list of their own', () => {
  const text = (topic: string) =>
    policy({
      [`${topic}の取扱い`]: `当社は、要配慮個人情報並びに労働組合への加盟、門地及び本籍地に関する情報（${topic}）については、次の場合を除き、取得、利用又は第三者提供を行いません。\n（１）法令等に基づく場合\n（２）人の生命、身体又は財産の保護のために必要がある場合\n（３）公衆衛生の向上又は児童の健全な育成の推進のため特に必要がある場合`,
    })
  silent([tpConditionDropped, tpNonstatutory], text('センシティブ情報'))
  silent([tpConditionDropped, tpNonstatutory], text('機微情報'))
})

describe('names and terms', () => {
  test('a group that is explained where it stands', () => {
    const purposes = (term: string) =>
      wholePolicy({
        purposes: `第2条（利用目的）\n当社は、個人情報を次の目的で利用します。\n（１）${term}の製品及び関連情報をご提供するため\n（２）東西アオゾラグループの催しのご案内のため`,
      })
    const explained = '東西アオゾラグループ（アオゾラ株式会社及びその子会社をいいます。以下同じ。）'
    silent([termUndefined, tpUndeclaredRecipient], purposes(explained))
    expect(found(termUndefined, purposes('アオゾラグループの店舗とアオゾラグループ'))).toEqual([
      'アオゾラグループ',
    ])
  })
  test('主務大臣 of a guideline accredits nobody', () => {
    const said = (words: string) => wholePolicy({ entrustment: `第4条（遵守）\n${words}` })
    silent(
      [citeStaleAuthority],
      said('当社は、主務大臣のガイドライン及び認定個人情報保護団体の指針を遵守します。'),
    )
    expect(
      found(
        citeStaleAuthority,
        said('当社は、主務大臣の認定を受けた認定個人情報保護団体の対象事業者です。'),
      ),
    ).toEqual(['主務大臣'])
  })
  test('（2） is the item of its own list before it is a section of another', () => {
    silent(
      [xrefBroken],
      `プライバシーポリシー
株式会社青葉商店（以下「当社」といいます。）は、個人情報を次のとおり取り扱います。
1. 定義
（1）個人情報
氏名その他の記述により個人を識別できる情報をいいます。
（2）個人データ
検索できるように整理した個人情報をいいます。
2. 個人情報の利用
（1）お客様の個人情報は、当社と業務委託先が利用します。
（2）お客様の個人情報は、次の利用目的の範囲内で利用します。
① 商品の発送のため
（3）上記（2）の利用目的を変更する場合は、ご本人にお知らせします。
`,
    )
  })
  test('the representative is called by the form of the legal person', () => {
    const named = (legalName: string) =>
      findings(
        orgRepresentative,
        wholePolicy({
          preamble: `${legalName}（以下「当社」といいます。）は、個人情報を次のとおり取り扱います。`,
          signature: '2025年4月1日 改定',
        }),
      )[0]?.message.ja
    expect(named('公益財団法人みずうみ文化財団')).toContain('代表理事')
    expect(named('社会福祉法人みずうみ会')).toContain('理事長')
    expect(named('株式会社みずうみ文具')).toContain('代表取締役')
  })
  test('a date is a matter of JIS Q 15001 for those who keep to it', () => {
    const undated = (words: string) =>
      findings(docDates, wholePolicy({ signature: null, entrustment: `第4条（遵守）\n${words}` }))
    expect(undated('当社は、法令を遵守します。')).toMatchObject([{ law: null }])
    expect(undated('当社は、JIS Q 15001に準拠しています。')).toMatchObject([
      { law: { article: { ja: 'JIS Q 15001 A.3.2.2' } } },
    ])
  })
})

describe('purposes, rights, measures', () => {
  test('goods with the services that go along with them are no catch-all', () => {
    const purpose = (text: string) =>
      found(
        purposeVague,
        wholePolicy({
          purposes: `第2条（利用目的）\n当社は、個人情報を次の目的で利用します。\n（１）文具の販売のため\n（２）${text}`,
        }),
      )
    expect(purpose('損害保険及びこれらに付帯・関連するサービスの提供のため')).toEqual([])
    expect(purpose('上記に付帯・関連する業務のため')).toHaveLength(1)
  })
  test('照会 to the desk below is a procedure', () => {
    const asked = (words: string) =>
      found(reqProcedure, wholePolicy({ rights: `第6条（個人情報の照会・訂正・削除）\n${words}` }))
    expect(
      asked(
        'ご本人が照会／訂正／削除を希望される場合は、ご本人であることを確認した上で対応します。下記の窓口までご請求ください。',
      ),
    ).toEqual([])
    expect(asked('当社は、個人情報を正確に保ちます。')).toHaveLength(1)
  })
  test('確認・記録の開示 names the records of provision', () => {
    const said = wholePolicy({
      rights:
        '第6条（開示等の請求）\nご本人は、利用目的の通知、開示（確認・記録の開示を含みます。）、訂正、追加、削除、利用の停止、消去及び第三者への提供の停止を請求することができます。請求は、第7条の窓口に請求書を郵送してください。',
    })
    silent([rightsComplete], said)
  })
  test('somebody in charge and a security system are measures', () => {
    const measures = `第5条（安全管理）
当社は、部門ごとに「個人情報担当者」をおき、取扱規程を定め、社員教育を行い、書類を施錠して保管し、セキュリティーシステムの維持に努めます。`
    silent([secCategories], wholePolicy({ measures }))
  })
  test('countries that a list on another page names', () => {
    const said = (more: string) =>
      wholePolicy({
        measures: `第5条（安全管理措置）\n当社は、海外のサーバーに個人データを保存しています。${more}`,
      })
    silent([secCountry], said('外国の名称は「外国への提供一覧」をご確認ください。'))
    expect(found(secCountry, said(''))).toHaveLength(1)
  })
  test('cookies of one’s own are sent to nobody', () => {
    const dated = (words: string) =>
      found(
        docOlderThanLaw,
        wholePolicy({
          entrustment: `第4条（クッキー）\n${words}`,
          signature: '2022年7月1日 改定\n株式会社みずうみ文具\n代表取締役　湖山　みなも',
        }),
      )
    expect(dated('当社は、画面の表示のためにクッキーを使います。')).toEqual([])
    expect(dated('当社は、Googleアナリティクスを利用しています。')).toEqual(['2022年7月1日'])
  })
})

describe('words', () => {
  const said = (words: string, signature?: string) =>
    wholePolicy({ entrustment: `第4条（その他）\n${words}`, ...(signature ? { signature } : {}) })

  test('価格改定 and 図面の改訂 are of something else than the policy', () => {
    silent(
      [txtVariantVocabulary],
      said(
        '当社は、図面の改訂及び価格改定をお知らせします。本ポリシーは、予告なく改定することがあります。',
      ),
    )
    expect(
      found(
        txtVariantVocabulary,
        said(
          '本ポリシーの改訂は、当社のサイトでお知らせします。本ポリシーを改定することがあります。',
        ),
      ),
    ).toHaveLength(1)
  })
  test('a form is called what it is called', () => {
    silent(
      [txtVariantOkurigana],
      said('「個人情報開示等申出書」をお出しください。お申し出は、窓口で受け付けます。'),
    )
  })
  test('until 2022 the Act itself wrote き損', () => {
    const lost = '当社は、個人データの漏えい、滅失又はき損を防ぎます。'
    const measures = `第5条（安全管理措置）\n${lost}`
    const dated = (signature: string) => wholePolicy({ measures, signature })
    silent([txtVariantStatutory], dated('2005年4月1日 制定'))
    expect(found(txtVariantStatutory, dated('2024年4月1日 改定'))).toEqual(['き損'])
  })
  test('contents used for other than private purposes are no personal information', () => {
    silent(
      [txtVariantUse],
      said('個人情報を利用します。当社の許可なく写真を個人的な目的以外で使用することを禁じます。'),
    )
  })
  test('an item that announces the sections below', () => {
    silent(
      [numStructureFlat],
      `プライバシーポリシー
株式会社青葉商店（以下「当社」といいます。）は、個人情報を次のとおり取り扱います。
1. 個人情報の管理について
・安全管理措置は規程に定めており、主な内容は以下の通りです。
・研修を行います。
（組織的安全管理措置）
責任者を置いています。
（技術的安全管理措置）
アクセスを制御しています。
2. お問い合わせ
お問い合わせは、当社までお寄せください。
`,
    )
  })
})
