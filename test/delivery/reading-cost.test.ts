import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { RequestHeaders } from '../../src/delivery/answer.ts'
import { createReader } from '../../src/delivery/reader.ts'
import { memorySource } from '../../src/delivery/sources/memory-source.ts'
import type { EditionSource, Listener } from '../../src/delivery/sources/source.ts'
import { base, customers, everything, jsonOfBody, noon, open, readerAt } from './shelf.ts'

describe('the cost of reading', () => {
  /** A source that counts what it is asked. */
  const counted = () => {
    const source = memorySource(open(everything))
    const asked: string[] = []
    const brought: string[] = []
    const counting: typeof source = {
      ...source,
      async open(...of) {
        asked.push('open')
        const found = await source.open(...of)
        for (const texts of found?.texts.values() ?? []) brought.push(...Object.keys(texts))
        return found
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
    return { asked, brought, source: counting }
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
  test('only the language asked for is brought along, and another is one question more', async () => {
    const { source, brought, asked } = counted()
    const reader = readerAt(noon, { source })
    const read = async (headers: RequestHeaders, query = '') => {
      const answer = await reader.handle('GET', `${base}/aoba/customers.html${query}`, headers)
      return answer.headers['Content-Language']
    }
    expect(await read({ 'accept-language': 'en-GB' })).toBe('en')
    expect(new Set(brought)).toEqual(new Set(['en']))
    expect(await read({})).toBe('ja')
    expect(await read({}, '?locale=en')).toBe('en')
    expect(asked).toEqual(['open', 'texts'])
  })
  test('an edition without the language that was expected is still one question', async () => {
    for (const [path, headers] of [
      ['/aoba/customers.json?asOf=2024-05-01', { 'accept-language': 'en, fr;q=0.5' }],
      ['/aoba/customers/editions/1.html', { 'accept-language': 'en' }],
      ['/aoba/customers.json?locale=fr', {}],
      ['/aoba/customers.json?locale=%00', {}],
    ] as const) {
      const { source, asked } = counted()
      await readerAt(noon, { source }).handle('GET', base + path, headers)
      expect(asked).toEqual(['open'])
    }
  })
  test('the other languages come when the database has been looked at and nobody waits', async () => {
    const { source, asked } = counted()
    const listeners: Listener[] = []
    const reader = readerAt(noon, {
      source,
      watch(listener) {
        listeners.push(listener)
        return { lostSince: () => null, close: async () => undefined }
      },
    })
    const read = (path: string) => reader.handle('GET', base + path, {})
    await read('/aoba/customers.html')
    await read('/aoba/customers/editions/3.html')
    expect(asked).toEqual(['open'])
    for (let look = 0; look < 5; look++) for (const { looked } of listeners) looked?.()
    await setImmediate()
    expect(asked).toEqual(['open', 'texts'])
    await read('/aoba/customers.html?locale=en')
    await read('/aoba/customers.html?locale=en&asOf=2025-12-01')
    expect(asked).toEqual(['open', 'texts'])
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
    const texts = Object.fromEntries(
      Object.entries(documents).map(([language, document]) => [language, JSON.stringify(document)]),
    )
    const source: EditionSource = {
      ...memorySource([]),
      async open(where) {
        const { policy } = where as { policy: string }
        const own = { ...head, id: policy, policy, policySlug: policy, sha256: policy, number: 1 }
        return { history: [own], texts: new Map([[policy, texts]]) }
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
