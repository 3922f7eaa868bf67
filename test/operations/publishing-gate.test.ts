import { createLocalReq } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import { verifyChain } from '../../src/core/edition/index.ts'
import { parse } from '../../src/core/parse/index.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { checkPolicy } from '../../src/operations/checking/check-policy.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import type { PublishRequest } from '../../src/operations/publishing/publication.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { settingsOf } from '../../src/operations/settings.ts'
import { flawed } from '../fixtures/flawed.ts'
import { testPayload } from '../payload.ts'
import { clientOf, signIn } from '../plugin/client.ts'
import { refusalOf } from './refusal-of.ts'

vi.setConfig({ testTimeout: 120_000 })

const payload = await testPayload()
const reading = async () => ({ req: await createLocalReq({}, payload), overrideAccess: true })

let made = 0
/** A policy with two errors, org-address and org-representative. */
async function withErrors() {
  const slug = `komorebi-${++made}`
  const documents = [parse(flawed).document] as const
  const target = { organisation: slug, policy: 'privacy', createOrganisation: true }
  const { policy, organisation } = await importPolicy({ documents, ...target }, await reading())
  return { slug, policy, organisation }
}
const publish = async (request: PublishRequest) => publishPolicy(request, await reading())
const refusedFor = (request: PublishRequest) => refusalOf(publish(request))
const keysIn = async (policy: string) =>
  (await checkPolicy({ policy }, await reading())).findings.map(({ key }) => key)
const reason = '会社概要のページに掲載し、本文から案内しているため'

describe('a text of today with errors', () => {
  test('is refused before anything is written; each error is named with what to do', async () => {
    const { policy } = await withErrors()
    const refusal = await refusedFor({ policy })
    expect(refusal.code).toBe('findings-unwaived')
    expect(refusal.messages.ja).toContain('事業者の住所がありません')
    expect(refusal.messages.en).toContain('The address of the operator is missing.')
    expect(refusal.details).toMatchObject([
      { ruleId: 'org-address', opens: { collection: 'organisations', field: 'address' } },
      { ruleId: 'org-representative' },
    ])
    expect(await payloadSource(payload).editions(policy)).toEqual([])
  })

  test('is published with a waiver of each, which the edition keeps, sealed and not public', async () => {
    const { policy, slug } = await withErrors()
    const [address = '', representative = ''] = await keysIn(policy)
    expect(
      (await refusedFor({ policy, waivers: [{ key: address, reason }] })).details,
    ).toMatchObject([{ key: representative }])
    const waivers = [
      { key: address, reason },
      { key: 'org-representative', reason: '代表者の交代の登記を待っているため' },
    ]
    const { edition } = await publish({ policy, waivers })
    expect(edition.internal.waivers).toMatchObject([
      { key: address, ruleId: 'org-address', severity: 'error', evidence: [], reason },
      { key: representative, ruleId: 'org-representative' },
    ])
    expect(verifyChain(await payloadSource(payload).editions(policy))).toMatchObject({ ok: true })
    const anyone = clientOf(payload)
    for (const path of ['', '.json', '/editions', '/editions.jsonl', '/editions/1.json']) {
      const answer = await anyone.rest('GET', `/api/privacy-policies/${slug}/privacy${path}`)
      expect(answer.text).not.toMatch(/org-address|会社概要|waiver/)
    }
  })

  test('is published where they are suppressed', async () => {
    const { policy } = await withErrors()
    const suppressions = ['org-address', 'org-representative'].map((rule) => ({ rule, reason }))
    await payload.update({ collection: 'policies', id: policy, data: { suppressions } })
    expect((await publish({ policy })).edition.internal.waivers).toEqual([])
  })

  test('is published as the text of another time; a correction of it is of today', async () => {
    const { policy } = await withErrors()
    await publish({ policy, kind: 'import', effectiveFrom: '2023-04-01' })
    const erratum = { policy, kind: 'erratum', corrects: 1, effectiveFrom: '2023-04-01' } as const
    expect((await refusedFor(erratum)).code).toBe('findings-unwaived')
    await publish({ policy, kind: 'repeal' })
  })

  test('is published where the host has switched the gate off', async () => {
    const { policy } = await withErrors()
    const settings = settingsOf(payload) as { publishingGate: boolean }
    settings.publishingGate = false
    try {
      expect((await publish({ policy })).edition.number).toBe(1)
    } finally {
      settings.publishingGate = true
    }
  })

  test('is published once for a key; with other waivers the key is another wish', async () => {
    const { policy } = await withErrors()
    const waivers = (await keysIn(policy)).map((key) => ({ key, reason }))
    const idempotencyKey = 'once'
    expect((await publish({ policy, waivers, idempotencyKey })).isNew).toBe(true)
    expect((await publish({ policy, waivers, idempotencyKey })).isNew).toBe(false)
    const others = waivers.map((one) => ({ ...one, reason: '別の理由によるため' }))
    expect((await refusedFor({ policy, waivers: others, idempotencyKey })).code).toBe(
      'idempotency-key-reused',
    )
  })
})

