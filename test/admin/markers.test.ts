import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  continues,
  firstBelow,
  nextMarker,
  ordinalOf,
  remarked,
  sameStyle,
  usualMarkers,
  withNumber,
} from '../../src/admin/components/list-markers/markers.ts'

describe('the marker of a new item', () => {
  test.each([
    [['（１）'], '（２）'],
    [['（９）'], '（１０）'],
    [['①'], '②'],
    [['1. '], '2. '],
    [['ア　', 'イ　'], 'ウ　'],
    [['ア'], 'イ'],
    [['イ　', 'ロ　'], 'ハ　'],
    [['・'], '・'],
    [['■'], '■'],
    [['（１）※'], '（１）※'],
    [[''], ''],
    [['㊿'], '㊿'],
  ])('after %j is %s', (markers, expected) => {
    expect(nextMarker(markers)).toBe(expected)
  })

  test.each(['（１）', '(1) ', '１．', '①'])('counts to nineteen in the style of %s', (style) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19 }), (ordinal) => {
        const marker = withNumber(style, ordinal)
        expect(ordinalOf(marker)).toBe(ordinal)
        expect(continues(marker, nextMarker([marker]))).toBe(true)
      }),
    )
  })
})

describe('a run', () => {
  test.each([
    ['（１）', '（２）', true],
    ['（１）', '（３）', false],
    ['（１）', '②', false],
    ['（１）', '(2)', false],
    ['・', '・', true],
    ['・', '－', false],
    ['①', '①', false],
    ['イ　', 'ロ　', true],
    ['ア　', 'イ　', true],
  ])('%s, then %s: %s', (before, marker, expected) => {
    expect(continues(before, marker)).toBe(expected)
  })

  test('is told from another style', () => {
    expect(sameStyle('（３）', '（１）')).toBe(true)
    expect(sameStyle('（３）', '③')).toBe(false)
    expect(sameStyle('・', '・')).toBe(true)
    expect(sameStyle('・', '●')).toBe(false)
  })
})

describe('a marker written anew', () => {
  test('in another style changes the whole run', () => {
    expect(remarked(['（１）', '（２）', '（３）'], 1, '②')).toEqual(['①', '②', '③'])
    expect(remarked(['・', '・', '・'], 0, '（１）')).toEqual(['（１）', '（２）', '（３）'])
    expect(remarked(['①', '②'], 1, '・')).toEqual(['・', '・'])
    expect(remarked(['1. ', '2. '], 0, 'ア')).toEqual(['ア', 'イ'])
  })

  test('with another number changes the items from there on', () => {
    expect(remarked(['（１）', '（２）', '（３）'], 1, '（５）')).toEqual([
      '（１）',
      '（５）',
      '（６）',
    ])
  })

  test('leaves alone what is not of the run', () => {
    expect(remarked(['①', '（１）', '（２）', '・'], 1, 'ア　')).toEqual([
      '①',
      'ア　',
      'イ　',
      '・',
    ])
    expect(remarked(['（１）', '（３）'], 0, '①')).toEqual(['①', '（３）'])
  })

  test('in a style that has no number so low changes the items from there on', () => {
    expect(remarked(['（１）', '（２）', '（３）'], 2, '①')).toEqual(['（１）', '（２）', '①'])
  })

  test('is what was written, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...usualMarkers, '（２）', '②', '', '※'), { minLength: 1 }),
        fc.nat(),
        fc.string(),
        (markers, place, wanted) => {
          const index = place % markers.length
          const result = remarked(markers, index, wanted)
          expect(result[index]).toBe(wanted)
          expect(result).toHaveLength(markers.length)
        },
      ),
    )
  })
})

test('a nested list begins one level below its parent', () => {
  expect(['1. ', '（３）', '(2) ', '②', 'イ　', '・'].map(firstBelow)).toEqual([
    '（１）',
    '①',
    '①',
    'ア　',
    '・',
    '・',
  ])
})
