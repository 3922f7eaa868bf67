import { describe, expect, test } from 'vitest'
import { nodesOf, textOf } from '../../src/core/document.ts'
import { parse } from '../../src/core/parse/index.ts'

/** What any reader concludes, whatever the trade: the forms that policies take beside the model ones. */
const read = (...lines: string[]) => parse(lines.join('\n')).document
const opening = 'みどり商会（以下、当店）は、お客様の個人情報を大切に取り扱います。'
const bases = (...lines: string[]) =>
  nodesOf(read('プライバシーポリシー', opening, ...lines), 'exceptionClause').map(
    ({ basis, text }) => [basis, text],
  )

describe('titles', () => {
  test('stand below a breadcrumb and the name of the operator, which head nothing', () => {
    const document = read(
      'ホーム ＞ 会社案内 ＞ 個人情報保護方針',
      '株式会社みどり出版',
      '個人情報の取扱いに関する規約',
      '当社は、個人情報を適切に取り扱います。',
    )
    expect(document.title.text).toBe('個人情報の取扱いに関する規約')
    expect(nodesOf(document, 'section')).toEqual([])
  })
})

describe('who the operator is', () => {
  test.each([
    ['公益財団法人みどり野公園公社（以下「公社」という。）は、個人情報を保護する。', '公社'],
    ['学校法人青葉学園（以下、本学園という）は、個人情報を適切に取り扱います。', '本学園'],
    ['ブログ「くらしの帳面」（以下、当サイト）は、個人情報を適切に取り扱います。', '当サイト'],
  ])('%s', (sentence, term) => {
    expect(read('プライバシーポリシー', sentence).organisation.selfTerm).toBe(term)
  })
})

describe('exceptions within sentences', () => {
  test('are cases of their own', () => {
    expect(
      bases(
        '第三者提供',
        '当店は、個人データを第三者に提供しません。ただし、法令にもとづく場合、人の生命・身体・財産の保護に必要で同意を得ることが難しい場合、事業譲渡により事業が承継される場合はこの限りではありません。',
      ),
    ).toEqual([
      ['appi-27-1-1', '法令にもとづく場合'],
      ['appi-27-1-2', '人の生命・身体・財産の保護に必要で同意を得ることが難しい場合'],
      ['appi-27-5-2', '事業譲渡により事業が承継される場合'],
    ])
  })
  test('with ，for 、', () => {
    expect(
      bases('第三者提供', '当店は，法令に基づく場合を除き，個人情報を第三者に提供しません。'),
    ).toEqual([['appi-27-1-1', '法令に基づく場合']])
  })
  test('consent alone is none', () => {
    expect(
      bases('第三者提供', 'お客様の同意がある場合を除き、個人情報を第三者に提供しません。'),
    ).toEqual([])
  })
})

describe('purposes', () => {
  test('behind a label, and in the column that is headed so', () => {
    const document = read(
      'プライバシーポリシー',
      opening,
      '１．個人情報の利用目的',
      '当店が取得する個人情報の利用目的は、次のとおりです。',
      '区分\t利用目的',
      'お客様の情報\t商品の発送のため',
      '会員の情報\tポイントの管理のため',
    )
    expect(nodesOf(document, 'purpose').map(({ text }) => text)).toEqual([
      '商品の発送のため',
      'ポイントの管理のため',
    ])
  })
  test('a line of business is none', () => {
    const document = read(
      'プライバシーポリシー',
      opening,
      '１．利用目的',
      '（１）業務内容',
      '①預金業務',
      '②融資業務',
      '（２）利用目的',
      '①口座開設の受付のため',
      '②期日の管理のため',
    )
    expect(nodesOf(document, 'purpose').map(({ text }) => text)).toEqual([
      '口座開設の受付のため',
      '期日の管理のため',
    ])
  })
})

test('partners stand in brackets, before particles, in kana', () => {
  const document = read(
    'プライバシーポリシー',
    opening,
    '共同利用',
    '当店は、グループ会社であるみのり株式会社及び株式会社はなぞのとの間で個人データを共同利用します。',
  )
  expect(nodesOf(document, 'jointUsePartner').map(({ name }) => name)).toEqual([
    'みのり株式会社',
    '株式会社はなぞの',
  ])
})

test('an address hidden from robots is an address', () => {
  const document = read(
    'プライバシーポリシー',
    opening,
    'お問い合わせ',
    '住所：埼玉県みどり市本町1-2-3',
    '店名：みどり商会',
    'Eメール：shop★midori.example.com（★を@に変えて送信してください）',
  )
  expect(nodesOf(document, 'contact')).toMatchObject([
    { address: '埼玉県みどり市本町1-2-3', email: 'shop★midori.example.com' },
  ])
})

test('a table of contents stays a list', () => {
  const document = read(
    '個人情報保護方針',
    '目次',
    '1. 取得する情報',
    '2. 利用目的',
    '3. お問い合わせ',
    opening,
    '1. 取得する情報',
    '氏名、住所を取得します。',
    '2. 利用目的',
    '商品の発送のために利用します。',
    '3. お問い合わせ',
    '店頭でお尋ねください。',
  )
  expect(nodesOf(document, 'section').map((one) => textOf(one).split('\n')[0])).toEqual([
    '1. 取得する情報',
    '2. 利用目的',
    '3. お問い合わせ',
  ])
})

