import { describe, expect, test } from 'vitest'
import type { Edition } from '../../src/core/edition/index.ts'
import type { RequestHeaders } from '../../src/delivery/answer.ts'
import {
  changedPreview,
  type FindPreviewed,
  invalidPreview,
  type Previewed,
} from '../../src/delivery/preview/preview.ts'
import { readPreview, signPreview } from '../../src/operations/publishing/preview-token.ts'
import { shortPolicy } from '../core/edition-chain.ts'
import { base, customers, jsonOfBody, noon, open, readerAt, textOfBody } from './shelf.ts'

const heads = open(customers).map(({ documents, ...head }) => head)
const [first, second, third] = open(customers) as [Edition, Edition, Edition]
const candidate: Edition = {
  ...second,
  id: 'candidate',
  number: 7,
  effectiveFrom: '2025-12-01',
  recordedAt: heads.at(-1)?.recordedAt ?? '',
  sha256: 'c'.repeat(64),
  documents: {
    ja: shortPolicy('当社は、個人情報を公表前に取得します。'),
    en: shortPolicy('The Company collects before publication.', 'en'),
  },
}
const expiresAt = new Date('2025-06-01T04:00:00.000Z')
const previews: { readonly [token: string]: Previewed } = {
  candidate: { kind: 'candidate', edition: candidate, heads, expiresAt },
  third: { kind: 'edition', edition: third, heads, expiresAt },
  overtaken: { kind: 'edition', edition: first, heads, expiresAt },
}
const find: FindPreviewed = async (token) => {
  if (token === 'expired') throw invalidPreview(true)
  if (token === 'changed') throw changedPreview()
  const found = previews[token]
  if (!found) throw invalidPreview(false)
  return found
}
const reader = readerAt(noon, { preview: find, origin: 'https://policies.example' })
const get = (path: string, headers: RequestHeaders = {}) =>
  reader.handle('GET', base + path, headers)
const withToken = (token: string) => ({ authorization: `Preview ${token}` })

describe('a preview', () => {
  test('is read at the policy’s own address, in every format and language', async () => {
    for (const extension of ['.html', '.md', '.txt', '.json']) {
      const answer = await get(`/aoba/customers${extension}?preview=candidate`)
      expect(answer.status).toBe(200)
      expect(textOfBody(answer)).toContain('公表前に取得します')
    }
    const english = await get('/aoba/customers', {
      ...withToken('candidate'),
      accept: 'text/plain',
      'accept-language': 'en',
    })
    expect(textOfBody(english)).toContain('before publication')
  })
  test('is said to be one: in the data, on the page, in a header', async () => {
    const answer = await get('/aoba/customers.json?preview=candidate')
    const json = jsonOfBody(answer)
    expect(json.preview).toEqual({
      kind: 'candidate',
      sha256: candidate.sha256,
      expiresAt: '2025-06-01T04:00:00.000Z',
    })
    expect(json.links).toBeUndefined()
    expect(answer.headers['Policy-Preview']).toBe(
      `candidate;sha256="${candidate.sha256}";expires=@1748750400`,
    )
    const page = await reader.handlePage('GET', '/aoba/customers?preview=candidate', {})
    const html = page ? textOfBody(page) : ''
    expect(html).toContain('プレビュー：公表前の本文です。')
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).toContain('href="/aoba/customers?locale=en&#x26;preview=candidate"')
    expect(html).toContain(
      '<link rel="canonical" href="https://policies.example/aoba/customers?locale=ja">',
    )
    expect(page?.headers['Referrer-Policy']).toBe('no-referrer')
  })
  test('is kept by nobody, and passes for no edition', async () => {
    for (const [path, headers] of [
      ['/aoba/customers.json?preview=candidate', {}],
      ['/aoba/customers.json', withToken('candidate')],
    ] as const) {
      const answer = await get(path, { ...headers, 'if-none-match': '*' })
      expect(answer.status).toBe(200)
      expect(answer.headers).toMatchObject({
        'Cache-Control': 'private, no-store',
        'X-Robots-Tag': 'noindex, nofollow',
      })
      for (const name of ['ETag', 'Policy-Edition', 'Last-Modified', 'Surrogate-Key', 'Link'])
        expect(answer.headers[name], name).toBeUndefined()
    }
  })
  test('changes nothing for who has no token, before and after', async () => {
    const path = '/aoba/customers.json?locale=ja'
    const before = await get(path)
    const shown = await get(path, withToken('candidate'))
    expect(textOfBody(shown)).toContain('公表前')
    expect(await get(path)).toEqual(before)
    expect(textOfBody(before)).not.toContain('公表前')
  })
  test('of an edition to come shows it as it will be on its day', async () => {
    const page = await reader.handlePage('GET', '/aoba/customers', withToken('third'))
    expect(page && textOfBody(page)).toContain('慎重に取得します')
    expect(page && textOfBody(page)).toContain(
      'プレビュー：公表済みで、まだ施行されていない版です。',
    )
    const json = jsonOfBody(await get('/aoba/customers.json', withToken('third')))
    expect([json.edition.number, json.preview.kind]).toEqual([3, 'edition'])
  })
  test('reads by programs too', async () => {
    const query = { organisation: 'aoba', policy: 'customers', preview: 'candidate', locale: 'en' }
    const view = await reader.view(query, (edition, language) => ({ [language]: edition.number }))
    expect(view).toMatchObject({ view: { en: 7 }, preview: { kind: 'candidate' } })
  })
})

