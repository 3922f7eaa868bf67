import { createLocalReq } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import type { PolicyDocument } from '../../src/core/document.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publicationStatus } from '../../src/operations/publishing/publication-status.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { restorePolicy } from '../../src/operations/publishing/restore-policy.ts'
import { follow, p, policy, purpose, purposes, row, section } from '../build.ts'
import { testPayload } from '../payload.ts'

vi.setConfig({ testTimeout: 120_000 })

const payload = await testPayload()
const reading = async () => ({ req: await createLocalReq({}, payload), overrideAccess: true })

const written = (locale: 'ja' | 'en'): PolicyDocument => {
  const word = (ja: string, en: string) => (locale === 'ja' ? ja : en)
  return policy(
    { locale, title: { text: word('会員情報のご案内', 'Notice to Members'), printed: true } },
    p(word('次のとおり定めます。', 'We say as follows.')),
    section(
      ['s1', 'purposes', word('第1条　', 'Article 1 '), word('利用目的', 'Purposes')],
      purposes(
        row('・', purpose('p1', word('配送のため', 'For delivery'))),
        row('・', purpose('p2', word('連絡のため', 'For contact'))),
      ),
      section(
        ['s2', 'other', word('1　', '1. '), word('例外', 'Exceptions')],
        p(follow('s3', 'number', word('第2条', 'Article 2')), word('のとおり。', ' applies.')),
      ),
    ),
    section(
      ['s3', 'contact', word('第2条　', 'Article 2 '), word('窓口', 'Contact')],
      p(word('窓口へ。', 'Write to us.')),
    ),
  )
}

let made = 0
/** A policy with an edition, in an organisation of its own. */
async function published(documents = [written('ja'), written('en')] as const, slug = 'privacy') {
  const organisation = slug === 'privacy' ? `org-${++made}` : `org-${made}`
  const imported = await importPolicy(
    { documents: [...documents] as never, organisation, policy: slug, createOrganisation: true },
    await reading(),
  )
  const { edition } = await publishPolicy({ policy: imported.policy }, await reading())
  return { policy: imported.policy, organisation: imported.organisation, edition }
}
const restore = async (id: string, number = 1) =>
  restorePolicy({ policy: id, number }, await reading())
const find = async (collection: 'policy-sections' | 'purposes', heading: string) => {
  const field = collection === 'purposes' ? 'text' : 'heading'
  const { docs } = await payload.find({
    collection,
    where: { [field]: { equals: heading } },
    sort: '-createdAt',
    limit: 1,
    depth: 0,
  })
  return docs[0]?.id as string
}
const trash = (collection: 'policy-sections' | 'purposes', id: string) =>
  payload.update({ collection, id, data: { deletedAt: new Date().toISOString() } })
const unpublished = async (id: string) => (await publicationStatus(id, await reading())).unpublished

