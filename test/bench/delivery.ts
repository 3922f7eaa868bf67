/**
 * `npm run bench:delivery`: what a read costs, beside what it could cost at the least and what it costs without this
 * plugin. All in one run on a PostgreSQL of its own, round by round, one after the other: only ratios within a run mean
 * anything. `--seconds` for each measurement, `--rounds`, `--only` a part of the names.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import pg from 'pg'
import { openCluster } from '../../src/platform/postgres-cluster.ts'

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  },
})
const api = '/api/privacy-policies'
const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-delivery-'))
const cluster = await openCluster({ directory, durable: true })
const children: ChildProcess[] = []
type Ports = { readonly [name: string]: number | string }
type Target = { readonly name: string } & Omit<autocannon.Options, 'url'> & { readonly url: string }

async function measureAll(): Promise<void> {
  const admin = new pg.Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  await admin.query('create database bench')
  await admin.end()
  const ours = await start('ours')
  const stock = await start('stock')
  const targets = targetsOf(ours, stock).filter(({ name }) => name.includes(options.only))
  for (const target of targets) await probe(target)
  const rates = new Map<string, number[]>(targets.map(({ name }) => [name, []]))
  for (let round = 0; round <= Number(options.rounds); round++)
    for (const target of targets) {
      const rate = await measure(target, round === 0)
      if (round > 0) rates.get(target.name)?.push(rate) // The first round warms up.
    }
  const rateOf = (name: string) => median(rates.get(name) ?? [])

  console.log(
    `\nNode ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model}; ${options.rounds} rounds of ${options.seconds} s, 10 connections; JSON of ${ours.bytes} bytes\n`,
  )
  for (const { name } of targets) console.log(`${name.padEnd(46)} ${Math.round(rateOf(name))}/s`)
  console.log()
  let missed = 0
  for (const [name, peer, bar] of bars) {
    const ratio = rateOf(name) / rateOf(peer)
    if (!rates.has(name) || !rates.has(peer)) continue
    if (!Number.isFinite(ratio)) {
      missed++
      say(name, `not measured: no answer of ${peer} within a round`, `${bar} ×`, false)
      continue
    }
    if (ratio < bar) missed++
    say(name, `${ratio.toFixed(2)} × ${peer}`, `${bar} ×`, ratio >= bar)
  }
  for (const format of ['pdf', 'docx']) {
    const ms = await milliseconds(`http://127.0.0.1:${ours.cold}${api}/bench/long.${format}`)
    if (ms > 300) missed++
    say(`${format}, cold`, `${Math.round(ms)} ms`, '300 ms', ms <= 300)
  }
  const isQuick = Number(ours.publishMs) <= 2_000
  if (!isQuick) missed++
  say('publish, 200 records, 2 languages', `${ours.publishMs} ms`, '2000 ms', isQuick)
  console.log(`  in ${ours.publishStatements} SQL statements\n`)
  console.log(missed ? `${missed} bars missed` : 'all bars hold')
}

/** What is measured, against what, and how much of it there should be at the least. */
const bars = [
  ['JSON, warm', 'bare Express', 0.9],
  ['JSON, warm, by the plugin’s endpoint', 'bare Express', 0.6],
  ['304', 'bare Express, 304', 0.8],
  ['JSON, warm', 'stock REST, depth 3', 25],
  ['GraphQL, html and typed lists', 'stock GraphQL', 8],
  ['GraphQL, every node', 'stock GraphQL', 4],
  ['json, cold', 'one query for stored JSON', 0.6],
  ['html, cold', 'one query for stored JSON', 0.6],
  ['md, cold', 'one query for stored JSON', 0.6],
  ['txt, cold', 'one query for stored JSON', 0.6],
  ['asOf among 10,000 editions', 'asOf with 1 edition', 0.9],
] as const

