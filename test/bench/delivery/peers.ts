import http from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import type pg from 'pg'
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
 * One query for stored JSON: the document of one language, from the very rows that ours reads, through the same pool,
 * as a string, and sent as it comes. It is the least that anyone can do who keeps editions as they are kept: whole, and
 * as PostgreSQL's type for JSON, which is Payload's. Who kept each answer ready as text, at `/text/…`, would read it
 * faster, would keep everything twice, and would have to prove that both say the same; no bar is against that.
 */
export async function storedJson(
  pool: pg.Pool,
  texts: ReadonlyMap<string, string>,
): Promise<Express> {
  await pool.query('create table stored_text (name text primary key, body text)')
  for (const [name, text] of texts)
    await pool.query('insert into stored_text values ($1, $2)', [name, text])
  const app = bare()
  for (const [path, query] of [
    ['/:name', "select (documents -> 'ja')::text as body from policy_editions where policy = $1"],
    ['/text/:name', 'select body from stored_text where name = $1'],
  ] as const)
    app.get(path, async (req, res) => {
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