describe('a restored edition', () => {
  test('is the working copy again in every language, with the ids it had: published again, it hashes the same', async () => {
    const { policy: id, edition } = await published()
    const [first, inner, last] = [
      await find('policy-sections', '利用目的'),
      await find('policy-sections', '例外'),
      await find('policy-sections', '窓口'),
    ]
    const delivery = await find('purposes', '配送のため')
    await payload.update({
      collection: 'policies',
      id,
      data: { title: '別の表題', preamble: null },
    })
    await payload.update({ collection: 'policies', id, data: { title: 'Another' }, locale: 'en' })
    await payload.update({ collection: 'policy-sections', id: inner, data: { body: null } })
    await payload.update({ collection: 'policy-sections', id: last, data: { parent: first } })
    await payload.update({ collection: 'purposes', id: delivery, data: { text: '発送のため' } })
    const extra = await payload.create({
      collection: 'policy-sections',
      data: { policy: id, heading: '新しい条', kind: 'other', numbered: 'style' } as never,
    })
    await payload.create({
      collection: 'policy-sections',
      data: {
        policy: id,
        parent: extra.id,
        heading: 'その項',
        kind: 'other',
        numbered: 'style',
      } as never,
    })
    expect((await unpublished(id)).any).toBe(true)

    const restored = await restore(id)
    expect(restored).toMatchObject({ languages: ['ja', 'en'], organisation: [] })
    expect(restored.records).toEqual([{ kind: 'purposes', id: delivery, outcome: 'rewritten' }])
    expect(restored.sections.trashed).toBe(2)
    expect(await unpublished(id)).toMatchObject({ any: false, against: 1 })
    const again = await publishPolicy({ policy: id }, await reading())
    expect(again.edition.languages).toEqual(edition.languages)
  })

  test('brings back from the trash what it prints', async () => {
    const { policy: id } = await published()
    const [last, inner] = [
      await find('policy-sections', '窓口'),
      await find('policy-sections', '例外'),
    ]
    const first = await find('policy-sections', '利用目的')
    const contact = await find('purposes', '連絡のため')
    await trash('policy-sections', inner)
    await trash('policy-sections', last)
    await payload.update({ collection: 'policy-sections', id: first, data: { body: null } })
    await payload.update({
      collection: 'policy-sections',
      id: first,
      data: { body: null },
      locale: 'en',
    })
    await trash('purposes', contact)
    const { records } = await restore(id)
    expect(records).toEqual([{ kind: 'purposes', id: contact, outcome: 'untrashed' }])
    expect(await unpublished(id)).toMatchObject({ any: false })
  })

  test('leaves alone what another policy prints, and prints a copy of its own', async () => {
    const { policy: id } = await published()
    const other = await published([written('ja'), written('en')], 'second')
    const delivery = await find('purposes', '配送のため')
    await payload.update({ collection: 'purposes', id: delivery, data: { text: '発送のため' } })
    const { records } = await restore(id)
    expect(records).toMatchObject([{ kind: 'purposes', id: delivery, outcome: 'copied' }])
    expect(await payload.findByID({ collection: 'purposes', id: delivery })).toMatchObject({
      text: '発送のため',
    })
    expect((await unpublished(other.policy)).places).toMatchObject([
      { collection: 'purposes', id: delivery },
    ])
    const { docs } = await payload.find({
      collection: 'purposes',
      where: { id: { equals: records[0]?.copy } },
      locale: 'all',
    })
    expect(docs[0]).toMatchObject({ text: { ja: '配送のため', en: 'For delivery' } })
  })

  test('tells in what the organisation says something else today, and leaves that', async () => {
    const { policy: id, organisation } = await published()
    await payload.update({
      collection: 'organisations',
      id: organisation,
      data: { legalName: '株式会社新社名' },
    })
    expect((await restore(id)).organisation).toEqual(['legalName'])
    expect(await payload.findByID({ collection: 'organisations', id: organisation })).toMatchObject(
      {
        legalName: '株式会社新社名',
      },
    )
  })

  test('without what was written of the editions, which is written anew', async () => {
    const { policy: id } = await published()
    const prints = { dates: 'closing', history: true, supplement: true } as const
    await payload.update({ collection: 'policies', id, data: { prints } })
    await publishPolicy({ policy: id }, await reading())
    expect(await unpublished(id)).toMatchObject({ any: false, against: 2 })
    await payload.update({ collection: 'policies', id, data: { closing: null, title: '別' } })
    await restore(id, 2)
    expect(await unpublished(id)).toMatchObject({ any: false, against: 2 })
    expect(await payload.findByID({ collection: 'policies', id })).toMatchObject({ prints })
    const { docs } = await payload.find({
      collection: 'policy-sections',
      where: { policy: { equals: id } },
    })
    expect(docs).toHaveLength(3)
  })

  test('is restored whole or not at all', async () => {
    const { policy: id } = await published()
    await payload.update({ collection: 'policies', id, data: { title: '別の表題' } })
    const first = await find('policy-sections', '利用目的')
    await payload.update({ collection: 'policy-sections', id: first, data: { heading: '目的' } })
    const { req } = await reading()
    const failing = { ...payload.collections.policies.config.hooks }
    const { hooks } = payload.collections.policies.config
    hooks.beforeChange = [
      ...(failing.beforeChange ?? []),
      () => {
        throw new Error('The disk is full')
      },
    ]
    await expect(
      restorePolicy({ policy: id, number: 1 }, { req, overrideAccess: true }),
    ).rejects.toThrow()
    hooks.beforeChange = failing.beforeChange ?? []
    expect(await payload.findByID({ collection: 'policy-sections', id: first })).toMatchObject({
      heading: '目的',
    })
  })
})

test('an edition without a text is not restored, nor one that is not there', async () => {
  const { policy: id } = await published()
  await publishPolicy({ policy: id, kind: 'repeal' }, await reading())
  await expect(restore(id, 2)).rejects.toMatchObject({ code: 'not-restorable' })
  await expect(restore(id, 3)).rejects.toMatchObject({ code: 'edition-missing' })
  expect(await payloadSource(payload).editions(id)).toHaveLength(2)
})
