import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAssignment, setFields } from '../../src/core/bulk/changes/set-fields.ts'
import type { PlanUnit } from '../../src/core/bulk/plan.ts'
import { PlanFileRefused, planWriter, readPlan } from '../../src/core/bulk/plan-file.ts'
import { recordHash } from '../../src/core/bulk/record-hash.ts'
import { replaceInBody } from '../../src/core/bulk/replace-in-body.ts'
import { ReplacementRefused, replacing } from '../../src/core/bulk/replace-in-text.ts'
import type { LexicalNode, LexicalState } from '../../src/core/lexical/state.ts'

test.each([
  ['青葉', '若葉', '青葉は、青葉商事と青葉へ', '若葉は、青葉商事と若葉へ'],
  ['データ', 'データ等', 'データとデータベース', 'データ等とデータベース'],
  ['ID', '識別子', 'IDとIDs', '識別子とIDs'],
])('a whole word ends where the script changes: %s', (from, to, text, expected) => {
  expect(replacing({ from, to, wholeWord: true }).text(text)).toBe(expected)
})

test('a regular expression has groups, and one that cannot be read is refused', () => {
  const by = replacing({ from: '第(\\d+)条', to: '第$1条の2', regularExpression: true })
  expect(by.text('第27条と第28条')).toBe('第27条の2と第28条の2')
  expect(() => replacing({ from: '(', to: '', regularExpression: true })).toThrow(
    ReplacementRefused,
  )
})

const run = (text: string, format = 0): LexicalNode => ({ type: 'text', version: 1, text, format })
const chip: LexicalNode = {
  type: 'inlineBlock',
  version: 1,
  fields: { blockType: 'jointUsePartner', record: 'r' },
}
const body = (...children: LexicalNode[]): LexicalState => ({
  root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children }] },
})
const printed = (state: LexicalState) =>
  ((state.root.children[0]?.children ?? []) as LexicalNode[])
    .map(({ text }) => text ?? '◇')
    .join('')

test('text over several runs is one text, whatever is bold', () => {
  const pieces = fc.array(fc.stringMatching(/^[アイウ]{0,3}$/u), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(
      pieces,
      fc.constantFrom('ア', 'アイ', 'イウア'),
      fc.constantFrom('', 'X', 'アア'),
      (texts, from, to) => {
        const by = replacing({ from, to })
        const state = body(...texts.map((text, i) => run(text, i % 2)))
        expect(printed(replaceInBody(state, by))).toBe(by.text(texts.join('')))
      },
    ),
  )
})

test('what is looked for does not go on over a record inside the sentence; a regular expression is refused there', () => {
  const state = body(run('当社は、'), chip, run('と共同して利用します。'))
  expect(replaceInBody(state, replacing({ from: '当社は、と', to: 'x' }))).toBe(state)
  const over = replacing({ from: '当社.*利用', to: 'x', regularExpression: true })
  expect(() => replaceInBody(state, over)).toThrow('◇')
  expect(printed(replaceInBody(state, replacing({ from: '当社', to: '弊社' })))).toBe(
    '弊社は、◇と共同して利用します。',
  )
})

test('a field of an organisation is set by its path, in the base language where none is named', () => {
  const record = {
    id: 'o',
    slug: 'aoba',
    address: { ja: '東京都', en: 'Tokyo' },
    answersOnRequest: false,
    representatives: [{ id: 'r', title: { ja: '社長', en: null }, name: { ja: '山田', en: null } }],
  }
  const set = (...texts: string[]) => {
    const assignments = texts.map(
      (text) => readAssignment(text) ?? { organisation: '', path: [], value: '' },
    )
    return setFields(assignments, ['ja', 'en']).change(record as never, {} as never)
  }
  expect(set('aoba.address=大阪府', 'aoba.address.en=Osaka')).toEqual({
    address: { ja: '大阪府', en: 'Osaka' },
  })
  expect(set('aoba.representatives.0.name=佐藤', 'aoba.answersOnRequest=true')).toEqual({
    representatives: [{ id: 'r', title: { ja: '社長', en: null }, name: { ja: '佐藤', en: null } }],
    answersOnRequest: true,
  })
  expect(set('aoba.nothing=x')).toEqual({ nothing: 'x' })
  expect(readAssignment('aoba=x')).toBeNull()
})

test('a record keeps its hash through a save that changes nothing, and no other way', () => {
  const record = { id: 'a', name: { ja: '名', en: null }, updatedAt: '1', bulkUpdate: null }
  expect(
    recordHash({ ...record, updatedAt: '2', bulkUpdate: '計画', name: { en: '', ja: '名' } }),
  ).toBe(recordHash(record))
  expect(recordHash({ ...record, name: { ja: '名', en: 'Name' } })).not.toBe(recordHash(record))
})

const unit = (slug: string): PlanUnit => ({
  organisation: { id: `id-${slug}`, slug, name: `${slug} 株式会社` },
  changes: [
    {
      collection: 'purposes',
      id: `p-${slug}`,
      organisation: `id-${slug}`,
      name: '目的',
      before: { hash: 'h', fields: { text: { ja: '前\n' } } },
      after: { text: { ja: '後' } },
    },
  ],
  policies: [],
  read: [
    { collection: 'purposes', id: `p-${slug}`, updatedAt: '2026-01-01T00:00:00.000Z', hash: 'h' },
  ],
})

function written(slugs: readonly string[]): string {
  const writer = planWriter({
    schema: 1,
    title: '題',
    madeAt: '2026-01-01T00:00:00.000Z',
    madeBy: '人',
    reverts: null,
  })
  return writer.begin() + slugs.map((slug) => writer.add(unit(slug))).join('') + writer.end().text
}

async function read(text: string): Promise<readonly unknown[]> {
  const lines: unknown[] = []
  for await (const line of readPlan(text.trimEnd().split('\n'))) lines.push(line)
  return lines
}

test('a plan is JSON, reads as it was written, and a changed or cut one is refused by its line', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 5 }),
      fc.nat(),
      async (slugs, at) => {
        const text = written(slugs)
        expect(JSON.parse(text).units).toMatchObject(
          slugs.map((slug) => ({ ...unit(slug), read: {} })),
        )
        const lines = await read(text)
        const units = lines.flatMap((line) => (line as { unit?: PlanUnit }).unit ?? [])
        expect(units).toEqual(slugs.map(unit))
        expect(lines).toHaveLength(slugs.length + 2)
        expect(lines.at(-1)).toMatchObject({
          counts: { organisations: slugs.length, records: slugs.length },
        })
        const place = at % text.trimEnd().length
        const other = text[place] === 'x' ? 'y' : 'x'
        await expect(read(text.slice(0, place) + other + text.slice(place + 1))).rejects.toThrow()
        await expect(read(text.slice(0, place))).rejects.toThrow()
      },
    ),
  )
  const lines = written(['a', 'b']).split('\n')
  await expect(read([lines[0], lines[1], '{ no', lines[3]].join('\n'))).rejects.toMatchObject({
    line: 3,
  })
  await expect(read('')).rejects.toBeInstanceOf(PlanFileRefused)
})
