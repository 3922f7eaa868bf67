import { createLocalReq } from 'payload'
import { describe, expect, test } from 'vitest'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { issuePreview } from '../../src/operations/publishing/issue-preview.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { testPayload } from '../payload.ts'
import { serve } from './site.ts'

const payload = await testPayload()
const { post, get, json, graphql } = await serve(payload)
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const bring = (organisation: string, policy: string) =>
  importPolicy({ documents: [hidamari], organisation, policy, createOrganisation: true }, reading)
const own = await bring('own', 'first')
const other = await bring('other', 'first')
const address = '/api/privacy-policies/own/first'

async function signedIn(name: string, policyRole: 'editor' | 'viewer' | null, of: string) {
  const credentials = { email: `${name}@example.com`, password: 'a long enough password' }
  const data = { name, ...credentials, policyRole, policyOrganisations: [of] }
  await payload.create({ collection: 'users', data })
  const { headers } = await post('/api/users/login', credentials)
  const cookies = headers['set-cookie'] as unknown as readonly string[]
  return { Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }
}
const editor = await signedIn('editor', 'editor', own.organisation)

async function issue(body: object = {}) {
  const { status, headers, text } = await post(`${address}/previews`, body, editor)
  expect([status, headers['cache-control']]).toEqual([201, 'no-store'])
  return JSON.parse(text)
}
const rename = (title: string) =>
  payload.update({
    collection: 'policies',
    id: own.policy,
    data: { title } as never,
    locale: 'ja',
  })

describe('a candidate', () => {
  test('is read by its link, its token and by GraphQL before anything was published', async () => {
    const day = inDays(30)
    const issued = await issue({ effectiveFrom: day })
    expect(issued).toMatchObject({ kind: 'candidate', effectiveFrom: day })
    expect(issued.url).toContain(`${address}.json?preview=`)
    const link = await json(issued.url.slice(issued.url.indexOf('/api')))
    expect(link).toMatchObject({
      edition: { number: 1, effectiveFrom: day, sha256: issued.sha256 },
      document: { title: { text: hidamari.title.text } },
      preview: { kind: 'candidate', sha256: issued.sha256 },
    })
    const page = await get(issued.page.slice(issued.page.indexOf('/own')))
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'private, no-store'])
    expect(page.text).toContain('公表前の本文です')
    const text = await get(`${address}.txt`, { Authorization: `Preview ${issued.token}` })
    expect(text.text).toContain(hidamari.title.text)
    const { data } = await graphql(
      `query ($preview: String) { privacyPolicy(organisation: "own", policy: "first", preview: $preview) {
        title preview { kind sha256 } edition { number } } }`,
      { preview: issued.token },
    )
    expect(data.privacyPolicy).toEqual({
      title: hidamari.title.text,
      preview: { kind: 'candidate', sha256: issued.sha256 },
      edition: { number: 1 },
    })
    expect((await get(`${address}.json`)).status).toBe(404)
  })

  test('that has changed since is refused, and says so; changed back it is the same', async () => {
    const issued = await issue()
    const path = `${address}.json?preview=${issued.token}`
    await rename('改めた題')
    const { status, text } = await get(path)
    expect([status, JSON.parse(text).type]).toEqual([
      409,
      'urn:problem-type:privacy-policy:preview-changed',
    ])
    const { errors } = await graphql(
      `query ($preview: String) { privacyPolicy(organisation: "own", policy: "first", preview: $preview) { title } }`,
      { preview: issued.token },
    )
    expect(errors?.[0]?.message).toMatch(/変わりました|has changed/)
    await rename(hidamari.title.text)
    expect((await get(path)).status).toBe(200)
  })

  test('is for its own policy alone, and for its own time', async () => {
    const { token } = await issue()
    await publishPolicy({ policy: other.policy }, reading)
    expect((await get(`/api/privacy-policies/other/first.json?preview=${token}`)).status).toBe(403)
    const past = new Date(Date.now() - 7_200_000)
    const old = await issuePreview({ policy: own.policy }, reading, past)
    expect((await get(`${address}.json?preview=${old.token}`)).status).toBe(401)
    expect((await get(`${address}.json?preview=${token}x`)).status).toBe(401)
  })
})

test('an edition to come is shown as it will be, until it is withdrawn', async () => {
  const day = inDays(20)
  await publishPolicy({ policy: own.policy }, reading)
  await publishPolicy({ policy: own.policy, effectiveFrom: day }, reading)
  const issued = await issue({ edition: 2 })
  const path = `${address}.json?preview=${issued.token}`
  expect(await json(path)).toMatchObject({
    edition: { number: 2, effectiveFrom: day },
    preview: { kind: 'edition' },
  })
  expect((await json(`${address}.json`)).edition.number).toBe(1)
  await publishPolicy({ policy: own.policy, kind: 'withdrawal', withdraws: 2 }, reading)
  expect((await get(path)).status).toBe(409)
})

describe('previews are issued', () => {
  test('by a mutation, and by the button of the admin', async () => {
    const { data } = await graphql(
      `mutation { previewPrivacyPolicy(organisation: "own", policy: "first", expiresIn: 60) { kind token page } }`,
      {},
      editor,
    )
    expect(data.previewPrivacyPolicy).toMatchObject({ kind: 'candidate' })
    const button = await get(`/api/policies/${own.policy}/preview-link`, editor)
    expect([button.status, button.headers.location]).toEqual([
      303,
      expect.stringContaining('/own/first?preview='),
    ])
  })
  test('to nobody but editors of the organisation', async () => {
    const users = {
      nobody: {},
      viewer: await signedIn('viewer', 'viewer', own.organisation),
      stranger: await signedIn('stranger', 'editor', other.organisation),
      guest: await signedIn('guest', null, own.organisation),
    }
    for (const [name, headers] of Object.entries(users)) {
      expect([401, 403, 404], name).toContain(
        (await post(`${address}/previews`, {}, headers)).status,
      )
      expect([401, 403, 404], name).toContain(
        (await get(`/api/policies/${own.policy}/preview-link`, headers)).status,
      )
      const { errors } = await graphql(
        `mutation { previewPrivacyPolicy(organisation: "own", policy: "first") { token } }`,
        {},
        headers,
      )
      expect(errors, name).toHaveLength(1)
    }
  })
  test('for what there is, and for no longer than a week', async () => {
    for (const body of [
      { effectiveFrom: '2027-02-30' },
      { effectiveFrom: 5 },
      { edition: 99 },
      { expiresIn: 604_801 },
      { expiresIn: 0 },
      { expiresIn: '60' },
      { unknown: true },
    ])
      expect((await post(`${address}/previews`, body, editor)).status).toBe(400)
  })
})
