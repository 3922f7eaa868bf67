import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { getIntrospectionQuery } from 'graphql'
import { afterAll, describe, expect, test } from 'vitest'
import { createApp } from '../src/server/app.ts'
import { settingsFrom } from '../src/server/settings.ts'
import { testPayload } from './payload.ts'

const payload = await testPayload()
const origin = await serve({ BODY_LIMIT_MB: '1', CORS_ORIGINS: 'https://www.example.jp' })
const email = 'hanako@example.com'
const password = 'a long enough password'
await payload.create({ collection: 'users', data: { name: '山田花子', email, password } })
const cookie = await signIn()

async function serve(variables: { [name: string]: string }): Promise<string> {
  const server = http.createServer(createApp({ payload, settings: settingsFrom(variables) }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => server.closeAllConnections())
  afterAll(() => new Promise((resolve) => server.close(resolve)))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function signIn(): Promise<string> {
  const response = await post('/api/users/login', { email, password })
  return response.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ')
}

function post(path: string, body: unknown, headers: { [name: string]: string } = {}) {
  return fetch(origin + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

async function graphql(query: string, headers?: { [name: string]: string }) {
  const response = await post('/api/graphql', { query }, headers)
  return (await response.json()) as { data?: unknown; errors?: { message: string }[] }
}

describe('health', () => {
  test('the process is healthy', async () => {
    const response = await fetch(`${origin}/healthz`)
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  })

  test('ready once every migration is applied, and says which are not', async () => {
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
    const { rows } = await payload.db.pool.query<{ id: string; name: string }>(
      'select * from payload_migrations order by name desc limit 1',
    )
    const [last] = rows
    await payload.db.pool.query('update payload_migrations set name = $1 where id = $2', [
      'other',
      last?.id,
    ])
    const response = await fetch(`${origin}/readyz`)
    await payload.db.pool.query('update payload_migrations set name = $1 where id = $2', [
      last?.name,
      last?.id,
    ])
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'unavailable', reason: `Migrations are not applied: ${last?.name}` },
    ])
  })
})

describe('REST and GraphQL', () => {
  test('a signed-in user is known by the cookie', async () => {
    const me = await fetch(`${origin}/api/users/me`, { headers: { cookie } })
    expect(await me.json()).toMatchObject({ user: { email } })
  })

  test('an API key signs in a program', async () => {
    const [user] = (await payload.find({ collection: 'users' })).docs
    if (!user) throw new Error('Expected a user')
    const apiKey = '0d1b9c7e-3a54-4d2f-9e1c-5a7f4f0f6c11'
    await payload.update({ collection: 'users', id: user.id, data: { enableAPIKey: true, apiKey } })
    const me = await fetch(`${origin}/api/users/me`, {
      headers: { Authorization: `users API-Key ${apiKey}` },
    })
    expect(await me.json()).toMatchObject({ user: { email } })
  })

  test('the schema is shown to signed-in users only', async () => {
    const query = getIntrospectionQuery()
    expect(await graphql(query, { cookie })).toMatchObject({
      data: { __schema: { queryType: { name: 'Query' } } },
    })
    const refused = await graphql(query)
    expect(refused.data).toBeUndefined()
    expect(refused.errors?.[0]?.message).toMatch(/introspection/)
  })

  test('a query that runs in circles is refused before it runs', async () => {
    const circle = (depth: number): string =>
      depth === 0 ? 'id' : `parent { ${circle(depth - 1)} }`
    const { data, errors } = await graphql(`{ PolicySections { docs { ${circle(30)} } } }`, {
      cookie,
    })
    expect(data).toBeUndefined()
    expect(errors?.[0]?.message).toMatch(/depth/i)
  })

  test('a query that asks for too much at once is refused before it runs', async () => {
    const many = Array.from({ length: 900 }, (_, i) => `a${i}: Users { docs { id name } }`).join(
      ' ',
    )
    const { data, errors } = await graphql(`{ ${many} }`, { cookie })
    expect(data).toBeUndefined()
    expect(errors?.[0]?.message).toMatch(/complex/i)
  })

  test('what goes wrong inside is not told outside', async () => {
    const { errors } = await graphql('{ User(id: "no-uuid") { id } }', { cookie })
    expect(JSON.stringify(errors ?? [])).not.toMatch(/select|syntax|stack|node_modules/i)
  })
})

describe('bodies', () => {
  const large = { text: 'あ'.repeat(400_000) }

  test('one over the limit is refused by its announced length', async () => {
    expect((await post('/api/graphql', large)).status).toBe(413)
    expect((await post('/api/users', large)).status).toBe(413)
  })

  test('one over the limit is refused when it announces no length', async () => {
    const request = http.request(`${origin}/api/users/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
    })
    const status = new Promise((resolve, reject) => {
      request.once('response', (response) => resolve(response.statusCode))
      request.once('error', reject)
    })
    request.write(JSON.stringify(large))
    request.end()
    expect(await status).toBe(413)
  })
})

describe('the browser is told', () => {
  test.each(['/api/users/me', '/api/privacy-policies'])(
    'to run and load nothing but our own: %s',
    async (path) => {
      const { headers } = await fetch(origin + path)
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none';script-src 'self';/,
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('strict-transport-security')).toBeNull()
    },
  )

  test('to come by https for good, where we are reached by https', async () => {
    const secure = await serve({ PUBLIC_URL: 'https://privacy.example.jp' })
    const { headers } = await fetch(`${secure}/healthz`)
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
  })

  test.each(['/api/users/me', '/api/privacy-policies', '/api/privacy-policies/nobody/nothing'])(
    'which other origins may read, and never with credentials: %s',
    async (path) => {
      const asked = (from: string) => fetch(origin + path, { headers: { Origin: from } })
      const { headers } = await asked('https://www.example.jp')
      expect(headers.get('access-control-allow-origin')).toBe('https://www.example.jp')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      const other = await asked('https://other.example')
      expect(other.headers.get('access-control-allow-origin')).toBeNull()
      expect(other.headers.get('vary')).toMatch(/Origin/)
    },
  )
})

describe('changes', () => {
  test('that another site makes a signed-in browser ask for are refused', async () => {
    const foreign = { cookie, Origin: 'https://other.example', 'Sec-Fetch-Site': 'cross-site' }
    expect((await post('/api/graphql', { query: '{ __typename }' }, foreign)).status).toBe(403)
    const old = { cookie, Origin: 'https://other.example' }
    expect((await post('/api/graphql', { query: '{ __typename }' }, old)).status).toBe(403)
  })

  test('of our own pages, and of programs elsewhere without cookies, are heard', async () => {
    const own = { cookie, Origin: origin, 'Sec-Fetch-Site': 'same-origin' }
    expect((await post('/api/graphql', { query: '{ __typename }' }, own)).status).toBe(200)
    const program = { Origin: 'https://www.example.jp', 'Sec-Fetch-Site': 'cross-site' }
    expect((await post('/api/graphql', { query: '{ __typename }' }, program)).status).toBe(200)
  })
})

test('a path that is not there is not found, and one that cannot be read is the client’s fault', async () => {
  expect((await fetch(`${origin}/nowhere/at/all`)).status).toBe(404)
  expect((await fetch(`${origin}/api/graphql-playground/%E0%A4%A`)).status).toBe(400)
})

test('passwords cannot be tried without end', async () => {
  const attempts = Array.from({ length: 61 }, (_, i) =>
    post('/api/users/login', { email: `nobody${i}@example.com`, password }),
  )
  const statuses = (await Promise.all(attempts)).map(({ status }) => status)
  expect(statuses).toContain(429)
})
