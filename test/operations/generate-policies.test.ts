import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'
import { expect, test, vi } from 'vitest'
import { verifyExport } from '../../src/core/edition/index.ts'
import type { MadeUpData } from '../../src/core/generate/history.ts'
import { exportLines } from '../../src/delivery/lists/export-lines.ts'
import { readerOf } from '../../src/delivery/reader-of.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { type Generated, generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { testPayload } from '../payload.ts'

vi.setConfig({ testTimeout: 120_000 })

const payload = await testPayload()
const { pool } = payload.db as unknown as PostgresAdapter

async function generate(request: MadeUpData): Promise<readonly Generated[]> {
  const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
  const made: Generated[] = []
  for await (const one of generatePolicies(request, reading)) made.push(one)
  return made
}

async function read({ organisation, policy }: Generated, question = ''): Promise<string> {
  const address = `/api/privacy-policies/${organisation}/${policy}.txt${question}`
  const { status, body } = await readerOf(payload).handle('GET', address, {})
  expect([address, status]).toEqual([address, 200])
  return Buffer.from(body).toString()
}

/** What stands in the tables that generating writes. */
async function stored(): Promise<unknown> {
  const { rows } = await pool.query(`select
    (select json_agg(o.* order by id) from organisations o) as organisations,
    (select json_agg(p.* order by id) from policies p) as policies,
    (select count(*) from policy_sections) as sections,
    (select json_agg(sha256 order by id) from policy_editions) as editions`)
  return rows[0]
}

test('organisations are stored with the editions of their policies, each read by its day', async () => {
  const request = { organisations: 2, editions: 3, seed: 11, size: 13 }
  const made = await generate(request)
  expect(made.map(({ organisation }) => organisation)).toEqual(['made-up-11-1', 'made-up-11-2'])
  for (const one of made) {
    expect(one.days).toHaveLength(3)
    const texts = await Promise.all(one.days.map((day) => read(one, `?asOf=${day}`)))
    expect(new Set(texts).size).toBe(3)
    for (const text of texts) expect(text).toContain(one.legalName)
    expect(await read(one)).toBe(texts[2])

    const source = payloadSource(payload)
    const brought = await source.open(one, 'none')
    if (!brought) throw new Error('Expected the policy')
    const verdict = await verifyExport(exportLines(source, brought.history), null)
    expect(verdict).toMatchObject({ ok: true, editions: 3 })
  }
  const [{ organisation: first = '' } = {}] = made
  const { docs } = await payload.find({
    collection: 'purposes',
    where: { 'organisation.slug': { equals: first } },
  })
  expect(docs.length).toBeGreaterThan(8)

  const before = await stored()
  const again = { ...request, organisations: 3 }
  await expect(generate(again)).rejects.toMatchObject({
    code: 'organisation-exists',
    messages: {
      ja: expect.stringMatching(/「made-up-11-1」ほか 1 件.*--seed か --prefix/),
      en: expect.stringMatching(/`made-up-11-1` \(and 1 more .*--seed or --prefix/),
    },
  })
  expect(await stored()).toEqual(before)

  const elsewhere = await generate({ ...request, prefix: 'others' })
  expect(elsewhere.map(({ organisation }) => organisation)).toEqual(['others-11-1', 'others-11-2'])
  for (const [i, one] of elsewhere.entries()) {
    const twin = made[i]
    expect(one).toEqual({ ...twin, organisation: one.organisation })
    if (!twin) continue
    for (const day of one.days)
      expect(await read(one, `?asOf=${day}`)).toBe(await read(twin, `?asOf=${day}`))
  }
})

test('an organisation in the trash holds its slug', async () => {
  await payload.create({
    collection: 'organisations',
    data: {
      slug: 'made-up-12-2',
      legalName: '株式会社架空商店',
      selfTerm: '当社',
      deletedAt: new Date().toISOString(),
    } as never,
  })
  const before = await stored()
  await expect(generate({ organisations: 2, editions: 1, seed: 12 })).rejects.toMatchObject({
    code: 'organisation-exists',
    details: ['made-up-12-2'],
  })
  expect(await stored()).toEqual(before)
})

test('an organisation whose edition fails leaves nothing behind', async () => {
  const before = await stored()
  await pool.query(`
    create function refuse_third() returns trigger language plpgsql as
      $$ begin if new.number = 3 then raise exception 'no third edition'; end if; return new; end $$;
    create trigger refuse_third before insert on policy_editions
      for each row execute function refuse_third()`)
  try {
    await expect(generate({ organisations: 1, editions: 3, seed: 13 })).rejects.toThrow()
  } finally {
    await pool.query('drop function refuse_third cascade')
  }
  expect(await stored()).toEqual(before)
})
