import { describe, expect, test } from 'vitest'
import { numStructureEnd } from '../../../src/core/check/rules/text/num-structure-end.ts'
import { numStructureFlat } from '../../../src/core/check/rules/text/num-structure-flat.ts'
import { numStructureHeading } from '../../../src/core/check/rules/text/num-structure-heading.ts'
import { numStructureLevel } from '../../../src/core/check/rules/text/num-structure-level.ts'
import { numStructureMarker } from '../../../src/core/check/rules/text/num-structure-marker.ts'
import { numStructureOrder } from '../../../src/core/check/rules/text/num-structure-order.ts'
import { numStructureSequence } from '../../../src/core/check/rules/text/num-structure-sequence.ts'
import { txtSpace } from '../../../src/core/check/rules/text/txt-space.ts'
import { txtTypo } from '../../../src/core/check/rules/text/txt-typo.ts'
import { txtVariantConjunction } from '../../../src/core/check/rules/text/txt-variant-conjunction.ts'
import { txtVariantDash } from '../../../src/core/check/rules/text/txt-variant-dash.ts'
import { txtVariantDesk } from '../../../src/core/check/rules/text/txt-variant-desk.ts'
import { txtVariantKana } from '../../../src/core/check/rules/text/txt-variant-kana.ts'
import { txtVariantLabel } from '../../../src/core/check/rules/text/txt-variant-label.ts'
import { txtVariantLoanword } from '../../../src/core/check/rules/text/txt-variant-loanword.ts'
import { txtVariantOkurigana } from '../../../src/core/check/rules/text/txt-variant-okurigana.ts'
import { txtVariantOperator } from '../../../src/core/check/rules/text/txt-variant-operator.ts'
import { txtVariantParallel } from '../../../src/core/check/rules/text/txt-variant-parallel.ts'
import { txtVariantScheme } from '../../../src/core/check/rules/text/txt-variant-scheme.ts'
import { txtVariantSite } from '../../../src/core/check/rules/text/txt-variant-site.ts'
import { txtVariantStatutory } from '../../../src/core/check/rules/text/txt-variant-statutory.ts'
import { txtVariantTerm } from '../../../src/core/check/rules/text/txt-variant-term.ts'
import { txtVariantUse } from '../../../src/core/check/rules/text/txt-variant-use.ts'
import { txtVariantVocabulary } from '../../../src/core/check/rules/text/txt-variant-vocabulary.ts'
import { findings, found } from './found.ts'

const policy = (...lines: readonly string[]) =>
  [
    'プライバシーポリシー',
    '株式会社青葉商店（以下「当社」といいます。）は、個人情報を次のとおり取り扱います。',
    ...lines,
  ].join('\n')

describe('fixes', () => {
  test('a slip is replaced by what was meant, exactly there', () => {
    const [finding] = findings(txtTypo, policy('権限のない者による間覧を防止します。'))
    expect(finding?.place.text).toBe('間覧')
    const [heard] = findings(txtTypo, policy('停止に多額の費用を有する場合は、代替策を講じます。'))
    expect(heard?.message.ja).toContain('「費用を有する場合」は「費用を要する場合」の誤記')
    const [form] = findings(txtTypo, policy('個人情報の取り扱うを委託します。'))
    expect(form?.fix?.edits.map(({ replacement }) => replacement)).toEqual(['い'])
    expect(
      found(txtTypo, policy('執務室の入退管理を行い、個人情報を取り扱う者を限ります。')),
    ).toEqual([])
    expect(finding?.fix?.edits.map(({ text, replacement }) => [text, replacement])).toEqual([
      ['間覧', '閲覧'],
    ])
  })
  test('a stray space is taken out', () => {
    const [finding] = findings(txtSpace, policy('当社 及び委託先は、個人情報を利用します。'))
    expect(finding?.fix?.edits).toMatchObject([{ text: ' ', replacement: '' }])
  })
  test('a minus sign in an address becomes a hyphen', () => {
    const [finding] = findings(txtVariantDash, policy('住所：海辺県海辺市本町2−3−1'))
    expect(finding?.place.text).toBe('2−3−1')
    expect(finding?.fix?.edits).toHaveLength(2)
  })
})

