import { describe, expect, test } from 'vitest'
import { chain } from '../core/edition-chain.ts'
import { everyNode } from '../core/every-node.ts'
import { elementsIn, readHtml } from '../core/read-html.ts'
import { testPayload } from '../payload.ts'
import { serve } from './site.ts'

/*
 * An edition whose every text is an attack. The reader must hold by itself, whatever validation let through and
 * whoever wrote into the database.
 */

const hostile = `"'></title></style></script><script>alert(1)</script><img src=x onerror=alert(1)><!--\u2028\u202e`
const hostileUrl = 'javascript:alert(1)//'

/** What programs tell apart by; all else is text. */
const names = new Set([
  'type',
  'kind',
  'id',
  'locale',
  'target',
  'record',
  'field',
  'of',
  'form',
  'url',
])

const attacked = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => attacked(item, key))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, attacked(inner, name)]),
    )
  if (key === 'url') return hostileUrl
  return typeof value === 'string' && !names.has(key) ? value + hostile : value
}

const payload = await testPayload()
const { get, graphql } = await serve(payload)
const [edition] = chain({
  id: '01970000-0000-7000-8000-000000000001',
  policy: '01970000-0000-7000-8000-000000000002',
  organisationSlug: 'hostile',
  policySlug: 'policy',
  effectiveFrom: '2024-04-01',
  recordedAt: '2024-04-01T00:00:00.000Z',
  documents: {
    ja: attacked(everyNode('ja')) as ReturnType<typeof everyNode>,
    en: attacked(everyNode('en')) as ReturnType<typeof everyNode>,
  },
  summary: { ja: hostile, en: hostile },
})
await payload.create({
  collection: 'policy-editions',
  data: { ...edition, organisation: '01970000-0000-7000-8000-000000000003' } as never,
  overrideAccess: true,
})

/** The elements of HTML in which nothing slipped out of its place: of the kinds that we write, and harmless. */
function harmless(html: string) {
  const elements = elementsIn(readHtml(html))
  for (const { name, attributes } of elements) {
    expect(['script', 'img', 'style', 'iframe', 'object', 'svg', 'base', 'form']).not.toContain(
      name,
    )
    for (const [attribute, value] of Object.entries(attributes)) {
      expect(attribute).not.toMatch(/^on|^style$|^srcdoc$/)
      if (attribute === 'href') expect(value).toMatch(/^(https?:|mailto:|tel:|#|\/(?!\/))/)
    }
  }
  return elements
}

describe('text that looks like markup comes out as text', () => {
  test.each([
    '/hostile/policy',
    '/hostile/policy?locale=en',
    '/hostile/policy/editions/1',
    '/api/privacy-policies/hostile/policy.html',
    '/api/privacy-policies/hostile/policy.html?locale=en',
  ])('in the HTML of %s', async (path) => {
    const { status, text } = await get(path)
    expect(status).toBe(200)
    expect(text).toContain('&#x3C;script>')
    expect(harmless(text).length).toBeGreaterThan(50)
  })

  test('in the HTML that GraphQL gives', async () => {
    const { data } = await graphql(`{
      privacyPolicy(organisation: "hostile", policy: "policy") { html sections { html } }
    }`)
    harmless(data.privacyPolicy.html)
    for (const { html } of data.privacyPolicy.sections) harmless(html)
  })

  test('in Markdown, where a tag would be HTML', async () => {
    const { text } = await get('/api/privacy-policies/hostile/policy.md')
    expect(text).not.toMatch(/(?<!\\)<(?:script|img|!--|\/)/)
    expect(text).not.toMatch(/\]\(javascript:/i)
  })

  test('and nothing of it is in the headers', async () => {
    for (const extension of ['.json', '.html', '.md', '.txt']) {
      const { headers } = await get(`/api/privacy-policies/hostile/policy${extension}`)
      expect(JSON.stringify(headers)).not.toContain('alert')
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
    const { headers } = await get('/api/privacy-policies/hostile/policy.html')
    expect(headers['content-security-policy']).toBe("default-src 'none'")
  })
})

describe('an address that looks like markup comes out as text', () => {
  const marked = encodeURIComponent(`"><script>alert(1)</script>`)

  test.each([
    `/${marked}/policy`,
    `/hostile/${marked}`,
    `/hostile/policy?locale=${marked}`,
    `/hostile/policy?asOf=${marked}`,
    `/hostile/policy?${marked}=1`,
  ])('in the page at %s', async (path) => {
    const { text, headers } = await get(path)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    harmless(text)
  })

  test.each([
    `/api/privacy-policies/hostile/${marked}`,
    `/api/privacy-policies/hostile/policy.${marked}`,
    `/api/privacy-policies/hostile/policy.json?asOf=${marked}`,
    '/api/privacy-policies/hostile/policy.json?locale=%0d%0aSet-Cookie:%20a=b',
  ])('at %s it is JSON that no browser takes for a page', async (path) => {
    const { status, headers } = await get(path)
    expect([400, 404]).toContain(status)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('a Host that is none of ours is no part of any answer', async () => {
    const { text, headers } = await get('/hostile/policy', { Host: 'evil.example' })
    expect(text + JSON.stringify(headers)).not.toContain('evil.example')
  })
})
