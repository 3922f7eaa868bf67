import type { PayloadRequest } from 'payload'
import { OperationRefused } from '../../../src/operations/refused.ts'
import { asRefusal, problemOf } from '../refusals.ts'

/** One JSON value a line (jsonlines.org). */
export const JSON_LINES = 'application/jsonl; charset=utf-8'

/**
 * Answers with text as it is made. What is refused before its first piece is a refusal like any other; after that, the
 * last line is one: problem details in `refused`. A client that goes away ends the text where it is, after what is begun.
 */
export async function answerAsMade(
  mediaType: string,
  text: AsyncGenerator<string>,
  req: PayloadRequest,
  onGone: () => void = () => undefined,
): Promise<Response> {
  const first = await asked(text)
  let next: IteratorResult<string> | null = first
  const encoder = new TextEncoder()
  let last = ''
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = next ?? (await asked(text))
          next = null
          if (done) controller.close()
          else {
            last = value
            controller.enqueue(encoder.encode(value))
          }
        } catch (error) {
          if (!(error instanceof OperationRefused)) throw told(error, req)
          const line = `${JSON.stringify({ refused: problemOf(error, req) })}\n`
          controller.enqueue(encoder.encode(last.endsWith('\n') ? line : `\n${line}`))
          controller.close()
        }
      },
      async cancel() {
        onGone()
        await text.return(undefined)
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
  req.payload.logger.error({ err: error, msg: 'A bulk update broke off' })
  return error
}

async function asked(text: AsyncGenerator<string>): Promise<IteratorResult<string>> {
  try {
    return await text.next()
  } catch (error) {
    throw asRefusal(error)
  }
}
