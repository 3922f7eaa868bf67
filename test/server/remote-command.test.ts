import { createLocalReq } from 'payload'
import { expect, test, vi } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { parse } from '../../src/core/parse/index.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { wholePolicy } from '../core/check/whole-policy.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { testPayload, withoutGate } from '../payload.ts'
import { run, through } from './command.ts'
import { serve } from './site.ts'

/*
 * The command through a server: what it says and how it ends is what it says and how it ends at the database, within
 * what the user of the API key may do.
 */

vi.setConfig({ testTimeout: 240_000 })
process.env.LOG_LEVEL = 'silent'
const payload = await testPayload()
withoutGate(payload)
const { get, origin } = await serve(payload)
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const bring = (organisation: string) =>
  importPolicy(
    { documents: [hidamari], organisation, policy: 'first', createOrganisation: true },
    reading,
  )
const own = await bring('own')
const foreign = await bring('foreign')
await publishPolicy({ policy: own.policy }, reading)
await publishPolicy({ policy: foreign.policy }, reading)

const apiKey = '7b0f2a52-1f0f-4f6d-8f43-0e7c1f0b7d11'
const user = await payload.create({
  collection: 'users',
  data: {
    ...{ name: 'program', email: 'program@example.com', password: 'a long enough password' },
    ...{ enableAPIKey: true, apiKey, policyRole: 'publisher' },
    policyOrganisations: [own.organisation],
  },
})

const there = through(origin, apiKey)

test('list and get show through a server what they show at the database, of what the user may read', async () => {
  const listed = await there(['list', 'policies', '--json'])
  expect([listed.code, listed.err]).toEqual([0, ''])
  expect(JSON.parse(listed.out)).toMatchObject([
    { name: 'own/first', id: own.policy, title: { ja: 'プライバシーポリシー' } },
  ])
  const here = await run(['list', 'policies', '--organisation', 'own', '--json'])
  expect(here.out).toBe(listed.out)

  for (const name of ['own', 'own/first/sections', 'own/first/editions/1']) {
    const [remote, local] = [
      await there(['get', name, '--json']),
      await run(['get', name, '--json']),
    ]
    expect([name, remote.code, remote.err]).toEqual([name, 0, ''])
    expect(JSON.parse(remote.out)).toEqual(JSON.parse(local.out))
  }
  const hidden = await there(['get', 'foreign'])
  expect(hidden.code).toBe(exitCodes.missing)
})

test('publishing through a server is refused as at the database, and publishes', async () => {
  const args = ['publish', 'own/first', '--latest', '0']
  const [remote, local] = [await there(args), await run(args)]
  expect(remote).toEqual(local)
  expect(remote.code).toBe(exitCodes.conflict)

  const published = await there([
    'publish',
    'own/first',
    '--summary',
    '改定',
    '--idempotency-key',
    'k',
  ])
  expect([published.code, published.err]).toEqual([0, ''])
  expect(published.out).toMatch(/edition 2 published/)
  const again = await there(['publish', 'own/first', '--summary', '改定', '--idempotency-key', 'k'])
  expect(again.out).toMatch(/edition 2 had been published/)
  const strange = await there(['publish', 'foreign/first'])
  expect([exitCodes.refused, exitCodes.missing]).toContain(strange.code)

  const checked = await there(['check', 'own/first', '--format', 'json'])
  const checkedHere = await run(['check', 'own/first', '--format', 'json'])
  expect(JSON.parse(checked.out).findings).toEqual(JSON.parse(checkedHere.out).findings)
  expect(checked.code).toBe(checkedHere.code)
  const compared = await there(['compare', 'own/first@1', 'own/first@2'])
  expect([compared.code, compared.err]).toEqual([0, ''])
  expect(compared.out.trim()).not.toBe('')
})

