import { createLocalReq } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import type { DutyRecord } from '../../src/core/compare/duties/meet.ts'
import { verifyChain } from '../../src/core/edition/index.ts'
import { parse } from '../../src/core/parse/index.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { dutiesAhead } from '../../src/operations/publishing/duties-ahead.ts'
import type { PublishRequest } from '../../src/operations/publishing/publication.ts'
import { publicationStatus } from '../../src/operations/publishing/publication-status.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { restorePolicy } from '../../src/operations/publishing/restore-policy.ts'
import { settingsOf } from '../../src/operations/settings.ts'
import { beforeAmendment } from '../fixtures/amendment.ts'
import { testPayload } from '../payload.ts'
import { type Client, clientOf, signIn } from '../plugin/client.ts'
import { refusalOf } from './refusal-of.ts'

vi.setConfig({ testTimeout: 120_000 })

const payload = await testPayload()
const settings = settingsOf(payload) as { publishingGate: boolean; dutiesGate: boolean }
settings.publishingGate = false
const reading = async () => ({ req: await createLocalReq({}, payload), overrideAccess: true })

let made = 0
/** A policy whose first edition is published. */
async function published() {
  const slug = `tsubame-${++made}`
  const documents = [parse(beforeAmendment).document] as const
  const target = { organisation: slug, policy: 'privacy', createOrganisation: true }
  const imported = await importPolicy({ documents, ...target }, await reading())
  await publish({ policy: imported.policy })
  return { slug, ...imported }
}

/** The same, and its third purpose is another since. */
async function amended() {
  const policy = await published()
  await purposeSays(policy.organisation, '商品のご案内及び会員特典の提供のため')
  return policy
}

async function purposeSays(organisation: string, text: string): Promise<void> {
  const { docs } = await payload.find({
    collection: 'purposes',
    where: { organisation: { equals: organisation }, text: { contains: '案内' } },
  })
  await payload.update({ collection: 'purposes', id: String(docs[0]?.id), data: { text } })
}

const publish = async (request: PublishRequest) => publishPolicy(request, await reading())
const refusedFor = (request: PublishRequest) => refusalOf(publish(request))
const aheadOf = async (policy: string, request: object = {}) =>
  dutiesAhead({ policy, ...request }, await reading())
const inDays = (days: number) =>
  new Date(Date.now() + (days * 24 + 9) * 3_600_000).toISOString().slice(0, 10)

const met = { where: 'トップページのお知らせ', when: inDays(0) }
const records: readonly DutyRecord[] = [
  { key: 'purposeLimits', waived: { reason: '従来の案内と関連性を有する範囲の変更であるため' } },
  { key: 'purposeNotice', met: { ...met, note: '会員には電子メールでも知らせる' } },
  { key: 'retainedData', met },
]

