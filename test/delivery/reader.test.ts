import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { verifyChain } from '../../src/core/edition/index.ts'
import { formats } from '../../src/delivery/formats.ts'
import { memorySource } from '../../src/delivery/memory-source.ts'
import { createReader } from '../../src/delivery/reader.ts'
import type { EditionSource } from '../../src/delivery/source.ts'
import {
  base,
  club,
  customers,
  everything,
  get,
  jsonOfBody,
  noon,
  open,
  readerAt,
  textOfBody,
} from './shelf.ts'

describe('which edition is read', () => {
  const numberOf = async (path: string, now?: Date) => {
    const { edition } = jsonOfBody(await get(path, {}, now))
    return edition.number
  }
  test('today’s, by the calendar in Japan', async () => {
    expect(await numberOf('/aoba/customers.json')).toBe(2)
    expect(await numberOf('/aoba/customers.json', new Date('2025-09-30T14:59:59.999Z'))).toBe(2)
    expect(await numberOf('/aoba/customers.json', new Date('2025-09-30T15:00:00.000Z'))).toBe(3)
  })
  test('that of any day, by what is known now', async () => {
    expect(await numberOf('/aoba/customers.json?asOf=2024-05-01')).toBe(4)
    expect(await numberOf('/aoba/customers.json?asOf=2026-01-01')).toBe(3)
  })
  test('that of any day, by what was known at an instant', async () => {
    expect(
      await numberOf('/aoba/customers.json?asOf=2024-05-01&knownAt=2025-05-09T23:59:59Z'),
    ).toBe(1)
    expect(
      await numberOf('/aoba/customers.json?asOf=2025-07-01&knownAt=2025-05-20T09:00:00%2B09:00'),
    ).toBe(5)
  })
  test('that which a reader saw, mistakes and all', async () => {
    expect(await numberOf('/aoba/customers.json?seenAt=2024-05-01T03:00:00Z')).toBe(1)
    // A day means its end; a plus sign that nobody encoded is understood.
    expect(await numberOf('/aoba/customers.json?seenAt=2025-03-31')).toBe(1)
    expect(await numberOf('/aoba/customers.json?seenAt=2025-04-01')).toBe(2)
    expect(await numberOf('/aoba/customers.json?seenAt=2025-04-01T00:00:00+09:00')).toBe(2)
  })
  test('by its number, whatever has become of it', async () => {
    for (const number of [1, 2, 3, 4, 5, 6])
      expect(await numberOf(`/aoba/customers/editions/${number}.json`)).toBe(number)
  })
})

