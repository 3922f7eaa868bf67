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

  test('a gap that parts the signature from a desk is not in the print, and the reading does without', () => {
    const { document } = parse('8．口\n個人情報\n以上\n03-0001\n\n滋賀県大4\n代表理')
    expect(parse(render(document)).document).toEqual(document)
  })

  test.each(['管理\n', '・\n', '（目的）\n', 'イ　あ\nロ　い\n'])(
    '%j again and again reads back from its print',
    (piece) => {
      const { document } = parse(`個人情報\n共同利用\nあ${piece.repeat(20)}あ`)
      expect(parse(render(document)).document).toEqual(document)
    },
  )

  test('a text whose hard wraps come undone heading by heading is read until they have', () => {
    const text =
      'さ\n該当する場合には、開示の請求に応じないことがあり、そのと\nきは\n遅滞なくそ\n１）三者の生命、身体、財産その他の権利利益を害するおそれ\nがある場合\n９ \n法令の改正その他の事情により本ポリシーを変更することがあ\nりま\n更後\n容\n個人情報'
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
