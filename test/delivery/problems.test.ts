import { describe, expect, test } from 'vitest'
import { formats } from '../../src/delivery/formats/formats.ts'
import { base, get, jsonOfBody, noon, readerAt } from './shelf.ts'

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
    ['asOf=2025-03-03&asOf=2025-03-04', 'asOf'],
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