describe('one finding a word, at its rarer form', () => {
  test('conjunctions', () => {
    const text = policy(
      '氏名及び住所、電話番号及び職業、訂正及び削除を行います。',
      '従業者および委託先を監督します。家族および親族を含みます。',
    )
    expect(findings(txtVariantConjunction, text).map(({ evidence }) => evidence)).toEqual([
      ['従業者および委託先', '家族および親族'],
    ])
  })
  test('a statutory clause may keep its kanji in a text of kana', () => {
    const text = policy(
      '3. 第三者提供',
      '当社は、次の場合を除き、本人の同意を得ないで個人データを第三者に提供しません。',
      '(1) 法令に基づく場合',
      '(2) 人の生命、身体又は財産の保護のために必要がある場合であって、本人の同意を得ることが困難であるとき',
      '4. 開示',
      '訂正または削除を請求できます。郵送または電子メールで回答します。',
    )
    expect(found(txtVariantConjunction, text)).toEqual([])
  })
  test('the title of an Act is written as it was enacted', () => {
    const title = '医薬品、医療機器等の品質、有効性及び安全性の確保等に関する法律'
    const text = policy(`氏名および住所、${title}および${title}を守ります。`)
    expect(found(txtVariantConjunction, text)).toEqual([])
  })
  test('noun 取扱い beside verb 取り扱う is as official texts write', () => {
    expect(
      found(txtVariantOkurigana, policy('個人情報の取扱いを定め、適正に取り扱います。')),
    ).toEqual([])
    expect(
      found(
        txtVariantOkurigana,
        policy('個人情報を取り扱う者を定め、取り扱う区域を限り、取扱う情報を示します。'),
      ),
    ).toEqual(['取扱う情報'])
  })
  test('kanji and kana', () => {
    const text = policy('対応いたします。回答いたします。遵守致します。')
    expect(found(txtVariantKana, text)).toEqual(['遵守致します'])
  })
  test('Cookie（クッキー） says that both are one', () => {
    expect(found(txtVariantLoanword, policy('当サイトはCookie（クッキー）を使用します。'))).toEqual(
      [],
    )
    expect(
      found(txtVariantLoanword, policy('クッキーを使用します。クッキーは拒否できます。Cookieとは')),
    ).toEqual(['Cookieとは'])
  })
  test('the words of the statute', () => {
    expect(
      found(
        txtVariantVocabulary,
        policy('漏えいを防止します。漏えい、滅失を防ぎ、漏洩対策を行います。'),
      ),
    ).toEqual(['漏洩対策'])
    expect(found(txtVariantStatutory, policy('漏洩、滅失またはき損を防止します。'))[0]).toBe('漏洩')
    expect(found(txtVariantStatutory, policy('漏えい、滅失又は毀損を防止します。'))).toEqual([])
  })
})

