import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf } from '../../src/core/document.ts'
import { render } from '../../src/core/render/index.ts'
import { arbitraryDocument } from './arbitrary-document.ts'
import { everyNode } from './every-node.ts'

const linesIn = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean)

test('has the printed lines, line for line', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      expect(linesIn(render(document, 'text'))).toEqual(linesIn(textOf(document)))
    }),
  )
})

test('sets sections, the signature and the end apart, and nested items in', () => {
  const text = render(everyNode('ja'), 'text')
  expect(text).toMatch(/^プライバシーポリシー\n\n株式会社青葉文具/)
  expect(text).toContain('\n\n第１条（利用目的）\n当社は')
  expect(text).toContain('\n１）入退室の管理\n  ア　執務室の施錠\n')
  expect(text).toMatch(/\n\n株式会社青葉文具\n代表取締役　森野　一樹\n\n以上\n$/)
})
