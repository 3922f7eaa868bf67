import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf } from '../../src/core/document.ts'
import { type Piece, printed } from '../../src/core/render/printed.ts'
import { arbitraryDocument } from './arbitrary-document.ts'

const propertyOf = ({ node, property }: Piece): unknown =>
  (property === 'title' ? ['title', 'text'] : property.split('.')).reduce<unknown>(
    (value, name) => (value as Record<string, unknown>)[name],
    node,
  )

test('traces every character but air to the property that prints it', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const { text, pieces } = printed(document)
      let end = 0
      for (const piece of pieces) {
        expect(text.slice(end, piece.start).trim()).toBe('')
        const said = propertyOf(piece) as string
        const length = piece.end - piece.start
        expect(said.slice(piece.from, piece.from + length)).toBe(text.slice(piece.start, piece.end))
        end = piece.end
      }
      expect(text.slice(end).trim()).toBe('')
    }),
  )
})

test('a node spreads over what it prints, within its parent', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const { text, nodes } = printed(document)
      for (const { node, start, end, parent } of nodes) {
        const around = nodes[parent]
        if (around && end > start) {
          expect(start).toBeGreaterThanOrEqual(around.start)
          expect(end).toBeLessThanOrEqual(around.end)
        }
        const squashed = (printing: string) => printing.replaceAll(/\s/g, '')
        expect(squashed(text.slice(start, end))).toBe(squashed(textOf(node)))
      }
    }),
  )
})
