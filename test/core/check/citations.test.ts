import { describe, expect, test } from 'vitest'
import { citeStaleArticle } from '../../../src/core/check/rules/citations/cite-stale-article.ts'
import { citeStaleAuthority } from '../../../src/core/check/rules/citations/cite-stale-authority.ts'
import { linkMissing } from '../../../src/core/check/rules/citations/link-missing.ts'
import { nameRenamed } from '../../../src/core/check/rules/citations/name-renamed.ts'
import { termDefinitionQuality } from '../../../src/core/check/rules/citations/term-definition-quality.ts'
import { termUndefined } from '../../../src/core/check/rules/citations/term-undefined.ts'
import { xrefBroken } from '../../../src/core/check/rules/citations/xref-broken.ts'
import { findings, found } from './found.ts'

const policy = (...lines: readonly string[]) =>
  [
    'プライバシーポリシー',
    '株式会社青葉商店（以下「当社」といいます。）は、個人情報を次のとおり取り扱います。',
    ...lines,
  ].join('\n')

describe('stale articles', () => {
  test.each([
    ['個人情報保護法第18条第1項に基づき、利用目的を公表します。', '個人情報保護法第21条第1項'],
    [
      '個人情報保護法第二十三条第一項の場合を除き、第三者に提供しません。',
      '個人情報保護法第二十七条第一項',
    ],
    [
      '認定個人情報保護団体とは、個人情報保護法第３７条に基づく団体です。',
      '個人情報保護法第４７条',
    ],
    ['個人情報保護法第28条により、本人は開示を請求できます。', '個人情報保護法第33条'],
    ['個人情報保護法第15条により、利用目的を次のとおり特定します。', '個人情報保護法第17条'],
    ['個人データを、次のとおり共同で利用します（法第23条第5項第3号）。', '法第27条第5項第3号'],
    ['利用目的の通知（法第24条第2項）を求めることができます。', '法第32条第2項'],
  ])('%s', (text, right) => {
    const [finding, ...others] = findings(citeStaleArticle, policy(text))
    expect(others).toEqual([])
    expect(finding?.fix?.edits[0]?.replacement).toBe(right)
  })

  test.each([
    '個人情報保護法第21条第1項に基づき、利用目的を公表します。',
    '個人情報保護法第2条第1項に基づく個人情報をいいます。',
    '個人情報保護法第27条第1項又は第28条に違反して第三者に提供されている場合',
    '個人情報保護法第18条の規定に違反して取り扱われているとき',
    '個人情報保護法第47条に基づき認定を受けた団体です。',
    '労働者派遣法第35条に基づき、派遣先に通知します。',
  ])('not in %s', (text) => {
    expect(found(citeStaleArticle, policy(text))).toEqual([])
  })

  test('the law is that of the day on which the text is in force', () => {
    const text = policy('個人情報保護法第18条第1項に基づき、利用目的を公表します。')
    expect(found(citeStaleArticle, text, { effectiveFrom: '2021-04-01' })).toEqual([])
  })
})

test('who accredits bodies', () => {
  const text = policy('認定個人情報保護団体とは、主務大臣の認定を受けた団体です。')
  expect(found(citeStaleAuthority, text)).toEqual(['主務大臣'])
  expect(found(citeStaleAuthority, policy('個人情報保護委員会の認定を受けた団体です。'))).toEqual(
    [],
  )
})

test('a company that has another name now', () => {
  const [finding] = findings(
    nameRenamed,
    policy('損害保険ジャパン日本興亜株式会社と共同利用します。'),
  )
  expect(finding?.fix?.edits[0]?.replacement).toBe('損害保険ジャパン株式会社')
  expect(
    found(nameRenamed, policy('損害保険ジャパン株式会社（旧損害保険ジャパン日本興亜株式会社）')),
  ).toEqual([])
})

