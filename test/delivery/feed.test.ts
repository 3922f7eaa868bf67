import { describe, expect, test } from 'vitest'
import { createReader } from '../../src/delivery/reader.ts'
import { memorySource } from '../../src/delivery/sources/memory-source.ts'
import { chain } from '../core/edition-chain.ts'
import { readXml, type XmlElement } from '../core/read-xml.ts'
import { base, get, open, textOfBody } from './shelf.ts'

const all = (element: XmlElement | undefined, name: string) =>
  element?.children.filter((child) => child.name === name) ?? []
const one = (element: XmlElement | undefined, name: string) => {
  const found = all(element, name)
  expect(found, name).toHaveLength(1)
  return found[0] as XmlElement
}
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

async function feedAt(path: string, now?: Date) {
  const answer = await get(path, {}, now)
  expect([answer.status, answer.headers['Content-Type']]).toEqual([
    200,
    'application/atom+xml; charset=utf-8',
  ])
  return readXml(textOfBody(answer))
}
const entryOf = (feed: XmlElement, number: number) =>
  all(feed, 'entry').find((entry) => one(entry, 'id').text.endsWith(`edition-${number}`))
const standingOf = (entry: XmlElement | undefined) =>
  all(entry, 'category').find(({ attributes }) => attributes.scheme?.endsWith(':standing'))
    ?.attributes.term

