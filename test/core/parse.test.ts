import { describe, expect, test } from 'vitest'
import { nodesOf, type PolicyDocument, type Section, visit } from '../../src/core/document.ts'
import { ParseRefused, parse } from '../../src/core/parse/index.ts'
import { articles, captions, english, marks, wrapped } from './parse-texts.ts'

const read = (text: string) => parse(text).document
const headings = (document: PolicyDocument) =>
  nodesOf(document, 'section').map(({ number, heading }) => number + heading)
const kinds = (document: PolicyDocument) =>
  Object.fromEntries(nodesOf(document, 'section').map(({ heading, kind }) => [heading, kind]))
function section(document: PolicyDocument, heading: string): Section {
  const found = nodesOf(document, 'section').find((one) => one.heading === heading)
  if (!found) throw new Error(`No section 「${heading}」`)
  return found
}
/** A policy of one section, as little as the parser needs. */
const policy = (...lines: string[]) =>
  read(
    [
      'プライバシーポリシー',
      '株式会社青葉商店（以下「当社」といいます。）は、個人情報を適切に取り扱います。',
      ...lines,
    ].join('\n'),
  )

describe('articles with everything', () => {
  const document = read(articles)

  test('sections nest by their numbers', () => {
    expect(headings(document).slice(0, 8)).toEqual([
      '第１条（定義）',
      '第２条（個人情報の取得）',
      '第３条（利用目的）',
      '第４条（安全管理措置）',
      '（１）組織的安全管理措置',
      '（２）人的安全管理措置',
      '（３）物理的安全管理措置',
      '（４）技術的安全管理措置',
    ])
    expect(nodesOf(section(document, '（安全管理措置）'), 'section')).toHaveLength(5)
    expect(section(document, '附則').level).toBe(1)
  })

  test('sections are about what they say', () => {
    expect(kinds(document)).toMatchObject({
      '（定義）': 'definitions',
      '（個人情報の取得）': 'acquisition',
      '（利用目的）': 'purposes',
      組織的安全管理措置: 'safetyMeasures',
      '（第三者提供）': 'thirdPartyProvision',
      '（共同利用）': 'jointUse',
      利用する者の利用目的: 'jointUse',
      '（開示等の請求）': 'disclosure',
      '（お問い合わせ窓口）': 'contact',
    })
  })

  test('the organisation is who signs and calls itself 当社', () => {
    expect(document.organisation).toMatchObject({
      id: 'org',
      legalName: '株式会社青葉ホールディングス',
      selfTerm: '当社',
      representatives: [{ title: '代表取締役社長', name: '青葉 太郎' }],
      postalCode: '980-0811',
      address: '宮城県仙台市青葉区一番町九丁目99番99号',
      service: { name: 'あおばマルシェ', selfTerm: '本サービス' },
    })
  })

  test('a run of purposes is a list of records with their markers', () => {
    const [list] = nodesOf(section(document, '（利用目的）'), 'purposeList')
    expect(list?.children.map(({ marker, text, id }) => [marker, text, id])[0]).toEqual([
      '（１）',
      '商品の発送及びこれに付随する連絡のため',
      'p1',
    ])
    expect(list?.children).toHaveLength(4)
  })

  test('exceptions below a numbered paragraph stand in its list, by the ground of the Act', () => {
    expect(
      nodesOf(document, 'exceptionClause').map(({ basis, appliesTo }) => `${basis} ${appliesTo}`),
    ).toEqual([1, 2, 3, 4].map((item) => `appi-27-1-${item} third-party-provision`))
  })

  test('measures take the category of their heading', () => {
    expect(nodesOf(document, 'safetyMeasure').map(({ category }) => category)).toEqual([
      'organisational',
      'organisational',
      'personnel',
      'physical',
      'technical',
    ])
  })

  test('joint use gives its items, partners, purposes and manager', () => {
    expect(nodesOf(document, 'jointUseDataItem').map(({ text }) => text)).toEqual([
      '氏名、住所、電話番号、購入履歴',
    ])
    expect(nodesOf(document, 'jointUsePartner').map(({ name }) => name)).toEqual([
      '株式会社青葉物流',
      '青葉カード株式会社',
    ])
    expect(nodesOf(document, 'jointUsePurpose').map(({ text }) => text)).toEqual([
      '商品の配送のため',
      '与信審査のため',
    ])
    expect(nodesOf(document, 'jointUseStatement')).toMatchObject([
      { about: 'manager', text: '株式会社青葉ホールディングス' },
    ])
  })

  test('the contact keeps every printed piece', () => {
    expect(nodesOf(document, 'contact')).toMatchObject([
      {
        roles: ['inquiry', 'complaints'],
        name: '株式会社青葉ホールディングス　お客様相談室',
        postalCode: '980-0811',
        address: '宮城県仙台市青葉区一番町九丁目99番99号',
        tel: '022-000-0199',
        email: 'privacy@aoba.example.jp',
      },
    ])
  })

  test('a fee, citations and dates stand in their sentences', () => {
    expect(nodesOf(document, 'fee')).toMatchObject([
      { amountYen: 500, taxIncluded: true, text: '500円（税込）' },
    ])
    expect(nodesOf(document, 'lawReference')).toMatchObject([
      { law: '個人情報の保護に関する法律', text: '個人情報の保護に関する法律' },
      { law: '個人情報の保護に関する法律', article: '2', paragraph: '1' },
    ])
    expect(document.dates.map(({ kind, date }) => `${kind} ${date}`)).toEqual([
      'effective 2023-04-01',
      'enacted 2023-04-01',
      'revised 2024-10-01',
    ])
  })

  test('a reference follows its section only if it prints the number', () => {
    const target = section(document, '（共同利用）').id
    expect(nodesOf(document, 'sectionReference')).toContainEqual({
      type: 'sectionReference',
      target,
      text: '第６条',
      follow: true,
      form: 'number',
    })
  })

  test('前項 points at the item before', () => {
    const [first] = nodesOf(section(document, '（第三者提供）'), 'listItem')
    expect(first?.id).toBe('i1')
    expect(nodesOf(document, 'sectionReference')).toContainEqual({
      type: 'sectionReference',
      target: 'i1',
      text: '前項',
      follow: false,
    })
  })

  test('who signs is a signature', () => {
    expect(document.children.at(-1)).toMatchObject({ type: 'signature', children: { length: 4 } })
  })
})

