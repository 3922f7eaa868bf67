import { setTimeout as sleep } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { OperationRefused } from '../../../src/operations/refused.ts'
import { asRefusal, problemOf } from '../refusals.ts'

/** One JSON value a line (jsonlines.org); empty lines say only that there is more to come. */
export const JSON_LINES = 'application/jsonl; charset=utf-8'

/** Silence that no proxy minds: most wait for a minute, some for half of one. */
const SILENCE = 15_000

/** Ends when nothing has been said for too long, or with its signal. */
type Silence = (signal: AbortSignal) => Promise<unknown>

const untilTooLong: Silence = (signal) => sleep(SILENCE, undefined, { signal })

type Making = {
  /** Told when the client has gone away. */
  readonly onGone?: () => void
  readonly silence?: Silence
}

/**
 * Answers with lines as they are made. What is refused before the first is a refusal like any other; after that, the
 * last line is one: problem details in `refused`. Where nothing is made for long, an empty line is sent, so that nobody
 * on the way takes the server for dead; a first line that takes long is waited for no longer, and a refusal comes in the last line then too. A
 * client that goes away ends it where it is, after what is begun.
 */
export async function answerAsMade(
  mediaType: string,
  lines: AsyncGenerator<string>,
  req: PayloadRequest,
  { onGone = () => undefined, silence = untilTooLong }: Making = {},
): Promise<Response> {
  let asked: Promise<IteratorResult<string>> | null = null
  /** What comes next, or null when nothing does for long. @throws what operations refuse, and faults */
  async function next(): Promise<IteratorResult<string> | null> {
    const coming = asked ?? lines.next()
    // It may fail while nobody asks for it; who asks next is told.
    coming.catch(() => undefined)
    const over = new AbortController()
    const tooLong = silence(over.signal).then(
      () => null,
      () => null,
    )
    asked = coming
    try {
      const come = await Promise.race([coming, tooLong])
      if (come) asked = null
      return come
    } catch (error) {
      throw asRefusal(error)
    } finally {
      over.abort()
    }
  }

  let first: IteratorResult<string> | null | undefined = await next()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const say = (text: string) => controller.enqueue(encoder.encode(text))
        try {
          const come = first === undefined ? await next() : first
          first = undefined
          if (!come) say('\n')
          else if (come.done) controller.close()
          else say(come.value)
        } catch (error) {
          if (!(error instanceof OperationRefused)) throw told(error, req)
          say(`${JSON.stringify({ refused: problemOf(error, req) })}\n`)
          controller.close()
        }
      },
      async cancel() {
        onGone()
        await lines.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, {
    headers: { 'content-type': mediaType, 'cache-control': 'private, no-store' },
  })
}

/** What has no answer any more to be told in is told to the log. */
function told(error: unknown, req: PayloadRequest): unknown {
  req.payload.logger.error({ err: error, msg: 'An answer broke off' })
  return error
}
