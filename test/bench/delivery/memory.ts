import autocannon from 'autocannon'
import { childrenOf, peakMemoryOf, type RealServer } from './real-server.ts'
import { COLD, DISTINCT } from './stored-policies.ts'

const api = '/api/privacy-policies'

/** The largest resident sets, in bytes: of the server from its start on, and of its press. */
export type MemoryUnderLoad = { readonly server: number; readonly press: number }

/** The pages of the admin that editors open most, then every format and way of asking, warm and cold. */
export async function memoryUnderLoad(
  { origin, pid, token }: RealServer,
  policy: string,
  seconds: number,
): Promise<MemoryUnderLoad | null> {
  const signedIn = { headers: { cookie: `payload-token=${token}` } }
  for (const page of ['', '/publish', '/versions'])
    await read(`${origin}/admin/collections/policies/${policy}${page}`, signedIn)
  for (const page of ['', '/collections/policy-sections', '/collections/policy-editions'])
    await read(`${origin}/admin${page}`, signedIn)
  const query = `{ privacyPolicy(organisation: "bench", policy: "long") { html document purposes { text } } }`
  const result = await autocannon({
    url: origin,
    connections: 10,
    duration: seconds,
    requests: [
      ...['json', 'html', 'md', 'txt'].map((format) => ({ path: `${api}/bench/long.${format}` })),
      { path: '/bench/long' },
      {
        path: '/api/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      },
      { path: `${api}/bench/many.json?asOf=2001-02-03` },
      ...Array.from({ length: COLD }, (_, i) => `${api}/bench/cold-${i + 1}`).flatMap((cold) =>
        ['json', 'html', 'docx', 'pdf'].map((format) => ({ path: `${cold}.${format}` })),
      ),
      ...Array.from({ length: 200 }, (_, i) => ({ path: `${api}/bench/distinct-${i + 1}.json` })),
    ],
  })
  if (result.errors || result.non2xx)
    throw new Error(`Under load, ${result.non2xx} answers were no success, ${result.errors} errors`)
  const server = peakMemoryOf(pid)
  const press = Math.max(0, ...childrenOf(pid, 'press-process').map((id) => peakMemoryOf(id) ?? 0))
  return server === null ? null : { server, press }
}

/** More policies than the cache can hold, one after the other, twice over. */
export async function readDistinct(origin: string): Promise<void> {
  const result = await autocannon({
    url: origin,
    connections: 10,
    amount: 2 * DISTINCT,
    setupClient: inTurn(),
    requests: [{ path: `${api}/bench/distinct-1.json` }],
  })
  if (result.errors || result.non2xx)
    throw new Error(`${result.non2xx} of the distinct policies were not read`)
}

function inTurn() {
  let asked = 0
  const setupRequest = (request: autocannon.Request) => ({
    ...request,
    path: `${api}/bench/distinct-${(asked++ % DISTINCT) + 1}.json`,
  })
  return (client: autocannon.Client) => client.setRequests([{ setupRequest }])
}

async function read(url: string, init: RequestInit): Promise<void> {
  const response = await fetch(url, init)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`Expected ${url}, got ${response.status}`)
}
