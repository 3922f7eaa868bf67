import { describe, expect, test } from 'vitest'
import { docDates } from '../../../src/core/check/rules/operator/doc-dates.ts'
import { docOlderThanLaw } from '../../../src/core/check/rules/operator/doc-older-than-law.ts'
import { docScrapeResidue } from '../../../src/core/check/rules/operator/doc-scrape-residue.ts'
import { docTitleVariants } from '../../../src/core/check/rules/operator/doc-title-variants.ts'
import { orgAddress } from '../../../src/core/check/rules/operator/org-address.ts'
import { orgName } from '../../../src/core/check/rules/operator/org-name.ts'
import { orgRepresentative } from '../../../src/core/check/rules/operator/org-representative.ts'
import { findings, found } from './found.ts'
import { wholePolicy } from './whole-policy.ts'

const nameless = wholePolicy({
  preamble: '当店は、お客様の個人情報を次のとおり取り扱います。',
  contact: '第7条（お問い合わせ）\n苦情及びお問い合わせは privacy@example.com へお寄せください。',
  signature: '2025年4月1日 改定',
})

describe('org-name', () => {
  test('fires where nobody is named', () => {
    expect(findings(orgName, nameless)).toMatchObject([
      { severity: 'error', place: { start: 0, end: 0 } },
    ])
  })
  test('is only information where the operator answers on request', () => {
    expect(findings(orgName, nameless, { answersOnRequest: true })).toMatchObject([
      { severity: 'info' },
    ])
  })
  test.each([
    ['the whole policy', wholePolicy()],
    [
      'a name without a legal form behind its label',
      wholePolicy({
        preamble:
          '当店は、お客様の個人情報を次のとおり取り扱います。\n住所　海辺県海辺市本町2-3-1\n社名　みずうみ文具店\n代表者名　湖山　みなも',
        contact: '第7条（お問い合わせ）\n苦情は privacy@example.com へお寄せください。',
        signature: '2025年4月1日 改定',
      }),
    ],
    [
      'a cookie notice alone',
      'クッキーポリシー\n当店のウェブサイトではクッキーを使用します。個人情報は含みません。',
    ],
  ])('is silent on %s', (_, text) => expect(found(orgName, text)).toEqual([]))
})

describe('org-address', () => {
  test('fires where no address is printed', () => {
    const text = wholePolicy({
      contact: '第7条（お問い合わせ）\n苦情は電話03-0000-0000で承ります。',
      signature: '2025年4月1日 改定\n株式会社みずうみ文具\n代表取締役　湖山　みなも',
    })
    expect(findings(orgAddress, text)).toMatchObject([
      { severity: 'error', place: { record: { collection: 'organisation' }, field: 'address' } },
    ])
    const elsewhere = `${text}\n住所は会社概要をご覧ください。`
    expect(findings(orgAddress, elsewhere)).toMatchObject([{ severity: 'info', isQuestion: true }])
  })
  test('asks for the postal code of an address that has none', () => {
    const bare = wholePolicy().replaceAll('〒100-0000　', '')
    expect(findings(orgAddress, bare)).toMatchObject([
      { severity: 'info', evidence: ['東京都千代田区架空町1丁目2番3号'] },
    ])
  })
  test('is silent on the whole policy', () => expect(found(orgAddress, wholePolicy())).toEqual([]))
  test.each([
    'あさぎり県霧原市本町3-2-1　霧原会館内',
    'あさぎり県霧原市本町三番地の二',
    '霧見県南霧郡霧下町大字沢口４丁目',
  ])('knows an address by its shape, below the name of the operator: %s', (address) => {
    const text = wholePolicy({
      contact: '第7条（お問い合わせ）\n苦情は電話03-0000-0000で承ります。',
      signature: `第8条（認定個人情報保護団体）\n当社は、加入していません。\n\n株式会社みずうみ文具\n代表取締役　湖山　みなも\n${address}\n\n2025年4月1日 改定`,
    })
    expect(findings(orgAddress, text).map(({ severity }) => severity)).toEqual(['info'])
  })
})

describe('org-representative', () => {
  const without = (signature: string) => wholePolicy({ signature })
  test('fires for a legal person', () => {
    expect(findings(orgRepresentative, without('2025年4月1日 改定'))).toMatchObject([
      { severity: 'error', message: { ja: expect.stringContaining('株式会社みずうみ文具') } },
    ])
  })
  test('fires at a name that a template left open', () =>
    expect(
      findings(orgRepresentative, without('2025年4月1日 改定\n代表取締役　○○ ○○')),
    ).toMatchObject([{ severity: 'error', evidence: ['代表取締役　○○ ○○'] }]))
  test('is silent before the Act asked for it', () =>
    expect(found(orgRepresentative, without(''), { effectiveFrom: '2022-03-31' })).toEqual([]))
  test.each([
    ['printed beside the title', '2025年4月1日 改定\n代表者の氏名：湖山みなも'],
    [
      'printed in a sentence',
      '2025年4月1日 改定\n当社の代表者は代表取締役社長 湖山みなも（みなも）です。',
    ],
  ])('is silent where it is %s', (_, text) =>
    expect(found(orgRepresentative, without(text))).toEqual([]),
  )
  test('is silent for a shop without a legal form', () => {
    const shop = wholePolicy({ signature: null }).replaceAll(
      '株式会社みずうみ文具',
      'みずうみ文具店',
    )
    expect(found(orgRepresentative, shop)).toEqual([])
  })
})

