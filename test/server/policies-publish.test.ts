import { createLocalReq } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { testPayload } from '../payload.ts'
import { type Got, serve } from './site.ts'

vi.setConfig({ testTimeout: 120_000 })

const payload = await testPayload()
const { post, get, json, graphql } = await serve(payload, { BODY_LIMIT_MB: '1' })
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const password = 'a long enough password'
const apiKey = '7b0f2a52-1f0f-4f6d-8f43-0e7c1f0b7d11'
const programs = { Authorization: `users API-Key ${apiKey}` }

const own = await bring('own')
const other = await bring('other')
const publisher = await signedIn('publisher', 'publisher', own.organisation)
const refusedUsers = {
  'an editor': await signedIn('editor', 'editor', own.organisation),
  'a viewer': await signedIn('viewer', 'viewer', own.organisation),
  'a publisher of another organisation': await signedIn(
    'stranger',
    'publisher',
    other.organisation,
  ),
  'a user without a role': await signedIn('nobody', null, own.organisation),
}
await payload.create({
  collection: 'users',
  data: {
    name: 'program',
    email: 'program@example.com',
    password,
    enableAPIKey: true,
    apiKey,
    policyRole: 'publisher',
    policyOrganisations: [own.organisation],
  },
})

function bring(organisation: string, policy = 'table') {
  const target = { organisation, policy, createOrganisation: true }
  return importPolicy({ documents: [hidamari], ...target }, reading)
}

/** The headers of a new user who signed in by the form. */
async function signedIn(
  name: string,
  policyRole: 'publisher' | 'editor' | 'viewer' | null,
  of: string,
) {
  const email = `${name}@example.com`
  await payload.create({
    collection: 'users',
    data: { name, email, password, policyRole, policyOrganisations: [of] },
  })
  const { headers } = await post('/api/users/login', { email, password })
  const cookies = headers['set-cookie'] as unknown as readonly string[]
  return { Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }
}

const editionsOf = (policy: string, organisation = 'own') =>
  `/api/privacy-policies/${organisation}/${policy}/editions`
const problemIn = ({ status, headers, text }: Got) => ({
  type: headers['content-type'],
  sent: status,
  ...JSON.parse(text),
})
const problem = (status: number, code: string) => ({
  type: `urn:problem-type:privacy-policy:${code}`,
  sent: status,
  status,
  detail: expect.stringMatching(/\S/),
})

