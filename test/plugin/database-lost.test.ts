import { createLocalReq } from 'payload'
import { afterAll, expect, test, vi } from 'vitest'
import { privacyPolicy } from '../../plugins/privacy-policy/index.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { testDatabase } from '../database.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { cuttable } from '../server/cuttable.ts'
import { clientOf } from './client.ts'
import { bootHost } from './host.ts'
import { hostConfig, slugs } from './host-config.ts'

/* A host whose pool is as Payload makes it, with no setting but the address, loses its database. */

vi.setConfig({ testTimeout: 120_000 })
const direct = await testDatabase({ empty: true })
const way = await cuttable({ host: '127.0.0.1', port: Number(new URL(direct).port) })
afterAll(() => way.close())
const url = new URL(direct)
url.port = String(way.port)
const payload = await bootHost(
  { ...hostConfig, plugins: [...hostConfig.plugins, privacyPolicy({ slugs })] },
  { url: url.href, isStockPool: true },
)
const { rest } = clientOf(payload)
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const names = { organisation: 'host', policy: 'privacy', createOrganisation: true }
const { policy } = await importPolicy({ documents: [hidamari], ...names }, reading)
await publishPolicy({ policy }, reading)

const kept = '/api/privacy-policies/host/privacy.json'
let asked = 0
/** What has never been asked for, and whether the answer came soon. */
async function unread() {
  const began = Date.now()
  const path = `/api/privacy-policies/host/other-${++asked}.json`
  const { status, headers, json } = await rest('GET', path)
  return { status, headers, json, isSoon: Date.now() - began < 8_000 }
}
const told = {
  status: 503,
  headers: expect.stringContaining('application/problem+json'),
  json: expect.objectContaining({
    type: 'urn:problem-type:privacy-policy:database-unavailable',
  }),
  isSoon: true,
}

test.each(['cut', 'choke'] as const)(
  'its readers are told so soon, or read what is kept (%s)',
  async (how) => {
    expect((await rest('GET', kept)).status).toBe(200)
    await way[how]()
    try {
      expect(await unread()).toEqual(told)
      expect((await rest('GET', kept)).status).toBe(200)
      expect(await unread()).toEqual(told)
    } finally {
      await way.mend()
    }
    while ((await unread()).status === 503);
    expect((await unread()).status).toBe(404)
  },
)
