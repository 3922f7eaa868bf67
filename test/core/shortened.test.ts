import { expect, test } from 'vitest'
import { shortened } from '../../src/core/shortened.ts'

test('what is too long to be quoted ends with an ellipsis, and no character is cut in two', () => {
  expect(shortened('個人情報の取扱い', 8)).toBe('個人情報の取扱い')
  expect(shortened('個人情報の取扱いについて', 8)).toBe('個人情報の取扱い…')
  expect(shortened('𠮷野家', 1)).toBe('…')
  expect(shortened('あ𠮷野家', 2)).toBe('あ…')
})
