import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { beforeAll, describe, expect, test } from 'vitest'
import { sectionOrderField } from '../../src/core/slugs.ts'
import { client, hostPayload, make, slugs } from './host.ts'

const payload = await hostPayload()
const admin = await client(payload, { role: 'admin', organisations: 'all' })
const uuid = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

let organisation: string
let policy: string
let sections: string[]
beforeAll(async () => {
  organisation = await make(payload, 'organisations', {
    slug: 'aoba',
    legalName: '株式会社青葉商事',
  })
  policy = await make(payload, 'policies', {
    organisation,
    slug: 'privacy',
    title: 'プライバシーポリシー',
  })
  sections = []
  for (const heading of ['適用範囲', '利用目的', '窓口'])
    sections.push(await make(payload, 'policySections', { policy, heading }))
})

/** A record's own relations and joins, in the system's eyes. */
const read = async (name: keyof typeof slugs, id: string) =>
  (await payload.findByID({
    collection: slugs[name] as never,
    id,
    depth: 0,
    locale: 'all',
  })) as unknown as { [field: string]: { docs: string[] } & { [locale: string]: unknown } }

describe('ids', () => {
  test('are UUIDs v7 in a host whose own ids are numbers', () => {
    expect([organisation, policy, ...sections]).toEqual(Array(5).fill(expect.stringMatching(uuid)))
  })

  test('may be given by an import, and are checked', async () => {
    const id = '018f3a50-0000-7000-8000-000000000001'
    const given = await admin('POST', `/purposes?depth=0`, { id, organisation, text: '商品の発送' })
    expect(given.body.doc).toMatchObject({ id, text: '商品の発送' })
    const wrong = await admin('POST', '/purposes', { id: '12', organisation, text: '商品の発送' })
    expect(wrong.status).toBe(400)
  })

  test('stay, whatever an update says', async () => {
    const id = await make(payload, 'purposes', { organisation, text: '配送' })
    const other = '018f3a50-0000-7000-8000-000000000002'
    const { body } = await admin('PATCH', `/purposes/${id}?depth=0`, { id: other, text: '配達' })
    expect(body.doc).toMatchObject({ id, text: '配達' })
    expect((await admin('GET', `/purposes/${other}`)).status).toBe(404)
  })

  test('are strings in GraphQL too, with the relations and joins behind them', async () => {
    const query = `{ PolicySection(id: "${sections[0]}") { id policy { id sections { docs { heading } } } } }`
    const response = await GRAPHQL_POST(payload.config)(
      new Request('http://localhost/api/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: admin.authorization },
        body: JSON.stringify({ query }),
      }),
    )
    expect(await response.json()).toMatchObject({
      data: {
        PolicySection: {
          id: sections[0],
          policy: { id: policy, sections: { docs: [{ heading: '適用範囲' }, {}, {}] } },
        },
      },
    })
  })
})

describe('versions', () => {
  test('an old text comes back as the same record', async () => {
    const id = await make(payload, 'purposes', { organisation, text: '旧' })
    await admin('PATCH', `/purposes/${id}`, { text: '新' })
    const { body } = await admin(
      'GET',
      `/purposes/versions?where[parent][equals]=${id}&sort=createdAt`,
    )
    expect(body.docs.map(({ version }) => version)).toMatchObject([{ text: '旧' }, { text: '新' }])
    await admin('POST', `/purposes/versions/${body.docs[0]?.id}`)
    expect(await read('purposes', id)).toMatchObject({ id, text: { ja: '旧' } })
  })

  test('more than a hundred are kept', async () => {
    const id = await make(payload, 'purposes', { organisation, text: '0' })
    for (let i = 1; i <= 101; i++)
      await payload.update({
        collection: slugs.purposes as never,
        id,
        data: { text: String(i) } as never,
        locale: 'ja',
        depth: 0,
      })
    const { totalDocs } = await payload.countVersions({
      collection: slugs.purposes as never,
      where: { parent: { equals: id } },
    })
    expect(totalDocs).toBe(102)
  })
})

describe('languages', () => {
  test('a text written without naming a language is in the default one, even where nothing falls back', async () => {
    const { body } = await admin('POST', '/purposes', { organisation, text: '問い合わせへの回答' })
    expect(await read('purposes', body.doc.id)).toMatchObject({
      text: { ja: '問い合わせへの回答' },
    })
    expect((await admin('GET', `/purposes/${body.doc.id}`)).body).toMatchObject({
      text: '問い合わせへの回答',
    })
  })

  test('English is added to a Japanese record and leaves the Japanese alone', async () => {
    const id = await make(payload, 'jointUsePartners', { organisation, name: '株式会社みどり' })
    const { status } = await admin('PATCH', `/joint-use-partners/${id}?locale=en-GB`, {
      name: 'Midori Ltd.',
    })
    expect(status).toBe(200)
    expect(await read('jointUsePartners', id)).toMatchObject({
      name: { ja: '株式会社みどり', 'en-GB': 'Midori Ltd.' },
    })
  })

  test('a save in English does not ask for texts that are not translated yet', async () => {
    const id = await make(payload, 'contacts', {
      organisation,
      name: '個人情報相談窓口',
      hours: '平日 9時から17時まで',
      lines: [{ label: '受付：', field: 'hours' }],
    })
    const { status } = await admin('PATCH', `/${slugs.contacts}/${id}?locale=en-GB`, {
      name: 'Privacy desk',
    })
    expect(status).toBe(200)
  })
})

describe('the sections of a policy', () => {
  test('stand in the order of their making until somebody drags them', async () => {
    const [first, second, third] = sections as [string, string, string]
    expect((await read('policies', policy)).sections?.docs).toEqual([first, second, third])
    const field = sectionOrderField(slugs)
    const target = (await read('policySections', third))[field]
    const { status } = await admin('POST', '/reorder', {
      collectionSlug: slugs.policySections,
      docsToMove: [first],
      newKeyWillBe: 'greater',
      orderableFieldName: field,
      target: { id: third, key: target },
    })
    expect(status).toBe(200)
    expect((await read('policies', policy)).sections?.docs).toEqual([second, third, first])
  })

  test('leave the list when they go to the trash', async () => {
    const own = await make(payload, 'policies', {
      organisation,
      slug: 'cookies',
      title: 'クッキー',
    })
    const section = await make(payload, 'policySections', { policy: own, heading: '目的' })
    await admin('PATCH', `/${slugs.policySections}/${section}`, {
      deletedAt: '2024-04-01T00:00:00Z',
    })
    expect((await read('policies', own)).sections?.docs).toEqual([])
  })

  test('say which records they print, and the records say where', async () => {
    const purpose = await make(payload, 'purposes', { organisation, text: '広告の配信' })
    const section = await make(payload, 'policySections', { policy, purposes: [purpose] })
    await payload.update({
      collection: slugs.policies as never,
      id: policy,
      data: { purposes: [purpose] } as never,
    })
    expect(await read('purposes', purpose)).toMatchObject({
      usedInSections: { docs: [section] },
      usedInPolicies: { docs: [policy] },
    })
  })

  test('take no such list from outside', async () => {
    const purpose = await make(payload, 'purposes', { organisation, text: '統計の作成' })
    const { body } = await admin('POST', `/${slugs.policySections}?depth=0`, {
      policy,
      purposes: [purpose],
      references: [sections[0]],
    })
    expect(body.doc).toMatchObject({ purposes: [], references: [], organisation })
  })
})
