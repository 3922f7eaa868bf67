import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { privacyPolicy } from '../../plugins/privacy-policy/index.ts'
import type { LexicalNode } from '../../src/core/lexical/state.ts'
import { grantRole } from '../../src/operations/grant-role.ts'
import { body, inline, paragraph, rowsOf } from './bodies.ts'
import { type Client, clientOf, madeIn, signIn } from './client.ts'
import { bootHost } from './host.ts'
import { hostConfig, ran, slugs } from './host-config.ts'

/* A developer adds the plugin to a config that shares nothing with this repository, and the law department works. */

const payload = await bootHost({
  ...hostConfig,
  plugins: [
    ...hostConfig.plugins,
    privacyPolicy({ slugs, publishingGate: false, dutiesGate: false }),
  ],
})
const credentials = { email: 'hanako@host.example', password: 'a long enough password' }
const anonymous = clientOf(payload)
let hanako: Client
let organisation: string
let policy: string

beforeAll(async () => {
  await payload.create({ collection: 'staff' as never, data: credentials as never })
  const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
  await grantRole({ email: credentials.email, role: 'admin', organisations: [] }, reading)
  hanako = await signIn(payload, 'staff', credentials)
})

describe('what the host had', () => {
  test('its onInit, endpoints, queries and mutations are there', async () => {
    expect(ran).toContain('host began')
    expect((await anonymous.rest('GET', '/api/weather')).json).toEqual({ sky: 'clear' })
    expect((await anonymous.graphql('{ weather }')).json).toEqual({ data: { weather: 'clear' } })
    const rain = await anonymous.graphql('mutation { makeRain }')
    expect(rain.json).toEqual({ data: { makeRain: 'raining' } })
  })

  test('its own contacts and policies, with their hooks and serial ids', async () => {
    const contact = await hanako.rest('POST', '/api/contacts', { company: '青空文具店' })
    expect(contact.json).toMatchObject({ doc: { id: 1, company: '青空文具店' } })
    expect(ran).toContain('contact changed')
    const own = await hanako.rest('POST', '/api/policies', { insurer: 'ひかり火災' })
    expect(own.json).toMatchObject({ doc: { id: 1, insurer: 'ひかり火災' } })
    const news = await hanako.rest('POST', '/api/news', { title: '開店' })
    expect(news.status).toBe(201)
    const read = await anonymous.graphql('{ Contacts { docs { id company } } }')
    expect(read.json).toMatchObject({ data: { Contacts: { docs: [{ company: '青空文具店' }] } } })
  })

  test('its users, who keep their fields and hooks', async () => {
    const me = await hanako.rest('GET', '/api/staff/me')
    expect(me.json).toMatchObject({ user: { nickname: expect.stringMatching(/さん$/) } })
  })

  test('its errors go through its own hook', async () => {
    await hanako.rest('POST', '/api/staff', { email: 'not an address' })
    expect(ran).toContain('error seen')
  })
})

