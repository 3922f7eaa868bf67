import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PolicyDocument, textOf, visit } from '../../src/core/document.ts'
import { type Format, formats, render } from '../../src/core/render/index.ts'
import { arbitraryDocument } from './arbitrary-document.ts'
import { everyNode, nodeTypes } from './every-node.ts'
import { readers } from './whole-way.ts'

const withoutSpace = (text: string) => text.replaceAll(/\s/gu, '')
const names = Object.keys(formats) as Format[]
const languages = ['ja', 'en'] as const

test('the document of these tests has every type of node', () => {
  const met = new Set<string>()
  visit(everyNode('ja'), ({ type }) => met.add(type))
  expect([...met].sort()).toEqual([...nodeTypes].sort())
})

describe.each(names)('%s', (format) => {
  test.each(languages)('prints every type of node (%s)', (locale) => {
    const document = everyNode(locale)
    const source = render(document, format)
    expect(withoutSpace(readers[format](source))).toBe(withoutSpace(textOf(document)))
  })

  test('prints all text and only the text, whatever it looks like', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const seen = readers[format](render(document, format))
        expect(withoutSpace(seen)).toBe(withoutSpace(textOf(document)))
      }),
    )
  })

  test('prints nothing of an empty policy without a title', () => {
    const document = { ...everyNode('ja'), title: { text: '方針', printed: false }, children: [] }
    expect(readers[format](render(document, format)).trim()).toBe('')
  })

  test('prints the same bytes for the same document', () => {
    const reordered = Object.fromEntries(Object.entries(everyNode('ja')).reverse())
    expect(render(reordered as unknown as PolicyDocument, format)).toBe(
      render(everyNode('ja'), format),
    )
  })
})

test.each(['html', 'markdown', 'text'] as const)(
  '%s refuses a node of an unknown type',
  (format) => {
    const document = { ...everyNode('ja'), children: [{ type: 'hologram', children: [] }] }
    expect(() => render(document as unknown as PolicyDocument, format)).toThrow('`hologram`')
  },
)

test.each(
  languages.flatMap((locale) =>
    (['html', 'markdown', 'text'] as const).map((format) => ({ locale, format })),
  ),
)('golden file of $format ($locale)', async ({ locale, format }) => {
  const file = `../golden/every-node.${locale}${formats[format].extension}`
  await expect(render(everyNode(locale), format)).toMatchFileSnapshot(file)
})

test('each format has its own extension and media type', () => {
  const all = Object.values(formats)
  expect(all.map(({ extension }) => extension)).toEqual(['.json', '.html', '.md', '.txt'])
  expect(new Set(all.map(({ mediaType }) => mediaType)).size).toBe(all.length)
})
