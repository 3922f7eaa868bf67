import { describe, expect, test } from 'vitest'
import { customers, get, jsonOfBody, noon, readerAt, textOfBody } from './shelf.ts'

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
