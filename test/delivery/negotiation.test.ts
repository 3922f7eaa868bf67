import { describe, expect, test } from 'vitest'
import { negotiateFormat, negotiateLanguage } from '../../src/delivery/asked/negotiation.ts'

const offers = [
  'application/json; charset=utf-8',
  'text/html; charset=utf-8',
  'text/plain; charset=utf-8',
].map((mediaType) => ({ mediaType }))
const format = (accept?: string) => negotiateFormat(accept, offers)?.mediaType.split(';')[0] ?? null

describe('Accept', () => {
  test('the most specific range speaks for a type', () => {
    expect(format('text/*;q=0.3, text/plain;q=0.7, */*;q=0.1')).toBe('text/plain')
    expect(format('text/html;q=0, text/*')).toBe('text/plain')
  })
  test('of equals, the first offer', () => {
    expect(format('text/plain, text/html')).toBe('text/html')
    expect(format('*/*')).toBe('application/json')
    expect(format('')).toBe('application/json')
  })
  test('types are told apart whatever their case', () => {
    expect(format('TEXT/HTML')).toBe('text/html')
  })
  test('what is refused, or said in no known way, is not given', () => {
    expect(format('image/png')).toBeNull()
    expect(format('application/json;q=0')).toBeNull()
    expect(format('text/html;q=high')).toBeNull()
  })
})

describe('Accept-Language', () => {
  const language = (accept?: string) => negotiateLanguage(accept, ['ja', 'en'])
  test('finds a language by any of its regions', () => {
    expect(language('ja-JP')).toBe('ja')
    expect(language('en-US,en;q=0.9,ja;q=0.8')).toBe('en')
    expect(negotiateLanguage('en', ['ja', 'en-GB'])).toBe('en-GB')
  })
  test('says nothing when it names none, so that the usual one is given', () => {
    expect(language()).toBeNull()
    expect(language('fr, *;q=0.5')).toBeNull()
    expect(language('java')).toBeNull()
    expect(language('ja;q=0')).toBeNull()
  })
})
