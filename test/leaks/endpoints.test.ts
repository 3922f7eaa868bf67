import { expect, test, vi } from 'vitest'
import { testPayload } from '../payload.ts'
import { renameCanaries } from './canaries.ts'
import { differencesOf, leaksOf, type Probe, walk } from './walk.ts'
import { makeWorld } from './world.ts'

/* The plugin's own endpoints: editions for everybody, and of editions nothing that is internal. */

vi.setConfig({ testTimeout: 120_000 })
process.env.LOG_LEVEL = 'silent'
const payload = await testPayload()
const { admin, editorOfA, outsiders, secrets } = await makeWorld(payload)

const policy = '/api/privacy-policies/organisation-a/privacy'
const probes: readonly Probe[] = [
  '/api/privacy-policies',
  '/api/privacy-policies?organisation=organisation-a',
  '/api/privacy-policies/organisation-a',
  '/api/privacy-policies/schema.json',
  `/api/privacy-policies/${secrets.organisations?.live}/${secrets.policies?.live}`,
  ...['', '.json', '.html', '.md', '.txt', '.json?locale=en', '?asOf=1999-01-01'].map(
    (end) => policy + end,
  ),
  ...['/feed.atom', '/timemap', '.json?preview=', '.json?preview=a.b.c'].map((end) => policy + end),
  ...['', '.json', '.jsonl', '/1', '/2', '/2.html', '/3'].map((end) => `${policy}/editions${end}`),
].map((path) => ({ method: 'GET', path }))

test('editions are read, and what is internal of them is not', async () => {
  for (const [name, client] of Object.entries({ ...outsiders, admin })) {
    const walked = await walk(client, probes)
    expect(walked.get(`GET ${policy}.txt`)?.status, name).toBe(200)
    expect(walked.get(`GET ${policy}/editions/2`)?.status, name).toBe(200)
    expect(leaksOf(walked), name).toEqual([])
    for (const { text } of walked.values()) expect(text).not.toMatch(/publishedBy|"salt"|waivers/)
  }
})

test('no answer depends on the working copy or on what is internal', async () => {
  const { anonymous } = outsiders
  const before = await walk(anonymous, probes)
  await renameCanaries(payload, 'zzzzzz')
  expect(differencesOf(before, await walk(anonymous, probes))).toEqual([])
})

test('members see what is internal of their own editions, and it is there to be seen', async () => {
  const edition = `/api/policy-editions/${secrets['policy-editions']?.live}`
  expect((await admin.rest('GET', edition)).text).toContain('zzzzzz-policy-editions-internal')
})

test('who may not issue a preview gets none, and learns no more than of a policy that is not there', async () => {
  for (const [name, client] of Object.entries(outsiders)) {
    const known = await client.rest('POST', `${policy}/previews`, {})
    const unknown = await client.rest('POST', '/api/privacy-policies/nowhere/privacy/previews', {})
    expect([401, 403, 404], name).toContain(known.status)
    expect(known.text.replaceAll('organisation-a', 'nowhere'), name).toBe(unknown.text)
    const link = (id: string | undefined) => `/api/policies/${id}/preview-link`
    const answered = await client.rest('GET', link(secrets.policies?.live))
    expect([401, 403, 404], name).toContain(answered.status)
    const absent = '01980000-0000-7000-8000-000000000000'
    expect(answered.text, name).toBe((await client.rest('GET', link(absent))).text)
    const mutation = (organisation: string) =>
      `mutation { previewPrivacyPolicy(organisation: "${organisation}", policy: "privacy") { token } }`
    const mutated = await client.graphql(mutation('organisation-a'))
    expect(mutated.text.replaceAll('organisation-a', 'nowhere'), name).toBe(
      (await client.graphql(mutation('nowhere'))).text,
    )
  }
})

test('who may not publish learns no more of a policy than of one that is not there', async () => {
  for (const [name, client] of Object.entries(outsiders)) {
    const known = await client.rest('POST', `${policy}/editions`, {})
    const unknown = await client.rest('POST', '/api/privacy-policies/nowhere/privacy/editions', {})
    expect([401, 403, 404], name).toContain(known.status)
    expect(known.text.replaceAll('organisation-a', 'nowhere'), name).toBe(unknown.text)
  }
})