describe('references', () => {
  const sections = [
    '５．第三者提供について',
    '当社は、同意なく第三者に個人データを提供しません。',
    '６．個人情報の共同利用',
    '当社は、青葉物流株式会社と個人データを共同利用します。',
    '７．問い合わせ',
    '窓口は次のとおりです。',
  ]
  test('a title that is another', () => {
    expect(
      found(
        xrefBroken,
        policy(
          ...sections,
          '８．開示',
          'お問い合わせは、第７項「問い合わせ先」までご連絡ください。',
        ),
      ),
    ).toHaveLength(1)
    expect(
      found(
        xrefBroken,
        policy(...sections, '８．開示', 'お問い合わせは、第７項「問い合わせ」までご連絡ください。'),
      ),
    ).toEqual([])
  })
  test('what is sought stands elsewhere', () => {
    expect(
      found(
        xrefBroken,
        policy(
          ...sections,
          '８．目的',
          '「５．第三者提供について」記載の共同利用者への提供を行います。',
        ),
      ),
    ).toEqual(['「５．第三者提供について」'])
    expect(
      found(
        xrefBroken,
        policy(
          ...sections,
          '８．目的',
          '「６．個人情報の共同利用」記載の共同利用者への提供を行います。',
        ),
      ),
    ).toEqual([])
  })
  test('an article that is not there', () => {
    const articles = [
      '第1条（目的）',
      '個人情報を保護します。',
      '第2条（窓口）',
      '窓口を置きます。',
    ]
    expect(
      found(xrefBroken, policy(...articles, '第3条（開示）', '第9条の窓口で受け付けます。')),
    ).toEqual(['第9条'])
    expect(
      found(
        xrefBroken,
        policy(
          ...articles,
          '第3条（開示）',
          '第2条の窓口で受け付けます。個人情報保護法第27条及び第28条による場合を除きます。',
        ),
      ),
    ).toEqual([])
  })
  test('前条 where nothing is an article, 各号 where bullets stand', () => {
    expect(found(xrefBroken, policy(...sections, '８．通知', '公表（次条参照）します。'))).toEqual([
      '次条',
    ])
    expect(
      found(
        xrefBroken,
        policy(
          '1. 提供',
          '次の場合を除きます。',
          '・法令に基づく場合',
          '・上記各号のほか、必要な場合',
        ),
      ),
    ).toEqual(['上記各号'])
    expect(
      found(
        xrefBroken,
        policy(
          '1. 提供',
          '次の各号の場合を除きます。',
          '(1) 法令に基づく場合',
          '(2) 同意がある場合',
        ),
      ),
    ).toEqual([])
  })
})

describe('links', () => {
  test.each([
    ['詳しくは「青葉 クッキーポリシー」をご覧ください。', '「青葉 クッキーポリシー」'],
    ['当社の「個人情報の利用について」に同意後、郵送してください。', '「個人情報の利用について」'],
    ['無効にするには、オプトアウトページにアクセスしてください。', 'オプトアウトページ'],
  ])('%s', (text, where) => {
    expect(found(linkMissing, policy(text))).toEqual([where])
  })
  test.each([
    '詳しくは「青葉 クッキーポリシー」（https://aoba.example.jp/cookie）をご覧ください。',
    'お使いのブラウザの「ヘルプ」メニューをご確認ください。',
    'こちらの情報は、当社が管理します。',
  ])('not in %s', (text) => {
    expect(found(linkMissing, policy(text))).toEqual([])
  })
  test('a heading of the page needs no address', () => {
    const text = policy(
      '1. 取得',
      '「開示等の手続について」をご覧ください。',
      '2. 開示等の手続について',
      '窓口で受け付けます。',
    )
    expect(found(linkMissing, text)).toEqual([])
  })
})

describe('terms', () => {
  test('本サービス, a group and 等 that nothing defines', () => {
    expect(found(termUndefined, policy('本サービスの提供のため、本サービスの改善のため'))).toEqual([
      '本サービス',
    ])
    expect(
      found(termUndefined, policy('アオバグループのご案内、アオバグループの商品の発送')),
    ).toEqual(['アオバグループ'])
    expect(
      found(
        termUndefined,
        policy('利用する方（以下「利用者」といいます。）の情報。利用者等の同意、利用者等の請求'),
      ),
    ).toEqual(['利用者等'])
  })
  test('a group whose companies the section lists', () => {
    const text = policy(
      '1. 共同利用',
      '当社グループ各社との間で、商品のご案内のために共同利用します。',
      '共同利用する会社：株式会社青葉物流、株式会社青葉カード',
    )
    expect(found(termUndefined, text)).toEqual([])
  })
  test('利用者 beside サービス利用者', () => {
    const text = policy(
      'サービス利用者の氏名、サービス利用者の住所、サービス利用者との連絡。当該利用者を識別すること',
    )
    expect(found(termUndefined, text)).toEqual(['当該利用者'])
  })
  test('silent where they are defined', () => {
    expect(
      found(
        termUndefined,
        policy(
          '通販サイト（以下「本サービス」といいます。）を運営し、本サービスで個人情報を取得します。個人情報の保護に関する法律（以下「個人情報保護法」といいます。）に従います。',
        ),
      ),
    ).toEqual([])
  })
  test('an abbreviation of the Act is information only', () => {
    expect(findings(termUndefined, policy('個人情報保護法に従います。'))).toMatchObject([
      { severity: 'info' },
    ])
  })
  test.each([
    ['twice', '・株式会社青葉商店（以下「当社」といいます。）の窓口', '当社'],
    ['never used', '当社の約款（以下「約款」といいます。）に従います。', '約款'],
    [
      'used before',
      '会員規約に従います。青葉会員規約（以下「会員規約」といいます。）は別に定めます。',
      '会員規約',
    ],
  ])('%s', (_, text, term) => {
    expect(findings(termDefinitionQuality, policy(text)).map(({ place }) => place.text)).toEqual([
      term,
    ])
  })
  test('one form of defining in a text', () => {
    const text = policy(
      '通販サイト（以下「本サイト」といいます。）と本サイトの窓口（以下「本窓口」といいます。）で受け付けます。',
      '申込書等（以下「書面」といいます）は、本窓口に書面で提出してください。',
    )
    expect(findings(termDefinitionQuality, text).map(({ place }) => place.text)).toEqual([
      'といいます',
    ])
  })
})

