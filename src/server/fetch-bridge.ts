import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'

/** Bytes of a body that are read for nothing; a client that sends more is cut off. */
const MOST_UNREAD = 256 * 1024 * 1024

/** A handler in the manner of Fetch, as Payload's are. */
export type FetchHandler = (request: Request) => Promise<Response>

/** Puts a Fetch handler behind Express. A body of more than `bodyLimit` bytes is answered with 413. */
export function fetchBridge(handler: FetchHandler, bodyLimit: number) {
  return async (req: ExpressRequest, res: ExpressResponse): Promise<void> => {
    const body = limitedBody(req, bodyLimit)
    if (body === 'too large') {
      tooLarge(res, bodyLimit)
      return
    }
    const response = await handler(requestOf(req, body?.stream)).catch((error: unknown) => {
      if (body?.exceeded()) return undefined
      throw error
    })
    if (response === undefined || body?.exceeded()) tooLarge(res, bodyLimit)
    else {
      await send(response, res)
      body?.readToEnd()
    }
  }
}

type LimitedBody = {
  readonly stream: Readable
  readonly exceeded: () => boolean
  /** Takes what the handler had no use for off the connection, which else could not bring the next request. */
  readonly readToEnd: () => void
}

/** By the length that is announced, and, since that can be missing, by counting as the bytes come. */
function limitedBody(req: ExpressRequest, limit: number): LimitedBody | 'too large' | undefined {
  if (req.method === 'GET' || req.method === 'HEAD') return undefined
  if (Number(req.headers['content-length'] ?? 0) > limit) return 'too large'
  let size = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      done(size > limit ? new RangeError(`Expected at most ${limit} bytes`) : null, chunk)
    },
  })
  // A client that goes away mid-way ends the body with an error too, which the reader of the body gets.
  pipeline(req, counter).catch(() => undefined)
  const readToEnd = () => {
    if (req.complete) return
    req.unpipe(counter)
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > Math.min(limit, MOST_UNREAD)) req.destroy()
    })
    req.resume()
  }
  return { stream: counter, exceeded: () => size > limit, readToEnd }
}

function requestOf(req: ExpressRequest, body: Readable | undefined): Request {
  const headers = new Headers()
  for (let i = 0; i < req.rawHeaders.length; i += 2) {
    headers.append(req.rawHeaders[i] ?? '', req.rawHeaders[i + 1] ?? '')
  }
  const url = `${req.protocol}://${req.host}${req.originalUrl}`
  const init = { method: req.method, headers, ...(body && { body: Readable.toWeb(body) }) }
  // Node wants `duplex` with a streamed body; TypeScript's DOM types do not know it.
  return new Request(url, { ...init, duplex: 'half' } as RequestInit)
}

async function send(response: Response, res: ExpressResponse): Promise<void> {
  res.status(response.status)
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') res.setHeader(name, value)
  })
  for (const cookie of response.headers.getSetCookie()) res.appendHeader('set-cookie', cookie)
  if (!response.body) res.end()
  // What says how long it is lies in memory already, and is sent at once.
  else if (response.headers.has('content-length'))
    res.end(Buffer.from(await response.arrayBuffer()))
  else
    await pipeline(Readable.fromWeb(response.body as never), res).catch((error: unknown) => {
      if (!res.destroyed) throw error // A client that goes away is no error of ours.
    })
}

function tooLarge(res: ExpressResponse, limit: number): void {
  const megabytes = limit / 1024 / 1024
  res.set('Connection', 'close').status(413)
  res.json({ errors: [{ message: `Expected a body of at most ${megabytes} MB` }] })
}
