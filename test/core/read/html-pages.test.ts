import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { textOf, visit } from '../../../src/core/document.ts'
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

test.each(pages)('%s: every record and section has a confidence', (name) => {
  const { document, report } = parse(readHtml(bytes(name)))
  visit(document, (node) => {
    if ('id' in node && node.type !== 'listItem' && node.id !== undefined)
      expect(report.confidence).toHaveProperty(node.id)
  })
  expect(report.confidence).toHaveProperty('title')
  expect(report.confidence).toHaveProperty(document.organisation.id)
})
