import fc from 'fast-check'
import type { PhrasingContent } from 'mdast'
import { expect, test } from 'vitest'
import { markdownBlocks } from '../../src/core/render/markdown.ts'
import {
  type MarkdownBlock,
  sourceByLibrary,
  sourceOf,
} from '../../src/core/render/markdown-source.ts'
import { arbitraryDocument } from './arbitrary-document.ts'
import { everyNode } from './every-node.ts'

/** Written in haste or with all care, it is the same. */
function expectTheSame(blocks: readonly MarkdownBlock[]): void {
  expect(sourceOf(blocks)).toBe(sourceByLibrary(blocks))
}

test('every document is written as the library writes it', () => {
  for (const locale of ['ja', 'en'] as const) expectTheSame(markdownBlocks(everyNode(locale)))
  fc.assert(fc.property(arbitraryDocument, (document) => expectTheSame(markdownBlocks(document))))
})

/** What any pattern of the library begins with, looks back at or ahead to, and what it does not mind. */
const signs = [...'\t\r\n !"#$&\'()*+-./0a1:;<=>?@AW[\\]^_`ps{|}~\u3000、個']
const value = fc.oneof(
  fc.array(fc.constantFrom(...signs), { maxLength: 5 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const textNode = value.map((value): PhrasingContent => ({ type: 'text', value }))
const strong = value
  .filter((text) => text !== '')
  .map((value): PhrasingContent => ({ type: 'strong', children: [{ type: 'text', value }] }))
const link = fc
  .tuple(
    fc.constantFrom('https://a.example/', 'mailto:', 'tel:', 'http:', ''),
    value,
    fc.oneof(fc.constant(null), value),
  )
  .map(([scheme, rest, shown]): PhrasingContent => {
    const url = scheme + rest
    const own = scheme === 'mailto:' ? rest : url
    return { type: 'link', url, children: [{ type: 'text', value: shown ?? own }] }
  })
const lineBreak = fc.constant<PhrasingContent>({ type: 'break' })
const html = fc.constantFrom<PhrasingContent>(
  { type: 'html', value: '<br>' },
  { type: 'html', value: '<u>' },
)
const line = (...more: readonly fc.Arbitrary<PhrasingContent>[]) =>
  fc.array(fc.oneof({ arbitrary: textNode, weight: 4 }, ...more), { minLength: 1, maxLength: 5 })

const paragraph = line(link, strong, lineBreak).map(
  (children): MarkdownBlock => ({ type: 'paragraph', children }),
)
const heading = fc
  .tuple(fc.constantFrom(1, 3, 6), line(link, strong))
  .map(([depth, children]): MarkdownBlock => ({ type: 'heading', depth, children }))
const table = fc
  .array(fc.array(line(link, strong, html), { maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map(
    (rows): MarkdownBlock => ({
      type: 'table',
      children: rows.map((cells) => ({
        type: 'tableRow',
        children: cells.map((children) => ({ type: 'tableCell', children })),
      })),
    }),
  )

test.each([
  ['paragraph', paragraph],
  ['heading', heading],
  ['table', table],
])('so is every %s, whatever signs meet in it', (_, block) => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => expectTheSame(blocks)),
    { numRuns: 500 },
  )
})

test('a heading that ends in signs of a heading is one whatever its texts are cut into', () => {
  for (const values of [['#'], ['#', '', '個'], ['個 #', ''], ['#', '#'], ['', '#']]) {
    const children = values.map((value): PhrasingContent => ({ type: 'text', value }))
    expectTheSame([{ type: 'heading', depth: 1, children }])
  }
})
