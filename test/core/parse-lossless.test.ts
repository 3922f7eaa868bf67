import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodesOf, textOf } from '../../src/core/document.ts'
import { ParseRefused, parse } from '../../src/core/parse/index.ts'
import { render } from './parse-render.ts'
import { policies } from './parse-texts.ts'

const texts = Object.values(policies)
const bare = (text: string) => text.replace(/[\s\u200b]+/gu, '')
const fragments = [
  '（',
  '）',
  '「',
  '」',
  '以上',
  '第1条 ',
  '(1)',
  '・',
  '- ',
  '\n',
  '\n\n',
  '　',
  '。',
  '、',
  '2023年1月1日',
  'a@example.jp',
  '03-0000-0100',
  '〒100-0000',
  '株式会社',
  '【',
  '】',
  '※',
  '𠮷',
  '\u200b',
  '1.',
  '（以下「甲」という。）',
  '①',
  'ア ',
  'https://example.jp/',
  '円',
  '\r\n',
  '\f',
  '前項',
]

/** A line of a policy changed as copying, wrapping and editing change it. */
const change = fc.record({
  kind: fc.constantFrom('drop', 'insert', 'cut', 'join', 'swap', 'foreign'),
  at: fc.nat(),
  to: fc.nat(),
  fragment: fc.constantFrom(...fragments),
})
const mutated = fc
  .record({
    text: fc.constantFrom(...texts),
    other: fc.constantFrom(...texts),
    changes: fc.array(change, { minLength: 1, maxLength: 8 }),
  })
  .map(({ text, other, changes }) => {
    const lines = text.split('\n')
    for (const { kind, at, to, fragment } of changes) {
      const i = at % lines.length
      const line = lines[i] ?? ''
      const column = to % (line.length + 1)
      if (kind === 'drop') lines.splice(i, 1)
      else if (kind === 'insert') lines[i] = line.slice(0, column) + fragment + line.slice(column)
      else if (kind === 'cut') lines[i] = line.slice(0, column) + line.slice(column + 3)
      else if (kind === 'join') lines.splice(i, 2, line + (lines[i + 1] ?? ''))
      else if (kind === 'foreign')
        lines.splice(i, 0, other.split('\n')[to % other.split('\n').length] ?? '')
      else lines.splice(i, 1, lines[to % lines.length] ?? '')
      if (lines.length === 0) lines.push('個人情報')
    }
    return lines.join('\n')
  })

const fellBack = (text: string) =>
  parse(text).report.doubts.some(({ confidence }) => confidence === 0)

describe('nothing is lost', () => {
  test.each(Object.entries(policies))('%s prints as it was written', (_, text) => {
    expect(bare(textOf(parse(text).document))).toBe(bare(text))
    expect(fellBack(text)).toBe(false)
  })

  test.each(Object.entries(policies))('%s reads back from its own print', (_, text) => {
    const { document } = parse(text)
    expect(parse(render(document)).document).toEqual(document)
  })

  test('whatever is changed in a policy, all of it is printed, and by its structure', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        try {
          expect(bare(textOf(parse(text).document))).toBe(bare(text))
          expect(fellBack(text)).toBe(false)
        } catch (error) {
          if (!(error instanceof ParseRefused)) throw error
        }
      }),
      { numRuns: 300 },
    )
  })

  test('any text at all that mentions privacy is printed whole', () => {
    const anything = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...fragments)),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(anything, (pieces) => {
        const text = `個人情報${pieces.join('').replaceAll('\0', '')}`
        try {
          expect(bare(textOf(parse(text).document))).toBe(bare(text))
        } catch (error) {
          if (!(error instanceof ParseRefused)) throw error
        }
      }),
      { numRuns: 300 },
    )
  })

  test('ids are unique to what they name', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const ids = nodesOf(parse(text).document, 'section').map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 50 },
    )
  })
})

describe('linear time', () => {
  const time = (text: string) => {
    const start = performance.now()
    parse(text)
    return performance.now() - start
  }

  test('a hundred times the text takes about a hundred times as long', () => {
    for (let i = 0; i < 10; i++) parse(policies.articles)
    const ten = Math.max(time(policies.articles.repeat(10)), time(policies.articles.repeat(10)))
    expect(time(policies.articles.repeat(100)) / ten).toBeLessThan(40)
  })

  test.each([
    '（',
    '「あ」とは',
    '(以下「あ」という)',
    '1',
    'a@',
    'a.a.',
    '03-0000-',
    '法第1条',
    '株式会社',
    '東京都',
    'http://',
    '・\n',
    '1. 定義\n',
    '【あ】\n',
    '以上\n',
    '管理\n',
    '代表取締役 山田太郎\n',
    '安全管理措置を講じ、',
    '手数料1,000円',
    '共同利用 株式会社あ',
    '以下のお問い合わせ窓口',
    'が提供する',
    ' ',
    '　',
  ])('%j again and again does not stall the reader', (piece) => {
    expect(time(`個人情報\n共同利用\nあ${piece.repeat(20_000 / piece.length)}あ`)).toBeLessThan(
      5_000,
    )
  })
})
