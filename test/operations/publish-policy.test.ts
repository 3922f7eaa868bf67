import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import { verifyChain } from '../../src/core/edition/index.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { guardEditions } from '../../src/operations/editions/edition-guard.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { hidamari, tsumugiEn, tsumugiJa } from '../fixtures/policies/index.ts'
import { testPayload } from '../payload.ts'
import { refusalOf } from './refusal-of.ts'

vi.setConfig({ testTimeout: 120_000 })

const payload = await testPayload()
const { pool } = payload.db as unknown as PostgresAdapter
const reading = async () => ({ req: await createLocalReq({}, payload), overrideAccess: true })

/** A policy of its own for each test, so that none depends on another. */
let made = 0
async function newPolicy(documents = [hidamari] as const): Promise<string> {
  const organisation = `org-${++made}`
  const { policy } = await importPolicy(
    { documents, organisation, policy: 'privacy', createOrganisation: true },
    await reading(),
  )
  return policy
}
const editions = (policy: string) => payloadSource(payload).editions(policy)
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('a publication', () => {
  test('is edition 1, then 2, chained, and the chain verifies from what the database gives back', async () => {
    const policy = await newPolicy()
    await publishPolicy({ policy, kind: 'import', effectiveFrom: '2024-04-01' }, await reading())
    await publishPolicy({ policy, summary: { ja: '窓口の変更' } }, await reading())
    const rows = await editions(policy)
    expect(rows.map(({ number }) => number)).toEqual([1, 2])
    expect(rows[1]?.previousSha256).toBe(rows[0]?.sha256)
    expect(verifyChain(rows)).toMatchObject({ ok: true, editions: 2 })
  })

  test('happens once for one idempotency key', async () => {
    const policy = await newPolicy()
    const first = await publishPolicy({ policy, idempotencyKey: 'k' }, await reading())
    const again = await publishPolicy({ policy, idempotencyKey: 'k' }, await reading())
    expect([first.isNew, again.isNew]).toEqual([true, false])
    expect(again.edition.sha256).toBe(first.edition.sha256)
    expect(await editions(policy)).toHaveLength(1)
  })

  test('of two at once, one wins and the other is told so', async () => {
    const policy = await newPolicy()
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map(async () => publishPolicy({ policy }, await reading())),
    )
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    for (const reason of lost) expect(reason).toMatchObject({ code: 'conflict' })
    const rows = await editions(policy)
    expect(rows).toHaveLength(4 - lost.length)
    expect(verifyChain(rows)).toMatchObject({ ok: true })
  })

  test('in two languages carries both; a language that is begun and not finished is left out and named', async () => {
    const policy = await newPolicy([tsumugiJa, tsumugiEn] as never)
    const whole = await publishPolicy({ policy }, await reading())
    expect(Object.keys(whole.edition.documents)).toEqual(['ja', 'en'])

    const { docs } = await payload.find({
      collection: 'policy-sections',
      where: { policy: { equals: policy } },
      limit: 1,
    })
    await payload.update({
      collection: 'policy-sections',
      id: String(docs[0]?.id),
      data: { heading: null },
      locale: 'en',
    })
    const partial = await publishPolicy({ policy }, await reading())
    expect(Object.keys(partial.edition.documents)).toEqual(['ja'])
    expect(partial.incomplete.en).toMatchObject([
      { collection: 'sections', id: docs[0]?.id, field: 'heading' },
    ])
  })

  test('with a pending edition asks what becomes of it; withdrawing records the withdrawal', async () => {
    const policy = await newPolicy()
    await publishPolicy({ policy }, await reading())
    await publishPolicy({ policy, effectiveFrom: inDays(40) }, await reading())
    const asked = await refusalOf(publishPolicy({ policy }, await reading()))
    expect(asked).toMatchObject({
      code: 'not-publishable',
      details: [{ code: 'pending-decision-missing' }],
    })
    expect(await editions(policy)).toHaveLength(2)
    await publishPolicy({ policy, pendingDecision: 'withdraw' }, await reading())
    const rows = await editions(policy)
    expect(rows.map(({ kind, withdraws }) => [kind, withdraws])).toEqual([
      ['amendment', null],
      ['amendment', null],
      ['withdrawal', 2],
      ['amendment', null],
    ])
    expect(verifyChain(rows)).toMatchObject({ ok: true, editions: 4 })
  })

  test('that breaks a rule changes nothing', async () => {
    const policy = await newPolicy()
    const refused = await refusalOf(
      publishPolicy({ policy, effectiveFrom: '2020-01-01' }, await reading()),
    )
    expect(refused.messages.ja).toContain('2020-01-01')
    expect(await editions(policy)).toHaveLength(0)
  })

  test('of a policy that is not there, or in the trash, is refused', async () => {
    const policy = await newPolicy()
    await payload.update({
      collection: 'policies',
      id: policy,
      data: { deletedAt: new Date().toISOString() },
    })
    for (const id of [policy, 'nowhere'])
      expect(await refusalOf(publishPolicy({ policy: id }, await reading()))).toMatchObject({
        code: 'policy-missing',
      })
  })
})

