import { expect, test } from 'vitest'
import { citeStaleArticle } from '../../../../src/core/check/rules/citations/cite-stale-article.ts'
import { linkMissing } from '../../../../src/core/check/rules/citations/link-missing.ts'
import { termDefinitionQuality } from '../../../../src/core/check/rules/citations/term-definition-quality.ts'
import { termUndefined } from '../../../../src/core/check/rules/citations/term-undefined.ts'
import { xrefBroken } from '../../../../src/core/check/rules/citations/xref-broken.ts'
import { parse } from '../../../../src/core/parse/index.ts'
import { sourceOfHtml } from '../../../../src/core/read/html.ts'
import { findings, found } from '../found.ts'
import { policy } from '../policy.ts'

/* What a rule misses may stand where the rule does not look for it first: in another section, in other words. */

test('a label, a name and the same once more are no use before a definition', () => {
  const label =
    '・注文情報：商品の名称及び数量（以下「注文情報」といいます。）を取得し、注文情報を利用します。'
  expect(found(termDefinitionQuality, policy({ 取得: label }))).toEqual([])
  const name =
    'MINATO Japan株式会社とその子会社（以下「MINATO」といいます。）は、MINATOの方針を定めます。'
  expect(
    found(termDefinitionQuality, policy({ 当社: `MINATO Japan株式会社の方針です。${name}` })),
  ).toEqual([])
})

test('a group whose company stands in brackets', () => {
  const text = policy({ 共同利用: '当社グループ会社（上海みなと有限公司）と共同して利用します。' })
  expect(found(termUndefined, text)).toEqual([])
})

test('links below, and relative links that the document does not hold', () => {
  const below = policy({
    会社: '各社の住所は、下記リンクからご確認ください。\n（1）みなと物流\n（2）みなとカード\nhttps://minato.example.jp/card',
  })
  expect(found(linkMissing, below)).toEqual([])
  const page = `<h1>プライバシーポリシー</h1><p>個人情報の開示の手続は<a href="/kaiji/">こちら</a>をご覧ください。</p>`
  const { document, linked } = parse(sourceOfHtml(page))
  expect(found(linkMissing, document)).toEqual(['手続はこちら'])
  expect(findings(linkMissing, document, { linked })).toEqual([])
})

test('an article that is printed, whatever it was read as', () => {
  const text = policy({
    変更: '当社は、第9条の手続により変更します。\n第9条 変更の手続は掲示します。',
  })
  expect(found(xrefBroken, text)).toEqual([])
})

test('a site of products that a link leads to, and the title of a statute', () => {
  expect(
    found(linkMissing, policy({ 販売: '表記については、リンク先のサイトをご確認ください。' })),
  ).toEqual([])
  const statute = policy({
    法令: '船員による不当な行為の防止等に関する法律に定める船員 （以下「船員」といいます。）を除きます。船員の情報は取得しません。船員には通知します。',
  })
  expect(found(termDefinitionQuality, statute)).toEqual([])
})

test('a group whose name is a link to its companies', async () => {
  const { readMarkdown } = await import('../../../../src/core/read/markdown.ts')
  const text = (group: string) =>
    new TextEncoder().encode(
      `# プライバシーポリシー\n\n株式会社みなと商会（以下「当社」といいます。）の方針です。\n\n## ご案内\n\n当社は、${group}の商品をご案内します。\n`,
    )
  const document = async (group: string) => parse(await readMarkdown(text(group))).document
  expect(found(termUndefined, await document('当社グループ'))).toHaveLength(1)
  expect(
    found(termUndefined, await document('[当社グループ](https://minato.example.com/group)')),
  ).toEqual([])
})

test('who is no third party stands in 27条5項, whatever the number was', () => {
  const text = policy({
    第三者提供:
      '当社は、個人データを第三者に提供しません。また、個人情報保護法第23条第4項各号に掲げる場合は、第三者に該当しないものとします。',
  })
  expect(findings(citeStaleArticle, text)[0]?.message.ja).toContain('27条5項')
})
