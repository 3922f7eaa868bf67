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