describe('what the text calls things', () => {
  test('the operator', () => {
    expect(found(txtVariantOperator, policy('弊社の窓口へご連絡ください。'))).toEqual(['弊社の'])
    expect(found(txtVariantOperator, policy('（株）青葉商店 管理部まで'))).toEqual([
      '（株）青葉商店',
    ])
    expect(
      found(txtVariantOperator, policy('当社は、株式会社青葉商店の窓口で受け付けます。')),
    ).toEqual([])
    const signed = (name: string) =>
      `プライバシーポリシー\n株式会社アオバフェルト（以下「当社」といいます。）は、個人情報を次のとおり取り扱います。\n${name}の窓口で承ります。`
    expect(found(txtVariantOperator, signed('株式会社アオバフエルト'))).toEqual([
      '株式会社アオバフエルト',
    ])
    expect(found(txtVariantOperator, signed('株式会社アオバフェルト'))).toEqual([])
  })
  test('the site', () => {
    const [finding] = findings(
      txtVariantSite,
      policy('当サイトを利用します。変更は本サイトに掲載します。'),
    )
    expect(finding?.evidence.join()).toContain('本サイトに')
    expect(found(txtVariantSite, policy('当サイトに掲載します。当社のサービスです。'))).toEqual([])
  })
  test('personal information is 利用, a tool is 使用', () => {
    expect(
      found(txtVariantUse, policy('個人情報は、利用目的の範囲内でのみ使用します。')),
    ).toHaveLength(1)
    expect(
      found(txtVariantUse, policy('利便性のためCookieを使用します。利用目的は次のとおりです。')),
    ).toEqual([])
  })
  test('a term in its own spelling', () => {
    const text = policy(
      '開示又は訂正の請求（以下「開示請求等」といいます。）を受け付けます。開示請求などの場合は',
    )
    expect(found(txtVariantTerm, text)).toEqual(['開示請求など'])
  })
  test('a desk', () => {
    const text = policy(
      '8. お問い合わせ',
      '株式会社青葉商店 個人情報相談窓口',
      'メールアドレス：privacy@aoba.example.jp',
      '9. 苦情の申出先',
      '株式会社青葉商店 苦情受付窓口',
      'メールアドレス：privacy@aoba.example.jp',
    )
    expect(found(txtVariantDesk, text)).toEqual(['苦情受付窓口'])
  })
  test('two labels on a line', () => {
    expect(
      found(txtVariantLabel, policy('フリーダイヤル: 0120-000-000 電話番号 03-0000-0000')),
    ).toHaveLength(1)
    expect(found(txtVariantLabel, policy('TEL: 03-0000-0000 FAX: 03-0000-0001'))).toEqual([])
  })
  test('parallels', () => {
    const text = policy('当社は、会員が登録を受けたり、商品を購入するときに、情報を取得します。')
    expect(found(txtVariantParallel, text)).toEqual(['会員が登録を受けたり'])
    expect(
      found(txtVariantParallel, policy('登録を受けたり、商品を購入したりするときに取得します。')),
    ).toEqual([])
  })
})

describe('structure', () => {
  test('numbers in a row', () => {
    const text = policy(
      '1. 取得',
      'あ。',
      '2. 利用目的',
      'い。',
      '4. 開示',
      'う。',
      '5. 窓口',
      'え。',
    )
    expect(findings(numStructureSequence, text).map(({ place }) => place.text)).toEqual(['4.'])
    expect(
      found(
        numStructureSequence,
        policy('1. 取得', '(1) 氏名', '(2) 住所', '2. 利用目的', '(1) 発送', '(2) 連絡'),
      ),
    ).toEqual([])
  })
  test('イロハ is no アイウ', () => {
    expect(
      found(
        numStructureSequence,
        policy('1. 利用目的', '（イ）発送', '（ロ）連絡', '（ハ）分析', '（ニ）案内'),
      ),
    ).toEqual([])
  })
  test('items in the style of the heading above them', () => {
    const text = policy(
      '1. 取得',
      'あ。',
      '2. 利用',
      '1. 当社は、氏名を取得します。',
      '2. 当社は、住所を取得します。',
      '3. 開示',
      'い。',
    )
    expect(found(numStructureLevel, text).length).toBeLessThanOrEqual(1)
    expect(
      found(
        numStructureLevel,
        policy('1. 取得', '(1) 氏名を取得します。', '(2) 住所を取得します。'),
      ),
    ).toEqual([])
  })
  test('a heading of a higher style ends what is below, though numbers repeat', () => {
    const text = policy(
      '1. 取得',
      'あ。',
      '2. 共同利用',
      '(1)項目',
      '氏名',
      '(2)範囲',
      '別表に記載の会社及び提携先',
      '(2)目的',
      '上記1.に同じ',
      '3. 開示',
      '(1)開示を請求する場合は、書面によります。',
      '(2)訂正を請求する場合は、書面によります。',
    )
    expect(found(numStructureLevel, text)).toEqual([])
  })
  test('double markers', () => {
    const text = policy('5. 安全管理措置', '- ・規程の整備', '- ・責任者の設置')
    expect(findings(numStructureMarker, text).map(({ place }) => place.text.trim())).toEqual([
      '- ・',
    ])
  })
  test('an item that announces items', () => {
    const text = policy(
      '6. 技術的安全管理措置',
      '・不正アクセスを防止しています。',
      '・個人情報の移送時は、以下の対策をとっています。',
      '・媒体は、配送記録の残る方法で送っています。',
    )
    expect(found(numStructureFlat, text)).toEqual([
      '個人情報の移送時は、以下の対策をとっています。',
    ])
  })
  test('a paragraph between two of a kind', () => {
    const text = policy(
      '5. 開示等の手続',
      '・青葉アプリの退会手続',
      'a.設定画面を開く',
      'b.退会を実行する',
      '当社では、次の手順で開示等の請求に対応いたします。',
      '・若葉アプリの退会手続',
      'a.設定画面を開く',
      'b.退会を実行する',
    )
    expect(found(numStructureOrder, text)).toEqual([
      '当社では、次の手順で開示等の請求に対応いたします。',
    ])
  })
  test('a heading that its text does not keep to', () => {
    const said =
      '当社は、広告の配信のため、Cookieを使用することがあります。個人を特定することはありません。'
    expect(found(numStructureHeading, policy('8. 閲覧履歴について', said))).toEqual([
      '閲覧履歴について',
    ])
    expect(found(numStructureHeading, policy('8. クッキーについて', said))).toEqual([])
  })
  test('以上 ends one document', () => {
    expect(
      found(
        numStructureEnd,
        policy('利用目的', 'い。', '以上', '【共同利用について】', 'う。', '以上'),
      ),
    ).toEqual(['以上'])
    expect(found(numStructureEnd, policy('い。', '以上'))).toEqual([])
    const parted = ['利用目的', 'い。', '以上', '==========', 'クッキーポリシー', 'う。', '以上']
    expect(found(numStructureEnd, policy(...parted))).toEqual([])
  })
})

