import { describe, expect, test } from 'vitest'
import { textOf } from '../../src/core/document.ts'
import { render } from '../../src/core/render/index.ts'
import { hidamari, tsumugiEn, tsumugiJa } from '../fixtures/policies/index.ts'
import { inDays, newPurpose, oldPurpose, publishedSite } from './published-site.ts'

const { ask, get, json, first } = await publishedSite()
const api = '/api/privacy-policies'
const policy = `${api}/tsumugi/memo`

describe('one request brings what changed', () => {
  test.each([
    ['.html', 'text/html; charset=utf-8', '<u>'],
    ['.pdf', 'application/pdf', '%PDF-1.7'],
    [
      '.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      '[Content_Types].xml',
    ],
  ])('as %s', async (extension, mediaType, sign) => {
    const { status, headers, text } = await get(`${policy}/compare/1...2${extension}`)
    expect([status, headers['content-type']]).toEqual([200, mediaType])
    expect(headers['content-language']).toBe('ja')
    expect(text).toContain(sign)
    const isFile = extension !== '.html'
    expect(headers['content-disposition']?.includes('_1-2.') ?? false).toBe(isFile)
  })
})

describe('one request brings a whole policy', () => {
  test.each([
    ['.json', 'application/json; charset=utf-8'],
    ['.html', 'text/html; charset=utf-8'],
    ['.md', 'text/markdown; charset=utf-8; variant=GFM'],
    ['.txt', 'text/plain; charset=utf-8'],
  ])('as %s', async (extension, mediaType) => {
    const { status, headers, text } = await get(policy + extension)
    expect([status, headers['content-type']]).toEqual([200, mediaType])
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)))
    expect(headers['content-language']).toBe('ja')
    expect(text).toContain('改定後')
  })

  test('the JSON is the tree, of which the other formats are renderings', async () => {
    const { document, edition, locale } = await json(`${policy}.json`)
    expect(edition).toMatchObject({ number: 2, kind: 'amendment', corrects: null })
    expect(locale).toBe('ja')
    expect(textOf(document)).toBe(textOf(tsumugiJa).replaceAll(oldPurpose, newPurpose))
    for (const [extension, format] of [
      ['.html', 'html'],
      ['.md', 'markdown'],
      ['.txt', 'text'],
    ] as const)
      expect((await get(policy + extension)).text).toBe(render(document, format))
  })

  test('in the language that is asked for by name or by header, and never in another', async () => {
    const english = { 'Accept-Language': 'en-GB,en;q=0.9,ja;q=0.5' }
    for (const answer of [
      await get(`${policy}.txt?locale=en`),
      await get(`${policy}.txt`, english),
    ]) {
      expect(answer.headers['content-language']).toBe('en')
      expect(answer.text).toContain(tsumugiEn.title.text)
    }
    expect((await get(`${policy}.txt`, english)).headers.vary).toMatch(/Accept-Language/)
    expect(await json(`${policy}.txt?locale=fr`)).toMatchObject({
      status: 404,
      languages: expect.arrayContaining(['ja', 'en']),
    })
  })

  test.each([
    ['application/json', 'application/json'],
    ['text/html,application/xhtml+xml;q=0.9,*/*;q=0.1', 'text/html'],
    ['text/markdown', 'text/markdown'],
    ['text/plain, text/html;q=0.5', 'text/plain'],
    ['*/*', 'application/json'],
  ])('in the format that Accept %s likes best', async (accept, mediaType) => {
    const { headers, status } = await get(policy, { Accept: accept })
    expect([status, headers['content-type']?.split(';')[0]]).toEqual([200, mediaType])
    expect(headers.vary).toMatch(/Accept/)
  })
})

