import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/core/roles.ts'
import { client, hostPayload, make, slugs } from './host.ts'

const payload = await hostPayload()

let aoba: string
let midori: string
const ids: { [name: string]: { aoba: string; midori: string } } = {}
let library: string
const clients: { [who: string]: Awaited<ReturnType<typeof client>> } = {}
const as = (who: string) => clients[who] as NonNullable<(typeof clients)[string]>

beforeAll(async () => {
  aoba = await make(payload, 'organisations', { slug: 'aoba', legalName: '株式会社青葉商事' })
  midori = await make(payload, 'organisations', { slug: 'midori', legalName: '株式会社みどり' })
  const pair = async (name: keyof typeof slugs, data: object) => {
    ids[slugs[name]] = {
      aoba: await make(payload, name, { organisation: aoba, ...data }),
      midori: await make(payload, name, { organisation: midori, ...data }),
    }
  }
  await pair('policies', { slug: 'privacy', title: 'プライバシーポリシー' })
  await pair('purposes', { text: '商品の発送' })
  await pair('exceptionClauses', { text: '法令に基づく場合' })
  await pair('jointUsePartners', { name: '株式会社あけぼの' })
  await pair('safetyMeasures', { text: '従業者の教育' })
  await pair('contacts', { name: '個人情報相談窓口' })
  ids.organisations = { aoba, midori }
  const policies = ids[slugs.policies] as { aoba: string; midori: string }
  ids[slugs.policySections] = {
    aoba: await make(payload, 'policySections', { policy: policies.aoba, heading: '総則' }),
    midori: await make(payload, 'policySections', { policy: policies.midori, heading: '総則' }),
  }
  library = await make(payload, 'exceptionClauses', {
    text: '人の生命の保護のために必要がある場合',
  })
  for (const role of ['viewer', 'editor', 'publisher', 'admin'] satisfies Role[])
    clients[role] = await client(payload, { role, organisations: [aoba] })
  clients.nobody = await client(payload)
  clients.memberOfNone = await client(payload, { role: 'admin', organisations: [] })
  clients.editorOfAll = await client(payload, { role: 'editor', organisations: 'all' })
  clients.adminOfAll = await client(payload, { role: 'admin', organisations: 'all' })
})

/** Editions are everyone's to read; webhooks and bulk updates have rules of their own, below. */
const others = [
  slugs.policyEditions,
  slugs.webhookEndpoints,
  slugs.webhookDeliveries,
  slugs.bulkUpdates,
]
const collections = Object.values(slugs).filter((slug) => !others.includes(slug))
const id = (slug: string, whose: 'aoba' | 'midori') => ids[slug]?.[whose] ?? ''

describe.each(collections)('%s', (slug) => {
  test('anonymous users read nothing of the working copy', async () => {
    for (const path of ['', '/count', '/versions', `/${id(slug, 'aoba')}`, '/versions/1'])
      expect((await as('nobody')('GET', `/${slug}${path}`)).status, path).toBe(403)
  })

  test('members read what is of their organisations, its versions too', async () => {
    for (const path of ['', '/versions'])
      for (const role of ['viewer', 'editor', 'publisher', 'admin']) {
        const { body } = await as(role)('GET', `/${slug}${path}?depth=0&limit=100`)
        const found = JSON.stringify(body)
        expect(found, `${role} ${path}`).toContain(id(slug, 'aoba'))
        expect(found, `${role} ${path}`).not.toContain(id(slug, 'midori'))
        expect(found, `${role} ${path}`).not.toContain(midori)
      }
    expect((await as('viewer')('GET', `/${slug}/${id(slug, 'midori')}`)).status).toBe(404)
  })

  test('a member of no organisation reads nothing but the library', async () => {
    const { body } = await as('memberOfNone')('GET', `/${slug}?depth=0`)
    expect((body.docs ?? []).map((doc) => doc.id)).toEqual(
      slug === slugs.exceptionClauses ? [library] : [],
    )
  })

  test('viewers change nothing, and nobody changes what another organisation has', async () => {
    const touch = { deletedAt: null }
    expect((await as('viewer')('PATCH', `/${slug}/${id(slug, 'aoba')}`, touch)).status).toBe(403)
    expect((await as('nobody')('PATCH', `/${slug}/${id(slug, 'aoba')}`, touch)).status).toBe(403)
    expect((await as('admin')('PATCH', `/${slug}/${id(slug, 'midori')}`, touch)).status).toBe(403)
    expect((await as('editor')('PATCH', `/${slug}/${id(slug, 'aoba')}`, touch)).status).toBe(200)
  })

  test('nothing is purged, not even by an admin of all, not even out of the trash', async () => {
    const path = `/${slug}/${id(slug, 'aoba')}`
    const purges = [path, `${path}?trash=true`, `/${slug}?where[id][exists]=true`]
    for (const purge of purges)
      expect((await as('adminOfAll')('DELETE', purge)).status, purge).toBe(403)
  })

  test('records go to the trash and come back', async () => {
    const who = slug === slugs.organisations ? 'adminOfAll' : 'editor'
    const path = `/${slug}/${id(slug, 'aoba')}`
    const trash = { deletedAt: '2024-04-01T00:00:00.000Z' }
    expect((await as('viewer')('PATCH', path, trash)).status).toBe(403)
    expect((await as(who)('PATCH', path, trash)).status).toBe(200)
    expect((await as(who)('GET', path)).status).toBe(404)
    expect((await as(who)('PATCH', `${path}?trash=true`, { deletedAt: null })).status).toBe(200)
    expect((await as(who)('GET', path)).status).toBe(200)
  })

  test('the admin offers the trash to those who may use it', async () => {
    const permissions = async (who: string) =>
      (await as(who)('POST', `/${slug}/access/${id(slug, 'aoba')}`)).body as unknown as {
        delete?: unknown
      }
    expect((await permissions('adminOfAll')).delete).toBeTruthy()
    expect((await permissions('viewer')).delete).toBeFalsy()
  })
})