describe('representations', () => {
  test.each([
    ['.json', 'application/json; charset=utf-8'],
    ['.html', 'text/html; charset=utf-8'],
    ['.md', 'text/markdown; charset=utf-8; variant=GFM'],
    ['.txt', 'text/plain; charset=utf-8'],
  ])('%s brings the whole text', async (extension, type) => {
    const answer = await get(`/aoba/customers${extension}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['Content-Type']).toBe(type)
    expect(answer.headers['Content-Length']).toBe(String(answer.body.length))
    expect(textOfBody(answer)).toContain('当社は、個人情報を適正に取得します。')
  })
  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['text/markdown', 'text/markdown'],
    ['text/plain, application/json;q=0.5', 'text/plain'],
    ['application/json;q=0, text/*', 'text/html'],
  ])('without an extension, Accept %s brings %s', async (accept, type) => {
    const answer = await get('/aoba/customers', { accept })
    expect(answer.status).toBe(200)
    expect(answer.headers['Content-Type']).toContain(type)
    expect(answer.headers.Vary).toContain('Accept')
  })
  test('JSON holds the edition, the tree and where to go on', async () => {
    const { edition, document, locale, links } = jsonOfBody(await get('/aoba/customers.json'))
    expect(locale).toBe('ja')
    expect(document).toEqual(customers[1]?.documents.ja)
    expect(edition).toEqual({
      id: 'policy-customers-edition-2',
      policy: { id: 'policy-customers', slug: 'customers', organisation: 'aoba' },
      number: 2,
      kind: 'amendment',
      effectiveFrom: '2025-04-01',
      recordedAt: '2025-03-01T00:00:00.000Z',
      corrects: null,
      withdraws: null,
      summary: { ja: '取得の条を改めた。', en: 'Collection reworded.' },
      languages: customers[1]?.languages,
      schema: 1,
      sha256: customers[1]?.sha256,
      previousSha256: customers[0]?.sha256,
    })
    for (const path of Object.values(links)) {
      const answer = await readerAt(noon).handle('GET', path as string, {})
      expect([path, answer.status]).toEqual([path, 200])
    }
    const { body } = await readerAt(noon).handle('GET', links.self, {})
    expect(JSON.parse(body.toString())).toEqual({ edition, document, locale, links })
  })
  test('a withdrawal has particulars and no text', async () => {
    const answer = await get('/aoba/customers/editions/6.json')
    expect(jsonOfBody(answer)).toMatchObject({
      edition: { kind: 'withdrawal', withdraws: 5 },
      document: null,
    })
    expect(answer.headers['Policy-Edition']).toBeUndefined()
    expect((await get('/aoba/customers/editions/6.html')).status).toBe(404)
  })
})

describe('languages', () => {
  const languageOf = async (path: string, acceptLanguage?: string) => {
    const { headers } = await get(path, { 'accept-language': acceptLanguage })
    return headers['Content-Language']
  }
  test('by name, by preference, or the usual one', async () => {
    expect(await languageOf('/aoba/customers.json?locale=en', 'ja')).toBe('en')
    expect(await languageOf('/aoba/customers.json', 'en-GB,en;q=0.9,ja;q=0.5')).toBe('en')
    expect(await languageOf('/aoba/customers.json', 'fr, ja;q=0.1')).toBe('ja')
    expect(await languageOf('/aoba/customers.json', 'fr')).toBe('ja')
    expect(await languageOf('/aoba/customers.json')).toBe('ja')
  })
  test('one that an edition has not is never replaced by another', async () => {
    const answer = await get('/aoba/customers.json?locale=en&asOf=2024-05-01')
    expect(answer.status).toBe(404)
    expect(jsonOfBody(answer)).toMatchObject({
      type: 'urn:problem-type:privacy-policy:unknown-language',
      languages: ['ja'],
    })
  })
  test('Vary names what was negotiated, and nothing else', async () => {
    const varyOf = async (path: string) => (await get(path)).headers.Vary
    expect(await varyOf('/aoba/customers')).toBe('Accept, Accept-Language, Accept-Datetime')
    expect(await varyOf('/aoba/customers.json')).toBe('Accept-Language, Accept-Datetime')
    expect(await varyOf('/aoba/customers?locale=ja')).toBe('Accept, Accept-Datetime')
    expect(await varyOf('/aoba/customers.json?locale=ja')).toBe('Accept-Datetime')
    // One language leaves nothing to negotiate.
    expect(await varyOf('/aoba/customers.json?asOf=2024-05-01')).toBeUndefined()
  })
})

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

describe('after a repeal', () => {
  test('410 with the last text, in every format', async () => {
    for (const extension of ['.json', '.html', '.md', '.txt']) {
      const answer = await get(`/aoba/club${extension}`)
      expect(answer.status).toBe(410)
      expect(textOfBody(answer)).toContain('当クラブは、会員の情報を取得します。')
      expect(answer.headers['Policy-Edition']).toContain('"policy-club-edition-1";')
    }
  })
  test('JSON is a problem that brings the last edition along', async () => {
    const answer = await get('/aoba/club.json?locale=en')
    expect(answer.headers['Content-Type']).toBe('application/problem+json; charset=utf-8')
    expect(jsonOfBody(answer)).toMatchObject({
      status: 410,
      title: 'This policy has been repealed',
      repeal: { number: 2, effectiveFrom: '2025-05-01', sha256: club[1]?.sha256 },
      edition: { number: 1 },
      document: { locale: 'en' },
    })
  })
  test('it is not there unmodified, however often asked', async () => {
    const { headers } = await get('/aoba/club.html')
    expect((await get('/aoba/club.html', { 'if-none-match': headers.ETag })).status).toBe(410)
  })
  test('days before it are read as ever', async () => {
    expect((await get('/aoba/club.json?asOf=2025-04-30')).status).toBe(200)
    expect((await get('/aoba/club.json', {}, new Date('2025-04-30T14:59:59Z'))).status).toBe(200)
  })
})

describe('a policy that moved', () => {
  test.each([
    ['/aoba/members', '/aoba/club'],
    ['/aoba/members.html?asOf=2024-01-01&utm=x', '/aoba/club.html?asOf=2024-01-01'],
    ['/aoba/members/editions', '/aoba/club/editions'],
    ['/aoba/members/editions.jsonl', '/aoba/club/editions.jsonl'],
    ['/aoba/members/editions/1.json?locale=en', '/aoba/club/editions/1.json?locale=en'],
  ])('%s leads to %s', async (from, to) => {
    const { status, headers } = await get(from)
    expect([status, headers.Location]).toEqual([301, base + to])
  })
})

describe('problems say what exists instead', () => {
  const problem = async (path: string, headers = {}) => {
    const answer = await get(path, headers)
    expect(answer.headers['Content-Type']).toBe('application/problem+json; charset=utf-8')
    const body = jsonOfBody(answer)
    expect(body.status).toBe(answer.status)
    return body
  }
  test('an unknown policy', async () => {
    expect(await problem('/aoba/visitors')).toMatchObject({
      status: 404,
      type: 'urn:problem-type:privacy-policy:unknown-policy',
      policies: [
        { policy: 'club', url: `${base}/aoba/club` },
        { policy: 'customers', url: `${base}/aoba/customers` },
      ],
    })
  })
  test('an unknown organisation', async () => {
    expect(await problem('/akane/customers')).toMatchObject({
      status: 404,
      policies: [],
      all: base,
    })
    expect(await problem('/akane')).toMatchObject({ status: 404, all: base })
  })
  test('a day before the first edition', async () => {
    expect(await problem('/aoba/customers.json?asOf=2024-03-31')).toMatchObject({
      status: 404,
      type: 'urn:problem-type:privacy-policy:no-edition-yet',
      asOf: '2024-03-31',
      first: { number: 4, effectiveFrom: '2024-04-01' },
      editions: `${base}/aoba/customers/editions`,
    })
    expect((await problem('/midori/applicants')).first).toEqual({
      number: 1,
      effectiveFrom: '2025-08-01',
    })
  })
  test('a moment before anything was recorded', async () => {
    const body = await problem('/aoba/customers.json?asOf=2024-05-01&knownAt=2024-02-01')
    expect(body).toMatchObject({ status: 404, firstRecordedAt: '2024-03-01T00:00:00.000Z' })
  })
  test('an unknown edition, format or path', async () => {
    expect(await problem('/aoba/customers/editions/7')).toMatchObject({
      status: 404,
      numbers: [1, 2, 3, 4, 5, 6],
    })
    expect(await problem('/aoba/customers.xml')).toMatchObject({
      status: 404,
      formats: ['.json', '.html', '.md', '.txt', '.pdf', '.docx'],
    })
    expect(await problem('/aoba/customers/editions.csv')).toMatchObject({ status: 404 })
    for (const path of [
      '/aoba/customers/sections',
      '/aoba/customers/editions/0',
      '/aoba/customers/editions/1/x',
      '/%E0%A4/x',
      '/aoba/customers/editions/1/../../../../..',
    ])
      expect(await problem(path)).toMatchObject({
        status: 404,
        type: expect.stringContaining('unknown-path'),
      })
  })
  test('a path that no URL should have', async () => {
    for (const url of ['//', '//example.jp/x', '/?', base.slice(0, -1)])
      expect([url, (await readerAt(noon).handle('GET', url, {})).status]).toEqual([url, 404])
  })
  test('nothing that is acceptable', async () => {
    const body = await problem('/aoba/customers', { accept: 'image/png' })
    expect(body).toMatchObject({
      status: 406,
      mediaTypes: [
        'application/json',
        'text/html',
        'text/markdown',
        'text/plain',
        'application/pdf',
        formats.docx.mediaType,
      ],
    })
    expect(await problem('', { accept: 'text/html' })).toMatchObject({
      status: 406,
      mediaTypes: ['application/json'],
    })
  })
  test.each([
    ['asOf=2025-02-30', 'asOf'],
    ['asOf=', 'asOf'],
    ['asOf=3%20March', 'asOf'],
    ['knownAt=yesterday', 'knownAt'],
    ['seenAt=2025-03-03T10:00:00', 'seenAt'],
    ['seenAt=2025-03-03&asOf=2025-03-03', 'asOf'],
    ['asof=2025-03-03', 'asof'],
    ['seen_at=2025-03-03', 'seen_at'],
  ])('?%s names the parameter and shows the form', async (query, parameter) => {
    const body = await problem(`/aoba/customers.json?${query}`)
    expect(body).toMatchObject({ status: 400, parameter })
    expect(body.detail).toContain(parameter)
    if (body.forms) expect(body.forms[0]).toMatch(/2025-03-03/)
  })
  test('in Japanese or English, as the reader prefers', async () => {
    expect((await problem('/aoba/visitors')).title).toBe('ポリシーがありません')
    expect((await problem('/aoba/visitors', { 'accept-language': 'en-US' })).title).toBe(
      'No such policy',
    )
    expect((await problem('/aoba/visitors?locale=en')).title).toBe('No such policy')
  })
  test('a method that writes is refused', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const { status, headers } = await readerAt(noon).handle(method, `${base}/aoba/customers`, {})
      expect([status, headers.Allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    }
    const options = await readerAt(noon).handle('OPTIONS', `${base}/aoba/customers`, {})
    expect([options.status, options.headers.Allow]).toEqual([204, 'GET, HEAD, OPTIONS'])
  })
  test.each([
    ['/aoba/customers/editions', 'GET, HEAD, POST, OPTIONS', 'DELETE'],
    ['/aoba/customers/editions.json', 'GET, HEAD, OPTIONS', 'POST'],
    ['/aoba/customers/editions/1', 'GET, HEAD, OPTIONS', 'POST'],
    ['/aoba/customers/editions/1/restore', 'POST, OPTIONS', 'GET'],
    ['/aoba/customers/previews', 'POST, OPTIONS', 'HEAD'],
    ['', 'GET, HEAD, OPTIONS', 'PUT'],
  ])('%s takes %s, and refuses %s', async (path, allow, method) => {
    const options = await readerAt(noon).handle('OPTIONS', base + path, {})
    expect([options.status, options.headers.Allow]).toEqual([204, allow])
    const refused = await readerAt(noon).handle(method, base + path, {})
    expect([refused.status, refused.headers.Allow]).toEqual([405, allow])
  })
})

describe('lists', () => {
  test('all policies, each as it stands', async () => {
    const { policies } = jsonOfBody(await get(''))
    expect(
      policies.map((one: { slug: string; state: string; edition: { number: number } }) => [
        one.slug,
        one.state,
        one.edition.number,
      ]),
    ).toEqual([
      ['applicants', 'upcoming', 1],
      ['club', 'repealed', 1],
      ['customers', 'inForce', 2],
    ])
    expect(policies[2]).toMatchObject({
      title: { ja: '個人情報保護方針', en: 'Privacy Policy' },
      organisation: {
        slug: 'aoba',
        name: { ja: '株式会社あおば商店', en: 'Aoba Shoten Co., Ltd.' },
      },
      languages: ['ja', 'en'],
      upcoming: [{ number: 3, effectiveFrom: '2025-10-01' }],
      links: { self: `${base}/aoba/customers`, page: '/aoba/customers' },
    })
  })
  test('those of one organisation', async () => {
    for (const path of ['/midori', '?organisation=midori']) {
      const { policies } = jsonOfBody(await get(path))
      expect(policies.map((one: { slug: string }) => one.slug)).toEqual(['applicants'])
    }
  })
  test('a policy of which nothing is left is not listed', async () => {
    const source = memorySource(
      open(customers)
        .slice(4)
        .map((row) => ({ ...row, number: row.number - 4, withdraws: row.withdraws && 1 })),
    )
    const answer = await readerAt(noon, { source }).handle('GET', base, {})
    expect(jsonOfBody(answer).policies).toEqual([])
  })
  test('all editions, each with what has become of it', async () => {
    const { editions } = jsonOfBody(await get('/aoba/customers/editions'))
    expect(
      editions.map((one: Record<string, unknown>) => [
        one.number,
        one.standing,
        one.correctedBy,
        one.withdrawnBy,
      ]),
    ).toEqual([
      [1, 'corrected', 4, null],
      [2, 'inForce', null, null],
      [3, 'upcoming', null, null],
      [4, 'past', null, null],
      [5, 'withdrawn', null, 6],
      [6, null, null, null],
    ])
  })
  test('the export verifies offline', async () => {
    const answer = await get('/aoba/customers/editions.jsonl')
    expect(answer.headers['Content-Type']).toBe('application/jsonl; charset=utf-8')
    const lines = textOfBody(answer).trimEnd().split('\n')
    const rows = lines.map((line) => JSON.parse(line))
    expect(verifyChain(rows)).toEqual({ ok: true, editions: 6, sha256: customers[5]?.sha256 })
    // A line without its hash is what the hash is of.
    const [line = ''] = lines
    const hashed = line.replace(/"sha256":"[0-9a-f]{64}",(?="summary")/, '')
    expect(createHash('sha256').update(hashed).digest('hex')).toBe(rows[0].sha256)
  })
})

describe('for programs', () => {
  test('read() gives the edition whole, what is around it, and refuses as HTTP does', async () => {
    const reader = readerAt(noon)
    const result = await reader.read({ organisation: 'aoba', policy: 'customers', locale: 'en' })
    expect(result.edition?.documents.en).toEqual(customers[1]?.documents.en)
    expect([result.language, result.before?.number, result.after?.number]).toEqual(['en', 4, 3])
    const ended = await reader.read({ organisation: 'aoba', policy: 'members' })
    expect([ended.repeal?.number, ended.edition?.number, ended.address.policy]).toEqual([
      2,
      1,
      'club',
    ])
    const numbered = await reader.read({ organisation: 'aoba', policy: 'customers', number: 6 })
    expect([numbered.edition?.kind, numbered.language]).toEqual(['withdrawal', null])
    await expect(
      reader.read({ organisation: 'aoba', policy: 'customers', asOf: '2025-3-3' }),
    ).rejects.toMatchObject({
      name: 'ReadRefused',
      extensions: { code: 'unreadable-parameter', status: 400, parameter: 'asOf' },
    })
  })
  test('policies() and editions() are the lists', async () => {
    const reader = readerAt(noon)
    expect((await reader.policies('aoba')).map(({ slug }) => slug)).toEqual(['club', 'customers'])
    expect(await reader.editions('aoba', 'customers')).toHaveLength(6)
  })
  test('fetch() is the same for a host that speaks Fetch', async () => {
    const url = `https://cms.example.jp${base}/aoba/customers.txt`
    const response = await readerAt(noon).fetch(new Request(url))
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('当社は、個人情報を適正に取得します。')
    const etag = response.headers.get('etag') ?? ''
    const again = await readerAt(noon).fetch(
      new Request(url, { headers: { 'If-None-Match': etag } }),
    )
    expect([again.status, again.body]).toEqual([304, null])
  })
})

describe('the cost of reading', () => {
  /** A source that counts what it is asked. */
  const counted = () => {
    const source = memorySource(open(everything))
    const asked: string[] = []
    const counting: typeof source = {
      open(...of) {
        asked.push('open')
        return source.open(...of)
      },
      texts(ids) {
        asked.push('texts')
        return source.texts(ids)
      },
      histories(...of) {
        asked.push('histories')
        return source.histories(...of)
      },
      edition(id) {
        asked.push('edition')
        return source.edition(id)
      },
      editions(...of) {
        asked.push('editions')
        return source.editions(...of)
      },
    }
    return { asked, source: counting }
  }
  const paths = [
    ...['', '.json', '.html', '.md', '.txt'].flatMap((extension) => [
      `/aoba/customers${extension}`,
      `/aoba/customers${extension}?asOf=2024-05-01`,
      `/aoba/customers${extension}?asOf=2024-05-01&knownAt=2025-05-01`,
      `/aoba/customers${extension}?seenAt=2024-05-01`,
      `/aoba/customers/editions/3${extension}`,
      `/aoba/club${extension}`,
    ]),
    '/aoba/customers.json?asOf=2026-01-01',
    '/aoba/customers/editions',
    '/aoba/customers/editions.jsonl',
    '/aoba/customers/editions/6.json',
    '',
    '/aoba',
  ]
  test.each(paths)('%s: one question when nothing is known, none when it is', async (path) => {
    const { asked, source } = counted()
    const reader = readerAt(noon, { source })
    const ask = (method: string, headers = {}) => reader.handle(method, base + path, headers)
    await ask('HEAD')
    expect(asked).toHaveLength(1)
    const got = await ask('GET')
    await ask('GET', { 'if-none-match': got.headers.ETag ?? '' })
    await ask('GET', { 'accept-language': 'ja', accept: '*/*' })
    expect(asked).toHaveLength(1)
  })
  test('the page for people, too', async () => {
    for (const path of ['/aoba/customers', '/aoba/customers/editions/1', '/aoba/club']) {
      const { asked, source } = counted()
      const reader = readerAt(noon, { source })
      for (const method of ['GET', 'GET', 'HEAD']) await reader.handlePage(method, path, {})
      expect(asked).toEqual(['open'])
    }
  })
  test('a text is read once, however many ask at once and in whatever format', async () => {
    const { asked, source } = counted()
    const reader = readerAt(noon, { source })
    const ask = (extension: string) =>
      reader.handle('GET', `${base}/aoba/customers${extension}`, {})
    await Promise.all([ask('.json'), ask('.html'), ask('.json')])
    await Promise.all([ask('.md'), ask('.txt'), ask('.json')])
    expect(asked).toEqual(['open'])
  })
  test('what comes into force tomorrow is at hand today, and what was asked by number is not asked again', async () => {
    const { asked, source } = counted()
    let now = new Date('2025-09-30T14:59:59.999Z')
    const reader = createReader({ source, now: () => now })
    const number = async (path: string) =>
      jsonOfBody(await reader.handle('GET', base + path, {})).edition.number
    expect(await number('/aoba/customers.json')).toBe(2)
    now = new Date('2025-09-30T15:00:00.000Z')
    expect(await number('/aoba/customers.json')).toBe(3)
    expect(await number('/aoba/customers/editions/2.json')).toBe(2)
    expect(asked).toEqual(['open'])
  })
  test('an unknown policy is not looked for again', async () => {
    const { asked, source } = counted()
    const reader = readerAt(noon, { source })
    const ask = () => reader.handle('GET', `${base}/aoba/unknown`, {})
    expect((await ask()).status).toBe(404)
    expect((await ask()).status).toBe(404)
    expect(asked).toEqual(['open', 'histories'])
  })
  test('is bounded: what was least recently asked for makes room, and the size is never exceeded', async () => {
    const { asked, source } = counted()
    const cacheBytes = 40_000
    const reader = readerAt(noon, { source, cacheBytes })
    for (const number of [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]) {
      const path = `${base}/aoba/customers/editions/${number}.html`
      expect((await reader.handle('GET', path, {})).status).toBe(200)
      expect(reader.cacheSize()).toBeLessThanOrEqual(cacheBytes)
    }
    expect(asked.length).toBeGreaterThan(1)
    asked.length = 0
    for (let i = 0; i < 3; i++)
      await reader.handle('GET', `${base}/aoba/customers/editions/5.html`, {})
    expect(asked).toEqual([])
  })
  test('is bounded for a thousand policies read round and round', async () => {
    const [, edition] = open(customers)
    if (!edition) throw new Error('Expected an edition')
    const { documents, ...head } = edition
    const texts = new Map([['', JSON.stringify(documents)]])
    const source: EditionSource = {
      ...memorySource([]),
      async open(where) {
        const { policy } = where as { policy: string }
        const own = { ...head, id: policy, policy, policySlug: policy, sha256: policy, number: 1 }
        return { history: [own], texts: new Map([[policy, texts.get('') ?? '']]) }
      },
    }
    const cacheBytes = 400_000
    const reader = readerAt(noon, { source, cacheBytes })
    let largest = 0
    for (let i = 0; i < 1_500; i++) {
      const path = `${base}/aoba/policy-${i % 1_000}.json`
      expect((await reader.handle('GET', path, {})).status).toBe(200)
      largest = Math.max(largest, reader.cacheSize())
    }
    expect(largest).toBeLessThanOrEqual(cacheBytes)
    expect(largest).toBeGreaterThan(cacheBytes * 0.9)
  })
})