describe('a change that the law may ask something for', () => {
  test('is refused until each duty is recorded, named with its article and what raised it', async () => {
    const { policy } = await amended()
    const refusal = await refusedFor({ policy })
    expect(refusal.code).toBe('duties-open')
    expect(refusal.messages.ja).toContain('個人情報保護法21条3項')
    expect(refusal.messages.ja).toContain('法的助言ではありません')
    expect(refusal.messages.en).toContain('APPI 17(2)')
    expect(refusal.messages.en).toContain('not legal advice')
    expect(refusal.details).toMatchObject([
      { name: 'purposeLimits', asks: ['consent'], when: 'before' },
      {
        name: 'purposeNotice',
        articles: [{ article: '21', paragraph: '3' }],
        changes: [
          {
            language: 'ja',
            of: 'purpose',
            how: 'changed',
            before: '商品及びサービスに関するご案内のため',
            after: '商品のご案内及び会員特典の提供のため',
          },
        ],
      },
      { name: 'retainedData' },
    ])
    expect(await payloadSource(payload).editions(policy)).toHaveLength(1)
    const left = await refusedFor({ policy, duties: records.slice(0, 2) })
    expect(left.details).toMatchObject([{ name: 'retainedData' }])
  })

  test('is told ahead, by the keys that publishing asks for', async () => {
    const { policy } = await amended()
    const { against, duties } = await aheadOf(policy)
    const keys = duties.map(({ key }) => key)
    expect(against).toBe(1)
    const { details } = await refusedFor({ policy })
    expect(details.map((one) => (one as { key: string }).key)).toEqual(keys)
    const byKey = records.map((record, i) => ({ ...record, key: keys[i] ?? '' }))
    expect((await publish({ policy, duties: byKey })).isNew).toBe(true)
    expect((await aheadOf(policy)).duties).toEqual([])
  })

  test('changes the key when it becomes another change', async () => {
    const { policy, organisation } = await amended()
    const [before] = (await aheadOf(policy)).duties
    await purposeSays(organisation, '商品のご案内、会員特典の提供及び採用選考のため')
    const refusal = await refusedFor({
      policy,
      duties: [{ ...(records[0] as DutyRecord), key: before?.key ?? '' }],
    })
    expect(refusal.code).toBe('duties-refused')
  })

  test('is published with a record of each, which the edition keeps, sealed and not public', async () => {
    const { policy, slug } = await amended()
    const { edition } = await publish({ policy, duties: records })
    expect(edition.internal.duties).toMatchObject([
      { name: 'purposeLimits', waived: { reason: expect.stringContaining('関連性') } },
      { name: 'purposeNotice', met: { where: met.where, when: met.when }, changes: [{}] },
      { name: 'retainedData', met },
    ])
    expect(verifyChain(await payloadSource(payload).editions(policy))).toMatchObject({ ok: true })
    const { editions } = await publicationStatus(policy, await reading())
    expect(editions.map(({ duties }) => duties.length)).toEqual([0, 3])
    const anyone = clientOf(payload)
    for (const path of ['', '.json', '/editions', '/editions.jsonl', '/editions/2.json']) {
      const answer = await anyone.rest('GET', `/api/privacy-policies/${slug}/privacy${path}`)
      expect(answer.status).toBe(200)
      expect(answer.text).not.toMatch(/purposeLimits|トップページのお知らせ|duties/)
    }
  })

  test('is published once for a key; with other records the key is another wish', async () => {
    const { policy } = await amended()
    const request = { policy, duties: records, idempotencyKey: 'once' }
    expect((await publish(request)).isNew).toBe(true)
    expect((await publish(request)).isNew).toBe(false)
    const other = records.map((one) => ('met' in one ? { ...one, met: { ...met } } : one))
    expect((await refusedFor({ ...request, duties: other })).code).toBe('idempotency-key-reused')
  })

  test('is published where the host has switched the duties off', async () => {
    const { policy } = await amended()
    settings.dutiesGate = false
    try {
      expect((await aheadOf(policy)).duties).toEqual([])
      expect((await publish({ policy })).edition.number).toBe(2)
    } finally {
      settings.dutiesGate = true
    }
  })
})