describe('making records', () => {
  const purpose = (organisation: unknown) => ({ organisation, text: '問い合わせへの回答' })

  test('is for editors and above, in their own organisations', async () => {
    const status = async (who: string, organisation: unknown) =>
      (await as(who)('POST', '/purposes', purpose(organisation))).status
    expect(await status('editor', aoba)).toBe(201)
    expect(await status('publisher', aoba)).toBe(201)
    expect(await status('viewer', aoba)).toBe(403)
    expect(await status('nobody', aoba)).toBe(403)
    for (const foreign of [midori, { id: midori }, [midori], { value: midori }, 1])
      expect(await status('admin', foreign), JSON.stringify(foreign)).toBe(403)
  })

  test('a member of one organisation need not name it', async () => {
    const { body } = await as('editor')('POST', '/purposes?depth=0', { text: '統計の作成' })
    expect(body.doc.organisation).toBe(aoba)
  })

  test('sections are added to policies of one’s own organisations only', async () => {
    const add = async (whose: 'aoba' | 'midori') =>
      as('editor')('POST', `/${slugs.policySections}?depth=0`, {
        policy: id(slugs.policies, whose),
        organisation: midori,
      })
    expect((await add('aoba')).body.doc.organisation).toBe(aoba)
    expect((await add('midori')).status).toBe(403)
  })

  test('nothing is duplicated past these rules', async () => {
    const { status } = await as('editor')('POST', `/exception-clauses/${library}/duplicate`)
    expect(status).toBeGreaterThanOrEqual(400)
  })

  test('organisations are made by admins of all', async () => {
    const make = { slug: 'akebono', legalName: '株式会社あけぼの' }
    for (const who of ['admin', 'editorOfAll'])
      expect((await as(who)('POST', '/organisations', make)).status).toBe(403)
    expect((await as('adminOfAll')('POST', '/organisations', make)).status).toBe(201)
  })

  test('the slug of an organisation is changed by its admins', async () => {
    const rename = async (who: string) =>
      (await as(who)('PATCH', `/organisations/${aoba}`, { slug: 'aoba-shoji' })).body.doc.slug
    expect(await rename('editor')).toBe('aoba')
    expect(await rename('admin')).toBe('aoba-shoji')
  })
})

describe('the shared library', () => {
  test('is read by every member, its versions too', async () => {
    expect((await as('viewer')('GET', `/exception-clauses/${library}`)).status).toBe(200)
    const { body } = await as('viewer')(
      'GET',
      `/exception-clauses/versions?where[parent][equals]=${library}`,
    )
    expect(body.totalDocs).toBe(1)
  })

  test('is written by admins of all organisations only', async () => {
    const clause = { text: '国の機関等に協力する必要がある場合', organisation: null }
    for (const who of ['editor', 'admin', 'editorOfAll']) {
      expect((await as(who)('POST', '/exception-clauses', clause)).status, who).toBe(403)
      expect((await as(who)('PATCH', `/exception-clauses/${library}`, clause)).status, who).toBe(
        403,
      )
      const trash = { deletedAt: '2024-04-01T00:00:00.000Z' }
      expect((await as(who)('PATCH', `/exception-clauses/${library}`, trash)).status, who).toBe(403)
    }
    expect((await as('adminOfAll')('POST', '/exception-clauses', clause)).status).toBe(201)
    expect((await as('adminOfAll')('PATCH', `/exception-clauses/${library}`, clause)).status).toBe(
      200,
    )
  })

  test('holds exceptions and measures, and no purposes', async () => {
    const answer = await as('adminOfAll')('POST', '/purposes', { text: '商品の発送' })
    expect(answer.status).toBe(400)
  })
})

describe('users who are no members', () => {
  test('a customer of the host sees nothing, whatever is written on him', async () => {
    const data = { email: 'customer@example.com', password: 'correct horse battery' }
    const membership = { role: 'admin', organisations: 'all' }
    await payload.create({
      collection: 'customers' as never,
      data: { ...data, membership } as never,
    })
    const { user } = await payload.login({ collection: 'customers' as never, data: data as never })
    for (const collection of collections)
      await expect(
        payload.find({ collection: collection as never, user, overrideAccess: false }),
      ).rejects.toThrow()
  })
})

