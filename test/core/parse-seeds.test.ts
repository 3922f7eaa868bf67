import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { nodesOf, textOf } from '../../src/core/document.ts'
import { parse } from '../../src/core/parse/index.ts'
import { render } from './parse-render.ts'

/** Real policies, with labels made by hand; they are not part of this repository. */
const folder = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url))
const present = existsSync(folder)
const names = present ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : ['-']
const bare = (text: string) => text.replace(/\s+/gu, '')
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

describe.skipIf(!present)('real policies (skipped where ../shared/seeds is absent)', () => {
  describe.each(names)('%s', (name) => {
    const text = present ? readFileSync(folder + name, 'utf8') : ''
    const { document } = present ? parse(text) : { document: null }
    const labels = present
      ? JSON.parse(readFileSync(`${folder}labels/${name.replace('.txt', '.json')}`, 'utf8'))
      : {}
    const sorted = (texts: string[]) => texts.map(bare).sort()

    test('prints every character, and every line unless it was wrapped', () => {
      if (!document) return
      expect(bare(textOf(document))).toBe(bare(text))
      const wrapped = linesOf(text).length !== linesOf(textOf(document)).length
      if (!wrapped) expect(linesOf(textOf(document))).toEqual(linesOf(text))
    })

    test('reads back from its own print', () => {
      if (document) expect(parse(render(document)).document).toEqual(document)
    })

    test('has the records that a reader finds', () => {
      if (!document) return
      expect(sorted(nodesOf(document, 'purpose').map((one) => one.text))).toEqual(
        sorted(labels.purposes.map((one: { text: string }) => one.text)),
      )
      expect(
        sorted(nodesOf(document, 'exceptionClause').map((one) => one.basis + one.text)),
      ).toEqual(
        sorted(
          labels.exceptions.map((one: { text: string; basis: string }) => one.basis + one.text),
        ),
      )
      expect(
        sorted(nodesOf(document, 'safetyMeasure').map((one) => one.category + one.text)),
      ).toEqual(
        sorted(
          labels.safetyMeasures.map(
            (one: { text: string; category: string }) => one.category + one.text,
          ),
        ),
      )
    })
  })
})
