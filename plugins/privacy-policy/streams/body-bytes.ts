import type { PayloadRequest } from 'payload'
import { OperationRefused } from '../../../src/operations/refused.ts'

/**
 * The bytes of a request's body as they come. What was not asked for any more is left to the connection: to cut it would
 * cut the answer too.
 *
 * @throws OperationRefused when there are more, by what is announced or, at the latest, by what comes
 */
export async function* bytesOf(
  req: PayloadRequest,
  most: number,
  tooLarge: (most: number, size: number) => OperationRefused = inParts,
): AsyncGenerator<Uint8Array> {
  const announced = Number(req.headers.get('content-length') ?? 0)
  if (announced > most) throw tooLarge(most, announced)
  const reader = (req.body as ReadableStream<Uint8Array> | null)?.getReader()
  if (!reader) return
  let size = 0
  while (true) {
    const { value, done } = await reader.read()
    if (done) return
    size += value.length
    if (size > most) throw tooLarge(most, size)
    yield value
  }
}

/** The same as text. */
export async function textOf(req: PayloadRequest, most: number): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of bytesOf(req, most)) text += decoder.decode(bytes, { stream: true })
  return text + decoder.decode()
}

const inParts = (most: number) => {
  const megabytes = Math.floor(most / 1024 / 1024)
  return new OperationRefused('too-large', {
    ja: `本文が大きすぎます。${megabytes} MB までです。事業者や対象を分けて送ってください。`,
    en: `The body is too large: at most ${megabytes} MB. Send it in parts, by organisation or selection.`,
  })
}
