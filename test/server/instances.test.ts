import { setTimeout as sleep } from 'node:timers/promises'
import { createLocalReq, getPayload, type Payload } from 'payload'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { watchEditions } from '../../src/delivery/kept/watch.ts'
import { ReadRefused } from '../../src/delivery/problem.ts'
import { createReader, type Reader } from '../../src/delivery/reader.ts'
import { readerOf } from '../../src/delivery/reader-of.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { SETTINGS_KEY, settingsOf } from '../../src/operations/settings.ts'
import { closePayload } from '../../src/platform/migrations.ts'
import { testDatabase } from '../database.ts'
import { hidamari, tsumugiEn, tsumugiJa } from '../fixtures/policies/index.ts'
import { withoutJobs } from '../payload.ts'
import { cuttable } from './cuttable.ts'
import { serve } from './site.ts'

/*
 * Two instances on one database, whose way to it can be cut. `ours` answers readers; `theirs` publishes. The policies
 * are tsumugi/memo in two languages, and hidamari/table in one.
 */
const direct = await testDatabase()
const way = await cuttable({ host: '127.0.0.1', port: Number(new URL(direct).port) })
const url = new URL(direct)
url.port = String(way.port)
process.env.DATABASE_URL = url.href
process.env.PAYLOAD_SECRET = 'test'
const { default: config } = await import('../../payload.config.ts')
withoutJobs()
const ours = await getPayload({ config })
const theirs = await getPayload({ config, key: 'theirs' })
const operator = new pg.Client({ connectionString: direct })
await operator.connect()
afterAll(async () => {
  await closePayload(ours)
  await closePayload(theirs)
  await operator.end()
  await way.close()
})
const site = await serve(ours)
const { get, graphql } = site
const reading = { req: await createLocalReq({}, theirs), overrideAccess: true }

const bring = (
  documents: Parameters<typeof importPolicy>[0]['documents'],
  organisation: string,
  policy: string,
) => importPolicy({ documents, organisation, policy, createOrganisation: true }, reading)
const memo = (await bring([tsumugiJa, tsumugiEn], 'tsumugi', 'memo')).policy
const table = (await bring([hidamari], 'hidamari', 'table')).policy
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 10)
const publish = async (policy: string, effectiveFrom?: string) =>
  (await publishPolicy({ policy, ...(effectiveFrom && { effectiveFrom }) }, reading)).edition.number
for (const policy of [memo, table])
  await publishPolicy({ policy, kind: 'import', effectiveFrom: '2024-04-01' }, reading)
await publish(memo, inDays(1))

/** An instance that hears by looks alone, milliseconds apart. */
function withoutListening(payload: Payload, { every }: { readonly every: number }): Payload {
  const settings = settingsOf(payload)
  const deaf = { ...settings, watch: { ...settings.watch, listen: false, every } }
  return Object.create(payload, {
    config: { value: { ...payload.config, custom: { [SETTINGS_KEY]: deaf } } },
  })
}

const api = '/api/privacy-policies'
const number = async (path = `${api}/hidamari/table.json`) =>
  JSON.parse((await get(path)).text).edition?.number as number | undefined

const withinASecond = (holds: () => Promise<boolean>) => within(1_000, holds)

/** Waits until something holds, for so many milliseconds at the most, and says whether it did. */
async function within(patience: number, holds: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + patience
  while (Date.now() < end) {
    if (await holds()) return true
    await sleep(20)
  }
  return holds()
}

/** The statements that an instance sends through its pool meanwhile. */
async function statementsOf(payload: Payload, work: () => Promise<unknown>): Promise<number> {
  const { pool } = payload.db as unknown as { pool: pg.Pool }
  const { query } = pool
  let count = 0
  pool.query = function counted(this: pg.Pool, ...of: Parameters<typeof query>) {
    // The watch looks through the pool when its own connection is slow to come; that is nobody's read.
    if (!JSON.stringify(of[0]).includes('60 seconds')) count++
    return Reflect.apply(query, this, of)
  } as typeof query
  try {
    await work()
    return count
  } finally {
    pool.query = query
  }
}

