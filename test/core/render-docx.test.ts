import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { PolicyDocument, Section } from '../../src/core/document.ts'
import { docx } from '../../src/core/render/docx/index.ts'
import { fixturePolicies } from '../fixtures/policies/index.ts'
import { everyNode } from './every-node.ts'
import { textInDocx } from './read-paper.ts'
import { childrenIn, elementsIn, orderProblems, readXml, type XmlElement } from './read-xml.ts'

const open = async (document: PolicyDocument) => {
  const files = unzipSync(await docx.render(document))
  const part = (path: string) => readXml(strFromU8(files[path] ?? new Uint8Array()))
  return { files, part }
}
const document = everyNode('ja')
const { files, part } = await open(document)
const body = part('word/document.xml')
const paragraphs = elementsIn(body, 'w:p')
const text = (element: XmlElement) =>
  elementsIn(element, 'w:t')
    .map((t) => t.text)
    .join('')
const value = (element: XmlElement, name: string) =>
  elementsIn(element, name)[0]?.attributes['w:val']
/** The level by which Word counts in a list. */
const levelOf = (numId: string | undefined): XmlElement => {
  const numbering = part('word/numbering.xml')
  const list = elementsIn(numbering, 'w:num').find((one) => one.attributes['w:numId'] === numId)
  const kind = list && value(list, 'w:abstractNumId')
  const [level] = elementsIn(numbering, 'w:abstractNum')
    .filter(({ attributes }) => attributes['w:abstractNumId'] === kind)
    .flatMap((one) => elementsIn(one, 'w:lvl'))
  if (!level) throw new Error(`Expected the list \`${numId}\``)
  return level
}
const styled = (style: string) =>
  paragraphs.filter((paragraph) => value(paragraph, 'w:pStyle') === style)

test('every part is XML in the order that Word is strict about', async () => {
  for (const { documents } of [...fixturePolicies, { documents: [document, everyNode('en')] }])
    for (const one of documents) {
      const { files, part } = await open(one)
      for (const path of Object.keys(files))
        expect([path, orderProblems(part(path))]).toEqual([path, []])
    }
})

test('every relationship leads to a part, and every part used is declared', () => {
  const declared = elementsIn(part('[Content_Types].xml'), 'Override').map(
    ({ attributes }) => attributes.PartName?.slice(1) ?? '',
  )
  expect(Object.keys(files)).toEqual(expect.arrayContaining(declared))
  const relationships = elementsIn(part('word/_rels/document.xml.rels'), 'Relationship')
  for (const { attributes } of relationships)
    if (attributes.TargetMode !== 'External')
      expect(files).toHaveProperty([`word/${attributes.Target}`])
  const ids = relationships.map(({ attributes }) => attributes.Id)
  expect(new Set(ids).size).toBe(ids.length)
  const used = elementsIn(body, 'w:hyperlink').flatMap(({ attributes }) => attributes['r:id'] ?? [])
  expect(ids).toEqual(expect.arrayContaining(used))
})

test('headings are Word’s, by their rank, and kept with what follows', () => {
  expect(styled('Title').map(text)).toEqual(['プライバシーポリシー'])
  expect(styled('Heading1').map(text)).toContain('（利用目的）')
  expect(styled('Heading2').map(text)).toEqual(['個人関連情報'])
  for (const style of elementsIn(part('word/styles.xml'), 'w:style'))
    if (/^(?:Heading\d|Title)$/.test(style.attributes['w:styleId'] ?? ''))
      expect(elementsIn(style, 'w:keepNext')).toHaveLength(1)
})

test('numbers that count are Word’s own, and print as they were printed', async () => {
  const [first] = styled('Heading1')
  const numId = first && value(first, 'w:numId')
  const level = levelOf(numId)
  expect([value(level, 'w:numFmt'), value(level, 'w:lvlText'), value(level, 'w:start')]).toEqual([
    'decimalFullWidth',
    '第%1条',
    '1',
  ])
  // All articles count in one list, but the last, whose number stands below its heading.
  expect(styled('Heading1').map((paragraph) => value(paragraph, 'w:numId'))).toEqual([
    ...Array(5).fill(numId),
    undefined,
  ])
  expect(textInDocx(await docx.render(document))).toContain('第１条（利用目的）')
})

test.each([
  ['第1条 ', '第2条 ', true],
  ['第三条　', '第四条　', true],
  ['（１）', '（２）', true],
  ['ア　', 'イ　', true],
  ['⑲', '⑳', true],
  ['⑳', '㉑', false],
  ['第1条', '第1条の2', false],
  ['(1)', '（２）', false],
  ['1. ', '3. ', false],
  ['100% ', '101% ', false],
])('the numbers %s and %s: counted by Word %s, printed alike', async (one, two, isCounted) => {
  const sections = [one, two].map(
    (number, i): Section => ({
      type: 'section',
      id: `s${i}`,
      kind: 'other',
      level: 1,
      number,
      heading: '見出し',
      children: [],
    }),
  )
  const numbered = { ...document, children: sections }
  const { part } = await open(numbered)
  expect(elementsIn(part('word/document.xml'), 'w:numPr')).toHaveLength(isCounted ? 2 : 0)
  const printed = textInDocx(await docx.render(numbered)).replaceAll(/\s/g, '')
  expect(printed).toBe(`プライバシーポリシー${one}見出し${two}見出し`.replaceAll(/\s/g, ''))
})

test('以上 and signatures stand to the right, in Word’s own styles for them', () => {
  expect(styled('Closing').map(text)).toEqual(['以上'])
  expect(styled('Signature').map(text)).toEqual(['株式会社青葉文具', '代表取締役　森野　一樹'])
  const right = elementsIn(part('word/styles.xml'), 'w:style')
    .filter((style) => value(style, 'w:jc') === 'right')
    .map(({ attributes }) => attributes['w:styleId'])
  expect(right).toEqual(expect.arrayContaining(['Closing', 'Signature']))
})

test('sections are bookmarks, references lead to them, and links go out', () => {
  const names = elementsIn(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name'])
  expect(names).toContain('s_section_purposes')
  expect(new Set(names).size).toBe(names.length)
  const links = elementsIn(body, 'w:hyperlink')
  expect(
    links.flatMap((link) =>
      link.attributes['w:anchor'] ? [[text(link), link.attributes['w:anchor']]] : [],
    ),
  ).toEqual([
    ['第１条', 's_section_purposes'],
    ['第４条２）', 's_item_devices'],
  ])
  const outside = elementsIn(part('word/_rels/document.xml.rels'), 'Relationship')
    .filter(({ attributes }) => attributes.TargetMode === 'External')
    .map(({ attributes }) => attributes.Target)
  expect(outside).toContain('mailto:privacy@aoba-bungu.example')
})

test('the head of a table is repeated on every page', () => {
  const rows = elementsIn(body, 'w:tr')
  expect(rows.map((row) => elementsIn(row, 'w:tblHeader').length)).toEqual([1, 0])
})

test('the file tells its title and languages, and neither who made it nor when', () => {
  const core = part('docProps/core.xml')
  expect(childrenIn(core).map(({ name, text }) => [name, text])).toEqual([
    ['dc:title', 'プライバシーポリシー'],
    ['cp:revision', '1'],
  ])
  expect(elementsIn(part('word/styles.xml'), 'w:lang')[0]?.attributes).toEqual({
    'w:val': 'en-US',
    'w:eastAsia': 'ja-JP',
  })
})