describe('one address by http among addresses by https', () => {
  const secure = '詳しくは https://example.com/privacy をご覧ください。'
  const plain = '共同利用者: 株式会社みどり（http://midori.example.jp/about）'
  test('is asked about, at the address alone', () => {
    expect(found(txtVariantScheme, policy(secure, plain))).toEqual([
      'http://midori.example.jp/about',
    ])
  })
  test('is none where all go by one of them', () => {
    expect(found(txtVariantScheme, policy(secure))).toEqual([])
    expect(found(txtVariantScheme, policy(plain))).toEqual([])
  })
})

describe('a sentence about a way whose predicate does it instead', () => {
  test.each([
    ['個人情報の取得方法は', '、申込書（電子媒体を含みます。）', 'により取得しました。'],
    ['開示の方法は', '、ご本人が選んだ書面', 'にて開示いたします。'],
  ])('%s%s%s', (opening, words, closing) => {
    expect(findings(txtTypo, policy(opening + words + closing))).toMatchObject([
      { place: { text: opening }, evidence: [opening, closing] },
    ])
  })
  test.each([
    '個人情報の取得方法は、申込書その他の書面です。',
    '開示の方法は、書面の交付によります。',
    '提供の方法は次のとおりとし、書面により提供することがあります。',
    '利用方法については、当社が書面により通知します。',
  ])('%s is none', (sentence) => {
    expect(found(txtTypo, policy(sentence))).toEqual([])
  })
})

test('a part of a longer word is no spelling, and a name that is set apart no stray space', () => {
  expect(
    found(
      txtVariantVocabulary,
      policy('個人情報の取扱いを定めます。', '当社は個人情報取り扱い事業者です。'),
    ),
  ).toEqual([])
  expect(
    found(
      txtVariantVocabulary,
      policy('個人情報の取扱いを定めます。', '個人情報取扱いについての規程を定めます。'),
    ),
  ).toHaveLength(1)
  expect(
    found(txtVariantLoanword, policy('当社ウェブサイトでは、Webhookにより通知します。')),
  ).toEqual([])
  expect(
    found(
      txtSpace,
      policy('本サービスを提供する 青木一郎（以下「運営者」といいます。）は、次のとおり定めます。'),
    ),
  ).toEqual([])
})
