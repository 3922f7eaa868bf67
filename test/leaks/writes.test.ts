import type { Payload } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import { testPayload } from '../payload.ts'
import { body, inline, paragraph, rowsOf } from '../plugin/bodies.ts'
import { type Answered, madeIn } from '../plugin/client.ts'
import { makeWorld } from './world.ts'

/* Nobody changes what is not his, whatever way he tries; and every refusal says why. */

vi.setConfig({ testTimeout: 120_000 })
process.env.LOG_LEVEL = 'silent'
const payload = await testPayload()
const world = await makeWorld(payload)
const { secrets, organisationA, organisationB, policyB, admin, editorOfA, outsiders } = world
const { editorOfB } = outsiders

const { user: root } = (await admin.rest('GET', '/api/users/me')).json as { user: { id: string } }

const hasVersions = (slug: string) =>
  payload.config.collections.some((one) => one.slug === slug && one.versions)

type Attempt = readonly [method: string, path: string, body?: object]

const ofA = Object.entries(secrets).filter(([slug]) => slug !== 'policy-editions')
const onA: readonly Attempt[] = ofA.flatMap(([slug, { live, trashed, version }]): Attempt[] => {
  const at = `/api/${slug}`
  const change = { text: 'x', name: 'x', heading: 'x', title: 'x', legalName: 'x' }
  return [
    ['PATCH', `${at}/${live}`, change],
    ['PATCH', `${at}/${live}?locale=en`, change],
    ['PATCH', `${at}/${live}`, { deletedAt: '2026-01-01T00:00:00.000Z' }],
    ['PATCH', `${at}/${trashed}?trash=true`, { deletedAt: null }],
    ['DELETE', `${at}/${live}`],
    ['DELETE', `${at}/${trashed}?trash=true`],
    // Payload answers 500 where there are no versions at all; there is nothing to change then.
    ...(hasVersions(slug) ? ([['POST', `${at}/versions/${version}`]] as const) : []),
    ['POST', `${at}/${live}/duplicate`, {}],
    ['POST', at, { ...change, slug: 'new', organisation: organisationA }],
  ]
})
/** A question that finds nothing is answered with nothing, not refused. */
const inBulk: readonly Attempt[] = ofA.flatMap(([slug, { live }]): Attempt[] => [
  ['PATCH', `/api/${slug}?where[id][equals]=${live}`, { legalName: 'x', text: 'x', name: 'x' }],
  ['DELETE', `/api/${slug}?where[id][equals]=${live}`],
])
const section = secrets['policy-sections']
const elsewhere: readonly Attempt[] = [
  ['POST', '/api/policy-sections', { policy: secrets.policies?.live, heading: 'x' }],
  [
    'POST',
    '/api/reorder',
    {
      collectionSlug: 'policy-sections',
      docsToMove: [section?.live],
      newKeyWillBe: 'greater',
      orderableFieldName: '_policy-sections_sections_order',
      target: { id: section?.live, key: 'a0' },
    },
  ],
  ['POST', '/api/privacy-policies/organisation-a/privacy/editions', {}],
  [
    'POST',
    `/api/privacy-policy-webhook-deliveries/${secrets['privacy-policy-webhook-deliveries']?.live}/resend`,
    {},
  ],
  ['POST', '/api/policy-editions', { policy: policyB }],
  ['PATCH', `/api/policy-editions/${secrets['policy-editions']?.live}`, { number: 9 }],
  ['DELETE', `/api/policy-editions/${secrets['policy-editions']?.live}`],
  ['POST', '/api/organisations', { slug: 'new', legalName: 'x' }],
  ['PATCH', `/api/exception-clauses/${world.library}`, { text: 'x' }],
  ['DELETE', `/api/exception-clauses/${world.library}`],
  ['POST', '/api/exception-clauses', { text: 'x', organisation: null }],
  ['POST', '/api/users', { name: 'x', email: 'x@example.com', password: 'a long enough one' }],
  ['PATCH', `/api/users/${root.id}`, { password: 'a password that I know' }],
  ['PATCH', `/api/users/${root.id}`, { email: 'mine@example.com' }],
  ['DELETE', `/api/users/${root.id}`],
]

