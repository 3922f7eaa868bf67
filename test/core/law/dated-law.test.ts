import { expect, test } from 'vitest'
import { key } from '../../../src/core/fold.ts'
import { accreditedBodies, bodyNamedIn, desksOn } from '../../../src/core/law/accredited-bodies.ts'
import { breachEventsOn } from '../../../src/core/law/breaches.ts'
import { clausesOf, clausesOn, missingIn } from '../../../src/core/law/clauses.ts'
import { commencements, commencementsBetween } from '../../../src/core/law/commencements.ts'
import { jointUseFactsOn } from '../../../src/core/law/joint-use-facts.ts'
import { renamesBy } from '../../../src/core/law/renames.ts'

const days = ['2006-01-01', '2018-01-01', '2022-04-01', '2024-04-01', '2026-11-22']

test('every clause says all of its own required words, on every day', () => {
  for (const day of days)
    for (const clause of clausesOn(day)) expect(missingIn(key(clause.text), clause)).toEqual([])
})

test('a slug stands for one clause on a day', () => {
  for (const day of days) {
    const slugs = clausesOn(day).map(({ slug }) => slug)
    expect(new Set(slugs).size).toBe(slugs.length)
  }
})

test('academic grounds were added in 2022', () => {
  expect(clausesOf('appi-27-1-7', '2022-03-31')).toEqual([])
  expect(clausesOf('appi-27-1-7', '2022-04-01').map(({ slug }) => slug)).toEqual([
    'tp-academic-recipient',
  ])
})

test('joint use asks for the address and the representative since 2022', () => {
  const ids = (day: string) => jointUseFactsOn(day).map(({ id }) => id)
  expect(ids('2022-03-31')).toEqual(['statement', 'items', 'scope', 'purposes', 'manager'])
  expect(ids('2022-04-01')).toEqual([
    ...ids('2022-03-31'),
    'managerAddress',
    'managerRepresentative',
  ])
  const [before] = clausesOf('appi-27-5-3', '2022-03-31')
  const [since] = clausesOf('appi-27-5-3', '2022-04-01')
  expect(since && missingIn(key(before?.text ?? ''), since).map(({ words }) => words)).toEqual([
    '住所',
    '法人にあっては、その代表者の氏名',
  ])
})

test('what a clause loses is named', () => {
  const [life] = clausesOf('appi-27-1-2', '2024-01-01')
  const missing = (text: string) => life && missingIn(key(text), life).map(({ words }) => words)
  expect(missing('人の生命、身体または財産の保護のために必要がある場合')).toEqual([
    '本人の同意を得ることが困難',
  ])
  expect(
    missing('人の生命、身体 または財産の保護に必要で、ご本人さまの同意を得ることが困難なとき'),
  ).toEqual([])
})

test('breaches that were about to be acquired are reported since 2024-04-01', () => {
  const third = (day: string) => breachEventsOn(day).find(({ item }) => item === '3')?.text ?? ''
  expect(third('2024-03-31')).not.toContain('取得しようとしている')
  expect(third('2024-04-01')).toContain('取得しようとしている')
  expect(breachEventsOn('2022-03-31')).toEqual([])
})

test('a rename is one from its day on', () => {
  const named = (day: string) => renamesBy(day).map(({ name }) => name)
  expect(named('2017-09-29')).toEqual([])
  expect(named('2020-03-31')).not.toContain('損害保険ジャパン株式会社')
  expect(named('2020-04-01')).toContain('損害保険ジャパン株式会社')
})

test('a body has one desk at a time, without gap', () => {
  for (const body of accreditedBodies)
    for (const [i, desk] of body.desks.entries()) expect(desk.until).toBe(body.desks[i + 1]?.since)
  const jipdec = bodyNamedIn('一般財団法人日本情報経済社会推進協会')
  expect(jipdec && desksOn(jipdec, '2024-07-31').current?.name).toBe('認定個人情報保護団体事務局')
  expect(bodyNamedIn('一般社団法人青葉協会')).toBeNull()
})

test('commencements stand in order, and only those after a text touch it', () => {
  const all = commencements.map(({ day }) => day)
  expect(all).toEqual([...all].sort())
  expect(commencementsBetween('2022-04-01', '2026-11-22').map(({ day }) => day)).toEqual([
    '2023-06-16',
    '2024-04-01',
  ])
  expect(commencementsBetween('2024-04-01', '2026-11-22')).toEqual([])
})