describe('citations whose sentence does not say what they are for', () => {
  test('what the section is about tells it', () => {
    const [finding] = findings(
      citeStaleArticle,
      policy('1. 業務の委託', '委託する業者を選び、契約を結びます（法第22条）。'),
    )
    expect(finding?.fix?.edits.map(({ replacement }) => replacement)).toEqual(['法第25条'])
  })
  test('so does the list of exceptions', () => {
    const text = policy(
      '1. 第三者提供',
      '次の場合を除き、本人の同意なく第三者に提供しません。',
      '(1) 法令に基づく場合',
      '(2) その他、個人情報保護法第23条第1項に定める場合',
    )
    expect(found(citeStaleArticle, text)).toEqual(['個人情報保護法第23条第1項'])
  })
  test('a definition tells what it defines, of several in a row', () => {
    const said =
      '「個人情報」とは法第2条第1項、「保有個人データ」とは法第2条第7項に定めるものをいいます。'
    expect(found(citeStaleArticle, policy(said))).toEqual(['法第2条第7項'])
  })
  test('a number that is right for the section is left alone', () => {
    const text = policy('1. 業務の委託', '委託する業者を監督します（法第25条）。')
    expect(found(citeStaleArticle, text)).toEqual([])
  })
})

describe('references by number alone', () => {
  const numbered = (...more: readonly string[]) =>
    policy(
      '１．取得',
      '氏名を取得します。',
      '２．利用目的',
      '商品の発送のため',
      '３．開示',
      ...more,
      '４．認定団体',
      '加入していません。',
      '５．お問い合わせ窓口',
      '電話：03-0000-0000',
    )
  test('１１．の窓口 in a text of five', () => {
    expect(found(xrefBroken, numbered('お申し出は、１１．の窓口へお願いします。'))).toEqual([
      '１１．',
    ])
    expect(found(xrefBroken, numbered('お申し出は、５．の窓口へお願いします。'))).toEqual([])
  })
  test('the desk stands under another number', () => {
    expect(found(xrefBroken, numbered('第4項の窓口へおいでください。'))).toEqual(['第4項'])
    expect(found(xrefBroken, numbered('第5項の窓口へおいでください。'))).toEqual([])
  })
  test('a second paragraph of an article that has one', () => {
    const articles = (said: string) =>
      policy(
        '第1条（開示）',
        said,
        '第2条（改定）',
        '本方針は、随時改定します。',
        '第3条（手数料）',
        '１　手数料は、500円です。',
        '２　訂正は、無料です。',
      )
    expect(found(xrefBroken, articles('第2条第2項の場合は無料です。'))).toEqual(['第2条第2項'])
    expect(found(xrefBroken, articles('第3条第2項の場合は無料です。'))).toEqual([])
  })
})

test('a party of a contract, whom no policy has', () => {
  expect(
    found(termUndefined, policy('改定後の方針は、乙が掲示した時から効力を生じます。')),
  ).toEqual(['乙'])
  expect(found(termUndefined, policy('乙種の免許をお持ちの方、甲府市にお住まいの方'))).toEqual([])
})

test('the operator is defined as one thing and called another', () => {
  const called = (self: string) =>
    policy(`${self}は氏名を取得します。${self}は個人情報を利用します。${self}の窓口で承ります。`)
  expect(found(termDefinitionQuality, called('当スタジオ'))).toEqual(['（以下「当社」'])
  expect(found(termDefinitionQuality, called('当社'))).toEqual([])
})