describe('headings without numbers stand within the one above them', () => {
  const kinds = (...lines: string[]) =>
    nodesOf(read('プライバシーポリシー', opening, ...lines), 'section').map(
      ({ heading, kind, level }) => [heading, kind, level],
    )

  test('right below it, for the people whose data it is', () => {
    expect(
      kinds(
        '個人情報の利用目的について',
        '会員の個人情報',
        '- 会員証の発行のため',
        '- 会報の送付のため',
        '講師の個人情報',
        '- 報酬の支払いのため',
        '個人情報の第三者提供について',
        '当店は、同意を得ずに個人情報を第三者に提供しません。',
      ),
    ).toEqual([
      ['個人情報の利用目的について', 'purposes', 1],
      ['会員の個人情報', 'purposes', 2],
      ['講師の個人情報', 'purposes', 2],
      ['個人情報の第三者提供について', 'thirdPartyProvision', 1],
    ])
  })

  test('below a sentence that announces them', () => {
    expect(
      kinds(
        '安全管理のための取り組み',
        '当店は、個人データを守るため、次の取り組みを行っています。',
        '設備面の対策',
        '個人データを扱う部屋への入室を制限し、書類は鍵のかかる棚で保管しています。',
        'スタッフの教育',
        '全員に毎年、個人情報保護の研修を行っています。',
        '個人情報の開示について',
        '開示のご請求は、店頭で承ります。',
      ),
    ).toEqual([
      ['安全管理のための取り組み', 'safetyMeasures', 1],
      ['設備面の対策', 'safetyMeasures', 2],
      ['スタッフの教育', 'safetyMeasures', 2],
      ['個人情報の開示について', 'disclosure', 1],
    ])
  })
})

describe('names that begin with what could be a particle', () => {
  const document = read(
    '個人情報の取扱いについて',
    'はるか運送ホールディングス株式会社（以下「当社」といい、子会社とあわせて「当社グループ」といいます。）は、個人情報を適切に取り扱います。',
    '1. 共同利用',
    '当社グループは、以下のとおり個人データを共同して利用いたします。',
    '(1) 共同して利用する者の範囲',
    '・はるか運送株式会社',
    '・北はるか配送株式会社',
    '・株式会社はるか倉庫',
    '(2) 利用目的',
    '・配送のご案内',
  )

  test('are names', () => {
    expect(document.organisation.legalName).toBe('はるか運送ホールディングス株式会社')
    expect(nodesOf(document, 'jointUsePartner').map(({ name }) => name)).toEqual([
      'はるか運送株式会社',
      '北はるか配送株式会社',
      '株式会社はるか倉庫',
    ])
  })

  test('and both terms of one bracket are defined', () => {
    expect(nodesOf(document, 'definedTerm').map(({ term }) => term)).toEqual([
      '当社',
      '当社グループ',
    ])
  })
})

test('a notice on one form says of each matter what it is about', () => {
  expect(
    nodesOf(
      read(
        'プライバシーポリシー',
        opening,
        '【お問合せフォームにおける個人情報の取扱い】',
        '1. 利用目的',
        '・お問合せへの回答',
        '2. 第三者への提供',
        '当店は、個人情報を第三者に提供しません。',
      ),
      'section',
    ).map(({ kind }) => kind),
  ).toEqual(['other', 'purposes', 'thirdPartyProvision'])
})

test('a request is answered by steps: who is asked, for whom, how', () => {
  expect(
    nodesOf(
      read(
        'プライバシーポリシー',
        opening,
        '個人情報の開示について',
        'お客様は、個人情報の開示を請求することができます。',
        '1. お申し出先',
        '店頭までお申し出ください。',
        '2. 代理人による請求',
        '委任状を添えてください。',
        '3. 開示等に応じられない場合',
        '次の場合は、応じられないことがあります。',
        '・ご本人であることが確認できない場合',
      ),
      'section',
    ).map(({ kind }) => kind),
  ).toEqual(['disclosure', 'procedure', 'procedure', 'disclosure'])
})

