import { createHash } from 'node:crypto'
import { partOf } from './formats/ranges.ts'

/** As Node has them: names in lower case. */
export type RequestHeaders = { readonly [name: string]: string | readonly string[] | undefined }

export type Answer = {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly body: Buffer
  /** What the same question may be answered by again; without it, each is answered anew. */
  readonly basis?: Basis
}

/** What an answer rests on. */
export type Basis = {
  readonly stamp: Stamp
  /** Until when the calendar changes nothing in it, its `max-age` included. */
  readonly until: Date
  /** The name by which its bytes are kept. */
  readonly bytes: string
}

/** A policy or a list in one state. */
export type Stamp = {
  readonly shelf: 'policy' | 'list'
  readonly name: string
  readonly version: number
}

/** Bytes with their strong validator (RFC 9110 8.8.3): the same tag for the same bytes and no others. */
export type Bytes = {
  readonly body: Buffer
  readonly etag: string
  /** By which they are kept. */
  readonly name?: string
}

export function bytesOf(content: string | Uint8Array): Bytes {
  const body = typeof content === 'string' ? utf8(content) : Buffer.from(content)
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` }
}

/** `Buffer.from` reads a text twice, first to count its bytes; where there is room for the most it can take, once does. */
function utf8(text: string): Buffer {
  return 3 * text.length > room.length
    ? Buffer.from(text, 'utf8')
    : Buffer.from(room.subarray(0, room.write(text, 'utf8')))
}
const room = Buffer.allocUnsafeSlow(1024 * 1024)

/**
 * What is sent of an answer: not modified, when the client has these bytes; of HEAD, all but the body.
 * `If-Modified-Since` is left alone: a renderer that has become better changes bytes without changing dates.
 */
export function conclude(answer: Answer, method: string, request: RequestHeaders): Answer {
  const tags = headerOf(request, 'if-none-match')
  const { ETag: etag } = answer.headers
  if (answer.status === 200 && etag && tags !== undefined && holds(tags, etag)) {
    return { status: 304, headers: unmodified(answer.headers), body: empty }
  }
  const { status, headers, body } = method === 'GET' ? partOf(answer, request) : answer
  return { status, headers, body: method === 'HEAD' ? empty : body }
}

/** RFC 9110 15.4.5: a 304 carries what a 200 would have said of caching, and nothing about content. */
function unmodified(headers: Answer['headers']): Answer['headers'] {
  const known = withoutContent.get(headers)
  if (known) return known
  const { 'Content-Type': _type, 'Content-Length': _length, ...rest } = headers
  withoutContent.set(headers, rest)
  return rest
}
const withoutContent = new WeakMap<Answer['headers'], Answer['headers']>()

export function headerOf(headers: RequestHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' || value === undefined ? value : value.join(', ')
}

/** Weak comparison (RFC 9110 13.1.2). */
function holds(tags: string, etag: string): boolean {
  return (
    tags === etag ||
    tags.trim() === '*' ||
    [...tags.matchAll(/(?:W\/)?("[^"]*")/g)].some(([, tag]) => tag === etag)
  )
}

export const empty = Buffer.alloc(0)
