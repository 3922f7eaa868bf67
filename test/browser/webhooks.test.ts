import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Webhook } from 'standardwebhooks'
import { afterAll, expect, inject, test, vi } from 'vitest'
import { testBrowser } from './browser.ts'

/* What `npm start` runs sends webhooks by itself: nobody calls an endpoint, nobody runs a job. */

vi.setConfig({ testTimeout: 180_000 })

const { origin, email, password, database } = inject('testSite')
const { administrator } = await testBrowser()

type Received = { readonly id: string; readonly body: string; readonly headers: object }
const received: Received[] = []
const receiver = http.createServer((request, response) => {
  const { headers } = request
  let body = ''
  request.on('data', (chunk) => (body += chunk))
  request.on('end', () => {
    received.push({ id: String(headers['webhook-id']), body, headers })
    response.end('thank you')
  })
})
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
const operator = new pg.Client({ connectionString: database })
await operator.connect()
afterAll(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await operator.end()
})

type Answer = { readonly [field: string]: unknown }
let token = ''
async function ask(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(`${origin}/api/${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `JWT ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(`Expected success of ${path}: ${JSON.stringify(answer)}`)
  return answer
}
const create = async (collection: string, data: object) =>
  (await ask('POST', collection, data)).doc as { readonly id: string; readonly newSecret?: string }

async function until<T>(what: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (let i = 0; i < 600; i++) {
    const found = await what()
    if (found) return found
    await sleep(200)
  }
  throw new Error('Expected it within two minutes')
}

test('a publication is told by the server itself; what it gave up is sent again by a button', async () => {
  token = String((await ask('POST', 'users/login', { email, password })).token)
  const { id: organisation } = await create('organisations', {
    slug: 'hibari',
    legalName: '株式会社ひばり急便',
    selfTerm: '当社',
  })
  const { id: policy } = await create('policies', {
    organisation,
    slug: 'privacy',
    title: 'プライバシーポリシー',
    titlePrinted: true,
  })
  await create('policy-sections', { policy, heading: '利用目的', kind: 'purposes' })
  const { newSecret = '' } = await create('privacy-policy-webhooks', {
    organisation,
    url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
    events: ['edition.published'],
    leadDays: [],
  })
  const { edition } = await ask('POST', 'privacy-policies/hibari/privacy/editions', {})

  const told = await until(() => received[0])
  const message = new Webhook(newSecret).verify(told.body, told.headers as never)
  expect(message).toMatchObject({
    type: 'edition.published',
    data: { edition: { number: 1 }, policy: { organisation: 'hibari', slug: 'privacy' } },
  })
  const delivery = async () => {
    const where = `where[messageId][equals]=${told.id}`
    const { docs } = await ask('GET', `privacy-policy-webhook-deliveries?${where}`)
    return (docs as { readonly id: string; readonly state: string }[])[0]
  }
  await until(async () => (await delivery())?.state === 'delivered')

  await operator.query(
    `update privacy_policy_webhook_deliveries set state = 'failed' where message_id = $1`,
    [told.id],
  )
  const { page, complaints } = await administrator()
  await page.goto(
    `/admin/collections/privacy-policy-webhook-deliveries/${(await delivery())?.id ?? ''}`,
  )
  await page.locator('.resend-delivery button', { hasText: '送り直す' }).click()
  await page.locator('.resend-delivery', { hasText: 'まもなく送り直します' }).waitFor()
  expect((await until(() => received[1])).id).toBe(told.id)
  await until(async () => (await delivery())?.state === 'delivered')
  await page.reload()
  await page.locator('#field-state').waitFor()
  expect(await page.locator('.resend-delivery').count()).toBe(0)
  expect(await page.locator('.delivery-attempts tbody tr').count()).toBe(2)
  expect(await page.locator('.delivery-attempts').textContent()).toContain('200thank you')
  await page.goto(`/admin/collections/policy-editions/${(edition as { id: string }).id}`)
  await page.locator('.stored-json', { hasText: '本文' }).waitFor()
  expect(complaints).toEqual([])
  expect(received).toHaveLength(2)
})
