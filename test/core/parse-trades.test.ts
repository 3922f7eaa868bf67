import { describe, expect, test } from 'vitest'
import { type Contact, nodesOf, type SectionKind } from '../../src/core/document.ts'
import { parse } from '../../src/core/parse/index.ts'
import { sourceOfHtml } from '../../src/core/read/html.ts'

/** Forms in which associations, clinics, schools, banks and shops write, that no model policy has. */
const read = (...lines: string[]) => parse(lines.join('\n')).document
const readHtml = (html: string) => parse(sourceOfHtml(html)).document
const opening = 'みどり商会（以下、当店）は、お客様の個人情報を大切に取り扱います。'
const purposes = (...lines: string[]) =>
  nodesOf(read('プライバシーポリシー', opening, ...lines), 'purpose').map(({ text }) => text)
const kinds = (...lines: string[]): SectionKind[] =>
  nodesOf(read('プライバシーポリシー', opening, ...lines), 'section').map(({ kind }) => kind)
const contacts = (...lines: string[]): Contact[] =>
  nodesOf(read('プライバシーポリシー', opening, ...lines), 'contact')

describe('no purposes', () => {
  test('are the cases of use beyond the purpose (18条3項)', () => {
    expect(
      purposes(
        '第６条（利用目的による制限）',
        '当店は、次の各号に該当する場合には、あらかじめ本人の同意を得ないで利用目的の範囲を超えて個人情報を取り扱うことがあります。',
        '(1) 法令に基づく場合',
        '(2) 人の生命、身体又は財産の保護のために必要がある場合であって、本人の同意を得ることが困難であるとき',
      ),
    ).toEqual([])
  })
  test('are the cases in which none is notified (21条4項)', () => {
    expect(
      purposes(
        '第８条（利用目的の通知等）',
        '当店は、利用目的を公表します。ただし、次の場合はこの限りではありません。',
        '・利用目的を本人に通知することにより本人の権利利益を害するおそれがある場合',
        '・取得の状況からみて利用目的が明らかであると認められる場合',
      ),
    ).toEqual([])
  })
  test('but those that data is not used beyond are', () => {
    expect(
      purposes(
        '利用目的',
        '当店は、以下の利用目的の範囲を超えて個人情報を利用しません。',
        '・商品の発送のため',
        '・お問い合わせへの回答のため',
      ),
    ).toEqual(['商品の発送のため', 'お問い合わせへの回答のため'])
  })
})

describe('purposes', () => {
  test('stand alone below the people that they are about', () => {
    expect(
      purposes(
        '3　利用目的',
        '当店は、個人情報を次の目的で利用します。',
        '（1）チケット購入者に関する情報',
        'チケットの送付、公演の中止又は変更の連絡',
        '（2）採用応募者に関する個人情報',
        '選考の実施及び結果の通知',
      ),
    ).toEqual(['チケットの送付、公演の中止又は変更の連絡', '選考の実施及び結果の通知'])
  })
  test('make a section of purposes, whatever heads it', () => {
    expect(
      kinds(
        '１．取引先ご担当者の情報',
        '・ご連絡のため',
        '・当店のご案内のため',
        '２．退職された方の情報',
        '・諸手続のため',
      ),
    ).toEqual(['purposes', 'purposes'])
  })
})

describe('kinds', () => {
  test('are those of the headings, though the page sets them below the purposes', () => {
    const document = readHtml(
      '<h1>個人情報保護方針</h1><p>当院は、個人情報を保護します。</p><h2>個人情報の利用目的</h2><p>当院は、次の目的で利用します。</p><ul><li>診療のため</li></ul><h3>個人情報の適正管理</h3><p>当院は、漏えいの防止に努めます。</p><h3>個人情報の訂正等</h3><p>当院は、訂正のお申し出に応じます。</p>',
    )
    expect(nodesOf(document, 'section').map(({ kind }) => kind)).toEqual([
      'purposes',
      'safetyMeasures',
      'correction',
    ])
  })
  test('of data that others entrust are purposes', () => {
    expect(
      kinds(
        '1 利用目的',
        '（1）お客様の個人情報',
        '・商品の発送のため',
        '（2）業務委託により委託された個人情報',
        '・受託した業務の遂行のため',
      ),
    ).toEqual(['purposes', 'purposes', 'purposes'])
  })
  test.each([
    ['個人情報の開示、訂正、追加等の変更について', 'disclosure'],
    ['第三者への委託・提供について', 'thirdPartyProvision'],
    ['安全確保の措置', 'safetyMeasures'],
    ['各種サービスの利用について', 'other'],
  ])('%s', (heading, kind) => {
    expect(kinds(heading, '当店の取扱いは、店頭に掲示するとおりです。')).toEqual([kind])
  })
})