describe('other forms', () => {
  test('a caption above an article is its heading', () => {
    const document = read(captions)
    expect(section(document, '（利用目的）')).toMatchObject({
      number: '第二条',
      headingAbove: true,
    })
    expect(nodesOf(document, 'purpose').map(({ marker }) => marker)).toEqual(['一　', '二　'])
    expect(nodesOf(document, 'exceptionClause')).toMatchObject([
      { text: '法令に基づく場合', basis: 'appi-27-1-1' },
    ])
    expect(nodesOf(document, 'jointUseStatement')).toMatchObject([{ about: 'none' }])
    expect(document.children.at(-1)).toEqual({ type: 'endMark', text: '以上' })
  })

  test('marked headings hold lists, and groups of purposes name whose data it is', () => {
    const document = read(marks)
    expect(nodesOf(document, 'purpose').map(({ text, group }) => [text, group])).toEqual([
      ['診療の提供', '【患者様の個人情報】'],
      ['診療報酬の請求事務', '【患者様の個人情報】'],
      ['他の医療機関との連携', '【患者様の個人情報】'],
      ['採用選考のため', '【採用応募者の個人情報】'],
    ])
    expect(nodesOf(document, 'externalService')).toMatchObject([
      { service: 'Google Analytics', provider: 'Google LLC' },
    ])
    expect(nodesOf(document, 'procedureItem').map(({ role, text }) => [role, text])).toEqual([
      ['identityDocument', '運転免許証'],
      ['identityDocument', '旅券'],
    ])
    expect(nodesOf(document, 'contact')[0]).toMatchObject({
      name: '若葉歯科クリニック　受付係',
      person: '若葉',
      address: '北海道札幌市中央区北99条西99丁目99番地\n若葉ビル2階',
      tel: '011-000-0100',
      hours: '平日 9:00～18:00',
    })
  })

  test('exceptions to 20条2項 are no exceptions to provision', () => {
    const list = nodesOf(section(read(marks), '要配慮個人情報の取得'), 'exceptionClause')
    expect(list).toEqual([])
  })

  test('hard wraps are undone, within words and items', () => {
    const document = read(wrapped)
    expect(nodesOf(document, 'purpose').map(({ text }) => text.slice(-8))).toEqual([
      'ご連絡を行うため',
      '代会の運営のため',
      '必要な業務のため',
    ])
    expect(nodesOf(document, 'contact')).toMatchObject([
      { name: '総務部', email: 'soumu@midori.example.jp' },
    ])
  })

  test('イロハ and roman numbers count on from their first', () => {
    const document = policy(
      '1. 利用目的',
      'イ　商品の発送のため',
      'ロ　ご連絡のため',
      'ハ　採用のため',
    )
    expect(nodesOf(document, 'purposeList')).toMatchObject([{ children: { length: 3 } }])
    const roman = policy(
      '1. 利用目的',
      'i. 商品の発送のため',
      'ii. ご連絡のため',
      'iii. 採用のため',
    )
    expect(nodesOf(roman, 'purposeList')).toMatchObject([{ children: { length: 3 } }])
  })

  test('English', () => {
    const document = read(english)
    expect(document).toMatchObject({
      locale: 'en',
      title: { text: 'Privacy Policy', printed: true },
      organisation: { legalName: 'Aoba Travel Inc.' },
    })
    expect(nodesOf(document, 'section').map(({ kind }) => kind)).toEqual([
      'acquisition',
      'purposes',
      'contact',
    ])
    expect(nodesOf(document, 'purpose')).toHaveLength(2)
    expect(document.dates).toMatchObject([{ kind: 'revised', date: '2023-10-01' }])
  })

  test('several notices on a page end each with its own 以上', () => {
    const notice = (name: string) => [
      `【${name}】`,
      '当社は、個人情報を適切に取り扱います。',
      '1.利用目的',
      '・商品の発送のため',
      '以上',
    ]
    const document = policy(...notice('利用目的の公表'), ...notice('開示等の手続'))
    const top = document.children.filter((child) => child.type === 'section')
    expect(top.map(({ children }) => children.at(-1)?.type)).toEqual(['endMark', 'endMark'])
  })
})

