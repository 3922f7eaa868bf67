import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/delivery/formats/formats.ts'
import { memorySource } from '../../src/delivery/sources/memory-source.ts'
import { base, customers, get, noon, open, readerAt, textOfBody } from './shelf.ts'

describe('validators', () => {
  test('the ETag is strong and made of the bytes', async () => {
    const answer = await get('/aoba/customers.html')
    const digest = createHash('sha256').update(answer.body).digest('base64url')
    expect(answer.headers.ETag).toBe(`"${digest}"`)
    expect((await get('/aoba/customers.txt')).headers.ETag).not.toBe(answer.headers.ETag)
  })
  test.each([
    '/aoba/customers.json',
    '/aoba/customers/editions',
    '/aoba/customers/editions.jsonl',
    '',
    '/schema.json',
  ])('who has the bytes of %s gets 304 without them', async (path) => {
    const fresh = await get(path)
    const etag = fresh.headers.ETag as string
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, headers, body } = await get(path, { 'if-none-match': header })
      expect([status, body.length]).toEqual([304, 0])
      const { 'Content-Type': _type, 'Content-Length': _length, ...kept } = fresh.headers
      expect(headers).toEqual(kept)
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200)
  })
  test('HEAD says all that GET says, and sends nothing', async () => {
    const got = await get('/aoba/customers.json')
    const head = await readerAt(noon).handle('HEAD', `${base}/aoba/customers.json`, {})
    expect(head).toEqual({ ...got, body: Buffer.alloc(0) })
    expect(Number(head.headers['Content-Length'])).toBeGreaterThan(0)
  })
  test('Last-Modified is when readers first saw it, and never to come', async () => {
    const modified = async (path: string) => (await get(path)).headers['Last-Modified']
    expect(await modified('/aoba/customers.json')).toBe('Mon, 31 Mar 2025 15:00:00 GMT')
    expect(await modified('/aoba/customers/editions/4.json')).toBe('Sat, 10 May 2025 00:00:00 GMT')
    expect(await modified('/aoba/customers/editions/3.json')).toBe('Thu, 01 May 2025 00:00:00 GMT')
  })
})

describe('caching', () => {
  const caching = async (path: string, now?: Date) =>
    (await get(path, {}, now)).headers['Cache-Control']
  test('what a publication can change is kept for a minute', async () => {
    for (const path of [
      '/aoba/customers.json',
      '/aoba/customers.json?asOf=2024-05-01',
      '',
      '/aoba',
      '/aoba/customers/editions',
    ])
      expect([path, await caching(path)]).toEqual([path, 'public, max-age=60, must-revalidate'])
  })
  test('never beyond the moment the next edition comes into force', async () => {
    const late = new Date('2025-09-30T14:59:29.500Z')
    for (const path of ['/aoba/customers.json', '/aoba/customers/editions', '', '/aoba'])
      expect([path, await caching(path, late)]).toEqual([
        path,
        'public, max-age=30, must-revalidate',
      ])
    expect(await caching('/aoba/customers.json', new Date('2025-09-30T14:59:59.999Z'))).toBe(
      'public, max-age=0, must-revalidate',
    )
    // A day of one’s own does not move with the calendar, and a withdrawn edition never comes.
    expect(await caching('/aoba/customers.json?asOf=2025-06-01', late)).toBe(
      'public, max-age=60, must-revalidate',
    )
    expect(await caching('/aoba/customers.json', new Date('2025-06-30T14:59:30.000Z'))).toBe(
      'public, max-age=60, must-revalidate',
    )
  })
  test('only the JSON of a numbered edition is immutable', async () => {
    expect(await caching('/aoba/customers/editions/2.json')).toBe(
      'public, max-age=31536000, immutable',
    )
    expect(await caching('/aoba/customers/editions/2.html')).toBe('public, max-age=3600')
    expect(await caching('/aoba/customers.json?seenAt=2024-05-01')).toBe('public, max-age=3600')
    expect(await caching('/aoba/customers.json?asOf=2024-05-01&knownAt=2025-01-01')).toBe(
      'public, max-age=3600',
    )
  })
  test('the JSON of a numbered edition is the same whatever is published later', async () => {
    const early = readerAt(new Date('2024-05-01T00:00:00Z'), {
      source: memorySource(open(customers).slice(0, 1)),
    })
    const before = await early.handle('GET', `${base}/aoba/customers/editions/1.json`, {})
    const after = await get('/aoba/customers/editions/1.json')
    expect(textOfBody(before)).toBe(textOfBody(after))
  })
  test('a CDN can forget by name', async () => {
    const { headers } = await get('/aoba/customers.json')
    expect(headers['Surrogate-Key']).toBe(
      'privacy-policy-policy-customers privacy-policy-edition-policy-customers-edition-2',
    )
    expect(headers['Cache-Tag']).toBe(
      'privacy-policy-policy-customers,privacy-policy-edition-policy-customers-edition-2',
    )
    expect((await get('')).headers['Surrogate-Key']).toBe('privacy-policies')
    expect((await get('/aoba/customers/editions')).headers['Cache-Tag']).toBe(
      'privacy-policy-policy-customers',
    )
  })
  test('problems are not kept', async () => {
    for (const path of ['/aoba/nothing', '/midori/applicants.json', '/aoba/customers.json?asOf=x'])
      expect(await caching(path)).toBe('no-store')
  })
})

