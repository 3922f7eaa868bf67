import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writePlace } from '../../../src/core/law/article-places.ts'
import { movedTo, placesOf, staleSince, topicsAt } from '../../../src/core/law/articles.ts'
import { holdsOn } from '../../../src/core/law/dated.ts'
import { eraIds, eraOn, eras } from '../../../src/core/law/eras.ts'
import { type TopicId, topics } from '../../../src/core/law/topics.ts'

const ids = Object.keys(topics) as TopicId[]
const anyDay = fc
  .date({ min: new Date('2005-04-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('eras follow each other without gap or overlap, and the last is open', () => {
  expect(eras.map(({ id }) => id)).toEqual(eraIds)
  for (const [i, era] of eras.entries()) expect(era.until).toBe(eras[i + 1]?.since)
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(eras.filter((era) => holdsOn(era, day))).toEqual([eraOn(day)])
    }),
  )
})

test('provision to third parties is 23条 up to 2022-03-31 and 27条 from 2022-04-01, also after 2023-04-01', () => {
  expect(placesOf('third-party', '2021-01-01')).toEqual(['23'])
  expect(placesOf('third-party', '2022-03-31')).toEqual(['23'])
  expect(placesOf('third-party', '2022-04-01')).toEqual(['27'])
  expect(placesOf('third-party', '2023-04-01')).toEqual(['27'])
})

test('what 23条 dealt with, and where that is now', () => {
  expect(topicsAt('23', '2021-01-01')[0]).toBe('third-party')
  expect(topicsAt('23', '2022-04-01')[0]).toBe('security')
  expect(topicsAt('23-5-3', '2021-01-01')[0]).toBe('joint-use')
  expect(movedTo('23', '2021-01-01', '2023-04-01')).toBe('27')
  expect(movedTo('23-1-4', '2021-01-01', '2023-04-01')).toBe('27-1-4')
  expect(movedTo('23-5', '2021-01-01', '2023-04-01')).toBe('27-5')
  expect(movedTo('23-4', '2016-01-01', '2023-04-01')).toBe('27-5')
  expect(movedTo('23-5-3', '2021-01-01', '2023-04-01')).toBe('27-5-3')
})

test.each([
  ['purpose-notice', '18', '21'],
  ['held-data-matters', '24', '32'],
  ['disclosure', '25', '33'],
  ['correction', '26', '34'],
  ['cease', '27', '35'],
  ['fees', '30', '38'],
  ['complaints', '31', '40'],
  ['accreditation', '37', '47'],
] as const)('%s: %s of the first Act is %s now', (topic, before, now) => {
  expect(placesOf(topic, '2010-01-01')).toEqual([before])
  expect(movedTo(before, '2010-01-01', '2026-11-22')).toBe(now)
})

test('a citation is stale where another era dealt with the topic there', () => {
  expect(staleSince('purpose-notice', '18-1', '2024-07-31')?.era).toBe('amended2015')
  expect(staleSince('purpose-notice', '18-1', '2020-01-01')).toBeNull()
  expect(staleSince('accreditation', '37', '2024-07-31')).toEqual({
    era: 'original',
    certainty: 'certain',
  })
  expect(staleSince('accreditation', '47', '2024-07-31')).toBeNull()
  expect(staleSince('personal-information', '2-1', '2024-07-31')).toBeNull()
  expect(staleSince('third-party', '5', '2024-07-31')).toBeNull()
})

test('the Cabinet Order and the Rules have numbers of their own', () => {
  expect(topicsAt('10', '2024-01-01', 'order')).toEqual(['order-published-matters'])
  expect(movedTo('8', '2018-01-01', '2024-01-01', 'order')).toBe('10')
  expect(topicsAt('7-3', '2024-01-01', 'rules')).toEqual(['rules-breach'])
})

test('every topic is found at its own place, on every day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ids), anyDay, (topic, day) => {
      for (const place of placesOf(topic, day))
        expect(topicsAt(place, day, topics[topic].of)).toContain(topic)
    }),
  )
})

test('moving a place there and back leads to the same topic', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ids), anyDay, anyDay, (topic, day, other) => {
      const of = topics[topic].of
      const [place] = placesOf(topic, day)
      if (place === undefined || placesOf(topic, other).length === 0) return
      const moved = movedTo(place, day, other, of)
      expect(moved).not.toBeNull()
      expect(topicsAt(moved ?? '', other, of)).toContain(topic)
      expect(topicsAt(movedTo(moved ?? '', other, day, of) ?? '', day, of)).toContain(topic)
    }),
  )
})

test('what no day dealt with is no topic’s', () => {
  expect(topicsAt('99', '2024-01-01')).toEqual([])
  expect(movedTo('99', '2018-01-01', '2024-01-01')).toBeNull()
  expect(movedTo('26', '2024-01-01', '2018-01-01')).toBeNull()
})

test('places are written as the law writes them', () => {
  expect(writePlace('27-5-3')).toEqual({ ja: '27条5項3号', en: 'Article 27(5)(iii)' })
  expect(writePlace('22の2')).toEqual({ ja: '22条の2', en: 'Article 22-2' })
})