describe('a policy, from the first record to the reader', () => {
  test('organisation, policy, records and sections are made over REST', async () => {
    organisation = madeIn(
      await hanako.rest('POST', '/api/organisations', {
        slug: 'aozora',
        legalName: '株式会社青空文具店',
        selfTerm: '当社',
        representatives: [{ title: '代表取締役', name: '青空 花子' }],
      }),
    )
    policy = madeIn(
      await hanako.rest('POST', `/api/${slugs.policies}`, {
        organisation,
        slug: 'privacy',
        title: 'プライバシーポリシー',
        titlePrinted: true,
        numbering: [{ style: '第1条　' }],
      }),
    )
    const record = async (collection: string, data: object) =>
      madeIn(await hanako.rest('POST', `/api/${collection}`, { organisation, ...data }))
    const purpose = await record('purposes', { text: '商品を発送するため' })
    const partner = await record('joint-use-partners', { name: '株式会社青空物流' })
    const contact = await record(slugs.contacts, {
      name: '個人情報相談係',
      tel: '03-0000-0000',
      lines: [
        { label: '', field: 'name' },
        { label: '電話：', field: 'tel' },
      ],
    })
    const section = async (kind: string, heading: string, ...blocks: LexicalNode[]) =>
      madeIn(
        await hanako.rest('POST', '/api/policy-sections', {
          policy,
          kind,
          heading,
          body: body(...blocks),
        }),
      )
    const purposes = await section(
      'purposes',
      '利用目的',
      paragraph('当社は、個人情報を次の目的で利用します。'),
      rowsOf('purposeList', { record: purpose, marker: '・' }),
    )
    await section(
      'jointUse',
      '共同利用',
      paragraph('当社は、', inline('jointUsePartner', partner), 'と共同して利用します。'),
      {
        type: 'block',
        version: 2,
        format: '',
        fields: { id: 'c', blockType: 'contact', record: contact },
      },
    )
    const stored = await hanako.rest('GET', `/api/policy-sections/${purposes}?depth=0`)
    expect(stored.json).toMatchObject({ organisation, purposes: [purpose], heading: '利用目的' })
  })

  test('is published over REST as edition 1', async () => {
    const published = await hanako.rest('POST', '/api/privacy-policies/aozora/privacy/editions', {
      kind: 'import',
      effectiveFrom: '2024-04-01',
      summary: { ja: '制定' },
    })
    expect(published.json).toMatchObject({ edition: { number: 1, effectiveFrom: '2024-04-01' } })
    expect(published.status).toBe(201)
    expect(published.headers).toContain('/api/privacy-policies/aozora/privacy/editions/1.json')
  })

  test('is published again over GraphQL as edition 2', async () => {
    await hanako.rest('PATCH', `/api/organisations/${organisation}`, { legalName: '青空株式会社' })
    const published = await hanako.graphql(`mutation {
      publishPrivacyPolicy(organisation: "aozora", policy: "privacy", summaryJa: "商号の変更") { number kind }
    }`)
    expect(published.json).toEqual({
      data: { publishPrivacyPolicy: { number: 2, kind: 'amendment' } },
    })
  })

  test('is read over REST by anybody, as it stands and as it stood', async () => {
    const text = await anonymous.rest('GET', '/api/privacy-policies/aozora/privacy.txt')
    expect(text.status).toBe(200)
    expect(text.text.split('\n').filter((line) => line !== '')).toEqual([
      'プライバシーポリシー',
      '第1条　利用目的',
      '当社は、個人情報を次の目的で利用します。',
      '・商品を発送するため',
      '第2条　共同利用',
      '当社は、株式会社青空物流と共同して利用します。',
      '個人情報相談係',
      '電話：03-0000-0000',
    ])
    const now = await anonymous.rest('GET', '/api/privacy-policies/aozora/privacy.json')
    expect(now.text).toContain('"青空株式会社"')
    const then = await anonymous.rest('GET', '/api/privacy-policies/aozora/privacy/editions/1.json')
    expect(then.text).toContain('"株式会社青空文具店"')
    const list = await anonymous.rest('GET', '/api/privacy-policies')
    expect(list.status).toBe(200)
    expect(list.text).toContain('privacy')
  })

  test('is read over GraphQL by anybody', async () => {
    const read = await anonymous.graphql(`{
      privacyPolicies { slug organisation { slug } }
      privacyPolicy(organisation: "aozora", policy: "privacy") {
        locale title edition { number }
        organisation { legalName }
        sections { number heading level }
        purposes { text } jointUse { partners { name } } contacts { tel }
      }
      privacyPolicyEditions(organisation: "aozora", policy: "privacy") { number }
    }`)
    expect(read.json).toEqual({
      data: {
        privacyPolicies: [{ slug: 'privacy', organisation: { slug: 'aozora' } }],
        privacyPolicy: {
          locale: 'ja',
          title: 'プライバシーポリシー',
          edition: { number: 2 },
          organisation: { legalName: '青空株式会社' },
          sections: [
            { number: '第1条', heading: '利用目的', level: 1 },
            { number: '第2条', heading: '共同利用', level: 1 },
          ],
          purposes: [{ text: '商品を発送するため' }],
          jointUse: { partners: [{ name: '株式会社青空物流' }] },
          contacts: [{ tel: '03-0000-0000' }],
        },
        privacyPolicyEditions: [{ number: 1 }, { number: 2 }],
      },
    })
  })

  test('a policy that is not there is answered with what is wrong, over GraphQL too', async () => {
    const { json } = await anonymous.graphql(
      '{ privacyPolicy(organisation: "aozora", policy: "cookies") { title } }',
    )
    expect(json).toMatchObject({
      data: { privacyPolicy: null },
      errors: [{ message: expect.stringContaining('cookies'), extensions: { statusCode: 404 } }],
    })
  })
})

