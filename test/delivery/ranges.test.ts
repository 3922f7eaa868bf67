import { describe, expect, test } from 'vitest'
import { get, textOfBody } from './shelf.ts'

const path = '/aoba/customers/editions.jsonl'
const whole = await get(path)
const size = whole.body.length

describe('a part of the bytes', () => {
  test.each([
    ['bytes=0-9', 0, 10],
    ['bytes=10-', 10, size],
    ['bytes=-10', size - 10, size],
    [`bytes=${size - 1}-${size + 100}`, size - 1, size],
    [`bytes=-${size + 100}`, 0, size],
  ])('%s', async (range, from, to) => {
    const { status, headers, body } = await get(path, { range })
    expect(status).toBe(206)
    expect(headers['Content-Range']).toBe(`bytes ${from}-${to - 1}/${size}`)
    expect(headers['Content-Length']).toBe(String(to - from))
    expect(headers.ETag).toBe(whole.headers.ETag)
    expect(body.equals(whole.body.subarray(from, to))).toBe(true)
  })
  test.each(['bytes=0-1,3-4', 'lines=0-1', 'bytes=5-4', 'bytes=-', 'nonsense'])(
    '%s is answered with the whole',
    async (range) => {
      const { status, body } = await get(path, { range })
      expect([status, body.length]).toEqual([200, size])
    },
  )
  test.each([`bytes=${size}-`, 'bytes=-0'])('%s lies outside', async (range) => {
    const { status, headers } = await get(path, { range })
    expect([status, headers['Content-Range']]).toEqual([416, `bytes */${size}`])
  })
  test('If-Range brings the whole when the bytes have changed since', async () => {
    const ask = (tag: string) => get(path, { range: 'bytes=0-9', 'if-range': tag })
    expect((await ask(whole.headers.ETag ?? '')).status).toBe(206)
    expect((await ask('"other"')).status).toBe(200)
  })
  test('what the client has is not modified all the same', async () => {
    const tag = whole.headers.ETag ?? ''
    expect((await get(path, { range: 'bytes=0-9', 'if-none-match': tag })).status).toBe(304)
  })
  test('only where it makes sense', async () => {
    expect(whole.headers['Accept-Ranges']).toBe('bytes')
    const json = await get('/aoba/customers.json', { range: 'bytes=0-9' })
    expect([json.status, json.headers['Accept-Ranges']]).toEqual([200, undefined])
    expect(textOfBody(json)).toContain('}')
  })
})
