import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createLocalReq } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { replaceText } from '../../src/core/bulk/changes/replace-text.ts'
import { readAssignment, setFields } from '../../src/core/bulk/changes/set-fields.ts'
import type { RecordRead } from '../../src/core/bulk/plan.ts'
import { type BulkCollection, bulkCollections } from '../../src/core/bulk/records.ts'
import { resavedOf } from '../../src/operations/bulk/drift.ts'
import type { Plannable } from '../../src/operations/bulk/plan.ts'
import { changeOfFile } from '../../src/operations/bulk/record-file.ts'
import { alone, type Session } from '../../src/operations/bulk/session.ts'
import { generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { settingsOf } from '../../src/operations/settings.ts'
import { testPayload } from '../payload.ts'
import { applied as applyAs, planned as planAs } from './plan-and-apply.ts'
import { refusalOf } from './refusal-of.ts'
import { type Doc, docsIn, inJapanese } from './stored-docs.ts'

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const all = docsIn(payload)

beforeAll(async () => {
  const made = generatePolicies({ organisations: 2, editions: 1, seed: 5 }, reading)
  for await (const _ of made);
})

const planned = (change: Plannable) => planAs(change, reading)
const applied = (text: string) => applyAs(text, {}, reading)

test('a file of JSON lines is refused by line: what is no line, what no record has, what may not be', async () => {
  const [one] = await all('purposes')
  const good = { collection: 'purposes', id: one?.id, set: { text: { ja: '行による変更のため' } } }
  const file = (...lines: unknown[]) => {
    const name = path.join(os.tmpdir(), `lines-${process.pid}.jsonl`)
    fs.writeFileSync(
      name,
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    )
    return changeOfFile(name)
  }
  const many = Array.from({ length: 3200 }, (_, i) => ({ ...good, id: `x${i}` }))
  expect((await refusalOf(file(...many, '{ no'))).messages.ja).toMatch(/lines-\d+\.jsonl:3201: /)
  expect(
    (await refusalOf(file(good, { ...good, id: 'nobody' }).then(planned))).messages.ja,
  ).toMatch(/:2: .*nobody/)
  expect(
    (await refusalOf(file({ ...good, set: { text: { ja: '' } } }).then(planned))).messages.ja,
  ).toMatch(/:1: .*text/)
  expect((await planned(await file(good))).counts.records).toBe(1)
})

test('drift is refused by name, and nothing is written', async () => {
  const [one] = await all('purposes')
  const { text } = await planned(
    replaceText(
      { from: inJapanese(one?.text), to: '新しい利用目的のため' },
      { collections: ['purposes'] },
    ),
  )
  await payload.update({
    collection: 'purposes',
    id: one?.id ?? '',
    data: { text: '別の人が直したため' },
  })
  const before = await all('purposes')
  const refusal = await refusalOf(applied(text))
  expect(refusal.code).toBe('plan-drifted')
  expect(refusal.messages.ja).toContain('purposes')
  expect(await all('purposes')).toEqual(before)
})

test.each(bulkCollections)(
  'of %s a millisecond is enough, a moment that is another record’s too; what is gone is told as gone',
  async (collection) => {
    const session: Session = (query, values, name) => alone(query, values, reading, name)
    const { slugs } = settingsOf(payload)
    const others = (await all('purposes')).map((doc) => readOf('purposes', doc))
    const docs = await all(slugs[collection])
    const own = docs.map((doc) => readOf(collection, doc))
    const read = [...own, ...(collection === 'purposes' ? [] : others)].reverse()
    const found = async (some: readonly RecordRead[]) =>
      (await resavedOf(some, session, reading)).map(({ read: { id }, at }) => [id, at !== null])
    expect(await found(read)).toEqual([])
    const [first, second] = own
    if (!first) throw new Error(`Expected ${collection}`)
    const later = new Date(Date.parse(first.updatedAt) + 1).toISOString()
    const instead = (one: RecordRead) => read.map((own) => (own.id === one.id ? one : own))
    expect(await found(instead({ ...first, updatedAt: later }))).toEqual([[first.id, true]])
    expect(await found(instead({ ...first, updatedAt: 'no moment' }))).toEqual([[first.id, true]])
    if (second && second.updatedAt !== first.updatedAt) {
      const swapped = instead({ ...first, updatedAt: second.updatedAt }).map((one) =>
        one.id === second.id ? { ...second, updatedAt: first.updatedAt } : one,
      )
      expect(await found(swapped)).toHaveLength(2)
    }
    const gone = { ...first, id: uuidv7() }
    expect(await found([...read, gone])).toEqual([[gone.id, false]])
  },
)

const readOf = (collection: BulkCollection, { id, updatedAt }: Doc): RecordRead => ({
  collection,
  id,
  updatedAt: String(updatedAt),
  hash: '',
})

test('a save that changes nothing is no drift', async () => {
  const [one] = await all('exception-clauses')
  const text = inJapanese(one?.text)
  const plan = await planned(
    replaceText({ from: text, to: `${text}（改）` }, { collections: ['exceptionClauses'] }),
  )
  await payload.update({ collection: 'exception-clauses', id: one?.id ?? '', data: { text } })
  expect((await applied(plan.text)).map(({ outcome }) => outcome)).toContain('written')
})

test.each([
  ['an unknown field', { nombre: 'x' }, 'nombre'],
  ['another shape', { name: 'x' }, 'name'],
  ['an unknown language', { name: { fr: 'x' } }, 'name.fr'],
  ['a text that is not a number', { corporateNumber: '123' }, 'corporateNumber'],
  ['a required field emptied', { name: { ja: '' } }, 'name'],
  ['what is settled', { organisation: 'x' }, 'organisation'],
])('%s is refused with its place', async (_, fields, field) => {
  const change = {
    title: '誤り',
    select: { collections: ['jointUsePartners'] as const },
    change: () => fields,
  }
  const refusal = await refusalOf(planned(change))
  expect(refusal.code).toBe('bulk-invalid')
  expect(refusal.details[0]).toMatchObject({
    collection: 'jointUsePartners',
    field,
    message: { ja: expect.any(String) },
  })
})

test('a missing organisation is refused by name', async () => {
  const assignment = readAssignment('nowhere.address=東京都千代田区1-1')
  if (!assignment) throw new Error('Expected an assignment')
  const refusal = await refusalOf(planned(setFields([assignment], ['ja', 'en'])))
  expect(refusal.code).toBe('organisation-missing')
  expect(refusal.messages.ja).toContain('nowhere')
})
