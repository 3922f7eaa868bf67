import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLocalReq } from 'payload'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { deliverDue } from '../../src/operations/webhooks/deliver-due.ts'
import { resendDelivery } from '../../src/operations/webhooks/resend.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { testPayload } from '../payload.ts'

vi.setConfig({ testTimeout: 120_000 })
process.env.WEBHOOK_HOSTS = '127.0.0.1'
const payload = await testPayload()
const req = await createLocalReq({}, payload)
const reading = { req, overrideAccess: true }

type Received = { readonly headers: http.IncomingHttpHeaders; readonly body: string }
const received: Received[] = []
let status = 200
const server = http.createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => (body += chunk))
  request.on('end', () => {
    received.push({ headers: request.headers, body })
    response.writeHead(status).end(`answered ${status}`)
  })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`

const names = { organisation: 'told', policy: 'privacy', createOrganisation: true }
const { policy, organisation } = await importPolicy({ documents: [hidamari], ...names }, reading)
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const later = (days: number) => () => new Date(Date.now() + days * 86_400_000)
type Doc = { readonly [field: string]: unknown }
const deliveries = async (where: object = {}) =>
  (
    await payload.find({
      collection: 'privacy-policy-webhook-deliveries' as never,
      where: where as never,
      sort: 'dueAt',
      pagination: false,
    })
  ).docs as unknown as readonly Doc[]
const endpoint = (await payload.create({
  collection: 'privacy-policy-webhooks' as never,
  data: { organisation, url, leadDays: [7] } as never,
})) as unknown as { readonly id: string; readonly newSecret: string }
const verified = ({ headers, body }: Received, secret = endpoint.newSecret) =>
  new Webhook(secret).verify(body, headers as Record<string, string>) as Doc

beforeEach(() => {
  status = 200
  received.length = 0
})

test('the secret is told once, and can be replaced; the old one signs along', async () => {
  expect(endpoint.newSecret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
  const read = await payload.findByID({
    collection: 'privacy-policy-webhooks' as never,
    id: endpoint.id,
    overrideAccess: false,
    user: { collection: 'users', id: 'x', policyRole: 'admin', policyOrganisations: [] } as never,
  })
  expect(JSON.stringify(read)).not.toMatch(/whsec_|encrypted/)
  const other = (await payload.create({
    collection: 'privacy-policy-webhooks' as never,
    data: { organisation, url, events: ['edition.published'], leadDays: [] } as never,
  })) as unknown as typeof endpoint
  const replaced = (await payload.update({
    collection: 'privacy-policy-webhooks' as never,
    id: other.id,
    data: { rotateSecret: true } as never,
  })) as unknown as typeof endpoint
  expect(replaced.newSecret).not.toBe(other.newSecret)
  // Neither another change nor an old version brings an old secret back, or loses the new one.
  const { docs } = await payload.findVersions({
    collection: 'privacy-policy-webhooks' as never,
    where: { parent: { equals: other.id } },
    sort: 'createdAt',
    limit: 1,
  })
  const id = String((docs[0] as unknown as { readonly id: string }).id)
  const restored = await payload.restoreVersion({
    collection: 'privacy-policy-webhooks' as never,
    id,
  })
  expect(restored).not.toHaveProperty('newSecret', expect.any(String))
  await publishPolicy({ policy, kind: 'import', effectiveFrom: '2020-04-01' }, reading)
  await deliverDue(req, () => new Date())
  const [message] = received.filter(({ headers }) =>
    String(headers['webhook-signature']).includes(' '),
  )
  if (!message) throw new Error('Expected a message with two signatures')
  expect(verified(message, replaced.newSecret)).toEqual(verified(message, other.newSecret))
  await payload.update({
    collection: 'privacy-policy-webhooks' as never,
    id: other.id,
    data: { isActive: false } as never,
  })
})

test('a publication is told by a signed message, once, by whichever of several runners', async () => {
  const { edition } = await publishPolicy({ policy }, reading)
  await Promise.all([1, 2, 3].map(() => deliverDue(req, () => new Date())))
  await deliverDue(req, () => new Date())
  const bodies = received.map((one) => verified(one)) as { type: string; data: Doc }[]
  expect(bodies.map(({ type }) => type).sort()).toEqual(['edition.in-force', 'edition.published'])
  for (const { data } of bodies)
    expect(data).toMatchObject({
      edition: { number: edition.number, sha256: edition.sha256 },
      policy: { organisation: 'told', slug: 'privacy' },
      links: { page: '/told/privacy' },
    })
  const ids = received.map(({ headers }) => headers['webhook-id'])
  expect(new Set(ids).size).toBe(2)
  for (const delivery of await deliveries({ messageId: { in: ids } }))
    expect(delivery).toMatchObject({
      state: 'delivered',
      lastStatus: 200,
      attempts: [{ status: 200, excerpt: 'answered 200' }],
    })
})

test('what fails is sent again later, as the same message', async () => {
  status = 503
  await publishPolicy({ policy }, reading)
  await deliverDue(req, () => new Date())
  expect(received).toHaveLength(2)
  const [first] = received
  const id = first?.headers['webhook-id']
  const [failed] = await deliveries({ messageId: { equals: id } })
  expect(failed).toMatchObject({ state: 'pending', lastStatus: 503 })
  expect(Date.parse(String(failed?.nextTryAt))).toBeGreaterThan(Date.now())
  received.length = 0
  await deliverDue(req, () => new Date())
  expect(received).toEqual([])
  status = 204
  await deliverDue(req, () => new Date(Date.now() + 10_000))
  const again = received.find(({ headers }) => headers['webhook-id'] === id)
  expect(again?.body).toBe(first?.body)
  const [delivered] = await deliveries({ messageId: { equals: id } })
  expect(delivered).toMatchObject({
    state: 'delivered',
    attempts: [{ status: 503 }, { status: 204 }],
  })
})

describe('an edition to come', () => {
  test('is told before its day and on it', async () => {
    const { edition } = await publishPolicy({ policy, effectiveFrom: inDays(20) }, reading)
    await deliverDue(req, () => new Date())
    await deliverDue(req, later(14))
    await deliverDue(req, later(21))
    const told = received.map((one) => verifiedBody(one))
    expect(told.map(({ type }) => type)).toEqual([
      'edition.published',
      'edition.upcoming',
      'edition.in-force',
    ])
    expect(told[1]).toMatchObject({ data: { leadDays: 7, edition: { number: edition.number } } })
  })
  test('that is withdrawn is told no more', async () => {
    const { edition } = await publishPolicy({ policy, effectiveFrom: inDays(30) }, reading)
    await publishPolicy({ policy, kind: 'withdrawal', withdraws: edition.number }, reading)
    await deliverDue(req, later(31))
    expect(received.map((one) => verifiedBody(one).type)).toEqual([
      'edition.published',
      'edition.published',
    ])
    expect(
      (await deliveries({ edition: { equals: edition.id } })).map(({ state, reason }) => [
        state,
        reason ?? null,
      ]),
    ).toEqual([
      ['delivered', null],
      ['cancelled', 'withdrawn'],
      ['cancelled', 'withdrawn'],
    ])
  })
})

test('a runner that died while sending leaves the message to the next', async () => {
  const { edition } = await publishPolicy({ policy, pendingDecision: 'keep' }, reading)
  const table = 'privacy_policy_webhook_deliveries'
  const { pool } = payload.db as unknown as { pool: { query: (text: string) => Promise<unknown> } }
  await pool.query(
    `update ${table} set leased_until = now() + interval '1 minute' where state = 'pending'`,
  )
  await deliverDue(req, () => new Date())
  expect(received).toEqual([])
  await deliverDue(req, () => new Date(Date.now() + 61_000))
  expect(received.map((one) => verifiedBody(one).data.edition.number)).toContain(edition.number)
})

test('what is not published is not told, and a publication queues a run', async () => {
  const before = (await deliveries()).length
  await expect(publishPolicy({ policy, effectiveFrom: '2020-01-01' }, reading)).rejects.toThrow()
  expect(await deliveries()).toHaveLength(before)
  await publishPolicy({ policy, pendingDecision: 'keep' }, reading)
  await payload.jobs.run({ queue: 'privacy-policy-webhooks' })
  expect(received).toHaveLength(2)
})

test('the clock queues a run only while none waits, whatever was killed, and old runs are forgotten', async () => {
  const jobs = async (processing: boolean) =>
    (
      await payload.db.count({
        collection: 'payload-jobs',
        where: { processing: { equals: processing } },
      })
    ).totalDocs
  const schedule = () => payload.jobs.handleSchedules({ queue: 'privacy-policy-webhooks', req })
  await payload.db.deleteMany({ collection: 'payload-jobs', where: {} })
  for (let i = 0; i < 3; i++) await schedule()
  expect(await jobs(false)).toBe(1)
  const { pool } = payload.db as unknown as { pool: { query: (text: string) => Promise<unknown> } }
  await pool.query('update payload_jobs set processing = true')
  for (let i = 0; i < 3; i++) await schedule()
  expect([await jobs(true), await jobs(false)]).toEqual([1, 1])
  await pool.query(`update payload_jobs set wait_until = null,
    updated_at = case when processing then now() - interval '25 hours' else now() end`)
  await payload.jobs.run({ queue: 'privacy-policy-webhooks' })
  expect([await jobs(true), await jobs(false)]).toEqual([0, 0])
})

describe('what was given up', () => {
  const table = 'privacy_policy_webhook_deliveries'
  const { pool } = payload.db as unknown as { pool: { query: (text: string) => Promise<unknown> } }
  /** A message that failed for three days. */
  async function givenUp() {
    status = 503
    const { edition } = await publishPolicy({ policy, pendingDecision: 'keep' }, reading)
    const tries = JSON.stringify(Array.from({ length: 9 }, () => ({ at: '', status: 503 })))
    await pool.query(`update ${table} set attempts = '${tries}' where edition = '${edition.id}'`)
    await deliverDue(req, () => new Date())
    received.length = 0
    const [delivery] = await deliveries({ edition: { equals: edition.id } })
    expect(delivery).toMatchObject({ state: 'failed', nextTryAt: null })
    return delivery as { readonly id: string; readonly messageId: string }
  }
  const stateOf = async (id: string) => (await deliveries({ id: { equals: id } }))[0]

  test('is sent once more when somebody asks, as the same message', async () => {
    const { id, messageId } = await givenUp()
    expect(await resendDelivery(messageId, reading)).toEqual({ id, messageId, state: 'pending' })
    status = 200
    await payload.jobs.run({ queue: 'privacy-policy-webhooks' })
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([messageId])
    expect(await stateOf(id)).toMatchObject({ state: 'delivered', lastStatus: 200 })
    await expect(resendDelivery(id, reading)).rejects.toMatchObject({ code: 'not-resendable' })
  })
  test('is given up again when it fails again', async () => {
    const { id } = await givenUp()
    await resendDelivery(id, reading)
    await payload.jobs.run({ queue: 'privacy-policy-webhooks' })
    expect(received).toHaveLength(1)
    const after = await stateOf(id)
    expect(after).toMatchObject({ state: 'failed', nextTryAt: null })
    expect(after?.attempts).toHaveLength(11)
  })
  test('is sent once when two ask at the same moment', async () => {
    const { id } = await givenUp()
    const asked = await Promise.allSettled(
      [1, 2, 3].map(async () =>
        resendDelivery(id, { req: await createLocalReq({}, payload), overrideAccess: true }),
      ),
    )
    expect(asked.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    await deliverDue(req, () => new Date())
    expect(received).toHaveLength(1)
  })
  test('is not sent where its webhook is switched off, nor what was never given up', async () => {
    const { id } = await givenUp()
    const collection = 'privacy-policy-webhooks' as never
    const switchTo = (isActive: boolean) =>
      payload.update({ collection, id: endpoint.id, data: { isActive } as never })
    await switchTo(false)
    await expect(resendDelivery(id, reading)).rejects.toMatchObject({ code: 'not-resendable' })
    await switchTo(true)
    expect(await stateOf(id)).toMatchObject({ state: 'failed' })
    for (const name of ['nothing', 'msg_nothing', 'a\0b'])
      await expect(resendDelivery(name, reading)).rejects.toMatchObject({
        code: 'delivery-missing',
      })
  })
})

test.each(['http://example.com/', 'https://127.1.1.1/', 'https://[::1]/', 'nonsense'])(
  'an address that is not on the public internet is refused: %s',
  async (address) => {
    await expect(
      payload.create({
        collection: 'privacy-policy-webhooks' as never,
        data: { organisation, url: address } as never,
      }),
    ).rejects.toThrow(/https/)
  },
)

function verifiedBody({ body }: Received) {
  // Signed with the time of a clock that is ahead, which a receiver of today would refuse.
  return JSON.parse(body) as { type: string; data: { edition: { number: number } } & Doc }
}