describe('exceptions', () => {
  test('to disclosure stand behind a remark on fees', () => {
    const document = read(
      'プライバシーポリシー',
      opening,
      '第６条（個人情報の開示）',
      '当店は、開示を求められたときは、これを開示します。ただし、次のいずれかに該当する場合は、その全部又は一部を開示しないことがあります。',
      'なお、開示に際しては、１件あたり1,000円の手数料を申し受けます。',
      '本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがある場合',
      '当店の業務の適正な実施に著しい支障を及ぼすおそれがある場合',
      'その他法令に違反することとなる場合',
    )
    expect(nodesOf(document, 'exceptionClause').map(({ basis }) => basis)).toEqual([
      'appi-33-2-1',
      'appi-33-2-2',
      'appi-33-2-3',
    ])
    expect(nodesOf(document, 'fee').map(({ appliesTo }) => appliesTo)).toEqual([['開示']])
  })
  test('are cases, whatever sign is before the first', () => {
    const document = read(
      'プライバシーポリシー',
      opening,
      '第三者提供の制限',
      '当店は、次に掲げる場合を除くほか、本人の同意を得ないで個人情報を第三者に提供しません。',
      '○法令に基づく場合',
      '・人の生命、身体又は財産の保護のために必要がある場合',
      '・公衆衛生の向上のために特に必要がある場合',
      '委託先の監督',
      '当店は、委託先を監督します。',
    )
    expect(nodesOf(document, 'exceptionClause').map(({ basis }) => basis)).toEqual([
      'appi-27-1-1',
      'appi-27-1-2',
      'appi-27-1-3',
    ])
    expect(nodesOf(document, 'section')).toHaveLength(2)
  })
})

describe('fees and addresses', () => {
  test('what is asked for each request is a fee, whatever it is called', () => {
    const document = read(
      'プライバシーポリシー',
      opening,
      '第７条（開示等の手続）',
      '開示のご請求１件につき300円（税込）を現金でお支払いいただきます。',
      '第８条（附帯事項）',
      '会員証の再発行は、１件につき300円を申し受けます。',
    )
    expect(nodesOf(document, 'fee').map(({ text }) => text)).toEqual(['300円（税込）'])
  })
  test('the address of who answers for joint use is not the operator’s', () => {
    const { organisation } = read(
      'プライバシーポリシー',
      'みどり商会株式会社（以下「当社」といいます。）は、お客様の個人情報を大切に取り扱います。',
      '第１条（共同利用）',
      '個人データの管理について責任を有する者',
      '名称：株式会社わかば',
      '住所：宮城県仙台市青葉区一番町九丁目99番99号',
      'みどり商会株式会社とともに利用します。',
    )
    expect(organisation.address).toBeUndefined()
  })
})

