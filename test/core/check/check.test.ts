import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../../src/core/check/index.ts'
import { law } from '../../../src/core/law/index.ts'
import { printed } from '../../../src/core/render/printed.ts'
import { arbitraryDocument } from '../arbitrary-document.ts'

const today = '2026-11-22'

test('never throws, and every place prints exactly its text', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const { text } = printed(document)
      for (const { place, fix } of check(document, { law, today }).findings) {
        expect(text.slice(place.start, place.end)).toBe(place.text)
        for (const edit of fix?.edits ?? [])
          expect(text.slice(edit.start, edit.end)).toBe(edit.text)
      }
    }),
  )
})
