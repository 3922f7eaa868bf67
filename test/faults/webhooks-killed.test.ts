import { type ChildProcess, spawn } from 'node:child_process'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLocalReq } from 'payload'
import { afterAll, expect, test } from 'vitest'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { queueRun } from '../../src/operations/webhooks/queue-run.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { testPayload } from '../payload.ts'

/* Real instances that send webhooks: one is killed while it does, then two go on. */

process.env.WEBHOOK_HOSTS = '127.0.0.1'
const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const { pool } = payload.db as unknown as {
  pool: { query: (text: string) => Promise<{ rows: { count: string }[] }> }
}

/** The `webhook-id` of every request, in order; while `isMute`, none is answered. */
const ids: string[] = []
let isMute = true
const receiver = http.createServer((request, response) => {
  ids.push(String(request.headers['webhook-id']))
  request.resume()
  if (!isMute) response.end()
})
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`

const senders: ChildProcess[] = []
afterAll(() => {
  for (const sender of senders) sender.kill('SIGKILL')
  receiver.closeAllConnections()
  receiver.close()
})

test('what a killed instance was sending comes again, all else comes once, and runs do not pile up', {
  timeout: 240_000,
}, async () => {
  const names = { organisation: 'told', policy: 'privacy', createOrganisation: true }
  const { policy, organisation } = await importPolicy({ documents: [hidamari], ...names }, reading)
  const data = { organisation, url, events: ['edition.published'], leadDays: [] }
  await payload.create({ collection: 'privacy-policy-webhooks', data: data as never })
  const publish = () => publishPolicy({ policy, pendingDecision: 'keep' }, reading)

  // Nobody sends: the publication is committed, and its message waits.
  await publish()
  const victim = await startSender()
  await until(async () => ids.length === 1)
  const ended = new Promise((resolve) => victim.once('exit', resolve))
  victim.kill('SIGKILL')
  await ended
  expect(await count(`privacy_policy_webhook_deliveries where state = 'pending'`)).toBe(1)

  // As if the time had passed that a message stays with whoever claimed it; nobody is there to send it yet.
  await pool.query('update privacy_policy_webhook_deliveries set leased_until = now()')
  isMute = false
  await Promise.all([startSender(), startSender()])
  for (let i = 0; i < 3; i++) await publish()
  const delivered = () => count(`privacy_policy_webhook_deliveries where state = 'delivered'`)
  await until(async () => (await delivered()) === 4)
  // One run more, with nothing left to send, and all that was queued for now.
  await queueRun(reading.req)
  await until(async () => (await runs('wait_until is null or wait_until < now()')) === 0)
  const [first] = ids
  expect(ids.filter((id) => id === first)).toHaveLength(2)
  expect(ids).toHaveLength(5)
  expect(new Set(ids).size).toBe(4)

  // The clock queues a run for the next minute; two instances may do so at the same moment.
  await until(async () => (await runs('wait_until > now()')) >= 1)
  expect(await runs('true')).toBeLessThanOrEqual(2)
})

/** Waits until an instance says that it sends. */
async function startSender(): Promise<ChildProcess> {
  const loader = ['--conditions=production', '--import', 'tsx']
  const child = spawn(process.execPath, [...loader, 'test/faults/webhook-sender.ts'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { ...process.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  senders.push(child)
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (said) => String(said).includes('sending') && resolve())
    child.once('exit', (code) => reject(new Error(`Expected an instance, it ended with ${code}`)))
  })
  return child
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 90_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Expected it within 90 seconds; received ${ids}`)
    await sleep(200)
  }
}

/** The runs that have not begun; of the killed instance, one stays marked as running. */
const runs = (which: string) =>
  count(`payload_jobs where not processing and completed_at is null and (${which})`)

const count = async (from: string): Promise<number> =>
  Number((await pool.query(`select count(*) from ${from}`)).rows[0]?.count)