describe('contacts', () => {
  test('a fax number is nobody, unless it is the telephone as well', () => {
    const [apart, both] = contacts(
      '個人情報のお問い合わせ',
      'みどり商会 お客様係',
      'TEL：042-000-0001',
      'FAX：042-000-0002',
      '苦情の窓口',
      'みどり商会 本店',
      'TEL・FAX：042-000-0003',
    )
    expect(apart).toMatchObject({ name: 'みどり商会 お客様係', tel: '042-000-0001' })
    expect(apart?.person).toBeUndefined()
    expect(both).toMatchObject({ tel: '042-000-0003' })
  })
  test('a department is the desk, and who works there the person', () => {
    expect(
      contacts(
        'お問い合わせ窓口',
        '担当部署：管理部 お客様窓口',
        '担当者：緑野 光',
        '電話：042-000-0001',
      ),
    ).toMatchObject([{ name: '管理部 お客様窓口', person: '緑野 光', tel: '042-000-0001' }])
  })
  test('an address behind a postal code needs no prefecture', () => {
    expect(
      contacts(
        'お問合せ先',
        '総務課情報公開係',
        '〒999-0000　みなみ市中央1丁目1番1号',
        '電話：0999-00-1111',
      ),
    ).toMatchObject([{ postalCode: '999-0000', address: 'みなみ市中央1丁目1番1号' }])
  })
  test('of several bodies, each its own', () => {
    expect(
      contacts(
        '個人信用情報機関',
        '加盟する機関は次のとおりです。',
        '株式会社あおば信用情報センター',
        'https://aoba.example.jp/',
        '0570-000-111',
        '株式会社みどり信用情報機構',
        'https://midori.example.jp/',
        '0570-000-222',
      ).map(({ name, tel }) => [name, tel]),
    ).toEqual([
      ['株式会社あおば信用情報センター', '0570-000-111'],
      ['株式会社みどり信用情報機構', '0570-000-222'],
    ])
  })
  test('who signs below the desk is none', () => {
    expect(
      contacts(
        '個人情報相談窓口',
        'みどり商会株式会社 相談室',
        '電話 042-000-0001',
        '制定年月日　2013年6月1日',
        'みどり商会株式会社',
        '代表取締役　緑野光',
        '安全管理',
        '当店は、個人情報を安全に管理します。',
      ).map(({ tel }) => tel),
    ).toEqual(['042-000-0001'])
  })
  test('below a paragraph on the accredited organisation, that organisation’s', () => {
    expect(
      contacts(
        'お問い合わせ先',
        'みどり商会 お客様係',
        '電話 042-000-0001',
        '当店は、認定個人情報保護団体である一般財団法人そら推進協会の対象事業者です。',
        '〔苦情の解決の申出先〕',
        '一般財団法人そら推進協会（略称：そら協会）',
        '電話 03-0000-0002',
      ).map(({ roles, tel }) => [roles, tel]),
    ).toEqual([
      [['inquiry'], '042-000-0001'],
      [['accreditedOrganisation'], '03-0000-0002'],
    ])
  })
})

describe('joint use', () => {
  test('names partners behind a label, clubs among them, and its manager behind another', () => {
    const document = read(
      'プライバシーポリシー',
      '若草大学（以下「本学」という。）は、個人情報を適正に取り扱います。',
      '３　共同利用',
      '共同利用者の範囲　若草大学父母会、若草大学同窓会、株式会社若草サービス',
      '利用目的　会報の送付、行事の案内',
      '管理責任者　学校法人若草学園（理事長　若草花子）',
    )
    expect(nodesOf(document, 'jointUsePartner').map(({ name }) => name)).toEqual([
      '若草大学父母会',
      '若草大学同窓会',
      '株式会社若草サービス',
    ])
    expect(nodesOf(document, 'jointUseStatement').map(({ about }) => about)).toEqual(['manager'])
  })
  test.each([
    ['・青海サービス株式会社（所在地：東京都青海区1-2-3）', ['青海サービス株式会社']],
    ['・AOMI VIETNAM PTE. LTD.', ['AOMI VIETNAM PTE. LTD.']],
    ['・青海健康保険組合', ['青海健康保険組合']],
    ['青海大学及び青海町', ['青海大学', '青海町']],
    ['株式会社青海運輸および運送に関連する会社', ['株式会社青海運輸']],
    [
      '①株式会社青海運輸　②青海不動産株式会社　③株式会社青海ホテルズ',
      ['株式会社青海運輸', '青海不動産株式会社', '株式会社青海ホテルズ'],
    ],
  ])('of %s', (line, names) => {
    const document = read(
      'プライバシーポリシー',
      opening,
      '1. 共同利用',
      '(1) 共同して利用する者の範囲',
      line,
      '(2) 利用目的',
      '福利厚生のため',
    )
    expect(nodesOf(document, 'jointUsePartner').map(({ name }) => name)).toEqual(names)
  })
  test('of partners in a table, those who represent them do not represent the operator', () => {
    const { organisation } = read(
      'プライバシーポリシー',
      'みなと海運株式会社（以下「当社」といいます。）は、個人データを共同利用します。',
      '共同利用者の範囲',
      '会社名\t所在地\t代表者',
      'みなと倉庫株式会社\t神奈川県みなと市倉庫町2-3\t代表取締役 倉 次郎',
      'みなと海運株式会社\t神奈川県みなと市港町1-1\t代表取締役 港 太郎',
    )
    expect(organisation.representatives.map(({ name }) => name)).toEqual(['港 太郎'])
    expect(organisation.address).toBe('神奈川県みなと市港町1-1')
  })
})

