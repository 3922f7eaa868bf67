import { createLocalReq } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { testPayload, withoutGate } from '../payload.ts'
import { serve } from './site.ts'

vi.setConfig({ testTimeout: 120_000 })

const payload = await testPayload()
withoutGate(payload)
const { post, get, graphql } = await serve(payload, { BODY_LIMIT_MB: '1' })
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const password = 'a long enough password'

/** A policy whose title and first purpose were changed since its first edition. */
async function changed(organisation: string) {
  const imported = await importPolicy(
    { documents: [hidamari], organisation, policy: 'privacy', createOrganisation: true },
    reading,
  )
  await publishPolicy(
    { policy: imported.policy, kind: 'import', effectiveFrom: '2024-04-01' },
    reading,
  )
  await payload.update({
    collection: 'policies',
    id: imported.policy,
    data: { title: 'あたらしい表題' },
  })
  const { docs } = await payload.find({
    collection: 'purposes',
    where: { organisation: { equals: imported.organisation } },
    limit: 1,
    depth: 0,
  })
  const [purpose] = docs
  await payload.update({
    collection: 'purposes',
    id: purpose?.id as string,
    data: { text: 'あたらしい目的のため' },
  })
  return { ...imported, purpose: `purposes/${purpose?.id}` }
}

const own = await changed('own')
await changed('other')
const signedIn = async (name: string, policyRole: 'publisher' | 'viewer', organisation: string) => {
  const email = `${name}@example.com`
  await payload.create({
    collection: 'users',
    data: { name, email, password, policyRole, policyOrganisations: [organisation] },
  })
  const { headers } = await post('/api/users/login', { email, password })
  const cookies = headers['set-cookie'] as unknown as readonly string[]
  return { Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }
}
const publisher = await signedIn('publisher', 'publisher', own.organisation)
const viewer = await signedIn('viewer', 'viewer', own.organisation)

const changesAt = '/api/privacy-policies/own/privacy/changes'
const query = `query ($organisation: String!) {
  privacyPolicyChanges(organisation: $organisation, policy: "privacy") {
    effectiveFrom
    against { number effectiveFrom }
    changes { key change name needs changes { of how before after details } }
  }
}`

describe('the changes of a working copy', () => {
  test('are told to members, alike over REST and GraphQL, and kept by nobody on the way', async () => {
    const { status, headers, text } = await get(changesAt, viewer)
    expect([status, headers['cache-control']]).toEqual([200, 'private, no-store'])
    const { against, changes } = JSON.parse(text)
    expect(against).toMatchObject({ number: 1, effectiveFrom: '2024-04-01' })
    expect(changes).toMatchObject([
      { key: 'policy/title', change: 'changed', needs: [], name: { ja: '表題' } },
      {
        key: own.purpose,
        change: 'changed',
        changes: [{ of: 'purpose', how: 'changed', after: 'あたらしい目的のため' }],
      },
    ])
    const asked = await graphql(query, { organisation: 'own' }, viewer)
    const { data } = asked as { data: { privacyPolicyChanges: { changes: { key: string }[] } } }
    expect(data.privacyPolicyChanges.changes.map(({ key }: { key: string }) => key)).toEqual(
      changes.map(({ key }: { key: string }) => key),
    )
    const byId = await get(`/api/policies/${own.policy}/changes`, viewer)
    expect(JSON.parse(byId.text).changes).toEqual(changes)
  })

  test('are told to nobody else, and not whether there are any', async () => {
    expect((await get(changesAt)).status).toBe(401)
    expect((await get(`/api/policies/${own.policy}/changes`)).status).toBe(401)
    const stranger = await signedIn('stranger', 'publisher', (await changed('third')).organisation)
    const known = await get(changesAt, stranger)
    const unknown = await get('/api/privacy-policies/nowhere/privacy/changes', stranger)
    expect(known.status).toBe(404)
    expect(known.text.replaceAll('own', 'nowhere')).toBe(unknown.text.replaceAll('own', 'nowhere'))
    expect((await get(`/api/policies/${own.policy}/changes`, stranger)).status).toBe(403)
    const asked = await graphql(query, { organisation: 'own' }, stranger)
    expect((asked as { data: unknown }).data).toBeNull()
    expect(JSON.stringify(asked)).not.toContain('あたらしい')
  })
})

describe('a publisher', () => {
  test('publishes one of them, which is previewed and checked as it will be; the other waits', async () => {
    const preview = await post(
      '/api/privacy-policies/own/privacy/previews',
      { only: [own.purpose] },
      publisher,
    )
    expect(preview.status).toBe(201)
    const { url } = JSON.parse(preview.text)
    const read = await get(
      new URL(url, 'http://localhost').pathname.replace('.json', '.txt') +
        new URL(url, 'http://localhost').search,
    )
    expect(read.text).toContain('あたらしい目的のため')
    expect(read.text).not.toContain('あたらしい表題')
    const checked = await get(
      `/api/privacy-policies/own/privacy/check?only=${encodeURIComponent(own.purpose)}`,
      viewer,
    )
    expect(checked.status).toBe(200)

    const sent = await post(
      '/api/privacy-policies/own/privacy/editions',
      { only: [own.purpose] },
      publisher,
    )
    expect(sent.status).toBe(201)
    expect(JSON.parse(sent.text).taken).toMatchObject([{ key: own.purpose, isAlong: false }])
    const published = (await get('/api/privacy-policies/own/privacy.txt')).text
    expect(published).toBe(read.text)
    const left = JSON.parse((await get(changesAt, viewer)).text).changes
    expect(left.map(({ key }: { key: string }) => key)).toEqual(['policy/title'])
  })

  test('publishes the rest over GraphQL', async () => {
    const mutation = `mutation { publishPrivacyPolicy(organisation: "own", policy: "privacy", only: ["policy/title"]) { number } }`
    const answered = await graphql(mutation, {}, publisher)
    expect(answered).toEqual({ data: { publishPrivacyPolicy: { number: 3 } } })
    expect(JSON.parse((await get(changesAt, viewer)).text).changes).toEqual([])
  })

  test('is told what there is when he names something else', async () => {
    const send = (only: unknown) =>
      post('/api/privacy-policies/own/privacy/editions', { only }, publisher)
    const unknown = await send(['purposes/none'])
    expect(unknown.status).toBe(422)
    expect(JSON.parse(unknown.text)).toMatchObject({ code: 'selection-refused' })
    expect((await send([])).status).toBe(422)
    expect((await send('policy/title')).status).toBe(400)
    expect((await get(`${changesAt}?corrects=x`, viewer)).status).toBe(400)
  })
})
