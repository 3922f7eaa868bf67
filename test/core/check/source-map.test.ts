import { expect, test } from 'vitest'
import { replaceInSource, sourceMap } from '../../../src/core/check/source-map.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { printed } from '../../../src/core/render/printed.ts'
import { wholePolicy } from './whole-policy.ts'

const source = wholePolicy().replace('購入履歴を、適正な手段', '購入履\n歴を、\n  適正な手段')
const { text } = printed(parse(source).document)

test('finds the line and column in a file with other white space', () => {
  const map = sourceMap(text, source)
  const position = map?.positionOf(text.indexOf('適正な手段'))
  const lines = source.split('\n')
  expect(lines[(position?.line ?? 0) - 1]?.slice((position?.column ?? 0) - 1)).toMatch(
    /^適正な手段/,
  )
})

test('is null where the text is not that of the file', () =>
  expect(sourceMap(text, `${source}x`)).toBeNull())

test('replaces what is printed and leaves the rest of the file as it is', () => {
  const map = sourceMap(text, source)
  const start = text.indexOf('適正な手段')
  if (!map) throw new Error('Expected a map')
  expect(replaceInSource(source, map, [{ start, end: start + 2, replacement: '適切' }])).toBe(
    source.replace('適正な手段', '適切な手段'),
  )
})
