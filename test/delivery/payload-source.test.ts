import { describe, expect, test } from 'vitest'
import { at, type EditionRow, verifyChain } from '../../src/core/edition/index.ts'
import { memorySource } from '../../src/delivery/sources/memory-source.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { documentsOf, type EditionSource, type Wanted } from '../../src/delivery/sources/source.ts'
import { storedEditions } from '../../src/operations/editions/stored-editions.ts'
import { chain, type Draft, shortPolicy } from '../core/edition-chain.ts'
import { testPayload } from '../payload.ts'
import { open } from './shelf.ts'

const payload = await testPayload()

const uuid = (n: number) => `01970000-0000-7000-8000-${String(n).padStart(12, '0')}`
/** Editions of one policy, with ids as publishing gives them. */
const published = (policy: number, ...drafts: readonly Draft[]) =>
  chain(
    ...drafts.map((draft, i) => ({ id: uuid(policy * 100 + i), policy: uuid(policy), ...draft })),
  )

const customers = published(
  1,
  { effectiveFrom: '2024-04-01', recordedAt: '2024-03-01T00:00:00.000Z' },
  {
    effectiveFrom: '2025-04-01',
    recordedAt: '2025-03-01T00:00:00.123Z',
    documents: {
      ja: shortPolicy('当社は、\u3000𠮷田の「個人情報」を\\n取得します。'),
      en: shortPolicy('The Company’s "lawful" collection.', 'en'),
    },
    summary: { ja: '取得の条を改めた。' },
  },
  {
    kind: 'erratum',
    corrects: 2,
    effectiveFrom: '2025-04-01',
    recordedAt: '2025-03-02T00:00:00.000Z',
  },
  { effectiveFrom: '2026-04-01', recordedAt: '2025-03-03T00:00:00.000Z' },
  { kind: 'repeal', effectiveFrom: '2026-12-01', recordedAt: '2025-03-04T00:00:00.000Z' },
)
/** Was published at the address of the customers’ policy before, and moved. */
const visitors = published(
  2,
  { effectiveFrom: '2023-04-01', recordedAt: '2023-03-01T00:00:00.000Z' },
  {
    policySlug: 'visitors',
    effectiveFrom: '2023-05-01',
    recordedAt: '2023-04-01T00:00:00.000Z',
  },
)
const elsewhere = published(3, {
  organisationSlug: 'midori',
  effectiveFrom: '2025-04-01',
  recordedAt: '2025-03-01T00:00:00.000Z',
})
/** Four texts of one day, the second and the third set right. */
const [sameDay, first] = ['2025-04-01', '2025-03-01T00:00:00.000Z']
const sameDays = published(
  4,
  { organisationSlug: 'akatsuki', effectiveFrom: sameDay, recordedAt: first },
  ...[2, 3, 4].map((day) => ({
    organisationSlug: 'akatsuki',
    effectiveFrom: sameDay,
    recordedAt: `2025-03-0${day}T00:00:00.000Z`,
  })),
  ...[3, 2, 6].map((corrects, i) => ({
    kind: 'erratum' as const,
    corrects,
    organisationSlug: 'akatsuki',
    effectiveFrom: sameDay,
    recordedAt: `2025-03-0${5 + i}T00:00:00.000Z`,
  })),
)
const rows: readonly EditionRow[] = [...customers, ...visitors, ...elsewhere, ...sameDays]

for (const row of rows)
  await payload.create({
    collection: 'policy-editions',
    data: { ...row, organisation: uuid(9) } as never,
    overrideAccess: true,
  })

