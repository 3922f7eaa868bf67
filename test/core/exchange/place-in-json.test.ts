import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failedAt, placeInJson, textPlace } from '../../../src/core/exchange/place-in-json.ts'
import { printRecord } from '../../../src/core/exchange/print-record.ts'

test('a property is found where its name stands, an item where it begins', () => {
  const text = `{
  "id": "a{\\"b",
  "lines": [
    { "label": { "ja": "電話：" } },
    { "label": { "ja": "x", "en": 1 } }
  ]
}`
  const at = (...path: (string | number)[]) => placeInJson(text, path)
  expect(at('id')).toEqual({ line: 2, column: 3 })
  expect(at('lines', 0)).toEqual({ line: 4, column: 5 })
  expect(at('lines', 1, 'label', 'en')).toEqual({ line: 5, column: 29 })
  expect(at('lines', 1, 'missing')).toEqual({ line: 5, column: 5 })
  expect(at()).toEqual({ line: 1, column: 1 })
})

test('what is found reads back as the value, in any JSON', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.json()), (values) => {
      const record = Object.fromEntries(
        Object.entries(values).map(([name, json]) => [name, JSON.parse(json)]),
      )
      const text = JSON.stringify(record, null, 1)
      for (const name of Object.keys(record)) {
        const { line, column } = placeInJson(text, [name])
        const from = text
          .split('\n')
          .slice(line - 1)
          .join('\n')
          .slice(column - 1)
        expect(from.startsWith(JSON.stringify(name))).toBe(true)
      }
    }),
  )
})

test('where reading broke off', () => {
  for (const [text, line] of [
    ['{\n"a": 1,\n}', 3],
    ['{\n"a": 1', 2],
    ['{\n"a" 1}', 2],
  ] as const)
    try {
      JSON.parse(text)
      throw new Error('Expected it to be refused')
    } catch (error) {
      expect(failedAt(text, error as SyntaxError).line).toBe(line)
    }
  expect(textPlace('ab\ncd', 4)).toEqual({ line: 2, column: 2 })
})

test('a record is printed so that it reads back, one sentence a line', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.json()), (values) => {
      const fields = Object.entries(values).map(([name, json]) => [name, JSON.parse(json)])
      const record = { ...Object.fromEntries(fields), id: 'a' }
      expect(JSON.parse(printRecord(record))).toEqual(JSON.parse(JSON.stringify(record)))
    }),
  )
  const node = { type: 'text', format: 0, text: '本文です。' }
  const printed = printRecord({
    id: 'a',
    text: { ja: '一', en: 'one' },
    body: { children: [node] },
  })
  expect(printed).toContain('    "ja": "一",\n    "en": "one"\n')
  expect(printed).toContain('      { "type": "text", "format": 0, "text": "本文です。" }\n')
})
