import { expect, test } from 'vitest'
import { elementsIn, readHtml, textIn } from '../core/read-html.ts'
import { publishedSite } from './published-site.ts'

const { get } = await publishedSite()

test('is whole HTML at the policy’s short address, and names its edition', async () => {
  const { status, headers, text } = await get('/tsumugi/memo', { 'Accept-Language': 'ja' })
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  const page = textIn(readHtml(text))
  expect(page).toContain('改定後')
  expect(page).toContain('第2版')
  expect((await get('/tsumugi/memo?locale=en')).text).toContain('<html lang="en">')
  expect((await get('/tsumugi/memo/editions/1')).text).not.toContain('改定後')
})

test('runs no script, loads only what this server has, and may not be framed elsewhere', async () => {
  const { headers } = await get('/tsumugi/memo')
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  )
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['x-powered-by']).toBeUndefined()
})

test('everything that it links to is there', async () => {
  const elements = elementsIn(readHtml((await get('/tsumugi/memo')).text))
  const hrefs = elements.flatMap(({ attributes: { href } }) => href ?? [])
  const ids = new Set(elements.flatMap(({ attributes: { id } }) => id ?? []))
  const own = [...new Set(hrefs.filter((href) => href.startsWith('/')))]
  expect(own.length).toBeGreaterThan(8)
  for (const href of own) expect((await get(href)).status, href).toBe(200)
  for (const href of hrefs.filter((one) => one.startsWith('#')))
    expect(ids, href).toContain(decodeURIComponent(href.slice(1)))
})

test('its style sheets and fonts are style sheets and fonts', async () => {
  const elements = elementsIn(readHtml((await get('/tsumugi/memo')).text))
  const sheets = elements.filter(({ attributes: { rel } }) => rel === 'stylesheet')
  expect(sheets.length).toBeGreaterThan(1)
  for (const { attributes } of sheets) {
    const sheet = await get(attributes.href ?? '')
    expect(sheet.headers['content-type'], attributes.href).toBe('text/css; charset=utf-8')
    expect(sheet.headers['cache-control']).toMatch(/immutable/)
    const [, font] = /url\(\.?\/?([^)]+\.woff2)\)/.exec(sheet.text) ?? []
    if (!font) continue
    const url = new URL(font, `http://localhost${attributes.href}`).pathname
    const file = await get(url)
    expect([file.status, file.headers['content-type']]).toEqual([200, 'font/woff2'])
  }
})

test('a repealed policy is shown as such, with 410; one that is not there is a page with 404', async () => {
  const ended = await get('/hidamari/table')
  expect(ended.status).toBe(410)
  expect(textIn(readHtml(ended.text))).toContain('廃止')
  const nothing = await get('/tsumugi/unknown')
  expect([nothing.status, nothing.headers['content-type']]).toEqual([
    404,
    'text/html; charset=utf-8',
  ])
  expect(textIn(readHtml(nothing.text))).toContain('memo')
})

test.each(['/tsumugi', '/tsumugi/', '/favicon.ico', '/tsumugi/memo/x', '/assets/fonts/none.woff2'])(
  'and none at %s',
  async (path) => {
    expect((await get(path)).status).toBe(404)
  },
)
