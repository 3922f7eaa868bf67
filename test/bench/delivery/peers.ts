import http from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import pg from 'pg'
import type { Answer } from '../../../src/delivery/answer.ts'

/** What a read costs at the least: the same bytes and headers, and nothing to find out. */
export const bareNode = ({ headers, body }: Answer): http.RequestListener => {
  return (_req, res) => {
    res.writeHead(200, headers).end(body)
  }
}

export function bareExpress({ headers, body }: Answer): Express {
  const { 'Content-Type': _, 'Content-Length': __, ...unmodified } = headers
  const app = bare()
  app.get('/', (req, res) => {
    if (req.headers['if-none-match'] === headers.ETag) res.status(304).set(unmodified).end()
    else res.set(headers).end(body)
  })
  return app
}

/**
 * What ours sends, kept by name and read by one query for each request: as PostgreSQL's own type for JSON, which is
 * what Payload's JSON fields are, and, at `/text/…`, as the text that it is, which nothing can beat.
 */
export async function storedJson(
  connectionString: string,
  texts: ReadonlyMap<string, string>,
): Promise<Express> {
  const pool = new pg.Pool({ connectionString, max: 10 })
  await pool.query('create table stored_json (name text primary key, json jsonb, spelled text)')
  for (const [name, text] of texts)
    await pool.query('insert into stored_json values ($1, $2, $3)', [name, text, text])
  const app = bare()
  for (const [path, column] of [
    ['/:name', 'json::text'],
    ['/text/:name', 'spelled'],
  ] as const)
    app.get(path, async (req, res) => {
      const query = `select ${column} as body from stored_json where name = $1`
      const { rows } = await pool.query(query, [req.params.name])
      res.type('json').end(Buffer.from(rows[0].body))
    })
  return app
}

/** Express without what it does for convenience. */
export function bare(): Express {
  const app = express()
  app.disable('x-powered-by').disable('etag')
  return app
}

export async function listen(handler: http.RequestListener): Promise<number> {
  const server = http.createServer(handler)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
