import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf } from '../../src/delivery/answer.ts'

const text = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud800', '\udc00', '\0', '𠮷')))
  .map((parts) => parts.join(''))

test('an answer’s bytes are the UTF-8 of its text, and no others', () => {
  fc.assert(fc.property(text, (text) => bytesOf(text).body.equals(Buffer.from(text, 'utf8'))))
})

test('however long it is, and whatever was written before and after it', () => {
  const texts = ['', '版', '個人情報'.repeat(50_000), 'ア'.repeat(349_525), '𠮷'.repeat(349_526)]
  const all = [...texts, ...texts].map((text) => ({ text, bytes: bytesOf(text) }))
  for (const { text, bytes } of all) expect(bytes.body.toString('utf8') === text).toBe(true)
})