describe('the cost of a read, in statements', () => {
  const ask = `{ privacyPolicy(organisation: "tsumugi", policy: "memo") {
    title html markdown document sections { html text } purposes { text } staleSince } }`
  const asOf = ask.replace('"memo"', '"memo", asOf: "2024-05-01"')
  test.each([
    ...['.json', '.html', '.md', '.txt', '.docx', '.pdf'].map(
      (extension) => `${api}/tsumugi/memo${extension}`,
    ),
    `${api}/tsumugi/memo.json?asOf=2024-05-01`,
    `${api}/tsumugi/memo.json?seenAt=2030-01-01`,
    `${api}/tsumugi/memo.json?asOf=2024-05-01&knownAt=${inDays(2)}`,
    `${api}/tsumugi/memo/editions/1.json`,
    ...['.json', '.html', '.docx', '.pdf'].map(
      (extension) => `${api}/tsumugi/memo/compare/1...2${extension}`,
    ),
    '/tsumugi/memo/compare/1...2',
    `${api}/tsumugi/memo/editions`,
    `${api}/tsumugi/memo/editions.jsonl`,
    api,
    '/tsumugi/memo',
    ask,
    asOf,
  ])('%s: one when cold, none when warm', async (what) => {
    const read = async () => {
      if (!what.startsWith('{')) return expect((await get(what)).status).toBe(200)
      expect((await graphql(what)).data.privacyPolicy.html).toContain('<article')
    }
    await readerOf(ours).forget()
    expect(await statementsOf(ours, read)).toBe(1)
    expect(await statementsOf(ours, read)).toBe(0)
  })

  test.each(['.json', '.html', '.docx', '.pdf'])(
    'HEAD and 304 of %s: one when cold, none when warm',
    async (extension) => {
      const path = `${api}/tsumugi/memo${extension}`
      const { etag = '' } = (await get(path)).headers
      for (const [status, read] of [
        [200, () => site.ask('HEAD', path)],
        [304, () => get(path, { 'If-None-Match': etag })],
      ] as const) {
        const told = async () => expect(await read()).toMatchObject({ status, text: '' })
        await readerOf(ours).forget()
        expect(await statementsOf(ours, told)).toBe(1)
        expect(await statementsOf(ours, told)).toBe(0)
      }
    },
  )
})