describe('records', () => {
  test('a text printed twice is one record; of another basis it is another', () => {
    const document = policy(
      '1. 利用目的',
      '・商品の発送のため',
      '・ご連絡のため',
      '2. 保有個人データの利用目的',
      '・商品の発送のため',
    )
    expect(nodesOf(document, 'purpose').map(({ id }) => id)).toEqual(['p1', 'p2', 'p1'])
  })

  test('terms that a record defines are its own', () => {
    const document = policy(
      '1. 利用目的',
      '・当社の通信販売（以下「本サービス」といいます。）を提供するため',
      '・ご連絡のため',
    )
    expect(nodesOf(document, 'purpose')[0]?.defines).toEqual([
      { type: 'definedTerm', term: '本サービス', meaning: '当社の通信販売' },
    ])
  })

  test('two purposes fused onto one line are two rows of it', () => {
    const document = policy(
      '1. 利用目的',
      '・購入履歴の表示',
      '・会員の健康の増進',
      '2. 保有個人データの利用目的',
      '・購入履歴の表示会員の健康の増進',
    )
    const [, list] = nodesOf(document, 'purposeList')
    expect(list?.children).toMatchObject([
      { id: 'p1', marker: '・' },
      { id: 'p2', joined: true },
    ])
  })

  test('data that is collected is no purpose', () => {
    expect(
      nodesOf(
        policy(
          '1. 個人情報の利用目的',
          '当社は、次の情報を取得します。',
          '・氏名及び住所',
          '・電話番号',
        ),
        'purpose',
      ),
    ).toEqual([])
  })

  test('grounds for refusing disclosure are not grounds for provision', () => {
    const document = policy(
      '1. 開示',
      '当社は、開示の請求に応じます。ただし、次のいずれかに該当する場合は、開示しないことがあります。',
      '(1)当社の業務の適正な実施に著しい支障を及ぼすおそれがある場合',
      '(2)他の法令に違反することとなる場合',
    )
    expect(
      nodesOf(document, 'exceptionClause').map(({ basis, appliesTo }) => [basis, appliesTo]),
    ).toEqual([
      ['appi-33-2-2', 'disclosure-refusal'],
      ['appi-33-2-3', 'disclosure-refusal'],
    ])
  })

  test('grounds for refusing disclosure are no purposes, though the heading names the notice of the purpose too', () => {
    const document = policy(
      '第1条（開示及び利用目的の通知）',
      '次のいずれかに該当する場合は、開示しないことがあります。',
      '・当社の業務の適正な実施に著しい支障を及ぼすおそれがある場合',
      '・他の法令に違反することとなる場合',
    )
    expect(kinds(document)).toEqual({ '（開示及び利用目的の通知）': 'disclosure' })
    expect(nodesOf(document, 'purpose')).toEqual([])
    expect(nodesOf(document, 'exceptionClause').map(({ basis }) => basis)).toEqual([
      'appi-33-2-2',
      'appi-33-2-3',
    ])
  })

  test('partners print with their URLs', () => {
    const document = policy(
      '1. 共同利用',
      '(1)共同利用者の範囲',
      '・株式会社青葉物流（https://butsuryu.example.jp/）',
      '(2)共同利用の目的',
      '・配送のため',
    )
    expect(nodesOf(document, 'jointUsePartner')).toMatchObject([
      { name: '株式会社青葉物流', url: 'https://butsuryu.example.jp/' },
    ])
    expect(nodesOf(document, 'value').filter(({ of }) => of === 'jointUsePartner')).toMatchObject([
      { field: 'url', text: 'https://butsuryu.example.jp/' },
    ])
  })

  test('a sentence of several measures is cut into them', () => {
    const document = policy(
      '1. 安全管理措置',
      '当社は、取扱規程を整備し、従業者に対する研修を実施します。',
    )
    expect(
      nodesOf(document, 'safetyMeasure').map(({ text, category }) => [text, category]),
    ).toEqual([
      ['取扱規程を整備し', 'rules'],
      ['従業者に対する研修を実施します。', 'personnel'],
    ])
  })
})