describe('what is compared', () => {
  test('a first edition, and one that changes nothing the law speaks of, raise none', async () => {
    const { policy } = await published()
    await payload.update({ collection: 'policies', id: policy, data: { title: '保護方針' } })
    expect((await aheadOf(policy)).duties).toEqual([])
    expect((await publish({ policy })).edition.internal.duties).toEqual([])
  })

  test('the edition in force on the day, which may be one that is pending', async () => {
    const { policy, organisation } = await amended()
    await publish({ policy, effectiveFrom: inDays(30), duties: records })
    expect((await aheadOf(policy)).against).toBe(1)
    expect(await aheadOf(policy, { effectiveFrom: inDays(40) })).toMatchObject({
      against: 2,
      duties: [],
    })
    await purposeSays(organisation, '商品及びサービスに関するご案内のため')
    expect((await aheadOf(policy)).duties).toEqual([])
    expect(
      (await aheadOf(policy, { effectiveFrom: inDays(40) })).duties.map(({ name }) => name),
    ).toContain('purposeNotice')
  })

  test('what a reissue publishes again keeps what was recorded of it', async () => {
    const { policy } = await amended()
    await publish({ policy, effectiveFrom: inDays(30), duties: records })
    await restorePolicy({ policy, number: 1 }, await reading())
    await payload.update({ collection: 'policies', id: policy, data: { title: '保護方針' } })
    const { recorded } = await publish({ policy, pendingDecision: 'reissue' })
    expect(recorded.map(({ kind, internal }) => [kind, internal.duties.length])).toEqual([
      ['withdrawal', 0],
      ['amendment', 0],
      ['amendment', 3],
    ])
  })

  test('the edition that an erratum corrects; an old text, a withdrawal and a repeal are not asked', async () => {
    const { policy } = await amended()
    const erratum = { kind: 'erratum', corrects: 1, effectiveFrom: inDays(0) } as const
    expect((await aheadOf(policy, erratum)).against).toBe(1)
    expect((await refusedFor({ policy, ...erratum })).code).toBe('duties-open')
    await publish({ policy, kind: 'import', effectiveFrom: '2020-04-01' })
    await publish({ policy, ...erratum, duties: records })
    const needless = await refusedFor({ policy, kind: 'repeal', duties: records })
    expect(needless.code).toBe('duties-refused')
    await publish({ policy, kind: 'repeal' })
  })
})

const [waiver, notice, accessible] = records as readonly [DutyRecord, DutyRecord, DutyRecord]
test.each<[string, readonly DutyRecord[], string]>([
  [
    'that names no duty',
    [...records, { key: 'optOut', met }],
    '「optOut」という確認事項はありません',
  ],
  ['that is there twice', [...records, notice], '記録が二つあります'],
  [
    'whose reason says nothing',
    [{ key: 'purposeLimits', waived: { reason: ' 。' } }, notice, accessible],
    '理由がありません',
  ],
  [
    'that does not say where',
    [waiver, { key: 'purposeNotice', met: { ...met, where: ' ' } }, accessible],
    'どこで知らせるか',
  ],
  [
    'whose day does not exist',
    [waiver, { key: 'purposeNotice', met: { ...met, when: '2027-02-30' } }, accessible],
    '「2027-02-30」を読み取れません',
  ],
  [
    'whose lead days its days do not leave',
    [waiver, { key: 'purposeNotice', met: { ...met, leadDays: 30 } }, accessible],
    'までは0日です',
  ],
])('a record %s is refused', async (_, duties, message) => {
  const { policy } = await amended()
  const refusal = await refusedFor({ policy, duties })
  expect([refusal.code, refusal.messages.ja]).toEqual([
    'duties-refused',
    expect.stringContaining(message),
  ])
})

