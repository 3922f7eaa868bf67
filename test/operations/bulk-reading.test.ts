import { createLocalReq, type Where } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { type BulkCollection, bulkCollections } from '../../src/core/bulk/records.ts'
import {
  readLibrary,
  readRecords,
  type StoredRecords,
} from '../../src/operations/bulk/read-records.ts'
import { recordOf, storedFields } from '../../src/operations/bulk/record-shape.ts'
import type { Doc } from '../../src/operations/database/local-api.ts'
import { generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { settingsOf } from '../../src/operations/settings.ts'
import { testPayload } from '../payload.ts'
import { statementsOf } from '../statements.ts'

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const settings = settingsOf(payload)
let organisations: readonly string[] = []
let library: readonly string[] = []

const change = async (collection: BulkCollection, id: string, data: object, locale = 'ja') =>
  await payload.update({
    collection: settings.slugs[collection] as never,
    id,
    data: data as never,
    locale: locale as never,
    depth: 0,
  })

/** Every kind of field holds something somewhere, and something is in the trash. */
beforeAll(async () => {
  const made: string[] = []
  for await (const one of generatePolicies({ organisations: 3, editions: 1, seed: 11 }, reading))
    made.push(one.organisation)
  const { docs } = await payload.find({ collection: 'organisations', sort: 'id', depth: 0 })
  organisations = docs.map(({ id }) => id)
  expect(organisations).toHaveLength(made.length)
  const [first] = docs
  if (!first) throw new Error('Expected organisations')
  const own = { organisation: { equals: first.id } } as const
  const [policy] = (await payload.find({ collection: 'policies', where: own, depth: 0 })).docs
  const [contact] = (await payload.find({ collection: 'contacts', where: own, depth: 0 })).docs
  if (!policy || !contact) throw new Error('Expected a policy and a contact')
  await change('organisations', first.id, {
    representatives: [
      { title: '代表取締役', name: '試験 太郎' },
      { title: '理事', name: '試験 花子' },
    ],
    formerNames: [{ name: '旧称試験' }],
    answersOnRequest: true,
  })
  await change('policies', policy.id, {
    service: { name: '試験サービス' },
    prints: { dates: 'closing', earlier: [{ date: '2020-04-01' }, { date: '2019-01-01' }] },
    suppressions: [{ rule: 'txt-typo', reason: '試験のため' }],
  })
  await change('policies', policy.id, { service: { name: 'Test service' } }, 'en')
  await change('contacts', contact.id, {
    roles: ['complaints', 'inquiry'],
    lines: [
      { label: '電話', field: 'tel', joined: false },
      { label: '受付', field: null, joined: true },
    ],
  })
  const data = { text: '共通の安全管理措置を講じます。', category: 'technical', countries: ['US'] }
  const measure = await payload.create({ collection: 'safety-measures', data: data as never })
  const clause = await payload.create({
    collection: 'exception-clauses',
    data: {
      text: '法令に基づく場合',
      basis: 'appi-27-1-1',
      appliesTo: 'third-party-provision',
    } as never,
  })
  library = [measure.id, clause.id]
  await payload.create({
    collection: 'purposes',
    data: {
      text: 'くずかごにある目的のため',
      organisation: first.id,
      deletedAt: '2026-01-02T03:04:05.678Z',
    } as never,
  })
})

/** What Payload itself reads of them, without hooks. */
async function through(collection: BulkCollection, where: Where): Promise<readonly Doc[]> {
  const { docs } = await payload.db.find<Doc>({
    collection: settings.slugs[collection] as never,
    where: { and: [where, { deletedAt: { exists: false } }] },
    locale: 'all',
    pagination: false,
    sort: 'id',
    req: reading.req,
  })
  return docs
}

const records = (collection: BulkCollection, docs: readonly Doc[]) =>
  docs.map((doc) => recordOf(storedFields(payload, collection), doc, settings))

describe('records read by one statement', () => {
  let read: ReadonlyMap<string, StoredRecords>
  beforeAll(async () => {
    read = await readRecords(organisations, reading)
  })

  test.each(bulkCollections)('%s are what Payload reads', async (collection) => {
    for (const organisation of organisations) {
      const own = collection === 'organisations' ? 'id' : 'organisation'
      const expected = await through(collection, { [own]: { equals: organisation } })
      const found = read.get(organisation)?.[collection] ?? []
      expect(records(collection, found)).toEqual(records(collection, expected))
    }
    expect([...read.values()].flatMap((own) => own[collection]).length).toBeGreaterThan(0)
  })

  test('the library’s are, all of them or some by their ids', async () => {
    for (const collection of ['safetyMeasures', 'exceptionClauses'] as const) {
      const expected = await through(collection, { organisation: { exists: false } })
      expect(records(collection, (await readLibrary(reading))[collection])).toEqual(
        records(collection, expected),
      )
      expect(expected.length).toBeGreaterThan(0)
      const some = (await readLibrary(reading, library.slice(0, 1)))[collection]
      expect(some.map(({ id }) => id)).toEqual(
        collection === 'safetyMeasures' ? library.slice(0, 1) : [],
      )
    }
  })

  test('whose number takes no more statements', async () => {
    const one = await statementsOf(() => readRecords(organisations.slice(0, 1), reading))
    const all = await statementsOf(() => readRecords(organisations, reading))
    expect([one.length, all.length]).toEqual([1, 1])
  })
})
