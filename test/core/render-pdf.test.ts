import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { headingOf, nodesOf, type PolicyDocument } from '../../src/core/document.ts'
import { typstOf } from '../../src/core/render/typst/index.ts'
import { pdf } from '../../src/platform/typst/pdf.ts'
import { fixturePolicies } from '../fixtures/policies/index.ts'
import { everyNode } from './every-node.ts'
import { textInPdf } from './read-paper.ts'

const open = async (document: PolicyDocument) => {
  const bytes = await pdf.render(document)
  return getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
}
type Tree = { readonly role?: string; readonly children?: readonly Tree[] }
const rolesIn = (tree: Tree | null): string[] =>
  tree ? [tree.role ?? '', ...(tree.children ?? []).flatMap(rolesIn)].filter(Boolean) : []
const rolesOf = async (document: PolicyDocument) => {
  const file = await open(document)
  const pages = Array.from({ length: file.numPages }, (_, i) => file.getPage(i + 1))
  const trees = await Promise.all(pages.map(async (page) => (await page).getStructTree()))
  return trees.flatMap((tree) => rolesIn(tree as Tree | null))
}

test.each(['ja', 'en'] as const)(
  'says what it is: PDF/UA-1, title, language (%s)',
  async (locale) => {
    const document = everyNode(locale)
    const file = await open(document)
    const { info, metadata } = await file.getMetadata()
    expect(info).toMatchObject({
      Title: document.title.text,
      Language: locale === 'ja' ? 'ja-JP' : 'en-US',
    })
    expect(info).not.toHaveProperty('Author')
    expect(info).not.toHaveProperty('CreationDate')
    expect(metadata?.get('pdfuaid:part')).toBe('1')
    expect(await file.getMarkInfo()).toMatchObject({ Marked: true })
  },
)

test('is tagged: headings by rank, lists with labels, tables with heads, links', async () => {
  const roles = new Set(await rolesOf(everyNode('ja')))
  for (const role of [
    'H1',
    'H2',
    'P',
    'L',
    'LI',
    'Lbl',
    'LBody',
    'Table',
    'TR',
    'TH',
    'TD',
    'Link',
  ])
    expect(roles).toContain(role)
})

test('has an outline of its sections', async () => {
  const document = everyNode('ja')
  const file = await open(document)
  const titles = (items: Awaited<ReturnType<typeof file.getOutline>>): string[] =>
    (items ?? []).flatMap(({ title, items: inner }) => [title, ...titles(inner)])
  const squeeze = (text: string) => text.replaceAll(/\s/g, '')
  expect(titles(await file.getOutline()).map(squeeze)).toEqual(
    nodesOf(document, 'section').map((section) => squeeze(headingOf(section))),
  )
})

test('links lead out and to sections', async () => {
  const file = await open(everyNode('ja'))
  const found: { readonly url?: string; readonly dest?: unknown }[] = []
  for (let number = 1; number <= file.numPages; number++)
    found.push(...(await (await file.getPage(number)).getAnnotations()))
  expect(found.map(({ url }) => url)).toContain('mailto:privacy@aoba-bungu.example')
  expect(found.filter(({ dest }) => dest)).toHaveLength(2)
})

test('levels that skip, ids that stand twice and references to nowhere are PDF/UA-1 all the same', async () => {
  const document = everyNode('ja')
  const [section] = nodesOf(document, 'section')
  if (!section) throw new Error('Expected a section')
  const deep = {
    ...section,
    level: 4,
    number: '',
    heading: '',
    children: [{ ...section, level: 6 }],
  }
  await expect(pdf.render({ ...document, children: [deep, section, deep] })).resolves.toBeDefined()
})

test('a heading that shows nothing takes no rank from those within', async () => {
  const document = everyNode('ja')
  const [section] = nodesOf(document, 'section')
  if (!section) throw new Error('Expected a section')
  const plain = { ...section, number: '', heading: '目的', children: [] }
  const blank = {
    ...plain,
    heading: '\u200b',
    children: [
      { ...plain, level: 2 },
      { ...plain, level: 2 },
    ],
  }
  await expect(pdf.render({ ...document, children: [blank] })).resolves.toBeDefined()
})

test('a word that is broken over lines loses no letter to readers', async () => {
  const address = 'https://example.jp/a_b?c=1&d=*e*</article></section>'.repeat(5)
  const document = {
    ...everyNode('ja'),
    children: [
      { type: 'paragraph', children: [{ type: 'text', value: address }] },
      {
        type: 'list',
        children: [
          {
            type: 'listItem',
            marker: address.slice(0, 60),
            children: [{ type: 'paragraph', children: [] }],
          },
        ],
      },
    ],
  } as const
  expect((await textInPdf(await pdf.render(document))).replaceAll(/\s/gu, '')).toContain(
    address + address.slice(0, 60),
  )
})

test('every fictional policy is PDF/UA-1', async () => {
  for (const { documents } of fixturePolicies)
    for (const document of documents) await expect(pdf.render(document)).resolves.toBeDefined()
})

test('the program that Typst runs is one for all policies', () => {
  const [one, other] = fixturePolicies.map(({ documents }) => typstOf(documents[0]))
  expect(one?.main).toBe(other?.main)
  expect(one?.paper).not.toBe(other?.paper)
})

test('a tone mark of Hangul that stands on no syllable is printed once, and without a circle', async () => {
  const document = {
    ...everyNode('ja'),
    title: { text: '方針', printed: false },
    children: ['\u302e', 'あ\u302eい\u302f\u302f'].map((value) => ({
      type: 'paragraph' as const,
      children: [{ type: 'text' as const, value }],
    })),
  }
  expect((await textInPdf(await pdf.render(document))).replaceAll(/\s/gu, '')).toBe(
    '\u302eあ\u302eい\u302f\u302f',
  )
})