describe.each(Object.entries(outsiders))('%s', (name, client) => {
  test('changes nothing of others, and is told so', async () => {
    const before = await contentOf(payload)
    for (const [method, path, data] of [...onA, ...elsewhere]) {
      const answer = await client.rest(method, path, data)
      expect(refusalOf(answer), `${method} ${path}: ${answer.status} ${answer.text}`).not.toBe('')
      expect([400, 401, 403, 404, 405], `${method} ${path}`).toContain(answer.status)
    }
    for (const [method, path, data] of inBulk) {
      const answer = await client.rest(method, path, data)
      if (answer.status === 200) expect(answer.json).toMatchObject({ docs: [] })
      else expect(answer.status, path).toBe(403)
    }
    expect(await contentOf(payload)).toEqual(before)
  })

  test('changes nothing of others over GraphQL either', async () => {
    const before = await contentOf(payload)
    const { purposes, organisations } = secrets
    for (const mutation of [
      `updatePurpose(id: "${purposes?.live}", data: { text: "x" }) { id }`,
      `deletePurpose(id: "${purposes?.live}") { id }`,
      `restoreVersionPurpose(id: "${purposes?.version}") { id }`,
      `createPurpose(data: { text: "x", organisation: "${organisationA}" }) { id }`,
      `updateOrganisation(id: "${organisations?.live}", data: { legalName: "x" }) { id }`,
      'publishPrivacyPolicy(organisation: "organisation-a", policy: "privacy") { number }',
    ]) {
      const { text, json } = await client.graphql(`mutation { ${mutation} }`)
      expect(json, mutation).toHaveProperty('errors')
      expect(text, mutation).not.toMatch(/Something went wrong|Cannot query field/)
    }
    expect(await contentOf(payload)).toEqual(before)
  })

  test('gives himself no role', async () => {
    if (name === 'anonymous') return
    const { user } = (await client.rest('GET', '/api/users/me')).json as { user: { id: string } }
    const read = async () => {
      const { json } = await admin.rest('GET', `/api/users/${user.id}?depth=0`)
      const { policyRole, policyOrganisations } = json as { [field: string]: unknown }
      return { policyRole, policyOrganisations }
    }
    const before = await read()
    // An admin of no named organisation is one of all.
    for (const policyOrganisations of [[organisationA], []])
      await client.rest('PATCH', `/api/users/${user.id}`, {
        policyRole: 'admin',
        policyOrganisations,
      })
    await client.graphql(
      `mutation { updateUser(id: "${user.id}", data: { policyRole: admin }) { id } }`,
    )
    expect(await read()).toEqual(before)
  })
})