/** Both say the same of the same editions. */
describe.each<[string, EditionSource]>([
  ['from the database', payloadSource(payload)],
  ['from memory', memorySource(open(rows))],
])('editions %s', (_, source) => {
  const openAt = (organisation: string, policy: string) =>
    source.open({ organisation, policy }, 'none')
  test('come back as they were sealed', async () => {
    const editions = await source.editions(uuid(1))
    expect(editions).toEqual(open(customers))
    expect(verifyChain(editions)).toEqual({ ok: true, editions: 5, sha256: customers[4]?.sha256 })
    expect(await source.editions('nothing')).toEqual([])
    const texts = await source.texts([uuid(101), uuid(200), 'nothing'])
    expect([...texts.keys()].sort()).toEqual([uuid(101), uuid(200)])
    expect(documentsOf(texts.get(uuid(101)) ?? {})).toEqual(customers[1]?.documents)
    expect(await source.edition(uuid(101))).toEqual(editions[1])
    expect(await source.edition('nothing')).toBeNull()
  })
  test('are found by the address of the policy last published there, without texts', async () => {
    const heads = open(customers).map(({ documents, ...head }) => head)
    expect(await openAt('aoba', 'customers')).toEqual({ history: heads, texts: new Map() })
    expect(await source.open({ id: uuid(1) }, 'none')).toMatchObject({ history: heads })
    const moved = await openAt('aoba', 'visitors')
    expect(moved?.history.map(({ id }) => id)).toEqual(visitors.map(({ id }) => id))
    expect(await openAt('aoba', 'applicants')).toBeNull()
    expect(await openAt("aoba' or true --", 'customers')).toBeNull()
    expect(await openAt('aoba', 'cust\0omers')).toBeNull()
  })
  test('come with the texts that are wanted', async () => {
    const numbers = async (wanted: Wanted) => {
      const brought = await source.open({ organisation: 'aoba', policy: 'customers' }, wanted)
      return brought?.history.flatMap(({ id, number }) => (brought.texts.has(id) ? [number] : []))
    }
    // The repeal has none.
    expect(await numbers('all')).toEqual([1, 2, 3, 4])
    expect(await numbers({ number: 2 })).toEqual([2])
    expect(await numbers({ number: 9 })).toEqual([])
    expect(await numbers({ numbers: [4, 2, 9] })).toEqual([2, 4])
    const on = (day: string, ahead = false, knownAt?: string) => numbers({ day, ahead, knownAt })
    expect(await on('2024-03-31')).toEqual([])
    expect(await on('2024-03-31', true)).toEqual([1, 3, 4])
    expect(await on('2024-04-01')).toEqual([1])
    expect(await on('2025-05-01', true)).toEqual([3, 4])
    expect(await on('2025-05-01', false, '2025-03-01T12:00:00.000Z')).toEqual([2])
    // After the repeal: what was said last.
    expect(await on('2027-01-01')).toEqual([4])
  })
  test('come in the language that is wanted alone, and in all where one has it not', async () => {
    const languages = async (language: string) => {
      const at = { organisation: 'aoba', policy: 'customers' }
      const brought = await source.open(at, { numbers: [1, 2] }, language)
      return brought?.history.flatMap(({ id }) => Object.keys(brought.texts.get(id) ?? {}))
    }
    expect(await languages('ja')).toEqual(['ja', 'ja'])
    expect(await languages('en')).toEqual(['ja', 'en'])
    expect((await languages('fr'))?.sort()).toEqual(['en', 'ja', 'ja'])
  })
  test('come policy by policy, of all or of one organisation', async () => {
    const policies = async (organisation?: string) =>
      (await source.histories(organisation)).map((history) => [history[0].policy, history.length])
    expect(await policies()).toEqual([
      [uuid(1), 5],
      [uuid(2), 2],
      [uuid(3), 1],
      [uuid(4), 7],
    ])
    expect(await policies('midori')).toEqual([[uuid(3), 1]])
    expect(await policies('akane')).toEqual([])
  })
})

test('of texts that take effect on one day the last comes, and the last erratum of each', async () => {
  const source = payloadSource(payload)
  const wanted = { day: '2025-05-01', knownAt: undefined, ahead: true }
  const brought = await source.open({ id: uuid(4) }, wanted)
  expect([...(brought?.texts.keys() ?? [])]).toEqual([3, 4, 6].map((n) => uuid(400 + n)))
  const stored = await storedEditions(
    uuid(4),
    { payload },
    { effectiveFrom: '2025-05-01', corrects: null },
  )
  const withTexts = stored.filter(({ documents }) => documents !== null)
  expect(withTexts.map(({ head }) => head.number)).toEqual([4, 5, 7])
  const heads = stored.map(({ head }) => head)
  expect(at(heads, '2025-05-01')).toMatchObject({ edition: { number: 4 } })
})

test('each reading is one statement', async () => {
  const statements: unknown[] = []
  const pool = payload.db.pool
  const query = pool.query
  pool.query = function counted(this: typeof pool, ...of: Parameters<typeof query>) {
    statements.push(of[0])
    return Reflect.apply(query, this, of)
  } as typeof query
  try {
    const source = payloadSource(payload)
    const address = { organisation: 'aoba', policy: 'customers' }
    for (const wanted of ['none', 'all', { number: 1 }, { numbers: [1, 2] }] as const)
      await source.open(address, wanted)
    await source.open(address, { day: '2025-05-01', knownAt: '2025-05-01T00:00:00Z', ahead: true })
    expect(statements).toHaveLength(5)
    await source.histories()
    await source.texts([uuid(101), uuid(102)])
    await source.editions(uuid(1))
    expect(statements).toHaveLength(8)
    expect(JSON.stringify(statements)).not.toMatch(/\binternal\b(?!_)|organisations|policies"/)
  } finally {
    pool.query = query
  }
})

test('behind a pooler that forgets plans, each statement is sent whole', async () => {
  const source = payloadSource(payload)
  const address = { organisation: 'aoba', policy: 'customers' }
  const { pool } = payload.db
  const names: unknown[] = []
  const query = pool.query
  pool.query = function forgetful(this: typeof pool, ...of: Parameters<typeof query>) {
    const [{ name }] = of as unknown as [{ readonly name?: string }]
    names.push(name)
    if (name === undefined) return Reflect.apply(query, this, of)
    const error = new Error(`prepared statement "${name}" does not exist`)
    return Promise.reject(Object.assign(error, { code: '26000' })) as never
  } as typeof query
  try {
    for (let i = 0; i < 2; i++)
      expect((await source.open(address, { number: 2 }, 'en'))?.texts.size).toBe(1)
  } finally {
    pool.query = query
  }
  expect(names).toEqual([expect.stringMatching(/^policies-[0-9a-f]{32}$/), undefined, undefined])
})