describe('doc-dates', () => {
  test('fires where no date of the document is printed', () =>
    expect(findings(docDates, wholePolicy({ signature: '株式会社みずうみ文具' }))).toMatchObject([
      { severity: 'warning', place: { field: 'closing' } },
    ]))
  test.each([
    '2025年4月1日 制定',
    '最終更新：2025/04/01',
    '附則\n本方針は令和7年4月1日から適用する。',
  ])('is silent on %s', (signature) =>
    expect(found(docDates, wholePolicy({ signature }))).toEqual([]),
  )
})

describe('doc-dates that no calendar has', () => {
  test.each(['２０２３年４月３１日', '令和元年4月1日', '2023.2.30'])('%s', (day) =>
    expect(found(docDates, wholePolicy({ signature: `2015年4月1日 制定\n${day} 改定` }))).toEqual([
      day,
    ]),
  )
  test.each(['令和元年5月1日', '平成31年5月1日', '2024年2月29日'])('%s exists', (day) =>
    expect(found(docDates, wholePolicy({ signature: `${day} 改定` }))).toEqual([]),
  )
})

describe('doc-older-than-law', () => {
  test('goes by the month of a last revision whose day does not exist', () => {
    const signature = '2015年4月1日 制定\n2023年4月31日 改定'
    expect(found(docOlderThanLaw, wholePolicy({ signature }))).toEqual([])
  })
  test('fires at the last revision', () => {
    const old = wholePolicy({ signature: '2015年4月1日 制定\n2018年10月1日 改定' })
    expect(findings(docOlderThanLaw, old)).toMatchObject([
      { evidence: ['2018年10月1日'], severity: 'warning', isQuestion: true },
    ])
  })
  test('is silent where a text was made ready before the day, and where the law does not touch it', () => {
    expect(found(docOlderThanLaw, wholePolicy({ signature: '2022年3月1日 改定' }))).toEqual([])
    expect(found(docOlderThanLaw, wholePolicy())).toEqual([])
  })
  test('asks about cookies only where the text speaks of those that are sent to others', () => {
    const signature = '2022年4月1日 改定'
    const cookies = wholePolicy({
      signature,
      entrustment: '第4条（クッキー）\n第三者の広告配信サービスのため、クッキーを利用します。',
    })
    expect(findings(docOlderThanLaw, cookies)).toMatchObject([{ severity: 'info' }])
    expect(found(docOlderThanLaw, wholePolicy({ signature }))).toEqual([])
  })
})

test('doc-older-than-law reads a date in brackets at the end', () => {
  const signature = '2006年10月1日\n\n（2008.10.15 一部修正）'
  expect(found(docOlderThanLaw, wholePolicy({ signature }))).toEqual(['2008.10.15'])
})

describe('doc-scrape-residue', () => {
  test.each([
    'Back to top',
    'ページの先頭へ戻る',
    'ホーム > プライバシーポリシー',
    'Copyright © Mizuumi. All Rights Reserved.',
  ])('fires on %s', (line) =>
    expect(found(docScrapeResidue, `${wholePolicy()}\n\n${line}`)).toEqual([line]),
  )
  test.each(['以上', 'https://mizuumi.example.com/', 'Mizuumi Stationery Co., Ltd.'])(
    'is silent on %s',
    (line) => expect(found(docScrapeResidue, `${wholePolicy()}\n\n${line}`)).toEqual([]),
  )
})

describe('doc-title-variants', () => {
  test('fires where a text calls itself by two names', () => {
    const text = wholePolicy({
      entrustment:
        '第4条（変更）\n当社は、本ポリシーを変更することがあります。本ポリシーの変更は公表します。本方針は随時見直します。',
    })
    expect(found(docTitleVariants, text)).toEqual(['本方針'])
  })
  test('is silent where each of two documents calls itself by its own title', () => {
    const text = `${wholePolicy().replace('お客様の個人情報を', '本方針に従い、お客様の個人情報を')}
クッキーポリシー

当社のサイトはクッキーを利用します。本ポリシーは必要に応じて変更します。`
    expect(found(docTitleVariants, text)).toEqual([])
  })
  test('is silent on one name, and on 日本 and 資本', () => {
    const text = wholePolicy({
      entrustment:
        '第4条（変更）\n当社は、本方針を変更することがあります。日本方針会議及び資本方針とは関係ありません。',
    })
    expect(found(docTitleVariants, text)).toEqual([])
  })
})