describe('an editor of B, within B', () => {
  const make = async (slug: string, data: object) =>
    madeIn(await editorOfB.rest('POST', `/api/${slug}`, { organisation: organisationB, ...data }))

  test('moves no record to A', async () => {
    const purpose = await make('purposes', { text: '商品を発送するため' })
    const moved = await editorOfB.rest('PATCH', `/api/purposes/${purpose}`, {
      organisation: organisationA,
    })
    expect(moved.status).toBe(400)
    expect(refusalOf(moved)).toContain('cannot be changed afterwards')
  })

  test.each([
    ['a list', () => rowsOf('purposeList', { record: id('purposes'), marker: '・' })],
    ['a sentence', () => paragraph('当社は', inline('jointUsePartner', id('joint-use-partners')))],
    ['a sentence in the trash', () => paragraph(inline('purpose', trashedId('purposes')))],
    ['a reference', () => paragraph(reference(id('policy-sections')))],
  ])('prints no record of A in %s', async (_, block) => {
    const before = await contentOf(payload)
    for (const attempt of [
      await editorOfB.rest('POST', '/api/policy-sections', {
        policy: policyB,
        heading: '利用目的',
        body: body(block()),
      }),
      await editorOfB.rest('PATCH', `/api/policies/${policyB}`, { preamble: body(block()) }),
    ]) {
      expect(attempt.status, attempt.text).toBe(400)
      expect(refusalOf(attempt)).not.toBe('')
    }
    expect(await contentOf(payload)).toEqual(before)
  })

  test('hangs no section below one of A, nor moves it there', async () => {
    const own = await make('policy-sections', { policy: policyB, heading: '総則' })
    for (const data of [{ parent: id('policy-sections') }, { policy: id('policies') }]) {
      const refused = await editorOfB.rest('PATCH', `/api/policy-sections/${own}`, data)
      expect(refused.status, refused.text).toBe(400)
    }
    const derived = { purposes: [id('purposes')], organisation: organisationA }
    await editorOfB.rest('PATCH', `/api/policy-sections/${own}`, derived)
    const stored = (await admin.rest('GET', `/api/policy-sections/${own}?depth=0`)).json
    expect(stored).toMatchObject({ purposes: [], organisation: organisationB })
  })

  test('is told of a record of A just what he is told of one that is not there', async () => {
    const nowhere = '01a201da-0000-7000-8000-000000000000'
    const attempt = async (record: string) => {
      const { status, text } = await editorOfB.rest('POST', '/api/policy-sections', {
        policy: policyB,
        body: body(paragraph(inline('purpose', record))),
      })
      return { status, text: text.replaceAll(record, 'record') }
    }
    expect(await attempt(id('purposes'))).toEqual(await attempt(nowhere))
  })

  test('prints records of the shared library', async () => {
    await make('policy-sections', {
      policy: policyB,
      body: body(rowsOf('exceptionClauseList', { record: world.library, marker: '・' })),
    })
  })
})

test('the control: an editor of A does in A what the others may not', async () => {
  const at = `/api/purposes/${id('purposes')}`
  expect((await editorOfA.rest('PATCH', at, { text: '商品を発送するため' })).status).toBe(200)
  const restored = await editorOfA.rest(
    'POST',
    `/api/purposes/versions/${secrets.purposes?.version}`,
  )
  expect(restored.status).toBe(200)
})

const id = (slug: string): string => String(secrets[slug]?.live)
const trashedId = (slug: string): string => String(secrets[slug]?.trashed)

const reference = (target: string): ReturnType<typeof inline> => ({
  type: 'inlineBlock',
  version: 1,
  fields: { id: 'r', blockType: 'sectionReference', target, text: '第1条', follow: false },
})

type Refusal = {
  readonly detail?: string
  readonly error?: string
  readonly message?: string
  readonly errors?: readonly {
    readonly message: string
    readonly data?: { readonly errors?: readonly { readonly message: string }[] }
  }[]
}

/** What a refusal says to the user; '' when it is no refusal or does not speak. */
function refusalOf({ status, json }: Answered): string {
  if (status < 400 || typeof json !== 'object' || json === null) return ''
  const { detail, error, message, errors = [] } = json as Refusal
  const said = errors.flatMap((one) => [
    one.message,
    ...(one.data?.errors ?? []).map((inner) => inner.message),
  ])
  const text = [detail, error, message, ...said].filter(Boolean).join(' ')
  return text.includes('Something went wrong') ? '' : text
}

/** Every table's rows, short; of users, without the time of a save and the sessions. */
async function contentOf({ db }: Payload): Promise<Record<string, string>> {
  const { pool } = db as unknown as {
    pool: { query: (sql: string) => Promise<{ rows: Record<string, string>[] }> }
  }
  const { rows } = await pool.query(`select table_name from information_schema.tables
    where table_schema = 'public' and table_name not like 'users%'`)
  const users = '(select id, email, hash, policy_role from users)'
  const content: Record<string, string> = {}
  for (const table of [users, ...rows.map(({ table_name: name }) => `"${name}"`)]) {
    const { rows: sums } = await pool.query(
      `select md5(string_agg(t::text, ',' order by t::text)) as sum from ${table} t`,
    )
    content[table] = String(sums[0]?.sum)
  }
  return content
}