describe('a publisher', () => {
  test('publishes, is told where the edition is, and everybody reads it', async () => {
    await bring('own', 'first')
    const before = await get('/api/privacy-policies/own/first.txt')
    expect(before.status).toBe(404)
    const { status, headers, text } = await post(
      editionsOf('first'),
      { kind: 'import', effectiveFrom: '2024-04-01', summary: { ja: '制定' } },
      publisher,
    )
    expect([status, headers.location, headers['cache-control']]).toEqual([
      201,
      '/api/privacy-policies/own/first/editions/1.json',
      'no-store',
    ])
    const { edition } = JSON.parse(text)
    expect(edition).toMatchObject({ number: 1, kind: 'import', effectiveFrom: '2024-04-01' })
    expect(edition).not.toHaveProperty('internal')
    const read = await json(headers.location ?? '')
    expect(read.edition).toMatchObject({ sha256: edition.sha256, summary: { ja: '制定' } })
  })

  test('needs to say nothing: an amendment in force from today', async () => {
    await bring('own', 'plain')
    const { status, text } = await post(editionsOf('plain'), '', publisher)
    expect(status).toBe(201)
    expect(JSON.parse(text).edition).toMatchObject({ number: 1, kind: 'amendment' })
    expect((await get('/api/privacy-policies/own/plain.txt')).status).toBe(200)
  })

  test('that sends the same request again publishes once', async () => {
    await bring('own', 'again')
    const body = { idempotencyKey: 'release-2027-04' }
    const [first, second] = [
      await post(editionsOf('again'), body, publisher),
      await post(editionsOf('again'), body, publisher),
    ]
    expect([first.status, second.status]).toEqual([201, 200])
    expect(JSON.parse(second.text).edition.sha256).toBe(JSON.parse(first.text).edition.sha256)
    expect((await json(editionsOf('again'))).editions).toHaveLength(1)
  })

  test('that is a program signs in by its key', async () => {
    await bring('own', 'program')
    expect((await post(editionsOf('program'), {}, programs)).status).toBe(201)
    const wrong = { Authorization: `users API-Key ${apiKey.replace('7', '8')}` }
    expect((await post(editionsOf('program'), {}, wrong)).status).toBe(401)
  })

  test('publishes over GraphQL by the same rules', async () => {
    await bring('own', 'graphql')
    const mutation = `mutation ($policy: String!, $effectiveFrom: String) {
      publishPrivacyPolicy(organisation: "own", policy: $policy, effectiveFrom: $effectiveFrom, summaryJa: "改定") {
        number kind effectiveFrom summary sha256
      }
    }`
    const past = await graphql(
      mutation,
      { policy: 'graphql', effectiveFrom: '2020-01-01' },
      programs,
    )
    expect(past.errors?.[0]?.extensions).toMatchObject({ statusCode: 422 })
    const anonymous = await graphql(mutation, { policy: 'graphql' })
    expect(anonymous.errors?.[0]?.message).toMatch(/公表者/)
    const { data, errors } = await graphql(mutation, { policy: 'graphql' }, programs)
    expect(errors).toBeUndefined()
    expect(data.publishPrivacyPolicy).toMatchObject({ number: 1, summary: { ja: '改定' } })
  })
})

describe('an edition is made the working copy again', () => {
  const restore = (policy: string, number: number | string) =>
    `${editionsOf(policy)}/${number}/restore`

  test('by an editor, and is told what was done; over GraphQL alike', async () => {
    const { policy } = await bring('own', 'restored')
    await post(editionsOf('restored'), {}, publisher)
    const rewrite = (title: string) =>
      payload.update({ collection: 'policies', id: policy, data: { title } })
    await rewrite('別の表題')
    const { status, text } = await post(restore('restored', 1), {}, refusedUsers['an editor'])
    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({ number: 1, languages: ['ja'] })
    expect(await payload.findByID({ collection: 'policies', id: policy })).toMatchObject({
      title: hidamari.title.text,
    })
    await rewrite('別の表題')
    const { data, errors } = await graphql(
      `mutation { restorePrivacyPolicy(organisation: "own", policy: "restored", number: 1) { number languages records { id } sectionsWritten } }`,
      {},
      programs,
    )
    expect(errors).toBeUndefined()
    expect(data.restorePrivacyPolicy).toEqual({
      number: 1,
      languages: ['ja'],
      records: [],
      sectionsWritten: 0,
    })
    expect(await payload.findByID({ collection: 'policies', id: policy })).toMatchObject({
      title: hidamari.title.text,
    })
  })

  test('by nobody else, and from nothing that is no edition with a text', async () => {
    await bring('own', 'kept')
    await post(editionsOf('kept'), {}, publisher)
    const refused = async (path: string, user: object | undefined) =>
      problemIn(await post(path, {}, user as never))
    expect(await refused(restore('kept', 1), undefined)).toMatchObject(problem(401, 'not-allowed'))
    expect(await refused(restore('kept', 1), refusedUsers['a viewer'])).toMatchObject(
      problem(403, 'not-allowed'),
    )
    expect(await refused(restore('kept', 5), publisher)).toMatchObject(
      problem(404, 'edition-missing'),
    )
    expect(await refused(restore('kept', 'x'), publisher)).toMatchObject(
      problem(400, 'bad-request'),
    )
    await post(editionsOf('kept'), { kind: 'repeal' }, publisher)
    expect(await refused(restore('kept', 2), publisher)).toMatchObject(
      problem(422, 'not-restorable'),
    )
  })
})

