/**
 * `npm run bench:load`: the set-up as `npm start` starts it, asked for what readers ask at 80 % of what it can, for
 * five minutes (`SECONDS=` for less), while a policy is published every second. No answer may be an error, and none
 * that is asked for a second after a publication may know nothing of it. Loopback only, on a PostgreSQL of its own.
 */

import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { openBenchDatabase } from './delivery/bench-database.ts'
import { peakMemoryOf, type RealServer, startRealServer } from './delivery/real-server.ts'

const seconds = Number(process.env.SECONDS || 300)
const policy = 'aoba-health/privacy-policy'
const api = `/api/privacy-policies/${policy}`
/** What has been published, the newest last. */
const published: { readonly number: number; readonly at: number }[] = []
let stale = 0

type Asked = { expected?: number }

/** What readers ask, the JSON most; each answer in JSON must know what was published a second before the question. */
const requests: autocannon.Request[] = [
  ...Array.from({ length: 5 }, () => checked({ path: `${api}.json` })),
  checked({
    path: '/api/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        '{ privacyPolicy(organisation: "aoba-health", policy: "privacy-policy") { edition { number } title purposes { text } } }',
    }),
  }),
  { path: `${api}.html` },
  { path: `${api}.txt` },
  { path: `/${policy}` },
  { path: '/api/privacy-policies/mizuumi-reading/privacy-policy.json' },
]

function checked(request: autocannon.Request): autocannon.Request {
  return {
    ...request,
    setupRequest(request, context: Asked) {
      const settled = performance.now() - 1_000
      context.expected = published.findLast(({ at }) => at <= settled)?.number ?? 0
      return request
    },
    onResponse(_status, body, context: Asked) {
      const [, number] = /"number":(\d+)/.exec(body) ?? []
      if (Number(number) < (context.expected ?? 0)) stale++
    },
  }
}

/** Answers a second when nobody holds back. */
async function peakOf({ origin }: RealServer): Promise<number> {
  const ask = (duration: number) => autocannon({ url: origin, connections: 10, duration, requests })
  await ask(5)
  return (await ask(10)).requests.average
}

async function publishEverySecond(server: RealServer, signal: AbortSignal): Promise<void> {
  for (let next = performance.now(); !signal.aborted; next += 1_000) {
    const response = await fetch(`${server.origin}${api}/editions`, {
      method: 'POST',
      headers: { Authorization: `JWT ${server.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ summary: { ja: `${published.length + 1}回目の公表。` } }),
    })
    const { edition } = (await response.json()) as { edition?: { number: number } }
    if (!edition) throw new Error(`Expected to publish, got ${response.status}`)
    published.push({ number: edition.number, at: performance.now() })
    await sleep(Math.max(0, next + 1_000 - performance.now()))
  }
}

async function run(server: RealServer): Promise<boolean> {
  const peak = await peakOf(server)
  const rate = Math.floor(0.8 * peak)
  console.log(`peak ${Math.round(peak)}/s; now ${rate}/s for ${seconds} s, a publication a second`)
  const done = new AbortController()
  const publishing = publishEverySecond(server, done.signal)
  const load = autocannon({
    url: server.origin,
    connections: 10,
    duration: seconds,
    overallRate: rate,
    requests,
  })
  const [result] = await Promise.all([
    Promise.race([load, publishing.then(() => load)]).finally(() => done.abort()),
    publishing,
  ])
  const { latency, errors, timeouts, non2xx } = result
  const memory = peakMemoryOf(server.pid)
  console.log(
    `${result.requests.total} answers, ${result.requests.average.toFixed(0)}/s; ms: median ${latency.p50}, p99 ${latency.p99}, longest ${latency.max}`,
  )
  console.log(`${published.length} publications; errors ${errors + timeouts}, no success ${non2xx}`)
  console.log(`stale a second after a publication: ${stale}`)
  if (memory !== null)
    console.log(`resident set at its largest: ${Math.round(memory / 2 ** 20)} MB`)
  if (server.complaints()) console.log(server.complaints())
  return errors + timeouts + non2xx + stale === 0
}

const database = await openBenchDatabase()
try {
  const server = await startRealServer(database.url, path.join(database.directory, 'data'))
  const holds = await run(server).finally(server.stop)
  console.log(holds ? '✓ no error, nothing stale' : '✗ errors or stale answers')
  if (!holds) process.exitCode = 1
} finally {
  await database.close()
}
