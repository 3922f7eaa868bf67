import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodesOf, textOf, visit } from '../../../src/core/document.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { readHtml } from '../../../src/core/read/html.ts'
import { pageOutline } from './page-outline.ts'
import { lostAndAdded, printedText } from './page-text.ts'

const folder = path.resolve(import.meta.dirname, '../../fixtures/pages')
const pages = fs.readdirSync(folder).map((name) => name.replace(/\.html$/, ''))
const bytes = (name: string) => fs.readFileSync(path.join(folder, `${name}.html`))

describe('pages as sites have them', () => {
  test.each(pages)('%s: what a reader finds', async (name) => {
    const outline = pageOutline(parse(readHtml(bytes(name))))
    await expect(outline).toMatchFileSnapshot(`../../golden/pages/${name}.txt`)
  })

  test.each(pages)('%s: what is not in the document is said to be dropped', (name) => {
    const { document, report } = parse(readHtml(bytes(name)))
    const kept = textOf(document) + report.dropped.map(({ text }) => text).join('')
    expect(lostAndAdded(printedText(bytes(name)), kept)).toEqual({ lost: '', added: '' })
  })
})

test('where a link cannot stand in the document, its address is said to be lost', () => {
  const page =
    '<!doctype html><main><h1>プライバシーポリシー</h1><h2>利用目的</h2><p>当社は、個人情報を次の目的に利用します。</p><ul><li><a href="https://example.jp/a">商品</a>の発送のため</li></ul><h2><a href="https://example.jp/b">安全管理</a></h2><p>詳しくは<a href="https://example.jp/c">こちら</a>をご覧ください。</p></main>'
  const { report } = parse(readHtml(new TextEncoder().encode(page)))
  const said = report.doubts.map(({ message }) => message.en).join('\n')
  expect(said).toContain('https://example.jp/a')
  expect(said).toContain('https://example.jp/b')
  expect(said).not.toContain('https://example.jp/c')
})

test('a link whose address says nothing without its page is said to be lost, once', () => {
  const page =
    '<!doctype html><main><h1>プライバシーポリシー</h1><p>当社は、<a href="/law">法令</a>と<a href="/law">指針</a>を守ります。</p><p><a href="#top">この頁の先頭</a>、<a href="javascript:print()">印刷用の画面</a>もご利用ください。</p></main>'
  const { report } = parse(readHtml(new TextEncoder().encode(page)))
  const lost = report.doubts.filter(({ message }) => message.en.includes('is relative'))
  expect(lost.map(({ message }) => message.en)).toEqual([expect.stringContaining('/law')])
})

test('an item that counts on its own lines holds a list', () => {
  const page =
    '<!doctype html><main><h1>プライバシーポリシー</h1><h2>第三者提供</h2><ol><li>当社は、次の場合を除き、個人データを第三者に提供しません。<br>(1) 法令に基づく場合<br>(2) 人の生命の保護のために必要がある場合</li><li>当社は、提供の記録を作ります。<br>この記録は3年間保存します。</li></ol></main>'
  const { document } = parse(readHtml(new TextEncoder().encode(page)))
  expect(nodesOf(document, 'listItem').map(({ marker }) => marker)).toEqual([
    '1. ',
    '(1) ',
    '(2) ',
    '2. ',
  ])
  expect(nodesOf(document, 'exceptionClause').map(({ text }) => text)).toEqual([
    '法令に基づく場合',
    '人の生命の保護のために必要がある場合',
  ])
})

test.each(pages)('%s: every record and section has a confidence', (name) => {
  const { document, report } = parse(readHtml(bytes(name)))
  visit(document, (node) => {
    if ('id' in node && node.type !== 'listItem' && node.id !== undefined)
      expect(report.confidence).toHaveProperty(node.id)
  })
  expect(report.confidence).toHaveProperty('title')
  expect(report.confidence).toHaveProperty(document.organisation.id)
})

test('a paragraph that a page holds within a heading is text below it', () => {
  const page =
    '<!doctype html><main><h2><div><img src="a.png" alt=""></div><span>個人情報保護方針</span><p>株式会社みどり工務店（以下「当社」）は、個人情報を適切に取り扱うため、次のとおり個人情報保護方針を定めます。</p></h2><h3>利用目的</h3><p>当社は、個人情報を商品の発送のために利用します。</p><h3>安全管理</h3><p>当社は、個人データを適切に管理します。</p></main>'
  const { document } = parse(readHtml(new TextEncoder().encode(page)))
  expect(document.title.text).toBe('個人情報保護方針')
  expect(document.organisation.legalName).toBe('株式会社みどり工務店')
})