describe('bulk updates over REST', () => {
  test('are planned, applied and reverted by members, at the host’s own slugs and locales', async () => {
    const at = '/api/privacy-policy-bulk-updates'
    const renamed = await hanako.rest('POST', `${at}/plan`, {
      ...{ change: 'rename-partner', from: '株式会社青空物流', to: '株式会社大空物流' },
    })
    expect(renamed.json).toMatchObject({
      madeBy: credentials.email,
      units: [{ organisation: { slug: 'aozora' }, policies: [{ slug: 'privacy' }] }],
    })
    const applied = await hanako.rest('POST', `${at}/apply`, renamed.text)
    expect(
      applied.text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { left: 1 },
      { organisation: 'aozora', outcome: 'written', records: 1 },
      { end: true },
    ])
    const partners = async () => (await hanako.rest('GET', '/api/joint-use-partners')).text
    expect(await partners()).toContain('株式会社大空物流')
    const { sha256 } = renamed.json as { sha256: string }
    const back = await hanako.rest('POST', `${at}/revert`, { plan: sha256 })
    expect((await hanako.rest('POST', `${at}/apply`, back.text)).status).toBe(200)
    expect(JSON.parse(await partners()).docs).toMatchObject([{ name: '株式会社青空物流' }])
    for (const name of ['plan', 'records', 'apply', 'revert'])
      expect((await anonymous.rest('POST', `${at}/${name}`, {})).status).toBe(401)
  })
})

describe('a user of the host without a role', () => {
  const taro = { email: 'taro@host.example', password: 'a long enough password' }
  let client: Client
  let self: string

  beforeAll(async () => {
    const made = await payload.create({ collection: 'staff' as never, data: taro as never })
    self = String((made as { id: number }).id)
    client = await signIn(payload, 'staff', taro)
  })

  test('publishes nothing', async () => {
    for (const one of [client, anonymous]) {
      const refused = await one.rest('POST', '/api/privacy-policies/aozora/privacy/editions', {})
      expect([401, 403]).toContain(refused.status)
      expect(refused.json).toMatchObject({ detail: expect.stringContaining('publisher') })
      const mutation = 'publishPrivacyPolicy(organisation: "aozora", policy: "privacy") { number }'
      const { json } = await one.graphql(`mutation { ${mutation} }`)
      expect(json).toMatchObject({ errors: [{ message: expect.stringContaining('publisher') }] })
    }
  })

  test('gives neither himself nor a new user a role, though the host lets him write users', async () => {
    const role = { policyRole: 'admin', policyOrganisations: [organisation] }
    const changed = await client.rest('PATCH', `/api/staff/${self}`, { nickname: '太郎', ...role })
    expect(changed.status).toBe(200)
    const friend = { email: 'jiro@host.example', password: 'a long enough password', ...role }
    expect((await client.rest('POST', '/api/staff', friend)).status).toBe(201)
    const { docs } = await payload.find({ collection: 'staff' as never, depth: 0 })
    const roles = docs.map((doc) => (doc as { policyRole?: string | null }).policyRole ?? null)
    expect(roles.toSorted()).toEqual(['admin', null, null])
  })

  test('learns no organisation from the list of users, though the host lets him read it', async () => {
    const list = await client.rest('GET', '/api/staff?depth=2')
    expect(list.status).toBe(200)
    expect(list.text).not.toContain('policyRole":"admin')
    for (const path of ['policyRole', 'policyOrganisations', 'policyOrganisations.legalName']) {
      const asked = await client.rest('GET', `/api/staff?where[${path}][exists]=true`)
      expect(asked.status, path).toBe(400)
    }
  })
})