describe('an edition is frozen', async () => {
  const policy = await newPolicy()
  await publishPolicy({ policy }, await reading())

  test.each([
    `update policy_editions set effective_from = '2000-01-01'`,
    'delete from policy_editions',
    'truncate policy_editions cascade',
    `set session_replication_role = replica; delete from policy_editions`,
    `set session_replication_role = replica; update policy_editions set sha256 = ''`,
    'set session_replication_role = replica; truncate policy_editions cascade',
  ])('%s fails', async (statement) => {
    const client = await pool.connect()
    try {
      await expect(client.query(statement)).rejects.toThrow('Editions are frozen')
    } finally {
      await client.query('reset session_replication_role')
      client.release()
    }
    expect(await editions(policy)).toHaveLength(1)
  })

  test('whatever becomes of who published it, of the policy, and of its versions', async () => {
    const own = await newPolicy()
    const user = await payload.create({
      collection: 'users',
      data: {
        name: '公表者',
        email: 'leaving@example.com',
        password: 'a long enough password',
        policyRole: 'admin',
      },
    })
    const req = await createLocalReq({ user: { ...user, collection: 'users' } as never }, payload)
    await publishPolicy({ policy: own }, { req, overrideAccess: false })
    const before = await editions(own)
    const { rows } = await pool.query('select * from policy_editions where policy = $1', [own])
    expect(rows[0].internal.publishedBy).toEqual({ id: user.id, name: '公表者' })

    await payload.delete({ collection: 'users', id: user.id })
    await payload.db.deleteVersions({
      collection: 'policy-sections',
      where: { id: { exists: true } },
    })
    await payload.db.deleteVersions({ collection: 'policies', where: { id: { exists: true } } })
    await payload.update({
      collection: 'policies',
      id: own,
      data: { deletedAt: new Date().toISOString() },
    })
    expect(await editions(own)).toEqual(before)
    expect(verifyChain(await editions(own))).toMatchObject({ ok: true, editions: 1 })
    const after = await pool.query('select * from policy_editions where policy = $1', [own])
    expect(after.rows).toEqual(rows)
  })

  test('for the Local API too', async () => {
    const [edition] = await editions(policy)
    await expect(
      payload.update({
        collection: 'policy-editions',
        id: edition?.id as string,
        data: { effectiveFrom: '2000-01-01' } as never,
      }),
    ).rejects.toThrow()
    await expect(
      payload.delete({ collection: 'policy-editions', id: edition?.id as string }),
    ).rejects.toThrow()
    expect(await editions(policy)).toEqual([edition])
  })

  test('and without its triggers nothing is published until they stand again', async () => {
    await pool.query('alter table policy_editions disable trigger all')
    await publishPolicy({ policy: await newPolicy() }, await reading())
    expect(await guardEditions(payload)).toBe(true)
    await expect(pool.query('delete from policy_editions')).rejects.toThrow('Editions are frozen')
  })
})
