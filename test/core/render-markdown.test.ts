import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, headingOf, nodesOf, type Phrasing } from '../../src/core/document.ts'
import { render } from '../../src/core/render/index.ts'
import { arbitraryDocument } from './arbitrary-document.ts'
import { everyNode } from './every-node.ts'
import { nodesIn, readMarkdown } from './read-markdown.ts'

const empty = { ...everyNode('ja'), title: { text: '', printed: false } }
const printed = (...children: Block[]) => render({ ...empty, children }, 'markdown')
const sentence = (...children: Phrasing[]) => printed({ type: 'paragraph', children }).trimEnd()
const text = (value: string): Phrasing => ({ type: 'text', value })

describe('the source', () => {
  test('keeps printed numbers as they are, a line each', () => {
    const item = (marker: string, value: string) =>
      ({
        type: 'listItem',
        marker,
        children: [{ type: 'paragraph', children: [text(value)] }],
      }) as const
    expect(
      printed({
        type: 'list',
        children: [
          item('（１）', '氏名'),
          {
            ...item('（２）', '連絡先'),
            children: [
              { type: 'paragraph', children: [text('連絡先')] },
              { type: 'list', children: [item('ア　', '住所'), item('イ　', '電話番号')] },
            ],
          },
        ],
      }),
    ).toBe('（１）氏名\\\n（２）連絡先\\\n　ア　住所\\\n　イ　電話番号\n')
  })

  test.each([
    ['3. 利用目的', '3\\. 利用目的'],
    ['- 氏名', '\\- 氏名'],
    ['# 氏名', '\\# 氏名'],
    ['~~削除~~', '\\~\\~削除\\~\\~'],
    ['<script>', '\\<script>'],
    ['&amp;', '\\&amp;'],
    ['    字下げ', '字下げ'],
  ])('`%s` stays text', (value, source) => {
    expect(sentence(text(value))).toBe(source)
  })

  test('addresses are links that every reader of Markdown follows', () => {
    expect(sentence(text('https://aoba.example/a_b をご覧のうえ、a_b@aoba.example へ。'))).toBe(
      '<https://aoba.example/a_b> をご覧のうえ、<a_b@aoba.example> へ。',
    )
  })

  test('strong text beside Japanese punctuation is still strong', () => {
    const strong: Phrasing = {
      type: 'strong',
      children: [{ type: 'text', value: '「要配慮個人情報」' }],
    }
    expect(sentence(text('当社は'), strong, text('を取得しません。'))).toBe(
      '当社は「**要配慮個人情報**」を取得しません。',
    )
  })

  test('a table without a head row gets an empty one', () => {
    const cell = (value: string) =>
      ({ type: 'tableCell', header: false, children: [text(value)] }) as const
    expect(
      printed({
        type: 'table',
        children: [{ type: 'tableRow', children: [cell('a|b'), cell('c')] }],
      }),
    ).toBe('| | |\n| - | - |\n| a\\|b | c |\n')
  })
})

test('no text of any field becomes a heading, a list, code or a link to a script', () => {
  const own = new Set(['root', 'paragraph', 'heading', 'text', 'strong', 'break', 'link', 'html'])
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const nodes = nodesIn(readMarkdown(render(document, 'markdown')))
      const headings = nodesOf(document, 'section').filter(
        (section) => headingOf(section).trim() !== '',
      )
      const title = document.title.printed && document.title.text.trim() !== '' ? 1 : 0
      expect(nodes.filter(({ type }) => type === 'heading')).toHaveLength(headings.length + title)
      for (const node of nodes) {
        expect(own).toContain(node.type)
        if (node.type === 'link') expect(node.url).toMatch(/^(?:https?:|mailto:|tel:)/)
      }
    }),
  )
})
