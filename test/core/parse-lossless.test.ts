import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodesOf, textOf } from '../../src/core/document.ts'
import { ParseRefused, parse } from '../../src/core/parse/index.ts'
import { fragments, mutatedPolicy } from './mutated-policies.ts'
import { render } from './parse-render.ts'
import { policies } from './parse-texts.ts'
import { bare } from './whole-way.ts'

const mutated = mutatedPolicy(Object.values(policies))

const isPolicy = (text: string) => text.includes('個人情報')

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
      fc.property(mutated.filter(isPolicy), (text) => {
        const ids = nodesOf(parse(text).document, 'section').map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 50 },
    )
  })
})

describe('linear time', () => {
  /** Of this process alone, in milliseconds: others may be busy. */
  const time = (text: string) => {
    const start = process.cpuUsage()
    parse(text)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
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