test('editions are verified and messages sent again as at the database', async () => {
  const admin = crypto.randomUUID()
  await payload.create({
    collection: 'users',
    data: {
      ...{ name: 'admin', email: 'admin@example.com', password: 'a long enough password' },
      ...{ enableAPIKey: true, apiKey: admin, policyRole: 'admin' },
    },
  })
  for (const [args, reason] of [
    [['verify', 'foreign/first'], 'done'],
    [['resend', 'msg_none'], 'missing'],
  ] as const) {
    const [remote, local] = [await through(origin, admin)(args), await run(args)]
    expect(remote).toEqual(local)
    expect(remote.code).toBe(exitCodes[reason])
  }
  expect((await there(['verify', 'own/none'])).code).toBe(exitCodes.missing)
  expect((await there(['resend', 'msg_none'])).code).toBe(exitCodes.refused)
})

test('safe fixes are made through a server as at the database, in the user’s organisations', async () => {
  const spaced = wholePolicy().replace('代金の請求及び収納のため', '代金 の請求及び収納のため')
  const documents = [parse(spaced).document] as const
  // Each in an organisation of its own: what two policies print is parted.
  await importPolicy({ documents, organisation: 'own', policy: 'spaced' }, reading)
  const here = { organisation: 'here', policy: 'spaced', createOrganisation: true }
  await importPolicy({ documents, ...here }, reading)
  const fix = (name: string) => ['check', name, '--fix', '--format', 'json']
  const [remote, local] = [await there(fix('own/spaced')), await run(fix('here/spaced'))]
  expect(remote.err).toBe(local.err.replace('here/spaced', 'own/spaced'))
  expect(remote.err).toMatch(/^own\/spaced: 1 findings were mended/)
  const findings = (text: string) =>
    JSON.parse(text).findings.map(({ key }: { key: string }) => key)
  expect([remote.code, findings(remote.out)]).toEqual([local.code, findings(local.out)])
  expect((await there(['check', 'foreign/first', '--fix'])).code).toBe(exitCodes.missing)
})

test.each<[string, readonly string[], { readonly [name: string]: string }, number, RegExp]>([
  [
    'no key',
    ['list'],
    { PRIVACY_POLICY_API_KEY: '' },
    exitCodes.misspelt,
    /PRIVACY_POLICY_API_KEY/,
  ],
  [
    'a key of nobody',
    ['publish', 'own/first'],
    { PRIVACY_POLICY_API_KEY: 'wrong' },
    exitCodes.refused,
    /Sign in|publishers/,
  ],
  [
    'a command that no API has',
    ['guard'],
    { PRIVACY_POLICY_API_KEY: apiKey },
    exitCodes.misspelt,
    /^guard does not work through a server/,
  ],
])('%s is refused in a sentence', async (_, args, variables, code, words) => {
  const outcome = await there(args, variables)
  expect(outcome.err).toMatch(words)
  expect(outcome.err.split('\n')).toHaveLength(1)
  expect(outcome.code).toBe(code)
})

test('a key never goes unencrypted over a network, and a server that is not there is told so', async () => {
  const key = { PRIVACY_POLICY_API_KEY: apiKey }
  const plain = await run(['list', '--server', 'http://policies.example.com'], key)
  expect([plain.code, plain.err]).toEqual([exitCodes.misspelt, expect.stringContaining('https')])
  const gone = await run(['list', '--server', 'http://127.0.0.1:9'], key)
  expect([gone.code, gone.err]).toEqual([
    exitCodes.unavailable,
    expect.stringContaining('127.0.0.1:9'),
  ])
})

test('a key is shown to nobody, not to its owner either, and is stored encrypted', async () => {
  const { text } = await get(`/api/users/${user.id}`, { Authorization: `users API-Key ${apiKey}` })
  expect(JSON.parse(text)).toMatchObject({ name: 'program', hasAPIKey: true })
  expect(text).not.toContain(apiKey)
  const { rows } = await (
    payload.db as unknown as { pool: { query: (text: string) => Promise<{ rows: object[] }> } }
  ).pool.query('select * from users')
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(apiKey)
})