describe('where the form of a page hides what it says', () => {
  test('a count that begins anew right below its first number stands within it', () => {
    const document = read(
      '診療所の個人情報保護方針',
      'みどり診療所（以下「当院」といいます。）は、個人情報を適切に取り扱います。',
      '利用目的の範囲',
      '1. 院内での利用',
      '1. 診療の提供',
      '2. 会計',
      '2. 院外への提供',
      '1. 他の医療機関との連携',
      '2. ご家族への説明',
    )
    const headings = nodesOf(document, 'section').map(({ number, heading }) => number + heading)
    expect(headings).toContain('1. 院内での利用')
    expect(headings).toContain('2. 院外への提供')
    expect(headings).not.toContain('1. 診療の提供')
  })
  test('chapters of security measures are no purposes, though a list of purposes stands above', () => {
    const document = read(
      'プライバシーポリシー',
      opening,
      '【利用目的】',
      '・商品の発送のため',
      '・代金の請求のため',
      '次の安全管理措置を講じます。',
      '(1) 基本方針の策定',
      '・基本方針を定めています。',
      '(2) 組織的安全管理措置',
      '・責任者を置いています。',
    )
    const kinds = new Map(nodesOf(document, 'section').map(({ heading, kind }) => [heading, kind]))
    expect(kinds.get('基本方針の策定')).toBe('safetyMeasures')
    expect(kinds.get('組織的安全管理措置')).toBe('safetyMeasures')
    expect(nodesOf(document, 'purpose')).toHaveLength(2)
  })
  test('who uses data jointly, below the label that asks for it, is no heading', () => {
    const document = read(
      'プライバシーポリシー',
      opening,
      '共同利用について',
      '当店は、個人データを次のとおり共同利用します。',
      '・共同利用する個人情報の項目',
      '氏名、住所、電話番号',
      '・共同利用する者の範囲',
      '当店と当店の提携先企業',
      '・共同利用する目的',
      '上記の利用目的と同じ',
    )
    expect(nodesOf(document, 'section').map(({ heading }) => heading)).toEqual(['共同利用について'])
  })
  test('a certificate that is sold is no encryption', () => {
    const document = read(
      'プライバシーポリシー',
      opening,
      '第三者への提供',
      '当店は、次の場合を除き、第三者に提供しません。',
      '■SSL証明書をお申し込みのお客様',
      'お客様の氏名を証明書の発行会社に提供します。',
      '■ドメインをお申し込みのお客様',
      'お客様の氏名を登録機関に提供します。',
    )
    expect(nodesOf(document, 'section').map(({ kind }) => kind)).not.toContain('ssl')
  })
})

describe('names of operators', () => {
  test('stand in brackets where a text defines 当支部 by them', () => {
    expect(
      read(
        '個人情報の取扱いについて',
        '当支部（「全国書道連盟 みどり支部」をいいます。以下同じ。）は、個人情報を適切に取り扱います。',
      ).organisation,
    ).toMatchObject({ legalName: '全国書道連盟 みどり支部', selfTerm: '当支部' })
  })
  test('are not those of insurers whom an agent lists, nor of the body that it is a member of', () => {
    expect(
      read(
        'プライバシーポリシー',
        '当代理店は、次の会社の代理店です。個人情報を適切に取り扱います。',
        '■青海火災保険株式会社（https://www.example.com）',
        '当社は、認定個人情報保護団体である一般社団法人みどり相談センターの対象事業者です。',
        '［苦情・相談窓口］',
        '一般社団法人みどり相談センター',
        '電話 03-0000-0000',
      ).organisation.legalName,
    ).toBe('')
  })
})

test('a business that is reorganised passes on data as a merger does; a law that says so in particular is a law', () => {
  expect(
    bases(
      '第三者提供',
      '当店は、次の場合を除き、第三者に提供しません。',
      '１．企業の再編を行う場合',
      '２．法令に特別の規定がある場合',
      '３．法律で限定的に明示された場合',
    ).map(([basis]) => basis),
  ).toEqual(['appi-27-5-2', 'appi-27-1-1', 'appi-27-1-1'])
})

test('a line that points at an annex is none; 開示または提供 is about third parties', () => {
  const document = read(
    'プライバシーポリシー',
    opening,
    '1. 個人情報の開示または提供',
    '当店は、次の場合を除き、第三者に提供しません。',
    '・法令に基づく場合',
    '2. 共同利用',
    '当店は、個人データを次のとおり共同利用します。',
    '(1) 共同利用する項目',
    '氏名、住所、電話番号',
    '(2) 共同利用者の範囲',
    '別表1に記載の当店の加盟店',
  )
  expect(nodesOf(document, 'section').map(({ heading, kind }) => [heading, kind])).toEqual([
    ['個人情報の開示または提供', 'thirdPartyProvision'],
    ['共同利用', 'jointUse'],
    ['共同利用する項目', 'jointUse'],
    ['共同利用者の範囲', 'jointUse'],
  ])
})

test('a company whose goods are sold is no purpose; cases of use beyond the purpose are no exceptions to provision', () => {
  const document = read(
    'プライバシーポリシー',
    opening,
    '1. 個人情報の利用目的',
    '・商品の発送のため',
    '・青海火災保険株式会社（https://www.example.com）',
    '2. 個人情報の利用及び提供について',
    '当店は、以下の場合を除き、本来の利用目的の範囲を超えて使用いたしません。',
    '・ご本人の了解を得た場合',
    '・法令により提供を要求された場合',
    '3. 個人情報及び特定個人情報の漏えい、滅失又は毀損の防止並びに是正',
    '当店は、責任者を置いて個人データを管理します。',
  )
  expect(nodesOf(document, 'purpose').map(({ text }) => text)).toEqual(['商品の発送のため'])
  expect(nodesOf(document, 'exceptionClause')).toEqual([])
  expect(nodesOf(document, 'section').at(-1)?.kind).toBe('safetyMeasures')
})