describe('the Atom feed of a policy', () => {
  test('has what RFC 4287 asks for, in both languages', async () => {
    for (const locale of ['ja', 'en']) {
      const feed = await feedAt(`/aoba/customers/feed.atom?locale=${locale}`)
      expect(feed.name).toBe('feed')
      expect(feed.attributes).toMatchObject({
        xmlns: 'http://www.w3.org/2005/Atom',
        'xml:lang': locale,
      })
      expect(one(feed, 'id').text).toBe('urn:uuid:policy-customers')
      expect(one(feed, 'title').text).not.toBe('')
      expect(one(one(feed, 'author'), 'name').text).toMatch(/株式会社あおば商店|Aoba Shoten/)
      const relations = all(feed, 'link').map(({ attributes }) => attributes.rel)
      expect(relations).toEqual(['self', 'alternate'])
      const entries = all(feed, 'entry')
      expect(entries.map((entry) => one(entry, 'id').text)).toEqual(
        [6, 5, 4, 3, 2, 1].map((number) => `urn:uuid:policy-customers-edition-${number}`),
      )
      for (const entry of entries) {
        expect(one(entry, 'title').text).not.toBe('')
        expect(one(entry, 'published').text).toMatch(instant)
        expect(one(entry, 'updated').text).toMatch(instant)
        expect(one(entry, 'updated').text >= one(entry, 'published').text).toBe(true)
        // 4.1.2: one alternate link of each type.
        const types = all(entry, 'link').map(({ attributes }) => attributes.type)
        expect(types).toContain('application/json')
        expect(new Set(types).size).toBe(types.length)
        for (const { attributes } of all(entry, 'link'))
          if (attributes.href?.startsWith(base))
            expect((await get(attributes.href.slice(base.length))).status).toBe(200)
      }
      const updates = entries.map((entry) => one(entry, 'updated').text)
      expect(one(feed, 'updated').text).toBe(updates.sort().at(-1))
    }
  })
  test('marks what is not in force yet, with its day; it is updated on that day', async () => {
    const [before, after] = await Promise.all([
      feedAt('/aoba/customers/feed.atom?locale=ja'),
      feedAt('/aoba/customers/feed.atom?locale=ja', new Date('2025-10-01T00:00:00+09:00')),
    ])
    const upcoming = entryOf(before, 3)
    expect(standingOf(upcoming)).toBe('upcoming')
    expect(one(upcoming, 'title').text).toBe('第3版（2025年10月1日施行） 改定 [施行待ち]')
    expect(one(upcoming, 'dcterms:valid').text).toBe('2025-10-01')
    expect(one(upcoming, 'updated').text).toBe('2025-05-01T00:00:00.000Z')
    const inForce = entryOf(after, 3)
    expect(standingOf(inForce)).toBe('inForce')
    expect(one(inForce, 'title').text).toBe('第3版（2025年10月1日施行） 改定')
    expect(one(inForce, 'updated').text).toBe('2025-09-30T15:00:00.000Z')
    expect(one(after, 'updated').text).toBe('2025-09-30T15:00:00.000Z')
  })
  test('tells what was corrected and withdrawn, and when', async () => {
    const feed = await feedAt('/aoba/customers/feed.atom?locale=en')
    expect([1, 2, 3, 4, 5, 6].map((number) => standingOf(entryOf(feed, number)))).toEqual([
      ...['corrected', 'inForce', 'upcoming', 'past', 'withdrawn', undefined],
    ])
    expect(one(entryOf(feed, 1), 'updated').text).toBe('2025-05-10T00:00:00.000Z')
    expect(one(entryOf(feed, 5), 'updated').text).toBe('2025-05-21T00:00:00.000Z')
    expect(one(entryOf(feed, 6), 'title').text).toBe('6 Withdrawal of edition 5')
    expect(one(entryOf(feed, 2), 'summary').text).toContain('Collection reworded.')
  })
  test('its ids outlive the address; a former address leads there', async () => {
    const club = await feedAt('/aoba/club/feed.atom')
    expect(one(club, 'id').text).toBe('urn:uuid:policy-club')
    expect((await get('/aoba/members/feed.atom?locale=en')).headers.Location).toBe(
      `${base}/aoba/club/feed.atom?locale=en`,
    )
  })
  test('what a summary says is text, whatever it holds', async () => {
    const [row] = chain({
      effectiveFrom: '2025-04-01',
      recordedAt: '2025-03-01T00:00:00.000Z',
      summary: { ja: '<b>&amp;]]>\u0007\ufffe𠮷 "' },
    })
    const source = memorySource(open(row ? [row] : []))
    const answer = await createReader({ source, origin: 'https://policies.example' }).handle(
      'GET',
      `${base}/aoba/customers/feed.atom`,
      {},
    )
    const feed = readXml(textOfBody(answer))
    expect(one(entryOf(feed, 1), 'summary').text).toContain('<b>&amp;]]>�𠮷 "')
    for (const { attributes } of all(feed, 'link'))
      expect(attributes.href).toMatch(/^https:\/\/policies\.example\//)
  })
  test('is cached no longer than until the next edition has its day, and revalidated', async () => {
    const path = '/aoba/customers/feed.atom?locale=ja'
    const { headers } = await get(path, {}, new Date('2025-09-30T23:59:50+09:00'))
    expect(headers['Cache-Control']).toBe('public, max-age=10, must-revalidate')
    expect(headers['Surrogate-Key']).toBe('privacy-policy-policy-customers')
    const etag = (await get(path)).headers.ETag
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304)
  })
  test('is negotiated, and refused in what it is not', async () => {
    const liked = await get('/aoba/customers/feed.atom', { 'accept-language': 'en' })
    expect(liked.headers).toMatchObject({ 'Content-Language': 'en', Vary: 'Accept-Language' })
    const path = '/aoba/customers/feed.atom'
    expect((await get(path, { accept: 'application/rss+xml, */*;q=0.1' })).status).toBe(200)
    expect((await get(path, { accept: 'application/pdf' })).status).toBe(406)
    expect((await get(`${path}?locale=fr`)).status).toBe(404)
  })
  test('is found from the text and the page', async () => {
    const { headers } = await get('/aoba/customers.json')
    expect(headers.Link).toContain(
      `<${base}/aoba/customers/feed.atom>; rel="alternate"; type="application/atom+xml"`,
    )
  })
})