describe('the operator', () => {
  test('is the subject of the first sentence, and not who certifies it', () => {
    expect(
      read(
        'プライバシーマークについて',
        '当社は、一般財団法人そら推進協会より個人情報の認証を受けました。',
        '株式会社みなとでは、お客様の個人情報を保護します。',
      ).organisation.legalName,
    ).toBe('株式会社みなと')
  })
  test('is the shop below the title whose address the text prints', () => {
    const document = read(
      '個人情報の取り扱いについて',
      'お茶とうつわの店 はこべ',
      '当店では、個人情報を大切に取り扱います。',
      'お問い合わせ',
      'お茶とうつわの店 はこべ（店主：野花 はこべ）',
      'メール：hakobe@ocha.example.com',
    )
    expect(document.organisation.legalName).toBe('お茶とうつわの店 はこべ')
    expect(nodesOf(document, 'section').map(({ heading }) => heading)).toEqual(['お問い合わせ'])
  })
})

test('a Japanese title below its English one is the title', () => {
  expect(read('PRIVACY POLICY', 'プライバシーポリシー', opening).title.text).toBe(
    'プライバシーポリシー',
  )
})

test('the day on which a law comes into force is none of the policy’s', () => {
  expect(
    read(
      'プライバシーポリシー',
      opening,
      '当ページは、2023年6月16日施行の改正電気通信事業法に対応するものです。',
      '2023年6月1日 制定',
    ).dates.map(({ date }) => date),
  ).toEqual(['2023-06-01'])
})

test('記載 in the rules of work is a measure; 基本方針 above all makes none of another chapter', () => {
  const document = read(
    'プライバシーポリシー',
    '基本方針',
    opening,
    '安全管理措置',
    '（人的安全管理措置）',
    '秘密保持に関する事項を就業規則に記載しています。',
    '（技術的安全管理措置）',
    'アクセス制御を実施しています。',
  )
  expect(nodesOf(document, 'safetyMeasure').map(({ category }) => category)).toEqual([
    'personnel',
    'technical',
  ])
})

describe('pages', () => {
  test('keep a paragraph that (c) counts, and the foot that dates and signs the text', () => {
    const { document, report } = parse(
      sourceOfHtml(
        '<body><header><a href="/">みどり商会</a></header><div class="content"><h1>プライバシーポリシー</h1><p>みどり商会株式会社（以下「当社」）は、個人情報を保護します。</p><h2>(a) 利用目的</h2><p>当社は、商品の発送のために個人情報を利用します。</p><h2>(b) 提供</h2><p>当社は、個人情報を第三者に提供しません。</p><h2>(c) 安全管理について</h2><p>当社は、個人情報の漏えいの防止に努めます。</p><div class="footer"><p>制定 2011年6月7日</p><p>みどり商会株式会社</p></div></div><footer><p>(c) 2024 Midori Shokai</p></footer></body>',
      ),
    )
    expect(nodesOf(document, 'section').map(({ number }) => number.trim())).toEqual([
      '(a)',
      '(b)',
      '(c)',
    ])
    expect(document.dates).toMatchObject([{ kind: 'enacted', date: '2011-06-07' }])
    expect(report.dropped.map(({ text }) => text)).toEqual(['みどり商会', '(c) 2024 Midori Shokai'])
  })
})
