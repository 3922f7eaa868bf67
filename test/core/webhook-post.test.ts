import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { isPublicAddress } from '../../src/operations/webhooks/addresses.ts'
import { post, refuseUrl } from '../../src/operations/webhooks/post.ts'

const server = http.createServer((request, response) => {
  if (request.url === '/redirect') return response.writeHead(302, { location: '/ok' }).end()
  if (request.url === '/slow') return
  if (request.url === '/endless') {
    const more = () => response.write('x'.repeat(65_536), () => setImmediate(more))
    response.once('error', () => undefined)
    return more()
  }
  let body = ''
  request.on('data', (chunk) => (body += chunk))
  request.on('end', () => response.end(`${request.method} ${body}`))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
const allowed = { allowedHosts: [host], timeoutMs: 1000 }

test.each([
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1'],
  ...['169.254.169.254', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1'],
  ...[
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
  ],
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::10.0.0.1', '::127.0.0.1', 'fe80::1%eth0'],
  ...['localhost', '', '127.1', '0x7f.1'],
])('%s is not on the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})
test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
  '%s is',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

test.each([
  'http://example.com/',
  'ftp://example.com/',
  'https://user:password@example.com/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://127.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://169.254.169.254/latest/meta-data/',
  'nonsense',
])('%s is refused', async (url) => {
  expect(refuseUrl(url, { allowedHosts: [] })).toMatch(/\S/)
  expect(await post(url, {}, '{}', { allowedHosts: [] })).toMatchObject({ status: null })
})
test('a name that resolves to a private address is not connected to', async () => {
  expect(refuseUrl('https://localhost/', { allowedHosts: [] })).toBeNull()
  expect(await post('https://localhost/', {}, '{}', { allowedHosts: [] })).toEqual({
    status: null,
    excerpt: 'not on the public internet',
  })
})

describe('a host that is allowed', () => {
  const send = (path: string) => post(`http://${host}${path}`, { 'x-a': 'b' }, '{"a":1}', allowed)
  test('is written to', async () => {
    expect(await send('/ok')).toEqual({ status: 200, excerpt: 'POST {"a":1}' })
  })
  test('leads nowhere else, is not waited for, and is not read to the end', async () => {
    expect(await send('/redirect')).toMatchObject({ status: 302 })
    expect(await send('/slow')).toEqual({ status: null, excerpt: 'no answer in time' })
    expect((await send('/endless')).excerpt).toHaveLength(1024)
  })
  test('that is not there is told', async () => {
    expect(await post('http://127.0.0.1:1/', {}, '', { allowedHosts: ['127.0.0.1'] })).toEqual({
      status: null,
      excerpt: 'ECONNREFUSED',
    })
  })
})
