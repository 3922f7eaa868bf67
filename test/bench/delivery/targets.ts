import type autocannon from 'autocannon'
import { COLD, DAYS } from './stored-policies.ts'

export type Ports = { readonly [name: string]: number | string }

export type Target = Omit<autocannon.Options, 'url'> & {
  readonly name: string
  readonly url: string
  /** So slow that a number of answers is awaited, and not a time. */
  readonly isSlow?: boolean
}

const api = '/api/privacy-policies'

export function targetsOf(ours: Ports, stock: Ports): Target[] {
  const at = (port: number | string | undefined, path: string) => `http://127.0.0.1:${port}${path}`
  const json = `${api}/bench/long.json`
  const same = { 'if-none-match': String(ours.etag) }
  const graphql = (port: number | string | undefined, query: string) => ({
    url: at(port, '/api/graphql'),
    method: 'POST' as const,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return [
    { name: 'bare node:http', url: at(ours.node, '/') },
    { name: 'bare Express', url: at(ours.express, '/') },
    { name: 'JSON, warm', url: at(ours.ours, json) },
    { name: 'JSON, warm, by the plugin’s endpoint', url: at(ours.plugin, json) },
    { name: 'Payload endpoint that only sends', url: at(ours.plugin, '/api/nothing-but-bytes') },
    { name: 'bare Express, 304', url: at(ours.express, '/'), headers: same },
    { name: '304', url: at(ours.ours, json), headers: same },
    { name: 'stock REST, depth 3', url: at(stock.stock, `/api/policies/${ours.policy}?depth=3`) },
    {
      name: 'stock GraphQL',
      ...graphql(stock.stock, stockQuery(String(ours.policy))),
      isSlow: true,
    },
    { name: 'GraphQL, html and typed lists', ...graphql(ours.ours, `{ ${policyOf(lists)} }`) },
    {
      name: 'GraphQL, every node',
      ...graphql(ours.ours, `{ ${policyOf(`${lists} ${everyNode}`)} }`),
    },
    {
      name: 'one query for stored JSON',
      ...onePathEach(at(ours.stored, '/'), (i) => `/cold-${i}`),
    },
    {
      name: 'one query for stored text',
      ...onePathEach(at(ours.stored, '/'), (i) => `/text/cold-${i}`),
    },
    ...['json', 'html', 'md', 'txt'].map((format) => ({
      name: `${format}, cold`,
      ...onePathEach(at(ours.cold, '/'), (i) => `${api}/bench/cold-${i}.${format}`),
    })),
    { name: 'asOf with 1 edition', ...asOf(at(ours.ours, '/'), (i) => `one-${i + 1}`) },
    { name: 'asOf among 10,000 editions', ...asOf(at(ours.ours, '/'), () => 'many') },
  ]
}

/** What is measured, against what, and how much of it there should be at the least. */
export const bars = [
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

/** Each connection asks for a policy of its own, so that no two share one reading of the database. */
function onePathEach(url: string, path: (i: number) => string) {
  let connections = 0
  return {
    url,
    setupClient: (client: autocannon.Client) =>
      client.setRequests([{ path: path((connections++ % COLD) + 1) }]),
    requests: [{ path: path(1) }],
  }
}

/**
 * As many texts and days on either side. No two questions are spelled alike, so that each is worked out and none is
 * answered by an answer that is kept.
 */
function asOf(url: string, policy: (i: number) => string) {
  let asked = 0
  const requests = Array.from({ length: DAYS }, (_, i): autocannon.Request => {
    const day = new Date(Date.UTC(1991, 0, 1) + i * 30 * 86_400_000).toISOString().slice(0, 10)
    const path = `${api}/bench/${policy(i)}.json?asOf=${day}`
    return { path, setupRequest: (request) => ({ ...request, path: `${path}&n=${++asked}` }) }
  })
  return { url, requests }
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
