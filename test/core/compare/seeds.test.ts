import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Change, compare } from '../../../src/core/compare/index.ts'
import { nodesOf, type PolicyDocument } from '../../../src/core/document.ts'
import { parse } from '../../../src/core/parse/index.ts'

/** A real policy that lists its purposes twice; it is not part of this repository. */
const file = fileURLToPath(new URL('../../../../shared/seeds/004.txt', import.meta.url))
const present = existsSync(file)

/** Lines of the policy by their numbers, from 1; without the bullet before them. */
const lines = present ? ['', ...readFileSync(file, 'utf8').split('\n')] : []
const line = (number: number) => (lines[number] ?? '').trim()
const item = (number: number) => line(number).replace(/^・/u, '')

test.skipIf(!present)(
  'the two purpose lists of a real policy: every difference is found, and none invented',
  () => {
    const whole = parse(lines.slice(1).join('\n')).document
    const sectionOf = (number: number) => {
      const found = nodesOf(whole, 'section').find(({ heading }) => line(number).endsWith(heading))
      if (!found) throw new RangeError(`Expected a section for line \`${number}\``)
      return found
    }
    const title = { text: '', printed: false }
    /** The section of a heading as a document of its own, with or without that heading. */
    const only = (number: number): PolicyDocument => ({
      ...whole,
      title,
      children: [sectionOf(number)],
    })
    const inside = (number: number): PolicyDocument => ({
      ...whole,
      title,
      children: sectionOf(number).children,
    })
    const [{ children }, after] = [inside(19), only(58)]
    const { changes } = compare({ ...after, children }, after, { ids: 'strange' })
    const said = ({ of, how, before, after }: Change) => [of, how, before, after]
    const regrouped = (number: number) => ['purpose', 'regrouped', item(number), item(number)]
    expect(changes.map(said)).toEqual([
      // 8: the heading of the list, and its number.
      ['section', 'renumbered', line(20), line(58)],
      ['section', 'retitled', line(20), line(58)],
      // 4 and 5: two headings are lost, and their items stand below another one.
      ['section', 'merged', line(41), line(69)],
      ['section', 'merged', line(44), line(69)],
      // 1: a space within a word.
      ['purpose', 'changed', item(39), item(77)],
      regrouped(42),
      regrouped(43),
      regrouped(47),
      // 2: two items on one line.
      ['purpose', 'merged', item(48), item(48)],
      regrouped(49),
      regrouped(50),
      // 3: another space.
      ['purpose', 'changed', item(51), item(84)],
      // 7 and 6: the note, and the rule that takes in the first list.
      ['text', 'removed', line(45), null],
      ['text', 'removed', line(46), null],
    ])
  },
)
