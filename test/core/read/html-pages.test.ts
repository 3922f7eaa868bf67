import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { textOf } from '../../../src/core/document.ts'
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