describe('a publication elsewhere', () => {
  test('is served within a second, and is at hand before anybody asks', async () => {
    expect(await number()).toBe(1)
    const published = await publish(table)
    await sleep(900)
    expect(await statementsOf(ours, async () => expect(await number()).toBe(published))).toBe(0)
    expect((await get(api)).text).toContain(`"number":${published}`)
  })

  test('also after the connection that listens was cut', async () => {
    const { rowCount } = await operator.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name like 'payload-privacy-policy%'`,
    )
    expect(rowCount).toBeGreaterThan(0)
    const published = await publish(table)
    expect(await withinASecond(async () => (await number()) === published)).toBe(true)
    await sleep(200)
    const again = await publish(table)
    expect(await withinASecond(async () => (await number()) === again)).toBe(true)
  })

  test('also where nothing can be listened to', async () => {
    const deaf = withoutListening(ours, { every: 400 })
    const reader = createReader({
      source: payloadSource(deaf),
      watch: (listener) => watchEditions(deaf, listener),
    })
    const read = async () =>
      (await reader.read({ organisation: 'hidamari', policy: 'table' })).edition
    try {
      await read()
      const published = await publish(table)
      expect(await withinASecond(async () => (await read())?.number === published)).toBe(true)
    } finally {
      await reader.close()
    }
  })
})

test('what an instance publishes itself it reads at once, before it could hear of it', async () => {
  const deaf = withoutListening(ours, { every: 60_000 })
  const reader = createReader({
    source: payloadSource(deaf),
    watch: (listener) => watchEditions(deaf, listener),
  })
  try {
    const { policy } = await bring([hidamari], 'hidamari', 'new')
    const read = () => reader.read({ organisation: 'hidamari', policy: 'new' })
    await expect(read()).rejects.toThrow(ReadRefused)
    await expect(read()).rejects.toThrow(ReadRefused)
    const own = { req: await createLocalReq({}, deaf), overrideAccess: true }
    await publishPolicy({ policy, kind: 'import', effectiveFrom: '2024-04-01' }, own)
    expect((await read()).edition).toMatchObject({ number: 1 })
  } finally {
    await reader.close()
  }
})

describe('without the database', () => {
  const stale = { status: 200, header: expect.stringMatching(/hit; ttl=-\d+; detail=database-/) }
  const told = async (path: string) => {
    const { status, headers } = await get(path)
    return { status, header: headers['cache-status'] }
  }
  async function whileLost(work: () => Promise<void>): Promise<void> {
    try {
      await sleep(3_200)
      await work()
    } finally {
      await way.mend()
    }
  }

  test('what was read before is served on, in every format, and said to be stale', async () => {
    for (const path of [`${api}/tsumugi/memo.json`, `${api}/hidamari/table.json`, api])
      expect(await told(path)).toEqual({ status: 200, header: undefined })
    // The language that nobody asked for comes when the instance has looked a few times what is new.
    await sleep(4_500)
    await way.cut()
    await whileLost(async () => {
      for (const path of ['.json', '.html', '.md', '.txt'])
        expect(await told(`${api}/tsumugi/memo${path}`), path).toEqual(stale)
      // Renderings that were never asked for before, of texts that were not either.
      expect(await told(`${api}/hidamari/table.docx`)).toEqual(stale)
      expect(await told(`${api}/tsumugi/memo.md?locale=en`)).toEqual(stale)
      expect(await told(`${api}/tsumugi/memo.json?asOf=${inDays(2)}`)).toEqual(stale)
      const { stale: member, edition } = JSON.parse((await get(`${api}/tsumugi/memo.json`)).text)
      expect([edition.number, new Date(member.since) < new Date()]).toEqual([1, true])
      expect(JSON.parse((await get(api)).text).stale).toEqual(member)
      const page = await get('/tsumugi/memo')
      expect([page.status, page.headers['cache-status']]).toEqual([200, stale.header])
      expect(page.text).toContain('データベースに接続できないため')
      const { data } = await graphql(
        '{ privacyPolicy(organisation: "tsumugi", policy: "memo") { staleSince title } }',
      )
      expect(data.privacyPolicy).toMatchObject({ title: tsumugiJa.title.text })
      expect(Date.parse(data.privacyPolicy.staleSince)).toBeLessThan(Date.now())
      expect((await get('/readyz')).status).toBe(503)
      expect((await get('/healthz')).status).toBe(200)
      const unread = await get(`${api}/tsumugi/unknown.json`)
      expect([unread.status, unread.headers['retry-after']]).toEqual([503, '5'])
      expect(JSON.parse(unread.text)).toMatchObject({
        type: 'urn:problem-type:privacy-policy:database-unavailable',
      })
    })
    expect(await within(5_000, async () => (await get('/readyz')).status === 200)).toBe(true)
    const isWell = async () =>
      (await get(`${api}/tsumugi/memo.json`)).headers['cache-status'] === undefined
    expect(await within(5_000, isWell)).toBe(true)
    const published = await publish(table)
    expect(await withinASecond(async () => (await number()) === published)).toBe(true)
  })

  test('that answers nothing, nobody waits long', async () => {
    expect((await get(`${api}/tsumugi/memo.json`)).status).toBe(200)
    way.choke()
    await whileLost(async () => {
      const began = Date.now()
      expect(await told(`${api}/tsumugi/memo.json`)).toEqual(stale)
      expect(Date.now() - began).toBeLessThan(500)
      expect((await get(`${api}/tsumugi/unread.json`)).status).toBe(503)
      expect((await get('/readyz')).status).toBe(503)
      expect(Date.now() - began).toBeLessThan(9_000)
    })
  })

  test('an edition comes into force at midnight in Japan all the same, and no other instant', async () => {
    let now = new Date()
    const reader: Reader = createReader({
      source: payloadSource(ours),
      watch: (listener) => watchEditions(ours, listener),
      now: () => now,
    })
    const read = async () => {
      const { body, headers } = await reader.handle('GET', `${api}/tsumugi/memo.json`, {})
      return [JSON.parse(body.toString()).edition.number, headers['Cache-Control']]
    }
    try {
      expect(await read()).toEqual([1, expect.stringContaining('max-age=60')])
      await way.cut()
      await whileLost(async () => {
        const midnight = new Date(`${inDays(1)}T00:00:00+09:00`)
        now = new Date(midnight.getTime() - 1)
        expect(await read()).toEqual([1, 'public, max-age=0, must-revalidate'])
        now = midnight
        expect(await read()).toEqual([2, 'public, max-age=5, must-revalidate'])
        const page = await reader.handlePage('GET', '/tsumugi/memo', {})
        expect(page?.body.toString()).toContain('第2版')
      })
    } finally {
      await reader.close()
    }
  })
})
