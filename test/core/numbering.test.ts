import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bareLabel,
  formatLabel,
  readLabel,
  readLabels,
  referenceText,
} from '../../src/core/numbering.ts'

const styles = [
  '第1条 ',
  '第１条　',
  '第一条　',
  '第1条の2 ',
  '第1項 ',
  '第1章　',
  '1 ',
  '１ ',
  '1. ',
  '１．',
  '1、',
  '1) ',
  '01. ',
  '2.1 ',
  '(1)',
  '（１）',
  '（一）',
  '(a)',
  '(i)',
  '⑴',
  '①',
  '⒈',
  '❶',
  '㈠',
  'Ⅰ．',
  'ア ',
  'ア．',
  'イ ',
  '一、',
  'a. ',
  'A. ',
  'i. ',
  '【1】',
  '〔１〕',
  '■１．',
  '- (1)',
  '- 1.',
  '・(1)',
  'Article 1 ',
  'Section 1. ',
]

describe('labels', () => {
  test('a label is read with the space after it, as the style of its first', () => {
    expect(readLabel('第３条　（利用目的）')).toEqual({
      label: '第３条　',
      style: '第１条　',
      ordinal: 3,
    })
    expect(readLabel('１０ 問い合わせ')).toEqual({ label: '１０ ', style: '１ ', ordinal: 10 })
    expect(readLabel('- (2)商品の発送')).toEqual({ label: '- (2)', style: '- (1)', ordinal: 2 })
  })

  test.each([
    '第21条第1項に基づき通知します',
    '2023年10月1日',
    '1.5倍',
    '03-0000-0100',
    '(株)青葉商店',
    '（以下「当社」といいます。）',
    'ア、イ及びウ',
    '一般社団法人',
    'A社',
    '10年以上',
    '',
  ])('%s starts with no label', (text) => {
    expect(readLabel(text)).toBeNull()
  })

  test('a sign of two orders is read in the one expected', () => {
    expect(readLabel('ロ 電話番号', 'イ ')?.ordinal).toBe(2)
    expect(readLabel('i. first', 'i. ')?.ordinal).toBe(1)
    expect(readLabel('i. ninth', 'a. ')?.ordinal).toBe(9)
  })

  test('a sign is read in no order that the shape around it has not', () => {
    expect(readLabel('Article i')?.style).toBe('Article i')
    expect(readLabels('Article c').map(({ style }) => style)).toEqual(['Article i'])
  })

  test('what is formatted reads back, in every style', () => {
    fc.assert(
      fc.property(fc.constantFrom(...styles), fc.integer({ min: 1, max: 10 }), (style, ordinal) => {
        expect(readLabel(`${formatLabel(style, ordinal)}文`, style)).toMatchObject({
          style,
          ordinal,
        })
      }),
    )
  })

  test.each(['条', 'あ', '', '第2条', '1'.repeat(9)])('`%s` is no style', (style) => {
    expect(() => formatLabel(style, 1)).toThrow(RangeError)
  })

  test('a style cannot count beyond its last sign', () => {
    expect(() => formatLabel('⑴', 21)).toThrow(RangeError)
    expect(() => formatLabel('①', 0)).toThrow(RangeError)
  })
})

describe('references', () => {
  const target = { number: '第３条　', heading: '利用目的' }

  test('each form prints what readers know it by', () => {
    expect(referenceText('number', target)).toBe('第３条')
    expect(referenceText('heading', target)).toBe('利用目的')
    expect(referenceText('quotedHeading', target)).toBe('「利用目的」')
    expect(referenceText('numberAndHeading', target)).toBe('第３条　利用目的')
    expect(referenceText('quotedNumberAndHeading', target)).toBe('「第３条　利用目的」')
    expect(referenceText('previous', target)).toBe('前条')
    expect(referenceText('next', { number: '(2)', heading: '' })).toBe('次号')
    expect(referenceText('previous', { number: '2. ', heading: '' })).toBe('前項')
  })

  test('English has its own', () => {
    const section = { number: 'Article 3 ', heading: 'Purposes' }
    expect(referenceText('next', section)).toBe('the following Article')
    expect(referenceText('quotedHeading', section)).toBe('“Purposes”')
  })

  test('nothing comes before what has no number', () => {
    expect(() => referenceText('previous', { number: '', heading: '利用目的' })).toThrow(RangeError)
  })

  test('a bare label has neither bullet nor stop', () => {
    expect(['- (1)', '１．', '第1条 ', '1. '].map(bareLabel)).toEqual(['(1)', '１', '第1条', '1'])
  })
})
