import { describe, expect, test } from 'vitest'
import { base, club, get, jsonOfBody, textOfBody } from './shelf.ts'

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
