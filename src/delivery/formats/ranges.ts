import { type Answer, empty, headerOf, type RequestHeaders } from '../answer.ts'

/** For answers of which a part makes sense. */
export const acceptsRanges = { 'Accept-Ranges': 'bytes' } as const

/**
 * The part of an answer that `Range` asks for, by bytes (RFC 9110 14). Several parts at once, other units and what
 * cannot be read are answered with the whole, as they may be; so is a part of bytes that are no longer the same.
 */
export function partOf(answer: Answer, request: RequestHeaders): Answer {
  const range = headerOf(request, 'range')
  if (range === undefined || answer.status !== 200 || !('Accept-Ranges' in answer.headers))
    return answer
  if (!isSame(headerOf(request, 'if-range'), answer.headers)) return answer
  const size = answer.body.length
  const part = readRange(range, size)
  if (part === null) return answer
  if (part === 'outside')
    return {
      status: 416,
      headers: { 'Content-Range': `bytes */${size}`, 'Content-Length': '0' },
      body: empty,
    }
  const [first, last] = part
  return {
    status: 206,
    headers: {
      ...answer.headers,
      'Content-Range': `bytes ${first}-${last}/${size}`,
      'Content-Length': String(last - first + 1),
    },
    body: answer.body.subarray(first, last + 1),
  }
}

/** `If-Range` compares strongly: the tag itself, or the very date. */
const isSame = (ifRange: string | undefined, headers: Answer['headers']): boolean =>
  ifRange === undefined || ifRange === headers.ETag || ifRange === headers['Last-Modified']

function readRange(range: string, size: number): readonly [number, number] | 'outside' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range.trim()) ?? []
  if (from === '' && to === '') return null
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'outside' : [size - length, size - 1]
  }
  const [first, last] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)]
  if (first >= size) return 'outside'
  return last < first ? null : [first, last]
}
