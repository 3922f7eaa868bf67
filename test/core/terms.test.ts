import { describe, expect, test } from 'vitest'
import { definedTermsIn, termSpansIn } from '../../src/core/terms.ts'

const defined = (text: string) => definedTermsIn(text).map(({ term, meaning }) => [term, meaning])

describe('defined terms', () => {
  test.each([
    ['株式会社青葉商店（以下「当社」といいます。）は、', '当社', '株式会社青葉商店'],
    ['株式会社青葉商店(以下、「当社」という。)は、', '当社', '株式会社青葉商店'],
    [
      '当社は、当社が運営する通販サイト「あおば」および関連サービス（以下「本サービス」といいます。）において',
      '本サービス',
      '通販サイト「あおば」および関連サービス',
    ],
    [
      '氏名、住所及び電話番号（以下総称して「連絡先情報」といいます。）を',
      '連絡先情報',
      '氏名、住所及び電話番号',
    ],
    [
      '個人情報の保護に関する法律（平成15年法律第57号。以下「法」という。）に',
      '法',
      '個人情報の保護に関する法律',
    ],
    [
      '個人情報の保護に関する法律（個人情報保護法）に基づき',
      '個人情報保護法',
      '個人情報の保護に関する法律',
    ],
    [
      '「個人データ」とは、個人情報データベース等を構成する個人情報をいいます。',
      '個人データ',
      '個人情報データベース等を構成する個人情報をいいます。',
    ],
    [
      'クッキーとは、閲覧の記録を端末に保存する仕組みです。',
      'クッキー',
      '閲覧の記録を端末に保存する仕組みです。',
    ],
    [
      '個人関連情報（個人に関する情報で個人情報に当たらないものをいう。以下同じ。）を',
      '個人関連情報',
      '個人に関する情報で個人情報に当たらないもの',
    ],
    ['開示等（開示、訂正、利用の停止及び消去）の請求', '開示等', '開示、訂正、利用の停止及び消去'],
    ['Content Delivery Network（CDN）を', 'CDN', 'Content Delivery Network'],
    ['Aoba Travel Inc. (the "Company") handles', 'Company', 'Aoba Travel Inc.'],
    ['“Personal Data” means data about a person.', 'Personal Data', 'data about a person'],
  ])('%s', (text, term, meaning) => {
    expect(defined(text)).toContainEqual([term, meaning])
  })

  test.each([
    '以下の目的のために利用します。',
    '以下の場合を除きます。',
    'Cookie（クッキー）を使用します。',
    'お客様（会員及び登録者等）が',
    '「設定」メニューをご覧ください。',
    '株式会社青葉商店（本社：仙台市）',
    '当社は、次のとおりとします。',
  ])('%s defines nothing', (text) => {
    expect(defined(text)).toEqual([])
  })

  test('a definition within a definition is found too', () => {
    const text =
      '「個人情報」とは、個人情報の保護に関する法律（以下「法」といいます。）に定めるものをいいます。'
    expect(defined(text).map(([term]) => term)).toEqual(['個人情報', '法'])
  })

  test('spans enclose the term alone and never overlap', () => {
    const text = '青葉商店（以下「当社」といいます。）及び青葉物流（以下「物流会社」といいます。）'
    const spans = termSpansIn(text)
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['当社', '物流会社'])
  })

  test('many definitions in one text are read in linear time', () => {
    const text = '（以下「甲」といいます。）'.repeat(20_000)
    const start = performance.now()
    expect(termSpansIn(text)).toHaveLength(20_000)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