describe('a token that grants nothing is refused, and the text in force is not told instead', () => {
  test.each([
    ['nonsense', 401, 'preview-invalid'],
    ['', 401, 'preview-invalid'],
    ['expired', 401, 'preview-expired'],
    ['changed', 409, 'preview-changed'],
    ['overtaken', 409, 'preview-changed'],
  ])('%s', async (token, status, code) => {
    for (const answer of [
      await get(`/aoba/customers.json?preview=${token}`),
      ...(token === '' ? [] : [await get('/aoba/customers', withToken(token))]),
    ]) {
      expect(answer.status).toBe(status)
      expect(answer.headers['Content-Type']).toBe('application/problem+json; charset=utf-8')
      expect(answer.headers['Cache-Control']).toBe('no-store')
      expect(jsonOfBody(answer).type).toBe(`urn:problem-type:privacy-policy:${code}`)
    }
    const page = await reader.handlePage('GET', `/aoba/customers?preview=${token}`, {})
    expect(page?.status).toBe(status)
  })
  test('at the address of another policy', async () => {
    for (const path of ['/aoba/club', '/midori/applicants', '/nowhere/none']) {
      const answer = await get(`${path}.json?preview=candidate`)
      expect([answer.status, jsonOfBody(answer).type]).toEqual([
        403,
        'urn:problem-type:privacy-policy:preview-other-policy',
      ])
    }
  })
  test('with a time', async () => {
    expect((await get('/aoba/customers.json?preview=candidate&asOf=2025-05-01')).status).toBe(400)
  })
  test('where there are no previews', async () => {
    const plain = readerAt(noon)
    const answer = await plain.handle('GET', `${base}/aoba/customers.json?preview=candidate`, {})
    expect(answer.status).toBe(401)
  })
})

describe('tokens', () => {
  const grant = {
    policy: 'policy-customers',
    kind: 'candidate',
    sha256: candidate.sha256,
    effectiveFrom: '2025-12-01',
  } as const

  test('say what they were signed with, until they expire', async () => {
    const token = await signPreview(grant, expiresAt, 'secret')
    expect(await readPreview(token, 'secret', noon)).toEqual({ ...grant, expiresAt })
    expect(await readPreview(token, 'secret', expiresAt)).toBe('expired')
  })
  test('of another secret, of another purpose, unsigned or altered are invalid', async () => {
    const token = await signPreview(grant, expiresAt, 'secret')
    const [header = '', payload = '', signature = ''] = token.split('.')
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    for (const other of [
      await signPreview(grant, expiresAt, 'another secret'),
      `${encoded({ alg: 'none' })}.${payload}.`,
      `${header}.${encoded({ ...claims, sub: 'policy-club' })}.${signature}`,
      `${header}.${encoded({ ...claims, exp: claims.exp + 9999 })}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -2)}`,
      'a.b.c',
      '',
    ])
      expect(await readPreview(other, 'secret', noon)).toBe('invalid')
  })
})