describe('editions', () => {
  const path = `/${slugs.policyEditions}`
  let edition: string
  beforeAll(async () => {
    edition = await make(payload, 'policyEditions', {
      organisation: aoba,
      organisationSlug: 'aoba',
      policy: id(slugs.policies, 'aoba'),
      policySlug: 'privacy',
      number: 1,
      kind: 'amendment',
      effectiveFrom: '2024-04-01',
      recordedAt: '2024-03-01T01:02:03.456Z',
      summary: { ja: '制定' },
      languages: {},
      documents: {},
      schema: 1,
      internal: { publishedBy: { id: '1', name: '山田花子' }, waivers: [], duties: [], salt: '00' },
      internalSha256: 'a'.repeat(64),
      sha256: 'b'.repeat(64),
      idempotencyKey: 'key-1',
    })
  })

  test('are read by anybody, without what is the organisation’s own', async () => {
    for (const who of ['nobody', 'memberOfNone']) {
      const { body } = await as(who)('GET', path)
      expect(body.docs).toMatchObject([
        { id: edition, number: 1, recordedAt: '2024-03-01T01:02:03.456Z' },
      ])
      expect(body.docs[0]).not.toHaveProperty('internal')
      expect(body.docs[0]).not.toHaveProperty('idempotencyKey')
    }
    const { body } = await as('viewer')('GET', path)
    expect(body.docs[0]).toMatchObject({ internal: { publishedBy: { name: '山田花子' } } })
  })

  test.each([
    'where[internal.publishedBy.name][like]=山',
    'where[internal][exists]=true',
    'where[idempotencyKey][like]=key',
    'sort=idempotencyKey',
    'sort=-internal',
  ])('no query tells what is not shown: %s', async (query) => {
    for (const who of ['nobody', 'memberOfNone', 'admin'])
      expect((await as(who)('GET', `${path}?${query}`)).status, who).toBe(400)
  })

  test('are made, changed and deleted by nobody', async () => {
    for (const who of ['nobody', 'publisher', 'adminOfAll']) {
      expect((await as(who)('POST', path, { number: 2 })).status).toBe(403)
      expect((await as(who)('PATCH', `${path}/${edition}`, { number: 2 })).status).toBe(403)
      expect((await as(who)('DELETE', `${path}/${edition}`)).status).toBe(403)
    }
  })

  test('have each number once in a policy', async () => {
    const { id: _, ...same } = (await payload.findByID({
      collection: slugs.policyEditions as never,
      id: edition,
    })) as unknown as { id: string; [field: string]: unknown }
    await expect(
      make(payload, 'policyEditions', { ...same, idempotencyKey: 'key-2' }),
    ).rejects.toThrow()
    await expect(make(payload, 'policyEditions', { ...same, number: 2 })).rejects.toThrow()
    const next = { ...same, number: 2, idempotencyKey: null }
    await expect(make(payload, 'policyEditions', next)).resolves.toEqual(expect.any(String))
  })
})

describe('webhooks', () => {
  const endpoint = (organisation: string) => ({
    organisation,
    url: 'https://hooks.example.com/policies',
    events: ['edition.published'],
  })

  test('endpoints are for admins, within their own organisations', async () => {
    const path = `/${slugs.webhookEndpoints}`
    for (const who of ['viewer', 'editor', 'publisher', 'nobody']) {
      expect((await as(who)('GET', path)).status, who).toBe(403)
      expect((await as(who)('POST', path, endpoint(aoba))).status, who).toBe(403)
    }
    expect((await as('admin')('POST', path, endpoint(aoba))).status).toBe(201)
    expect((await as('admin')('POST', path, endpoint(midori))).status).not.toBe(201)
    expect((await as('admin')('GET', path)).body.docs).toHaveLength(1)
  })

  test('the log of deliveries is read by admins and written by nobody', async () => {
    const path = `/${slugs.webhookDeliveries}`
    expect((await as('admin')('GET', path)).status).toBe(200)
    expect((await as('editor')('GET', path)).status).toBe(403)
    expect((await as('adminOfAll')('POST', path, { organisation: aoba })).status).toBe(403)
    expect((await as('adminOfAll')('DELETE', `${path}?where[id][exists]=true`)).status).toBe(403)
  })

  test('bulk updates are read by publishers and admins and written by nobody', async () => {
    const path = `/${slugs.bulkUpdates}`
    expect((await as('publisher')('GET', path)).status).toBe(200)
    expect((await as('editor')('GET', path)).status).toBe(403)
    expect((await as('adminOfAll')('POST', path, { organisation: aoba })).status).toBe(403)
    expect((await as('adminOfAll')('DELETE', `${path}?where[id][exists]=true`)).status).toBe(403)
  })
})
