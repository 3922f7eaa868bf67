import { describe, expect, test } from 'vitest'
import type { RequestHeaders } from '../../src/delivery/answer.ts'
import { base, get, jsonOfBody, noon, readerAt, textOfBody } from './shelf.ts'

const policy = `${base}/aoba/customers`
const at = (datetime: string): RequestHeaders => ({ 'accept-datetime': datetime })
/** Where a TimeGate leads, read again. */
async function remembered(path: string, datetime: string) {
  const gate = await get(path, at(datetime))
  expect(gate.status).toBe(302)
  const { Location: location = '' } = gate.headers
  return { gate, location, memento: await get(location.slice(base.length)) }
}
const links = (header = '') =>
  [...header.matchAll(/<([^>]*)>((?:; \w+="[^"]*")*)/g)].map(([, path, rest]) => `${path}${rest}`)
/** First as it was wrong at first, then put right, then changed. */
const mementos = {
  wrong: `${policy}?seenAt=2024-03-31T15%3A00%3A00.000Z`,
  second: `${policy}?seenAt=2025-03-31T15%3A00%3A00.000Z`,
}

describe('a TimeGate (RFC 7089 4.1)', () => {
  test('leads to what readers saw then, and says so', async () => {
    const { gate, location, memento } = await remembered(
      '/aoba/customers',
      'Tue, 02 Jul 2024 09:00:00 GMT',
    )
    expect(location).toBe(mementos.wrong)
    expect(gate.headers).toMatchObject({ Vary: 'Accept-Datetime', 'Cache-Control': 'no-store' })
    expect(links(gate.headers.Link)).toEqual([
      `${policy}; rel="original timegate"`,
      `${policy}/timemap; rel="timemap"; type="application/link-format"`,
      `${mementos.wrong}; rel="first memento"; datetime="Sun, 31 Mar 2024 15:00:00 GMT"`,
      `${mementos.second}; rel="last next memento"; datetime="Mon, 31 Mar 2025 15:00:00 GMT"`,
    ])
    expect(memento.status).toBe(200)
    expect(memento.headers['Memento-Datetime']).toBe('Sun, 31 Mar 2024 15:00:00 GMT')
    expect(textOfBody(memento)).toContain('誤って取得します')
  })
  test('before the first memento the first is chosen, after the last the last', async () => {
    for (const [datetime, location] of [
      ['Mon, 31 May 1999 00:00:00 GMT', mementos.wrong],
      ['Fri, 01 Jan 2100 00:00:00 GMT', mementos.second],
    ] as const)
      expect((await remembered('/aoba/customers', datetime)).location).toBe(location)
  })
  test('the date of a memento leads back to it, and the second before to the one before', async () => {
    const path = '/aoba/customers'
    for (const [datetime, location] of [
      ['Mon, 31 Mar 2025 15:00:00 GMT', mementos.second],
      ['Mon, 31 Mar 2025 14:59:59 GMT', mementos.wrong],
    ] as const)
      expect((await remembered(path, datetime)).location).toBe(location)
  })
  test('keeps the format and the language that were asked for; pages lead to pages', async () => {
    const datetime = 'Tue, 01 Apr 2025 09:00:00 GMT'
    const { location, memento } = await remembered('/aoba/customers.txt?locale=en&utm=x', datetime)
    expect(location).toBe(`${policy}.txt?seenAt=2025-03-31T15%3A00%3A00.000Z&locale=en`)
    expect(textOfBody(memento)).toContain('collects lawfully')
    const page = await readerAt(noon).handlePage('GET', '/aoba/customers', at(datetime))
    expect(page).toMatchObject({
      status: 302,
      headers: { Location: '/aoba/customers?seenAt=2025-03-31T15%3A00%3A00.000Z' },
    })
  })
  test('a moment that is asked for by a parameter goes before the header', async () => {
    const path = '/aoba/customers.json?asOf=2025-05-01'
    const answer = await get(path, at('Tue, 02 Jul 2024 09:00:00 GMT'))
    expect(jsonOfBody(answer).edition.number).toBe(2)
    expect((await get('/aoba/customers/editions/1.json', at('nonsense'))).status).toBe(200)
  })
  test.each([
    'nonsense',
    '2024-07-02',
    'Tue, 02 Jul 2024 09:00:00 +0900',
    'Wed, 02 Jul 2024 09:00:00 GMT',
    'Tue, 2 Jul 2024 09:00:00 GMT',
    '',
  ])('a date that is none is 400: %s', async (datetime) => {
    const answer = await get('/aoba/customers', at(datetime))
    expect(answer.status).toBe(400)
    expect(jsonOfBody(answer)).toMatchObject({
      type: 'urn:problem-type:privacy-policy:unreadable-datetime',
      header: 'Accept-Datetime',
    })
  })
  test('a policy that readers have not seen yet has no memento', async () => {
    const answer = await get('/midori/applicants', at('Tue, 02 Jul 2024 09:00:00 GMT'))
    expect([answer.status, jsonOfBody(answer).type]).toEqual([
      404,
      'urn:problem-type:privacy-policy:no-edition-yet',
    ])
  })
  test('a repealed policy is remembered as it was, and as it is', async () => {
    const before = await remembered('/aoba/club', 'Wed, 30 Apr 2025 14:59:59 GMT')
    expect(before.memento.status).toBe(200)
    const after = await remembered('/aoba/club', 'Wed, 30 Apr 2025 15:00:00 GMT')
    expect(after.memento.status).toBe(410)
    expect(after.memento.headers['Memento-Datetime']).toBe('Wed, 30 Apr 2025 15:00:00 GMT')
  })
})

describe('the original', () => {
  test('names itself its TimeGate, and varies by what it negotiates', async () => {
    const { headers } = await get('/aoba/customers')
    expect(headers.Vary).toBe('Accept, Accept-Language, Accept-Datetime')
    expect(headers['Memento-Datetime']).toBeUndefined()
    expect(links(headers.Link)).toContain(`${policy}; rel="original timegate"`)
    expect(links(headers.Link).filter((link) => link.includes(' memento"'))).toEqual([])
  })
  test('mementos and numbered editions do not negotiate', async () => {
    for (const path of [mementos.wrong.slice(base.length), '/aoba/customers/editions/1.json'])
      expect((await get(path)).headers.Vary ?? '').not.toContain('Datetime')
  })
})

test('a TimeMap lists every memento (RFC 7089 5)', async () => {
  const answer = await get('/aoba/customers/timemap')
  expect(answer.headers['Content-Type']).toBe('application/link-format')
  expect(textOfBody(answer)).toBe(`<${policy}>; rel="original timegate",
<${policy}/timemap>; rel="self"; type="application/link-format"; from="Sun, 31 Mar 2024 15:00:00 GMT"; until="Mon, 31 Mar 2025 15:00:00 GMT",
<${mementos.wrong}>; rel="first memento"; datetime="Sun, 31 Mar 2024 15:00:00 GMT",
<${mementos.second}>; rel="last memento"; datetime="Mon, 31 Mar 2025 15:00:00 GMT"
`)
  expect((await get('/aoba/members/timemap')).headers.Location).toBe(`${base}/aoba/club/timemap`)
  expect((await get('/aoba/none/timemap')).status).toBe(404)
})
