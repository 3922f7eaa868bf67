import { describe, expect, test } from 'vitest'
import { compare } from '../../../src/core/compare/index.ts'
import { type ComparisonTable, tableOf } from '../../../src/core/compare/table/index.ts'
import { nodesOf, type PolicyDocument } from '../../../src/core/document.ts'
import { squash } from '../../../src/core/fold.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { linesOf } from '../../../src/core/render/comparison/cells.ts'
import { comparisonDocx } from '../../../src/core/render/comparison/docx.ts'
import { comparisonHtml } from '../../../src/core/render/comparison/html.ts'
import { comparisonMarkdown } from '../../../src/core/render/comparison/markdown.ts'
import { comparisonText } from '../../../src/core/render/comparison/text.ts'
import { comparisonPdf } from '../../../src/platform/typst/comparison-pdf.ts'
import { afterAmendment, beforeAmendment } from '../../fixtures/amendment.ts'
import { tsumugiEn } from '../../fixtures/policies/index.ts'
import { textInDocx, textInPdf } from '../read-paper.ts'

const read = (text: string): PolicyDocument => parse(text).document
const amendment = compare(read(beforeAmendment), read(afterAmendment), { ids: 'strange' })
const texts = {
  before: { edition: 1, effectiveFrom: '2023-04-01' },
  after: { edition: 2, effectiveFrom: '2026-12-01' },
}
const table = tableOf(amendment, texts)

/** An English policy in which a purpose and a telephone number are not what they were. */
function english(): ComparisonTable {
  const [purpose] = nodesOf(tsumugiEn, 'purpose')
  const [contact] = nodesOf(tsumugiEn, 'contact')
  const after = JSON.parse(
    JSON.stringify(tsumugiEn)
      .replaceAll(JSON.stringify(purpose?.text), JSON.stringify('To send what you have ordered'))
      .replaceAll(String(contact?.email), 'privacy@new.example.jp'),
  )
  return tableOf(compare(tsumugiEn, after), { layout: 'old-new', ...texts })
}

describe('a 新旧対照表', () => {
  test('of an amendment as data', () => {
    const cell = (side: ComparisonTable['rows'][number]['before']) =>
      linesOf(side, 'ja')
        .map(({ stretches }) =>
          stretches.map(({ text, changed }) => (changed ? `[${text}]` : text)).join(''),
        )
        .join(' / ')
    const printed = table.rows.map((row) => `${cell(row.after)} | ${cell(row.before)}`).join('\n')
    expect(printed).toMatchInlineSnapshot(`
      "前文・第１条　（略） | 前文・第１条　（略）
      第２条（利用目的） | 第２条（利用目的）
      （略） | （略）
      （１）・（２）　（略） | （１）・（２）　（略）
      （３）[当社及び第４条に定める共同利用者の]商品及びサービスに関するご案内のため | （３）商品及びサービスに関するご案内のため
      （４）　（略） | （４）　（略）
      [（５）会員証の発行及び会員向け特典の提供のため] | [（新設）]
      第３条　（略） | 第３条　（略）
      第４条（共同利用）　（略） | 第４条（共同利用）　（略）
      （１）共同して利用する個人データの項目 | （１）共同して利用する個人データの項目
      ・氏名、住所[、]電話番号[及びメールアドレス] | ・氏名、住所[及び]電話番号
      [・購入履歴] | [（新設）]
      （２）共同して利用する者の範囲 | （２）共同して利用する者の範囲
      （略） | （略）
      [・つばめ堂オンライン株式会社] | [（新設）]
      （３）共同して利用する者の利用目的 | （３）共同して利用する者の利用目的
      （略） | （略）
      [・商品及びサービスに関するご案内のため] | [（新設）]
      （４）個人データの管理について責任を有する者 | （４）個人データの管理について責任を有する者
      [当社の親会社であるつばめ堂ホールディングス株式会社（住所は東京都千代田区神田練塀町99番地、代表者の氏名は代表取締役 雨宮 一郎です。）] | [当社（名称、住所及び代表者の氏名は、末尾に記載のとおりです。）]
      [第５条（外国にある第三者への提供）] / [当社は、外国にある第三者に個人データを提供しません。] | [（新設）]
      [第６条]（安全管理措置） | [第５条]（安全管理措置）
      （略） | （略）
      （１）　（略） | （１）　（略）
      （２）従業者に対し、個人データの取扱いに関する研修を年[２回]実施しています。 | （２）従業者に対し、個人データの取扱いに関する研修を年[１回]実施しています。
      （３）　（略） | （３）　（略）
      [（４）個人データを取り扱う情報システムに、外部からの不正アクセスを防止する仕組みを導入しています。] | [（新設）]
      [第７条]（開示等の請求） | [第６条]（開示等の請求）
      ご本人は、当社が保有する保有個人データについて、開示、訂正等、利用停止等及び第三者提供記録の開示（以下「開示等」といいます。）を請求することができます。ご請求は、[第８条]の窓口で受け付けます。開示の手数料は、１件につき[800円]（税込）とします。 | ご本人は、当社が保有する保有個人データについて、開示、訂正等、利用停止等及び第三者提供記録の開示（以下「開示等」といいます。）を請求することができます。ご請求は、[第７条]の窓口で受け付けます。開示の手数料は、１件につき[1,000円]（税込）とします。
      [第８条]（お問い合わせ窓口） | [第７条]（お問い合わせ窓口）
      （略） | （略）
      [〒101-0000 東京都千代田区神田練塀町99番地] | [〒111-0000 東京都台東区蔵前九丁目８番７号]
      電話番号：[03-0000-2222] | 電話番号：[03-0000-1111]
      受付時間：平日[９時から18時]まで | 受付時間：平日[10時から17時]まで
      （略） | （略）
      [2026年12月１日 改定] | [（新設）]
      （略） | （略）"
    `)
  })

  test('as HTML, Markdown and text', async () => {
    await expect(comparisonHtml(table)).toMatchFileSnapshot('../../golden/comparison.html')
    await expect(comparisonMarkdown(table)).toMatchFileSnapshot('../../golden/comparison.md')
    await expect(comparisonText(table)).toMatchFileSnapshot('../../golden/comparison.txt')
  })

  test('in English, the old text first', async () => {
    await expect(comparisonHtml(english())).toMatchFileSnapshot('../../golden/comparison-en.html')
  })

  test('as HTML has a head for each column, and no style of its own', () => {
    const html = comparisonHtml(table)
    expect(html.match(/<th scope="col"/g)).toHaveLength(2)
    expect(html).toContain('<caption>')
    expect(html).not.toMatch(/style=|<style|<script/)
  })

  test('as PDF and DOCX prints the same words', async () => {
    const words = table.rows
      .flatMap((row) => [row.after, row.before])
      .flatMap((cell) => linesOf(cell, 'ja'))
      .map(({ stretches }) => squash(stretches.map(({ text }) => text).join('')))
    const pdf = squash((await textInPdf(await comparisonPdf(table))).normalize('NFKC'))
    for (const word of words) expect(pdf).toContain(word.normalize('NFKC'))
    const docx = squash(textInDocx(await comparisonDocx(table)))
    for (const word of words) expect(docx).toContain(word)
  })

  test('of the same table is the same file', async () => {
    expect(await comparisonDocx(table)).toEqual(await comparisonDocx(table))
  })

  test('of a text and itself says that nothing has changed', () => {
    const document = read(beforeAmendment)
    const { rows, remarks } = tableOf(compare(document, document))
    expect([rows, remarks]).toEqual([[], ['改正部分はない。']])
  })
})