describe('provenance', () => {
  test('Policy-Edition is one string for a consent record', async () => {
    const { headers } = await get('/aoba/customers.html?locale=en')
    expect(headers['Policy-Edition']).toBe(
      `"policy-customers-edition-2";sha256="${customers[1]?.sha256}";lang="en";effective="2025-04-01"`,
    )
  })
  const linksOf = async (path: string) => {
    const { headers } = await get(path)
    return [...(headers.Link ?? '').matchAll(/<([^>]*)>((?:; \w+="[^"]*")*)/g)].map(
      ([, path, rest]) => `${path}${rest}`,
    )
  }
  test('Link leads to the editions around, all of them, other formats and languages, and the page', async () => {
    expect(await linksOf('/aoba/customers.json')).toEqual([
      `${base}/aoba/customers/editions/4; rel="predecessor-version"`,
      `${base}/aoba/customers/editions/3; rel="successor-version"`,
      `${base}/aoba/customers; rel="latest-version"`,
      `${base}/aoba/customers/editions; rel="version-history"`,
      `${base}/aoba/customers/feed.atom; rel="alternate"; type="application/atom+xml"`,
      `${base}/aoba/customers.json; rel="original timegate"`,
      `${base}/aoba/customers/timemap; rel="timemap"; type="application/link-format"`,
      `${base}/aoba/customers.html; rel="alternate"; type="text/html"`,
      `${base}/aoba/customers.md; rel="alternate"; type="text/markdown"`,
      `${base}/aoba/customers.txt; rel="alternate"; type="text/plain"`,
      `${base}/aoba/customers.pdf; rel="alternate"; type="application/pdf"`,
      `${base}/aoba/customers.docx; rel="alternate"; type="${formats.docx.mediaType}"`,
      `${base}/aoba/customers.json?locale=en; rel="alternate"; hreflang="en"`,
      `/aoba/customers; rel="alternate"; type="text/html"`,
      `${base}/schema.json; rel="describedby"`,
    ])
  })
  test('the links of a past read stay in the past', async () => {
    const links = await linksOf('/aoba/customers.txt?seenAt=2025-04-02&locale=en&utm=x')
    expect(links).toContain(
      `${base}/aoba/customers.html?seenAt=2025-04-02&locale=en; rel="alternate"; type="text/html"`,
    )
    expect(links).toContain(
      `${base}/aoba/customers.txt?seenAt=2025-04-02&locale=ja; rel="alternate"; hreflang="ja"`,
    )
    expect(links).toContain(`${base}/aoba/customers.txt?locale=en; rel="original timegate"`)
  })
  test('every link leads somewhere', async () => {
    for (const path of [
      '/aoba/customers.json',
      '/aoba/customers/editions/3.html',
      '/aoba/customers.md?asOf=2024-05-01',
    ])
      for (const link of await linksOf(path)) {
        const [target = ''] = link.split(';')
        const answer = target.startsWith(base)
          ? await readerAt(noon).handle('GET', target, {})
          : await readerAt(noon).handlePage('GET', target, {})
        expect([link, answer?.status]).toEqual([link, 200])
      }
  })
  test('Memento-Datetime stands on past reads and on numbered editions that had their day', async () => {
    const memento = async (path: string) => (await get(path)).headers['Memento-Datetime']
    expect(await memento('/aoba/customers.json')).toBeUndefined()
    expect(await memento('/aoba/customers.json?asOf=2025-06-01')).toBeUndefined()
    expect(await memento('/aoba/customers.json?asOf=2025-07-01')).toBeUndefined()
    expect(await memento('/aoba/customers.json?asOf=2024-05-01')).toBe(
      'Sun, 31 Mar 2024 15:00:00 GMT',
    )
    expect(await memento('/aoba/customers.json?seenAt=2025-05-12')).toBe(
      'Mon, 31 Mar 2025 15:00:00 GMT',
    )
    expect(await memento('/aoba/customers/editions/4.json')).toBe('Sat, 10 May 2025 00:00:00 GMT')
    expect(await memento('/aoba/customers/editions/3.json')).toBeUndefined()
  })
  test('who published, and why in spite of findings, is told to nobody', async () => {
    for (const path of [
      '',
      '/aoba',
      '/aoba/customers.json',
      '/aoba/customers/editions',
      '/aoba/customers/editions/2.json',
      '/aoba/customers/editions.jsonl',
    ])
      expect(textOfBody(await get(path))).not.toMatch(/内部|user-7|ffeeddcc/)
  })
})
