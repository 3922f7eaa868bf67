import { describe, expect, test } from 'vitest'
import { memorySource } from '../../src/delivery/sources/memory-source.ts'
import type { EditionSource } from '../../src/delivery/sources/source.ts'
import { base, everything, get, jsonOfBody, noon, open, readerAt, textOfBody } from './shelf.ts'

const path = '/aoba/customers/compare/1...2'

describe('one edition beside another', () => {
  test.each([
    ['.json', 'application/json; charset=utf-8'],
    ['.html', 'text/html; charset=utf-8'],
    ['.md', 'text/markdown; charset=utf-8; variant=GFM'],
    ['.txt', 'text/plain; charset=utf-8'],
  ])('%s shows both texts', async (extension, type) => {
    const answer = await get(path + extension)
    expect(answer.status).toBe(200)
    expect(answer.headers['Content-Type']).toBe(type)
    expect(answer.headers['Content-Language']).toBe('ja')
    const text = textOfBody(answer).replaceAll(/<\/?u>|［|］/g, '')
    if (extension === '.json') return
    expect(text).toContain('当社は、個人情報を誤って取得します。')
    expect(text).toContain('当社は、個人情報を適正に取得します。')
  })

  test('as JSON: the changes, the table, and what makes the one of the other', async () => {
    const { before, after, locale, changes, table, patch } = jsonOfBody(await get(`${path}.json`))
    expect([before.number, after.number, locale]).toEqual([1, 2, 'ja'])
    expect(changes).toMatchObject([{ of: 'text', how: 'changed' }])
    expect(table.columns.map(({ label }: { label: string }) => label)).toEqual([
      '改正後（第2版）',
      '改正前（第1版）',
    ])
    expect(patch).toMatchObject({ change: '' })
  })

  test('in the format and language that the client likes', async () => {
    const answer = await get('/aoba/customers/compare/2...3', {
      accept: 'text/html',
      'accept-language': 'en',
    })
    expect(answer.headers).toMatchObject({
      Vary: 'Accept, Accept-Language',
      'Content-Language': 'en',
    })
    expect(textOfBody(answer)).toContain('<u>carefully</u>')
  })

  test('the old text first, where that is asked for', async () => {
    const { table } = jsonOfBody(await get(`${path}.json?layout=old-new`))
    expect(table.columns.map(({ label }: { label: string }) => label)).toEqual([
      '旧（第1版）',
      '新（第2版）',
    ])
  })

  test('is validated by its bytes, forgotten with the policy, and leads to its other formats', async () => {
    const first = await get(`${path}.html`)
    const again = await get(`${path}.html`, { 'if-none-match': first.headers.ETag })
    expect(again.status).toBe(304)
    expect(first.headers['Cache-Control']).toBe('public, max-age=3600')
    expect(first.headers['Surrogate-Key']).toContain('privacy-policy-')
    expect(first.headers.Link).toContain(`<${base}${path}.pdf>; rel="alternate"`)
    expect(first.headers.Link).toContain(`<${base}/aoba/customers/editions/1>; rel="related"`)
    expect(first.headers['Content-Security-Policy']).toBe("default-src 'none'")
  })

  test('at a former address of the policy leads to the present one', async () => {
    const answer = await get('/aoba/members/compare/1...1.html?locale=en&utm=1')
    expect(answer.status).toBe(301)
    expect(answer.headers.Location).toBe(`${base}/aoba/club/compare/1...1.html?locale=en`)
  })

  test.each([
    ['/aoba/customers/compare/1...9', 404, 'unknown-edition', { numbers: [1, 2, 3, 4, 5, 6] }],
    ['/aoba/customers/compare/2...6', 404, 'no-text', { kind: 'withdrawal' }],
    ['/aoba/customers/compare/1...2?locale=en', 404, 'unknown-language', { languages: ['ja'] }],
    ['/aoba/customers/compare/1...2.rtf', 404, 'unknown-format', {}],
    [
      '/aoba/customers/compare/1...2?layout=new',
      400,
      'unreadable-parameter',
      { parameter: 'layout' },
    ],
    ['/aoba/nothing/compare/1...2', 404, 'unknown-policy', {}],
    ['/aoba/customers/compare/1..2', 404, 'unknown-path', {}],
    ['/aoba/customers/compare/0...2', 404, 'unknown-path', {}],
    ['/aoba/customers/compare', 404, 'unknown-path', {}],
  ])('%s is refused, and what there is is said', async (asked, status, code, members) => {
    const answer = await get(asked)
    expect(answer.status).toBe(status)
    expect(jsonOfBody(answer)).toMatchObject({
      type: `urn:problem-type:privacy-policy:${code}`,
      ...members,
    })
  })

  test('is a page for people, in the style of the policy’s own', async () => {
    const page = async (asked: string, headers = {}) => {
      const answer = await readerAt(noon).handlePage('GET', asked, headers)
      if (!answer) throw new Error(`Expected a page at ${asked}`)
      return answer
    }
    const answer = await page('/aoba/customers/compare/2...3', { 'accept-language': 'en' })
    expect(answer.headers).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': 'en',
      Vary: 'Accept-Language',
    })
    const html = textOfBody(answer)
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(html).toContain('<u>carefully</u>')
    expect(html).toContain('href="/aoba/customers/editions/3?locale=en"')
    expect(html).toContain(`href="${base}/aoba/customers/compare/2...3.pdf?locale=en"`)
    expect(html).not.toMatch(/style="|<style|<script/)
    expect((await page('/aoba/members/compare/1...1')).headers.Location).toBe(
      '/aoba/club/compare/1...1',
    )
    expect((await page('/aoba/customers/compare/1...9')).status).toBe(404)
    expect(await readerAt(noon).handlePage('GET', '/aoba/customers/compare/x', {})).toBeNull()
  })

  test('costs one statement cold, whatever was read before, and none warm', async () => {
    const source = memorySource(open(everything))
    let statements = 0
    const counting = Object.fromEntries(
      Object.entries(source).map(([name, read]) => [
        name,
        (...given: unknown[]) => {
          if (name !== 'languages') statements++
          return (read as (...given: unknown[]) => unknown)(...given)
        },
      ]),
    ) as EditionSource
    const reader = readerAt(noon, { source: counting })
    const ask = async (asked: string) => {
      statements = 0
      expect((await reader.handle('GET', base + asked, {})).status).toBe(200)
      return statements
    }
    expect(await ask('/aoba/customers/compare/1...2.html')).toBe(1)
    expect(await ask('/aoba/customers/compare/1...2.html')).toBe(0)
    expect(await ask('/aoba/customers/compare/1...2.txt')).toBe(0)
    expect(await ask('/aoba/customers/compare/4...5.html')).toBe(1)
    expect(await ask('/aoba/customers.html')).toBeLessThanOrEqual(1)
  })
})