describe('over REST and GraphQL', async () => {
  const { slug, policy, organisation } = await amended()
  const { organisation: other } = await published()
  const user = async (name: string, policyRole: string, organisations: string[]) => {
    const credentials = { email: `${name}@example.com`, password: 'a long enough password' }
    const data = { name, ...credentials, policyRole, policyOrganisations: organisations }
    await payload.create({ collection: 'users', data: data as never })
    return signIn(payload, 'users', credentials)
  }
  const publisher = await user('publisher', 'publisher', [organisation])
  const viewer = await user('viewer', 'viewer', [organisation])
  const outsider = await user('outsider', 'admin', [other])
  const path = `/api/privacy-policies/${slug}/privacy`
  const byAddress = (name: string) => `${path}/${name}`
  const byId = (name: string) => `/api/policies/${policy}/${name}`

  test('a viewer reads the duties and the comparison of the working copy; nothing keeps the answers', async () => {
    for (const address of [byAddress, byId]) {
      const told = await viewer.rest('GET', address('duties'))
      expect([told.status, told.headers]).toEqual([200, expect.stringContaining('no-store')])
      expect(told.json).toMatchObject({ against: 1, duties: [{ name: 'purposeLimits' }, {}, {}] })
      const compared = await viewer.rest('GET', address('compare?before=1'))
      expect([compared.status, compared.headers]).toEqual([
        200,
        expect.stringContaining('private, no-store'),
      ])
      expect(compared.json).toMatchObject({
        before: { edition: 1 },
        after: { edition: null },
        locales: ['ja'],
        changes: [
          {
            of: 'purpose',
            how: 'changed',
            duties: (told.json as { duties: { key: string }[] }).duties.map(({ key }) => key),
            opens: { collection: 'purposes' },
          },
        ],
        table: { title: '個人情報保護方針　新旧対照表' },
      })
    }
    expect((await viewer.rest('POST', `${path}/editions`, {})).status).toBe(403)
  })

  test.each([
    ['html', 'text/html', '<u>及び会員特典の提供</u>'],
    ['md', 'text/markdown', '会員特典の提供'],
    ['txt', 'text/plain', '会員特典の提供'],
  ])('the 新旧対照表 of the working copy as %s', async (format, mediaType, text) => {
    const answer = await viewer.rest('GET', byId(`compare?format=${format}`))
    expect([answer.status, answer.headers]).toEqual([200, expect.stringContaining(mediaType)])
    expect(answer.headers).toContain('private, no-store')
    expect(answer.headers).toContain(`${slug}_privacy_1-working-copy.${format}`)
    expect(answer.text).toContain(text)
  })

  test('what cannot be compared is refused with what there is', async () => {
    const status = async (query: string) =>
      (await viewer.rest('GET', byAddress(`compare?${query}`))).status
    expect(await status('before=7')).toBe(404)
    expect(await status('before=one')).toBe(400)
    expect(await status('locale=en')).toBe(400)
    expect(await status('effectiveFrom=soon')).toBe(400)
    expect(await status('format=rtf')).toBe(404)
    expect((await viewer.rest('GET', byId('duties?kind=change'))).status).toBe(400)
  })

  test('nobody else reads either, nor learns whether the policy is there', async () => {
    const absent = '01980000-0000-7000-8000-000000000000'
    for (const client of [clientOf(payload), outsider])
      for (const name of ['duties', 'compare', 'compare?format=txt', 'compare?before=1&after=1'])
        for (const [known, unknown] of [
          [byAddress(name), `/api/privacy-policies/nowhere/privacy/${name}`],
          [byId(name), `/api/policies/${absent}/${name}`],
        ] as const) {
          const answer = await client.rest('GET', known)
          expect([401, 403, 404]).toContain(answer.status)
          const { text } = await client.rest('GET', unknown)
          expect(answer.text.replaceAll(slug, 'nowhere').replaceAll(policy, absent)).toBe(text)
          expect(answer.text).not.toMatch(/案内|purpose/)
        }
  })

  test('a publisher records them, in either way', async () => {
    const post = (client: Client, body: object) => client.rest('POST', `${path}/editions`, body)
    const refused = await post(publisher, {})
    expect([refused.status, refused.json]).toMatchObject([422, { code: 'duties-open' }])
    for (const duties of [
      [{ key: 'purposeNotice' }],
      [{ key: 'purposeNotice', met, waived: { reason: '不要のため' } }],
      [{ key: 'purposeNotice', met: { where: 'ここ' } }],
      [{ key: 'purposeNotice', met: { ...met, leadDays: 1.5 } }],
      { key: 'purposeNotice', met },
    ])
      expect((await post(publisher, { duties })).status).toBe(400)
    const done = await post(publisher, { duties: records })
    expect([done.status, done.text.includes(met.where)]).toEqual([201, false])

    await purposeSays(organisation, '商品及びサービスに関するご案内のため')
    const mutation = `mutation ($duties: [PrivacyPolicyDutyRecord!]) {
      publishPrivacyPolicy(organisation: "${slug}", policy: "privacy", duties: $duties) { number } }`
    expect((await publisher.graphql(mutation)).json).toMatchObject({
      errors: [{ extensions: { data: { code: 'duties-open' } } }],
    })
    expect((await publisher.graphql(mutation, { duties: records })).json).toMatchObject({
      data: { publishPrivacyPolicy: { number: 3 } },
    })
  })
})
