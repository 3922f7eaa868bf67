import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { afterAll } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { settingsFrom } from '../../src/server/settings.ts'

type Headers = { readonly [name: string]: string }

/** What came back. */
export type Got = {
  readonly status: number
  readonly headers: { readonly [name: string]: string | undefined }
  readonly text: string
}

/** The set-up without its admin, on a port of its own, and how to speak to it. */
export type Site = {
  readonly origin: string
  readonly ask: (method: string, path: string, headers?: Headers, body?: string) => Promise<Got>
  readonly get: (path: string, headers?: Headers) => Promise<Got>
  readonly json: (path: string, headers?: Headers) => Promise<Json>
  readonly post: (path: string, body: unknown, headers?: Headers) => Promise<Got>
  readonly graphql: (
    query: string,
    variables?: object,
    headers?: Headers,
  ) => Promise<{ readonly data: Json; readonly errors?: readonly Json[] }>
}
// biome-ignore lint/suspicious/noExplicitAny: what a client reads out of JSON.
export type Json = any

/** Closed after the file's last test. */
export async function serve(
  payload: Payload,
  variables: { readonly [name: string]: string } = {},
): Promise<Site> {
  const server = http.createServer(createApp({ payload, settings: settingsFrom(variables) }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo

  // `fetch` adds headers of its own, follows redirects and hides a body that should not be there.
  const ask: Site['ask'] = (method, path, headers = {}, body) =>
    new Promise((resolve, reject) => {
      const request = http.request(
        { host: '127.0.0.1', port, method, path, headers },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers as Got['headers'],
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          )
        },
      )
      request.once('error', reject)
      request.end(body)
    })
  const get: Site['get'] = (path, headers) => ask('GET', path, headers)
  const post: Site['post'] = (path, body, headers = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return ask('POST', path, { 'Content-Type': 'application/json', ...headers }, text)
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    ask,
    get,
    post,
    json: async (path, headers) => JSON.parse((await get(path, headers)).text),
    graphql: async (query, variables, headers) =>
      JSON.parse((await post('/api/graphql', { query, variables }, headers)).text),
  }
}