test('who is no member sees no changes, and learns no more of a policy than of one that is not there', async () => {
  for (const [name, client] of Object.entries(outsiders)) {
    const known = await client.rest('GET', `${policy}/changes`)
    const unknown = await client.rest('GET', '/api/privacy-policies/nowhere/privacy/changes')
    expect([401, 403, 404], name).toContain(known.status)
    expect(known.text.replaceAll('organisation-a', 'nowhere'), name).toBe(unknown.text)
    const byId = (id: string | undefined) => `/api/policies/${id}/changes`
    const answered = await client.rest('GET', byId(secrets.policies?.live))
    expect([401, 403, 404], name).toContain(answered.status)
    const absent = '01980000-0000-7000-8000-000000000000'
    expect(answered.text, name).toBe((await client.rest('GET', byId(absent))).text)
    const query = (organisation: string) =>
      `{ privacyPolicyChanges(organisation: "${organisation}", policy: "privacy") { effectiveFrom } }`
    const asked = await client.graphql(query('organisation-a'))
    expect(asked.text.replaceAll('organisation-a', 'nowhere'), name).toBe(
      (await client.graphql(query('nowhere'))).text,
    )
  }
})

test('who may not change an organisation plans nothing of it, and learns no more than of one that is not there', async () => {
  const at = '/api/privacy-policy-bulk-updates'
  const change = { change: 'replace-text', from: 'a', to: 'b' }
  const of = (organisation: string) => ({ organisations: [organisation] })
  const collections = ['organisations', 'purposes', 'contacts', 'policies', 'policySections']
  for (const [name, client] of Object.entries(outsiders)) {
    const ask = async (path: string, body: object) => client.rest('POST', `${at}/${path}`, body)
    for (const [path, body] of [
      ['plan', (one: string) => ({ ...change, select: of(one) })],
      ['records', (one: string) => ({ ...of(one), collections })],
    ] as const) {
      const [known, unknown] = [
        await ask(path, body('organisation-a')),
        await ask(path, body('nowhere')),
      ]
      expect([401, 403, 404], `${name} ${path}`).toContain(known.status)
      expect(known.text.replaceAll('organisation-a', 'nowhere'), name).toBe(unknown.text)
    }
    for (const { text } of [await ask('plan', change), await ask('records', { collections })])
      expect(text, name).not.toMatch(/canary|zzzzzz|organisation-a/)
  }
  // To who may, it is there to be seen.
  const seen = await editorOfA.rest('POST', `${at}/records`, { collections })
  expect(seen.text).toContain('zzzzzz')
})

test('who may not send a message again learns no more of it than of one that is not there', async () => {
  const resend = (id: string | undefined) =>
    ['POST', `/api/privacy-policy-webhook-deliveries/${id}/resend`, {}] as const
  const live = secrets['privacy-policy-webhook-deliveries']?.live
  const absent = '01980000-0000-7000-8000-000000000000'
  for (const [name, client] of Object.entries({ ...outsiders, editorOfA })) {
    const known = await client.rest(...resend(live))
    expect([401, 403, 404], name).toContain(known.status)
    const unknown = await client.rest(...resend(absent))
    expect(known.text.replaceAll(String(live), absent), name).toBe(unknown.text)
  }
  // To an admin of the organisation it is there, and waits to be sent anyway.
  const known = await admin.rest(...resend(live))
  expect(known.status).toBe(422)
  expect(known.text).toContain('not-resendable')
})

test('webhooks and what was sent are for the admins of the organisation; jobs and their schedule for nobody', async () => {
  const webhooks = ['privacy-policy-webhooks', 'privacy-policy-webhook-deliveries']
  for (const [name, client] of Object.entries({ ...outsiders, editorOfA })) {
    for (const slug of webhooks) {
      const { status } = await client.rest('GET', `/api/${slug}/${secrets[slug]?.live}`)
      expect([403, 404], `${name} ${slug}`).toContain(status)
    }
  }
  for (const [name, client] of Object.entries({ ...outsiders, editorOfA, admin }))
    for (const [method, path] of [
      ['GET', '/api/payload-jobs'],
      ['POST', '/api/payload-jobs'],
      ['GET', '/api/payload-jobs/run'],
      ['GET', '/api/payload-jobs/handle-schedules'],
      ['GET', '/api/globals/payload-jobs-stats'],
      ['POST', '/api/globals/payload-jobs-stats'],
    ] as const) {
      const body = method === 'POST' ? { stats: {} } : undefined
      const { status } = await client.rest(method, path, body)
      expect([401, 403, 404], `${name} ${method} ${path}`).toContain(status)
    }
})