describe('a pending edition that is published again with a change carried in', async () => {
  const inDays = (days: number) =>
    new Date(Date.now() + (days * 24 + 9) * 3_600_000).toISOString().slice(0, 10)
  const paragraph = (text: string) => ({
    root: {
      ...{ type: 'root', version: 1, format: '', indent: 0, direction: 'ltr' },
      children: [
        {
          ...{ type: 'paragraph', version: 1, format: '', indent: 0, direction: 'ltr' },
          ...{ textFormat: 0, textStyle: '' },
          children: [
            { type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' },
          ],
        },
      ],
    },
  })
  const xref = { key: 'xref-broken', reason: '第14条は施行日までに加えるため' }

  /** Nothing is wrong with what is in force nor with the working copy; the pending edition cites an article that is none. */
  async function withFlawedPending() {
    const { policy } = await withErrors()
    const suppressions = ['org-address', 'org-representative'].map((rule) => ({ rule, reason }))
    await payload.update({ collection: 'policies', id: policy, data: { suppressions } })
    await publish({ policy, effectiveFrom: '2024-04-01', kind: 'import' })
    const { docs } = await payload.find({
      collection: 'policy-sections',
      where: { policy: { equals: policy } },
      sort: '_policy_sections_sections_order',
      depth: 0,
    })
    const changed = docs.find(({ kind }) => kind === 'thirdPartyProvision')
    const write = (body: unknown) =>
      payload.update({
        collection: 'policy-sections',
        id: changed?.id ?? '',
        data: { body } as never,
      })
    await write(paragraph('第三者への提供については、第14条に定めるところによります。'))
    await publish({ policy, effectiveFrom: inDays(40), waivers: [xref] })
    await write(changed?.body)
    const other = docs.find(({ kind }) => kind === 'safetyMeasures')?.id ?? ''
    await payload.update({
      collection: 'policy-sections',
      id: other,
      data: { heading: '（安全管理のための措置）' },
    })
    return policy
  }

  test('passes the gate too: its errors are named, with the edition, and nothing is written', async () => {
    const policy = await withFlawedPending()
    const refusal = await refusedFor({ policy, pendingDecision: 'reissue' })
    expect(refusal.code).toBe('findings-unwaived')
    expect(refusal.details).toMatchObject([{ ruleId: 'xref-broken', reissues: 2 }])
    expect(refusal.messages.ja).toMatch(/第2版（.+ 施行）を再公表する本文/)
    expect(refusal.messages.en).toContain('edition 2, in force from')
    expect(await payloadSource(payload).editions(policy)).toHaveLength(2)
  })

  test('is checked before along with the text itself, for whoever would publish it again', async () => {
    const policy = await withFlawedPending()
    const alone = await checkPolicy({ policy }, await reading())
    expect([alone.findings, alone.reissued]).toMatchObject([
      expect.not.arrayContaining([expect.objectContaining({ ruleId: 'xref-broken' })]),
      [],
    ])
    const along = await checkPolicy({ policy, pendingDecision: 'reissue' }, await reading())
    expect(along.findings).toEqual(alone.findings)
    expect(along.reissued).toMatchObject([{ number: 2, findings: [{ ruleId: 'xref-broken' }] }])
  })

  test('the waivers of the request count for it, and stand in the edition that they let pass', async () => {
    const policy = await withFlawedPending()
    const { recorded } = await publish({ policy, pendingDecision: 'reissue', waivers: [xref] })
    expect(
      recorded.map(({ number, kind, internal }) => [
        number,
        kind,
        internal.waivers.map(({ ruleId, reason: why }) => [ruleId, why]),
      ]),
    ).toEqual([
      [3, 'withdrawal', []],
      [4, 'amendment', []],
      [5, 'amendment', [['xref-broken', xref.reason]]],
    ])
    expect(verifyChain(await payloadSource(payload).editions(policy))).toMatchObject({ ok: true })
  })

  test('is not asked where it is not published again', async () => {
    const policy = await withFlawedPending()
    expect((await publish({ policy, pendingDecision: 'keep' })).edition.number).toBe(3)
  })
})

test.each([
  ['that names no finding', 'purpose-vague', reason, 'という指摘はありません'],
  ['whose reason says nothing', 'org-address', ' ', '理由がありません'],
])('a waiver %s is refused', async (_, key, why, message) => {
  const { policy } = await withErrors()
  const refusal = await refusedFor({ policy, waivers: [{ key, reason: why }] })
  expect([refusal.code, refusal.messages.ja]).toEqual([
    'waivers-refused',
    expect.stringContaining(message),
  ])
})

describe('over REST and GraphQL', async () => {
  const { slug, organisation } = await withErrors()
  const { organisation: other } = await withErrors()
  const user = async (name: string, policyRole: string, organisations: string[]) => {
    const credentials = { email: `${name}@example.com`, password: 'a long enough password' }
    const data = { name, ...credentials, policyRole, policyOrganisations: organisations }
    await payload.create({ collection: 'users', data: data as never })
    return signIn(payload, 'users', credentials)
  }
  const publisher = await user('publisher', 'publisher', [organisation])
  const outsider = await user('outsider', 'admin', [other])
  const path = `/api/privacy-policies/${slug}/privacy`

  test('a member reads the findings by the law of a day, and nothing keeps the answer', async () => {
    const answer = await publisher.rest('GET', `${path}/check?effectiveFrom=2021-04-01`)
    expect(answer.status).toBe(200)
    expect(answer.headers).toContain('no-store')
    expect(answer.json).toMatchObject({
      effectiveFrom: '2021-04-01',
      findings: [{ ruleId: 'org-address', language: 'ja' }],
      suppressed: [],
    })
    expect((await publisher.rest('GET', `${path}/check?effectiveFrom=soon`)).status).toBe(400)
    expect((await publisher.rest('GET', `${path}/check?pendingDecision=lose`)).status).toBe(400)
  })

  test('nobody else does, nor learns whether the policy is there', async () => {
    const unknown = '/api/privacy-policies/nowhere/privacy/check'
    for (const client of [clientOf(payload), outsider]) {
      const answer = await client.rest('GET', `${path}/check`)
      expect([401, 403, 404]).toContain(answer.status)
      expect(answer.text.replaceAll(slug, 'nowhere')).toBe((await client.rest('GET', unknown)).text)
      expect(answer.text).not.toContain('org-address')
    }
  })

  test('a publisher waives, in either way', async () => {
    const refused = await publisher.rest('POST', `${path}/editions`, {})
    expect(refused.status).toBe(422)
    expect(refused.json).toMatchObject({
      code: 'findings-unwaived',
      errors: [{ ruleId: 'org-address' }, { ruleId: 'org-representative' }],
    })
    const waivers = ['org-address', 'org-representative'].map((key) => ({ key, reason }))
    const published = await publisher.rest('POST', `${path}/editions`, { waivers })
    expect([published.status, published.text.includes(reason)]).toEqual([201, false])
    const bad = await publisher.rest('POST', `${path}/editions`, { waivers: [{ key: 'x' }] })
    expect(bad.status).toBe(400)
    const mutation = `mutation ($waivers: [PrivacyPolicyWaiver!]) {
      publishPrivacyPolicy(organisation: "${slug}", policy: "privacy", waivers: $waivers) { number } }`
    expect((await publisher.graphql(mutation)).json).toMatchObject({
      errors: [{ extensions: { data: { code: 'findings-unwaived' } } }],
    })
    expect((await publisher.graphql(mutation, { waivers })).json).toMatchObject({
      data: { publishPrivacyPolicy: { number: 2 } },
    })
  })
})
