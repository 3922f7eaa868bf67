/**
 * The servers of `bench:delivery`, one process for ours and one for stock Payload, so that neither's GraphQL schema is
 * the other's. Prints where each listens, as JSON, and serves until it is ended.
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { postgresAdapter } from '@payloadcms/db-postgres'
import express, { type Express } from 'express'
import { buildConfig, createLocalReq, getPayload, type Payload } from 'payload'
import pg from 'pg'
import { users } from '../../../collections/users.ts'
import { privacyPolicy } from '../../../plugins/privacy-policy/index.ts'
import { makeUpPolicy } from '../../../src/core/generate/policy-text.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { payloadSource } from '../../../src/delivery/payload-source.ts'
import { createReader } from '../../../src/delivery/reader.ts'
import { readerOf } from '../../../src/delivery/reader-of.ts'
import { importPolicy } from '../../../src/operations/import-policy.ts'
import { publishPolicy } from '../../../src/operations/publish-policy.ts'
import { migrate } from '../../../src/platform/migrations.ts'
import { returningPg } from '../../../src/platform/pool.ts'
import { createApp } from '../../../src/server/app.ts'
import { payloadApi } from '../../../src/server/payload-api.ts'
import { settingsFrom } from '../../../src/server/settings.ts'
import { manyEditions } from './many-editions.ts'

const api = '/api/privacy-policies'
/** How many services make a policy of about 105 kB of JSON. */
const SERVICES = 32

type Ports = { readonly [name: string]: number | string }

async function listen(handler: http.RequestListener): Promise<number> {
  const server = http.createServer(handler)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function serveOurs(): Promise<Ports> {
  const { default: config } = await import('../../../payload.config.ts')
  const payload = await getPayload({ config })
  await migrate(payload)
  const { policy, publishing } = await publishMadeUp(payload)
  for (const [name, count] of [
    ['one', 1],
    ['many', 10_000],
  ] as const)
    await manyEditions(payload, name, count)

  const answer = await readerOf(payload).handle('GET', `${api}/bench/long.json`, {})
  const host = express()
  host.use(payloadApi(payload.config, 1_000_000))
  const cold = createReader({ source: payloadSource(payload), cacheBytes: 0 })
  const coldApp = bare()
  coldApp.get('/{*path}', async (req, res) => {
    const { status, headers, body } = await cold.handle('GET', req.originalUrl, req.headers)
    res.status(status).set(headers).end(body)
  })
  const stored = bare()
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
  stored.get('/', async (_req, res) => {
    const { rows } = await pool.query(
      `select (documents -> 'ja')::text as json from policy_editions where policy = $1 and number = 1`,
      [policy],
    )
    res.type('json').send(Buffer.from(rows[0].json))
  })
  const peer = bare()
  const { 'Content-Type': _, 'Content-Length': __, ...unmodified } = answer.headers
  peer.get('/', (req, res) => {
    if (req.headers['if-none-match'] === answer.headers.ETag) res.status(304).set(unmodified).end()
    else res.set(answer.headers).end(answer.body)
  })
  return {
    policy,
    ...publishing,
    etag: answer.headers.ETag ?? '',
    bytes: answer.body.length,
    ours: await listen(createApp({ payload, settings: settingsFrom({}) })),
    plugin: await listen(host),
    cold: await listen(coldApp),
    stored: await listen(stored),
    express: await listen(peer),
    node: await listen((_req, res) => {
      res.writeHead(200, answer.headers).end(answer.body)
    }),
  }
}

/** Bare Express, without what it does for convenience. */
function bare(): Express {
  const app = express()
  app.disable('x-powered-by').disable('etag')
  return app
}

/** A policy of about 200 records in two languages, brought in and published as people do. */
async function publishMadeUp(payload: Payload) {
  const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
  const { text } = makeUpPolicy({ seed: 1, services: SERVICES })
  const { document } = parse(text)
  const imported = await importPolicy(
    {
      documents: [document, { ...document, locale: 'en' }],
      organisation: 'bench',
      policy: 'long',
      createOrganisation: true,
    },
    reading,
  )
  const { query } = pg.Client.prototype
  let statements = 0
  pg.Client.prototype.query = function counted(this: pg.Client, ...of: Parameters<typeof query>) {
    statements++
    return Reflect.apply(query, this, of)
  } as typeof query
  const began = performance.now()
  await publishPolicy(
    { policy: imported.policy, kind: 'import', effectiveFrom: '2024-04-01' },
    reading,
  )
  const publishing = {
    publishMs: Math.round(performance.now() - began),
    publishStatements: statements,
  }
  pg.Client.prototype.query = query
  return { policy: imported.policy, publishing }
}

/** The same collections, open to all, with nothing of ours at work. */
async function serveStock(): Promise<Ports> {
  const payload = await getPayload({
    config: buildConfig({
      secret: 'bench',
      telemetry: false,
      typescript: { autoGenerate: false },
      logger: { options: { level: 'warn' } },
      db: postgresAdapter({
        pg: returningPg,
        pool: { connectionString: process.env.DATABASE_URL ?? '', max: 10 },
        idType: 'uuidv7',
        push: false,
      }),
      collections: [users],
      localization: { locales: ['ja', 'en'], defaultLocale: 'ja', fallback: false },
      graphQL: { maxComplexity: 1_000_000 },
      plugins: [
        privacyPolicy({ disabled: true }),
        (config) => ({
          ...config,
          collections: (config.collections ?? []).map((collection) => ({
            ...collection,
            access: { ...collection.access, read: () => true },
          })),
        }),
      ],
    }),
  })
  const app = express()
  app.use(payloadApi(payload.config, 1_000_000))
  return { stock: await listen(app) }
}

const ports = process.argv[2] === 'stock' ? await serveStock() : await serveOurs()
process.stdout.write(`ports ${JSON.stringify(ports)}\n`)
