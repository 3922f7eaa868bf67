import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { textOf } from '../../src/core/document.ts'
import { parse } from '../../src/core/parse/index.ts'
import {
  type Labels,
  percent,
  rows,
  type ScoreRow,
  type Scores,
  scoreOf,
  total,
} from './import-score.ts'

/** Thirty-two fictional policies of as many trades, with what a reader finds in each. */
const folder = new URL('../fixtures/labelled/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
const textOfFile = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const labelsOf = (name: string): Labels =>
  JSON.parse(readFileSync(new URL(name.replace('.txt', '.json'), folder), 'utf8'))

/** What the parser reached, in per cent: it may rise, and never falls. */
const floors: { readonly [R in ScoreRow]: number } = {
  title: 100,
  organisation: 96,
  selfTerm: 100,
  sections: 99,
  numbers: 100,
  kinds: 98,
  purposes: 99,
  exceptions: 99,
  basis: 100,
  partners: 98,
  measures: 97,
  category: 100,
  contacts: 98,
  dates: 100,
  terms: 99,
}

const scores = new Map<string, Scores>()
for (const name of names)
  scores.set(name, scoreOf(parse(textOfFile(name)).document, labelsOf(name)))

test.each(rows)('%s: as much as ever is found of what readers find', (row) => {
  const { missed, extra } = total([...scores.values()])[row]
  const found = percent(total([...scores.values()])[row])
  expect(
    found,
    `missed: ${missed.join(' | ')}\nextra: ${extra.join(' | ')}`,
  ).toBeGreaterThanOrEqual(floors[row])
})

test.each(names)('%s loses no sign', (name) => {
  const bare = (text: string) => text.replace(/\s+/gu, '')
  expect(bare(textOf(parse(textOfFile(name)).document))).toBe(bare(textOfFile(name)))
})