function targetsOf(ours: Ports, stock: Ports): Target[] {
  const at = (port: number | string | undefined, path: string) => `http://127.0.0.1:${port}${path}`
  const json = `${api}/bench/long.json`
  const same = { 'if-none-match': String(ours.etag) }
  const graphql = (port: number | string | undefined, query: string) => ({
    url: at(port, '/api/graphql'),
    method: 'POST' as const,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  /** Different days, each again and again. */
  const asOf = (policy: string) => ({
    url: at(ours.ours, '/'),
    requests: Array.from({ length: 300 }, (_, i) => {
      const day = new Date(Date.UTC(1991, 0, 1) + i * 30 * 86_400_000).toISOString().slice(0, 10)
      return { path: `${api}/bench/${policy}.json?asOf=${day}` }
    }),
  })
  return [
    { name: 'bare node:http', url: at(ours.node, '/') },
    { name: 'bare Express', url: at(ours.express, '/') },
    { name: 'JSON, warm', url: at(ours.ours, json) },
    { name: 'JSON, warm, by the plugin’s endpoint', url: at(ours.plugin, json) },
    { name: 'bare Express, 304', url: at(ours.express, '/'), headers: same },
    { name: '304', url: at(ours.ours, json), headers: same },
    { name: 'stock REST, depth 3', url: at(stock.stock, `/api/policies/${ours.policy}?depth=3`) },
    { name: 'stock GraphQL', ...graphql(stock.stock, stockQuery(String(ours.policy))) },
    { name: 'GraphQL, html and typed lists', ...graphql(ours.ours, `{ ${policyOf(lists)} }`) },
    {
      name: 'GraphQL, every node',
      ...graphql(ours.ours, `{ ${policyOf(`${lists} ${everyNode}`)} }`),
    },
    { name: 'one query for stored JSON', url: at(ours.stored, '/') },
    ...['json', 'html', 'md', 'txt'].map((format) => ({
      name: `${format}, cold`,
      url: at(ours.cold, `${api}/bench/long.${format}`),
    })),
    { name: 'asOf with 1 edition', ...asOf('one') },
    { name: 'asOf among 10,000 editions', ...asOf('many') },
  ]
}

const policyOf = (fields: string) =>
  `privacyPolicy(organisation: "bench", policy: "long", locale: "ja") { ${fields} }`
const lists = `title html edition { number effectiveFrom sha256 }
  organisation { legalName address representatives { title name } }
  purposes { id text group sectionId } exceptionClauses { id text basis appliesTo sectionId }
  jointUse { partners { id name url } dataItems purposes statements { about text } }
  safetyMeasures { id text category sectionId }
  contacts { id roles name postalCode address tel email hours text sectionId } fees { amountYen taxIncluded text }`
const everyNode = 'document sections { id parentId kind level number heading html text }'

/** What a front end would ask stock Payload for: all sections with their bodies and records. */
const stockQuery = (id: string) => `{ Policy(id: "${id}") {
  title slug organisation { legalName address representatives { title name } }
  sections(limit: 0) { docs { id kind heading body end
    purposes { id text } exceptionClauses { id text basis appliesTo } jointUsePartners { id name url }
    safetyMeasures { id text category }
    contacts { id roles name postalCode address tel email hours } } } } }`

async function start(which: string): Promise<Ports> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=production',
      '--import',
      'tsx',
      path.join(import.meta.dirname, 'delivery/servers.ts'),
      which,
    ],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: cluster.url('bench'),
        PAYLOAD_SECRET: 'bench',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  children.push(child)
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('ports ')) return JSON.parse(line.slice('ports '.length))
  throw new Error(`Expected the ${which} servers to start`)
}

/** One request, which must succeed: what an error costs is no measure. */
async function probe({ name, url, requests, method, headers, body }: Target): Promise<void> {
  const path = requests?.[0]?.path
  const response = await fetch(path ? new URL(path, url) : url, {
    method: method ?? 'GET',
    headers: headers as Record<string, string>,
    ...(body !== undefined && { body: String(body) }),
  })
  const text = await response.text()
  if (
    response.status >= 400 ||
    text.startsWith('{"errors"') ||
    text.includes('"privacyPolicy":null')
  )
    throw new Error(`${name}: ${response.status} ${text.slice(0, 500)}`)
}

async function measure({ name, ...target }: Target, isWarmUp: boolean): Promise<number> {
  const result = await autocannon({
    ...target,
    connections: 10,
    duration: isWarmUp ? Math.min(1, Number(options.seconds)) : Number(options.seconds),
  })
  const expected = name.includes('304') ? result['3xx'] : result['2xx']
  const total = result['1xx'] + result['2xx'] + result['3xx'] + result['4xx'] + result['5xx']
  if (result.errors || expected !== total)
    throw new Error(`${name}: ${expected} of ${total} answers as expected, ${result.errors} errors`)
  return total / result.duration
}

async function milliseconds(url: string): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 6; i++) {
    const began = performance.now()
    const response = await fetch(url)
    if (!response.ok) throw new Error(`Expected ${url}, got ${response.status}`)
    await response.arrayBuffer()
    times.push(performance.now() - began)
  }
  return median(times.slice(1))
}

function say(name: string, figure: string, bar: string, holds: boolean): void {
  console.log(`${holds ? '✓' : '✗'} ${name.padEnd(44)} ${figure}   (bar ${bar})`)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

try {
  await measureAll()
} finally {
  for (const child of children) child.kill()
  await cluster.close()
  fs.rmSync(directory, { recursive: true, force: true })
}