describe('honesty', () => {
  test('the same text always gives the same document', () => {
    expect(parse(articles)).toEqual(parse(articles))
  })

  test('every section and record has a confidence; the doubtful are listed in both languages', () => {
    const { document, report } = parse(marks)
    visit(document, (node) => {
      if (node.type === 'section' || node.type === 'purpose')
        expect(report.confidence[node.id]).toBeGreaterThan(0)
    })
    expect(report.dropped).toEqual([])
    expect(report.doubts).toContainEqual({
      message: {
        ja: expect.stringContaining('法令に基づく場合'),
        en: expect.stringContaining('an exception'),
      },
      confidence: 0.7,
      place: 23,
    })
  })

  test('what no rule understands stays as a paragraph in its place', () => {
    const document = policy('1. 利用目的', '・商品の発送のため', '◇◇◇◇◇ 4f9a ◇◇◇◇◇')
    expect(section(document, '利用目的').children.at(-1)).toEqual({
      type: 'paragraph',
      children: [{ type: 'text', value: '◇◇◇◇◇ 4f9a ◇◇◇◇◇' }],
    })
  })

  test.each([
    ['', '空'],
    ['  \n\n', '空'],
    ['\0\x01\x02PK\x03\x04', 'テキストとして読めません'],
    ['本日の献立：カレーライス', 'プライバシーポリシーには見えません'],
  ])('%j is refused with a reason', (text, reason) => {
    expect(() => parse(text)).toThrow(ParseRefused)
    try {
      parse(text)
    } catch (error) {
      expect((error as ParseRefused).messages.ja).toContain(reason)
    }
  })
})
