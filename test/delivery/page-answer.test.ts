import { describe, expect, test } from 'vitest'
import { memorySource } from '../../src/delivery/sources/memory-source.ts'
import { chain } from '../core/edition-chain.ts'
import { customers, noon, open, readerAt, textOfBody } from './shelf.ts'

async function page(path: string, headers = {}, now = noon) {
  const answer = await readerAt(now).handlePage('GET', path, headers)
  if (!answer) throw new Error(`Expected a page at ${path}`)
  return answer
}
const html = async (path: string, now = noon) => textOfBody(await page(path, {}, now))

describe('the page of a policy', () => {
  test('shows the edition in force, in the reader’s language', async () => {
    const answer = await page('/aoba/customers')
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': 'ja',
      'Cache-Control': 'public, max-age=60, must-revalidate',
      Vary: 'Accept-Language, Accept-Datetime',
      'Policy-Edition': expect.stringContaining('"policy-customers-edition-2";'),
    })
    expect(textOfBody(answer)).toContain('当社は、個人情報を適正に取得します。')
    const english = await page('/aoba/customers', { 'accept-language': 'en' })
    expect(textOfBody(english)).toContain('The Company collects lawfully.')
  })
  test('changes over at midnight in Japan, and is kept by nobody beyond it', async () => {
    const before = new Date('2025-09-30T14:59:50.000Z')
    const answer = await page('/aoba/customers', {}, before)
    expect(answer.headers['Cache-Control']).toBe('public, max-age=10, must-revalidate')
    expect(textOfBody(answer)).toContain('適正に取得します')
    expect(await html('/aoba/customers', new Date('2025-09-30T15:00:00.000Z'))).toContain(
      '慎重に取得します',
    )
  })
  test('may run nothing and load its own style sheets only', async () => {
    const { headers } = await page('/aoba/customers')
    expect(headers['Content-Security-Policy']).toMatch(
      /^default-src 'none'; style-src 'self'; font-src 'self'/,
    )
  })
  test('links to pages and representations that are there', async () => {
    for (const path of [
      '/aoba/customers',
      '/aoba/customers/editions/1',
      '/aoba/customers?asOf=2024-05-01',
    ]) {
      const links = [...(await html(path)).matchAll(/href="(\/[^"]*)"/g)]
        .map(([, link]) => (link ?? '').replaceAll('&#x26;', '&'))
        .filter((link) => !link.startsWith('/assets/'))
      expect(links.length).toBeGreaterThan(5)
      for (const link of links) {
        const reader = readerAt(noon)
        const answer = link.startsWith('/api/')
          ? await reader.handle('GET', link, {})
          : await reader.handlePage('GET', link, {})
        expect([path, link, answer?.status]).toEqual([path, link, 200])
      }
    }
  })
  test('has absolute addresses where the site’s is known', async () => {
    const reader = readerAt(noon, { origin: 'https://policies.example.jp' })
    const answer = await reader.handlePage('GET', '/aoba/customers', {})
    expect(answer?.body.toString()).toContain(
      'rel="canonical" href="https://policies.example.jp/aoba/customers?locale=ja"',
    )
  })
  test('is made anew when an edition is published after it was kept', async () => {
    const early = readerAt(noon, { source: memorySource(open(customers).slice(0, 2)) })
    const before = (await early.handlePage('GET', '/aoba/customers', {}))?.body.toString()
    expect(before).not.toContain('/aoba/customers/editions/3')
    expect(await html('/aoba/customers')).toContain('/aoba/customers/editions/3')
  })
  test('is not modified for who has it, and HEAD is without it', async () => {
    const { headers } = await page('/aoba/customers')
    expect((await page('/aoba/customers', { 'if-none-match': headers.ETag })).status).toBe(304)
    const head = await readerAt(noon).handlePage('HEAD', '/aoba/customers', {})
    expect([head?.status, head?.body.length]).toEqual([200, 0])
  })
})