describe('the state of publishing', () => {
  const statusOf = async (policy: string, user: object) => {
    const { status, text } = await get(`/api/policies/${policy}/publishing`, user as never)
    return { status, ...JSON.parse(text) }
  }

  test('tells what is unpublished, what has been published, and what one may do', async () => {
    const { policy } = await bring('own', 'status')
    const before = await statusOf(policy, publisher)
    expect(before).toMatchObject({
      status: 200,
      unpublished: { any: true, against: null, languages: { ja: 'new', en: 'none' } },
      editions: [],
      may: { publish: true, restore: true },
    })
    await post(editionsOf('status'), {}, publisher)
    expect(await statusOf(policy, refusedUsers['an editor'])).toMatchObject({
      unpublished: { any: false, against: 1, languages: { ja: 'same' } },
      editions: [{ number: 1, standing: 'inForce' }],
      may: { publish: false, restore: true },
    })
    await payload.update({ collection: 'policies', id: policy, data: { title: '新しい表題' } })
    expect(await statusOf(policy, publisher)).toMatchObject({
      unpublished: {
        any: true,
        against: 1,
        languages: { ja: 'changed' },
        places: [{ collection: 'policy', change: 'changed', name: { ja: '表題' } }],
      },
    })
  })

  test('is told to members of the organisation only', async () => {
    const { policy } = await bring('own', 'secret')
    for (const user of [{}, refusedUsers['a user without a role']])
      expect([401, 403]).toContain((await statusOf(policy, user)).status)
    const stranger = await statusOf(policy, refusedUsers['a publisher of another organisation'])
    expect(stranger.status).toBe(404)
  })
})

test('the same refusals over REST and GraphQL: who comes second, and a key for something else', async () => {
  await bring('own', 'refusals')
  const url = editionsOf('refusals')
  const mutation = `mutation ($policy: String!, $key: String, $latest: Int, $summary: String) {
    publishPrivacyPolicy(organisation: "own", policy: $policy, idempotencyKey: $key, latest: $latest, summaryJa: $summary) { number }
  }`
  await post(url, { idempotencyKey: 'k' }, publisher)
  const [first] = (await json(url)).editions
  const second = problemIn(await post(url, { latest: 0 }, publisher))
  expect(second).toMatchObject({
    ...problem(409, 'conflict'),
    errors: [{ number: 1, sha256: first.sha256 }],
  })
  expect(second.detail).toContain(first.sha256.slice(0, 12))
  const reused = problemIn(
    await post(url, { idempotencyKey: 'k', summary: { ja: '別' } }, publisher),
  )
  expect(reused).toMatchObject(problem(422, 'idempotency-key-reused'))
  const over = async (variables: object) =>
    (await graphql(mutation, { policy: 'refusals', ...variables }, programs)).errors?.[0]
      ?.extensions
  expect(await over({ latest: 0 })).toMatchObject({ statusCode: 409, data: { code: 'conflict' } })
  expect(await over({ key: 'k', summary: '別' })).toMatchObject({
    statusCode: 422,
    data: { code: 'idempotency-key-reused' },
  })
})

