/**
 * The servers of `bench:delivery`, one process for ours and one for stock Payload, so that neither's GraphQL schema is
 * the other's. Prints where each listens, as JSON, and serves until it is ended.
 */
import { postgresAdapter } from '@payloadcms/db-postgres'
import express from 'express'
import { buildConfig, getPayload, type Payload } from 'payload'
import type pg from 'pg'
import { users } from '../../../collections/users.ts'
import { privacyPolicy } from '../../../plugins/privacy-policy/index.ts'
import type { Answer } from '../../../src/delivery/answer.ts'
import { createReader } from '../../../src/delivery/reader.ts'
import { readerOf } from '../../../src/delivery/reader-of.ts'
import { payloadSource } from '../../../src/delivery/sources/payload-source.ts'
import { migrate } from '../../../src/platform/migrations.ts'
import { returningPg } from '../../../src/platform/pool.ts'
import { createApp } from '../../../src/server/app.ts'
import { payloadApi } from '../../../src/server/payload-api.ts'
import { settingsFrom } from '../../../src/server/settings.ts'
import { wantedBy } from './measure.ts'
import { bare, bareExpress, bareNode, listen, storedJson } from './peers.ts'
import { COLD, publishLong, storeOthers } from './stored-policies.ts'

const api = '/api/privacy-policies'

type Ports = { readonly [name: string]: number | string }

async function serveOurs(isWanted: (name: string) => boolean): Promise<Ports> {
  const { default: config } = await import('../../../payload.config.ts')
  const payload = await getPayload({ config })
  await migrate(payload)
  const published = await publishLong(payload)
  await storeOthers(payload, isWanted)

  const ours = await listen(createApp({ payload, settings: settingsFrom({}) }))
  const sent = await answerAt(`http://127.0.0.1:${ours}${api}/bench/long.json`)
  const cold = createReader({ source: payloadSource(payload), cacheBytes: 0 })
  const coldApp = bare()
  coldApp.get('/{*path}', async (req, res) => {
    const { status, headers, body } = await cold.handle('GET', req.originalUrl, req.headers)
    res.status(status).set(headers).end(body)
  })
  const texts = new Map<string, string>()
  for (let i = 1; i <= COLD; i++) {
    const { body } = await cold.handle('GET', `${api}/bench/cold-${i}.json`, {})
    texts.set(`cold-${i}`, body.toString())
  }
  return {
    ...published,
    etag: sent.headers.ETag ?? '',
    bytes: sent.body.length,
    ours,
    plugin: await listen(foreignHost(payload, sent)),
    cold: await listen(coldApp),
    stored: await listen(await storedJson(poolOf(payload), texts)),
    express: await listen(bareExpress(sent)),
    node: await listen(bareNode(sent)),
    memory: await listen((_req, res) => {
      const cacheBytes = readerOf(payload).cacheSize()
      res.end(JSON.stringify({ cacheBytes, rss: process.memoryUsage.rss() }))
    }),
  }
}

const poolOf = (payload: Payload) => (payload.db as unknown as { readonly pool: pg.Pool }).pool

/** What ours sends, all headers included but those that Node writes by itself. */
async function answerAt(url: string): Promise<Answer> {
  const response = await fetch(url)
  const body = Buffer.from(await response.arrayBuffer())
  const names: { readonly [name: string]: string } = {
    etag: 'ETag',
    'content-type': 'Content-Type',
    'content-length': 'Content-Length',
  }
  const headers = Object.fromEntries(
    [...response.headers]
      .filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
      .map(([name, value]) => [names[name] ?? name, value]),
  )
  return { status: response.status, headers, body }
}

/** Payload by its own handlers, and beside the plugin's endpoint one that only sends: what Payload costs at the least. */
function foreignHost(payload: Payload, { headers, body }: Answer) {
  const { endpoints } = payload.config
  endpoints.unshift({
    path: '/nothing-but-bytes',
    method: 'get',
    handler: () => new Response(body as Uint8Array<ArrayBuffer>, { headers }),
  })
  const host = express()
  host.use(payloadApi(payload.config, 1_000_000))
  return host
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

const [, , which, only = ''] = process.argv
const ports = which === 'stock' ? await serveStock() : await serveOurs(wantedBy(only))
process.stdout.write(`ports ${JSON.stringify(ports)}\n`)