describe('pages of other editions', () => {
  test('are told apart from the one in force', async () => {
    const notices: [string, string][] = [
      ['/aoba/customers/editions/1', 'のちに訂正されました'],
      ['/aoba/customers/editions/3', 'まだ施行されていません'],
      ['/aoba/customers/editions/5', '施行前に取り下げられました'],
      ['/aoba/customers?asOf=2024-05-01', '過去のものです'],
    ]
    for (const [path, notice] of notices) expect(await html(path)).toContain(notice)
    expect(await html('/aoba/customers')).not.toContain('edition-notice')
  })
  test('name their own address, not that of the edition in force', async () => {
    const canonical = async (path: string) =>
      /rel="canonical" href="([^"]*)"/.exec(await html(path))?.[1]
    expect(await canonical('/aoba/customers?asOf=2025-06-01')).toBe('/aoba/customers?locale=ja')
    expect(await canonical('/aoba/customers?asOf=2025-12-01')).toBe(
      '/aoba/customers/editions/3?locale=ja',
    )
    expect(await canonical('/aoba/customers?seenAt=2024-05-01')).toBe(
      '/aoba/customers/editions/1?locale=ja',
    )
  })
})

describe('where there is no page', () => {
  test('after a repeal the last text stands, marked, with 410', async () => {
    const answer = await page('/aoba/club')
    expect(answer.status).toBe(410)
    expect(textOfBody(answer)).toContain('このポリシーは廃止されました')
    expect(textOfBody(answer)).toContain('当クラブは、会員の情報を取得します。')
  })
  test('a former address leads to the present one', async () => {
    expect((await page('/aoba/members?locale=en')).headers.Location).toBe('/aoba/club?locale=en')
    expect((await page('/aoba/members/editions/1')).headers.Location).toBe('/aoba/club/editions/1')
  })
  test('a problem is told as a page, and repeats what was asked as text only', async () => {
    const answer = await page('/aoba/%3Cscript%3Ealert(1)%3C%2Fscript%3E')
    expect(answer.status).toBe(404)
    expect(answer.headers['Content-Type']).toBe('text/html; charset=utf-8')
    expect(textOfBody(answer)).toContain('customers')
    expect(textOfBody(answer)).not.toContain('<script')
    // What there is instead is a link away.
    expect(textOfBody(answer)).toContain('<a href="/aoba/customers">')
    expect(await html('/aoba/customers/editions/99')).toContain('<a href="/aoba/customers">')
    expect((await page('/midori/applicants')).status).toBe(404)
    expect((await page('/aoba/customers?asOf=2025')).status).toBe(400)
    expect((await page('/aoba/customers/editions/6')).status).toBe(404)
  })
  test('a path of another form is left to others', async () => {
    for (const path of [
      '/',
      '/aoba',
      '/aoba/customers/sections',
      '/aoba/customers/editions/x',
      '/a/b/c/d/e',
    ])
      expect(await readerAt(noon).handlePage('GET', path, {})).toBeNull()
    expect(
      await readerAt(noon, { pagePath: null }).handlePage('GET', '/aoba/customers', {}),
    ).toBeNull()
  })
  test('a policy of which only a repeal is left says so', async () => {
    const rows = chain(
      { effectiveFrom: '2025-05-01', recordedAt: '2025-04-01T00:00:00.000Z' },
      { kind: 'repeal', effectiveFrom: '2025-05-02', recordedAt: '2025-04-02T00:00:00.000Z' },
      {
        kind: 'erratum',
        corrects: 1,
        effectiveFrom: '2025-12-01',
        recordedAt: '2025-04-03T00:00:00.000Z',
      },
    )
    const reader = readerAt(noon, { source: memorySource(open(rows)) })
    expect((await reader.handlePage('GET', '/aoba/customers', {}))?.status).toBe(410)
    const answer = await reader.handle('GET', '/api/privacy-policies/aoba/customers.txt', {})
    expect(answer.status).toBe(410)
    expect(JSON.parse(textOfBody(answer))).toMatchObject({ status: 410, repeal: { number: 2 } })
  })
})
