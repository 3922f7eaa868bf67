import { createLocalReq } from 'payload'
import { expect, test, vi } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { testPayload, withoutGate } from '../payload.ts'
import { run, through } from './command.ts'
import { serve } from './site.ts'

/* What is published in part, previewed, checked and restored through a server, as at the database. */

vi.setConfig({ testTimeout: 240_000 })
process.env.LOG_LEVEL = 'silent'
const payload = await testPayload()
withoutGate(payload)
const { get, origin } = await serve(payload)
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const { organisation, policy } = await importPolicy(
  { documents: [hidamari], organisation: 'own', policy: 'first', createOrganisation: true },
  reading,
)
await publishPolicy({ policy, kind: 'import', effectiveFrom: '2024-04-01' }, reading)
await payload.update({ collection: 'policies', id: policy, data: { title: 'あたらしい表題' } })

const keyOf = async (name: string, policyRole: 'publisher' | 'viewer') => {
  const apiKey = crypto.randomUUID()
  const email = `${name}@example.com`
  await payload.create({
    collection: 'users',
    data: {
      ...{ name, email, password: 'a long enough password', enableAPIKey: true, apiKey },
      ...{ policyRole, policyOrganisations: [organisation] },
    },
  })
  return apiKey
}
const there = through(origin, await keyOf('publisher', 'publisher'))
const seen = through(origin, await keyOf('viewer', 'viewer'))

/** Without what no two of them share: the token, and when it ends. */
const shared = (text: string) =>
  text.replaceAll(/preview=\S+/g, 'preview=…').replaceAll(/valid until \S+/g, 'valid until …')

test('the changes that can be published by themselves are listed alike, with their keys', async () => {
  const [remote, local] = [
    await seen(['publish', 'own/first', '--list-changes']),
    await run(['publish', 'own/first', '--list-changes']),
  ]
  expect(remote).toEqual(local)
  expect(remote.code).toBe(0)
  expect(remote.out).toContain('policy/title')
})

test.each([
  [['own/first', '--expires-in', '60']],
  [['own/first', '--only', 'policy/title', '--effective-from', '2027-04-01']],
])('a preview of %s is that of the same text', async (args) => {
  const [remote, local] = [await there(['preview', ...args]), await run(['preview', ...args])]
  expect([remote.code, remote.err]).toEqual([0, ''])
  expect({ ...remote, out: shared(remote.out) }).toEqual({ ...local, out: shared(local.out) })
  const [page = ''] = remote.out.split('\n').filter((line) => line.includes('.json?'))
  expect((await get(page)).text).toContain('あたらしい表題')
})

test.each<[readonly string[]]>([
  [['preview', 'own/first', '--edition', '1', '--only', 'policy/title']],
  [['check', 'own/first', '--only', 'policy/none', '--effective-from', '2027-04-01']],
  [['restore', 'own/first', '7']],
])('%s is refused alike', async (args) => {
  const [remote, local] = [await there(args), await run(args)]
  expect(remote).toEqual(local)
  expect(local.err.split('\n')).toHaveLength(1)
  expect([exitCodes.misspelt, exitCodes.refused, exitCodes.missing]).toContain(remote.code)
})

test('a part is checked by the law of its day', async () => {
  const options = ['--only', 'policy/title', '--effective-from', '2027-04-01', '--format', 'json']
  const [remote, local] = [
    await seen(['check', 'own/first', ...options]),
    await run(['check', 'own/first', ...options]),
  ]
  expect(JSON.parse(remote.out)).toEqual(JSON.parse(local.out))
  expect(remote.code).toBe(local.code)
  const file = ['check', 'src/server/sample/aoba-health.txt']
  expect((await run([...file, '--only', 'policy/title'])).code).toBe(exitCodes.misspelt)
  expect((await run([...file, '--effective-from', 'tomorrow'])).code).toBe(exitCodes.misspelt)
})

test('a viewer previews and restores nothing; an editor’s edition is the working copy again', async () => {
  for (const args of [
    ['preview', 'own/first'],
    ['restore', 'own/first', '1'],
  ])
    expect((await seen(args)).code).toBe(exitCodes.refused)
  expect((await payload.findByID({ collection: 'policies', id: policy })).title).toBe(
    'あたらしい表題',
  )
  const restored = await there(['restore', 'own/first', '1'])
  expect([restored.code, restored.err]).toEqual([0, ''])
  expect((await payload.findByID({ collection: 'policies', id: policy })).title).not.toBe(
    'あたらしい表題',
  )
})
