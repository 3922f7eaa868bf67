import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLocalReq, getPayload, type Payload } from 'payload'
import { afterAll, expect, test } from 'vitest'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { closePayload } from '../../src/platform/migrations.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { testPayload } from '../payload.ts'

/* Two instances on one database, whose clocks strike at the same moment. */

process.env.WEBHOOK_HOSTS = '127.0.0.1'
process.env.LOG_LEVEL = 'silent'
const ours = await testPayload()
const { default: config } = await import('../../payload.config.ts')
const theirs = await getPayload({ config, key: 'theirs' })
afterAll(() => closePayload(theirs))
const reading = { req: await createLocalReq({}, ours), overrideAccess: true }
const names = { organisation: 'told', policy: 'privacy', createOrganisation: true }
const { policy, organisation } = await importPolicy({ documents: [hidamari], ...names }, reading)

const received: http.ServerResponse[] = []
const receiver = http.createServer((request, response) => {
  request.resume()
  received.push(response)
})
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  receiver.closeAllConnections()
  receiver.close()
})
const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
await ours.create({
  collection: 'privacy-policy-webhooks',
  data: { organisation, url, events: ['edition.published'], leadDays: [] } as never,
})

const run = ({ jobs }: Payload) => jobs.run({ queue: 'privacy-policy-webhooks' })
/** Transactions that are open, and hold a connection each. */
const openIn = ({ db }: Payload) => Object.keys(db.sessions ?? {})
const jobs = async () => (await ours.db.count({ collection: 'payload-jobs' })).totalDocs

test('take a job once, also while the receiver is slow; nothing fails and no connection is kept', async () => {
  for (let round = 1; round <= 4; round++) {
    await publishPolicy({ policy, pendingDecision: 'keep' }, reading)
    const both = [run(ours), run(theirs)]
    // Whoever has nothing to send ends at once, and takes the job it ran along.
    await Promise.race(both)
    while (received.length < round) await new Promise((resolve) => setTimeout(resolve, 20))
    received.at(-1)?.end()
    const outcomes = await Promise.all(both)
    expect(outcomes.filter(({ noJobsRemaining }) => noJobsRemaining)).toHaveLength(1)
  }
  expect(received).toHaveLength(4)
  expect(await jobs()).toBe(0)
  expect([openIn(ours), openIn(theirs)]).toEqual([[], []])
})

test('a job that is gone when it ends keeps no connection', async () => {
  await publishPolicy({ policy, pendingDecision: 'keep' }, reading)
  const running = run(ours)
  while (received.length < 5) await new Promise((resolve) => setTimeout(resolve, 20))
  await ours.db.deleteMany({ collection: 'payload-jobs', where: {} })
  received.at(-1)?.end()
  await running.catch(() => undefined)
  expect(openIn(ours)).toEqual([])
})