describe('caches', () => {
  test('get 304 without a body for what they have', async () => {
    const { headers } = await get(`${policy}.json`)
    expect(headers.etag).toMatch(/^"[\w-]+"$/)
    const again = await get(`${policy}.json`, { 'If-None-Match': `"other", W/${headers.etag}` })
    expect([again.status, again.text]).toEqual([304, ''])
    expect(again.headers.etag).toBe(headers.etag)
    expect(again.headers['cache-control']).toBe(headers['cache-control'])
    expect((await get(`${policy}.json`, { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  test('get from HEAD what GET would say, without the body', async () => {
    const [head, got] = [await ask('HEAD', `${policy}.html`), await get(`${policy}.html`)]
    expect([head.status, head.text]).toEqual([200, ''])
    for (const name of ['etag', 'content-length', 'content-type', 'last-modified', 'link'])
      expect(head.headers[name], name).toBe(got.headers[name])
  })

  test('may keep the current text for a minute, and the JSON of a numbered edition for ever', async () => {
    expect((await get(`${policy}.json`)).headers['cache-control']).toMatch(/max-age=\d{1,2}\b/)
    const { headers } = await get(`${policy}/editions/1.json`)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await get(`${policy}/editions/1.html`)).headers['cache-control']).not.toMatch(/immut/)
  })

  test('are told which text it is, and where its neighbours are', async () => {
    const { headers } = await get(`${policy}.json`)
    const { edition } = await json(`${policy}.json`)
    expect(headers['policy-edition']).toBe(
      `"${edition.id}";sha256="${edition.sha256}";lang="ja";effective="${edition.effectiveFrom}"`,
    )
    expect(headers.link).toContain(`<${policy}/editions/1>; rel="predecessor-version"`)
    expect(headers.link).toContain(`<${policy}/editions/3>; rel="successor-version"`)
  })
})

describe('time', () => {
  const numberAt = async (query: string) =>
    (await json(`${policy}.json?${query}`)).edition?.number as number | undefined

  test('today, a day in the past, a day to come', async () => {
    expect(await numberAt('')).toBe(2)
    expect(await numberAt('asOf=2024-05-01')).toBe(1)
    expect(await numberAt(`asOf=${inDays(60)}`)).toBe(3)
    expect((await get(`${policy}.txt?asOf=2024-05-01`)).text).not.toContain('改定後')
  })

  test('as far as was known at an instant', async () => {
    const instant = encodeURIComponent(first.recordedAt)
    expect(await numberAt(`knownAt=${instant}`)).toBe(1)
    expect(await numberAt(`asOf=2024-05-01&knownAt=2024-05-01`)).toBeUndefined()
  })

  test('before there was an edition says since when there is one', async () => {
    const { status, headers, text } = await get(`${policy}.html?asOf=2024-03-31`)
    expect(status).toBe(404)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(JSON.parse(text)).toMatchObject({
      asOf: '2024-03-31',
      first: { number: 1, effectiveFrom: '2024-04-01' },
    })
  })

  test.each(['asOf=2024-02-30', 'asOf=yesterday', 'knownAt=now', 'asof=2024-05-01', 'seenAt='])(
    '%s is refused with the form to use',
    async (query) => {
      const { status, headers, text } = await get(`${policy}.json?${query}`)
      expect([status, headers['content-type']]).toEqual([
        400,
        'application/problem+json; charset=utf-8',
      ])
      expect(JSON.parse(text).forms).not.toHaveLength(0)
    },
  )

  test('after a repeal: 410 with the last text, which the past still has', async () => {
    const gone = await get(`${api}/hidamari/table.json`)
    expect([gone.status, gone.headers['content-type']]).toEqual([
      410,
      'application/problem+json; charset=utf-8',
    ])
    const { document, repeal } = JSON.parse(gone.text)
    expect(repeal).toMatchObject({ number: 2 })
    expect(textOf(document)).toBe(textOf(hidamari))
    expect((await get(`${api}/hidamari/table.txt`)).status).toBe(410)
    expect((await get(`${api}/hidamari/table.json?asOf=2024-05-01`)).status).toBe(200)
  })
})

describe('editions', () => {
  test('are listed with what has become of each', async () => {
    const { editions } = await json(`${policy}/editions`)
    expect(
      editions.map((one: { number: number; standing: string }) => [one.number, one.standing]),
    ).toEqual([
      [1, 'past'],
      [2, 'inForce'],
      [3, 'upcoming'],
    ])
  })

  test('each by its number, the same bytes whenever it is asked', async () => {
    const { edition, document } = await json(`${policy}/editions/1.json`)
    expect(edition.sha256).toBe(first.sha256)
    expect(textOf(document)).toBe(textOf(tsumugiJa))
  })

  test('policies are listed, with those of one organisation alone', async () => {
    const slugs = async (path: string) =>
      (await json(path)).policies.map((one: { slug: string; state: string }) => [
        one.slug,
        one.state,
      ])
    expect((await slugs(api)).sort()).toEqual([
      ['memo', 'inForce'],
      ['table', 'repealed'],
    ])
    expect(await slugs(`${api}/tsumugi`)).toEqual([['memo', 'inForce']])
  })

  test('the JSON has a schema', async () => {
    const { status, headers } = await get(`${api}/schema.json`)
    expect([status, headers['content-type']]).toEqual([
      200,
      'application/schema+json; charset=utf-8',
    ])
  })
})

describe('what cannot be read is told as a problem, with what there is instead', () => {
  test.each([
    [404, `${api}/tsumugi/unknown.json`, {}],
    [404, `${api}/unknown/memo.json`, {}],
    [404, `${policy}.xml`, {}],
    [404, `${policy}/editions/9.json`, {}],
    [404, `${policy}/nothing/here`, {}],
    [404, `${api}/%00/memo.json`, {}],
    [404, `${api}/tsumugi/${'x'.repeat(3000)}.json`, {}],
    [406, policy, { Accept: 'image/png' }],
  ])('%i for %s', async (status, path, headers) => {
    const answer = await get(path, headers)
    expect([answer.status, answer.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ])
    const { type, title, detail } = JSON.parse(answer.text)
    expect(type).toMatch(/^urn:problem-type:privacy-policy:/)
    expect(title).toMatch(/[ぁ-ん]/)
    expect(detail).not.toBe('')
  })

  test('in English for who reads English', async () => {
    const { text, headers } = await get(`${api}/tsumugi/unknown`, { 'Accept-Language': 'en' })
    expect(headers['content-language']).toBe('en')
    expect(JSON.parse(text)).toMatchObject({
      policies: [{ policy: 'memo', url: policy }],
      detail: expect.stringContaining('It has published: memo.'),
    })
  })

  test('what is read cannot be written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const { status, headers } = await ask(method, `${policy}.json`)
      expect([status, headers.allow], method).toEqual([405, 'GET, HEAD, OPTIONS'])
    }
    const options = await ask('OPTIONS', `${policy}.json`)
    expect([options.status, options.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS'])
  })

  test.each([
    ['editions', 'GET, HEAD, POST, OPTIONS', 'DELETE'],
    ['editions/1/restore', 'POST, OPTIONS', 'GET'],
    ['previews', 'POST, OPTIONS', 'GET'],
    ['import', 'POST, OPTIONS', 'GET'],
    ['fix', 'POST, OPTIONS', 'GET'],
  ])('/%s tells that it takes %s', async (path, allow, method) => {
    const options = await ask('OPTIONS', `${policy}/${path}`)
    expect([options.status, options.headers.allow]).toEqual([204, allow])
    const refused = await ask(method, `${policy}/${path}`)
    expect([refused.status, refused.headers.allow]).toEqual([405, allow])
  })
})

describe('other sites', () => {
  test('may read from a script, with the headers that tell the edition', async () => {
    const { headers } = await get(`${policy}.json`, { Origin: 'https://www.example.jp' })
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-allow-credentials']).toBeUndefined()
    expect(headers['access-control-expose-headers']).toMatch(/Policy-Edition/)
  })

  test('may ask first', async () => {
    const { status, headers } = await ask('OPTIONS', `${policy}.json`, {
      Origin: 'https://www.example.jp',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'if-none-match',
    })
    expect(status).toBe(204)
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-allow-headers']).toMatch(/if-none-match/i)
  })
})

test('the server is healthy and ready', async () => {
  for (const path of ['/healthz', '/readyz']) {
    const { status, headers, text } = await get(path)
    expect([status, JSON.parse(text), headers['cache-control']], path).toEqual([
      200,
      { status: 'ok' },
      'no-store',
    ])
  }
})