describe('nothing is published', () => {
  const unchanged = async (work: () => Promise<Got>): Promise<Got> => {
    const answer = await work()
    expect(await payloadSource(payload).editions(own.policy)).toEqual([])
    return answer
  }

  test('by who has not signed in', async () => {
    const answer = await unchanged(() => post(editionsOf('table'), {}))
    expect(problemIn(answer)).toMatchObject(problem(401, 'not-allowed'))
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })

  test.each(Object.entries(refusedUsers))('by %s', async (_, user) => {
    const answer = await unchanged(() => post(editionsOf('table'), {}, user))
    expect([403, 404]).toContain(answer.status)
    expect(JSON.parse(answer.text).detail).toMatch(/\S/)
  })

  test('by a publisher whose browser another site speaks through', async () => {
    const foreign = {
      ...publisher,
      Origin: 'https://other.example',
      'Sec-Fetch-Site': 'cross-site',
    }
    expect((await unchanged(() => post(editionsOf('table'), {}, foreign))).status).toBe(403)
  })

  test.each([
    ['not JSON', '{"kind":'],
    ['not an object', '[1]'],
    ['a number', '1'],
    ['an unknown field', { effectiveDate: '2027-04-01' }],
    ['an unknown kind', { kind: 'revision' }],
    ['a date that is no text', { effectiveFrom: 20270401 }],
    ['a number that is none', { kind: 'erratum', corrects: '1' }],
    ['a summary that is no map', { summary: '改定' }],
    ['a summary with a NUL', { summary: { ja: '改\u0000定' } }],
    ['a summary with half a character', '{"summary":{"ja":"\\ud842"}}'],
    ['a key with a NUL', { idempotencyKey: 'a\u0000b' }],
    ['an unknown decision', { pendingDecision: 'forget' }],
  ])('from %s: 400 that names the place', async (_, body) => {
    const answer = await unchanged(() => post(editionsOf('table'), body, publisher))
    expect(problemIn(answer)).toMatchObject(problem(400, 'bad-request'))
  })

  test.each([
    ['a past day', { effectiveFrom: '2020-01-01' }, '2020-01-01'],
    ['a day that is none', { effectiveFrom: '2027-02-30' }, '2027-02-30'],
    ['a correction of nothing', { kind: 'erratum', corrects: 7 }, '第7版'],
    ['a withdrawal of nothing', { kind: 'withdrawal', withdraws: 1 }, '第1版'],
    ['a repeal of nothing', { kind: 'repeal' }, '廃止'],
  ])('with %s: 422 that says so', async (_, body, words) => {
    const answer = await unchanged(() => post(editionsOf('table'), body, publisher))
    const told = problemIn(answer)
    expect(told).toMatchObject(problem(422, 'not-publishable'))
    expect(told.detail).toContain(words)
    expect(told.errors).not.toHaveLength(0)
  })

  test('of a policy or an organisation that is not there: 404 with what there is', async () => {
    const policy = problemIn(await post(editionsOf('unknown'), {}, publisher))
    expect(policy).toMatchObject(problem(404, 'policy-missing'))
    expect(policy.detail).toContain('table')
    for (const organisation of ['unknown', '%00']) {
      const told = problemIn(await post(editionsOf('table', organisation), {}, publisher))
      expect(told).toMatchObject(problem(404, 'organisation-missing'))
    }
  })

  test('beside a pending edition without saying what becomes of that', async () => {
    await bring('own', 'pending')
    await post(editionsOf('pending'), {}, publisher)
    await post(editionsOf('pending'), { effectiveFrom: inDays(40) }, publisher)
    const told = problemIn(await post(editionsOf('pending'), {}, publisher))
    expect(told).toMatchObject(problem(422, 'not-publishable'))
    expect(told.errors).toMatchObject([{ code: 'pending-decision-missing' }])
    const decided = await post(editionsOf('pending'), { pendingDecision: 'keep' }, publisher)
    expect(decided.status).toBe(201)
  })

  test('from a body larger than the limit', async () => {
    const summary = { ja: 'あ'.repeat(400_000) }
    const { status } = await unchanged(() => post(editionsOf('table'), { summary }, publisher))
    expect(status).toBe(413)
  })

  test('in the reader’s language', async () => {
    const english = { ...publisher, 'Accept-Language': 'en' }
    const { detail } = problemIn(
      await post(editionsOf('table'), { effectiveFrom: '2020-01-01' }, english),
    )
    expect(detail).toMatch(/2020-01-01/)
    expect(detail).not.toMatch(/[ぁ-ん]/)
  })
})
