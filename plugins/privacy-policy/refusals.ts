import type { PayloadRequest } from 'payload'
import { languageOf } from '../../collections/validation.ts'
import { PlanFileRefused } from '../../src/core/bulk/plan-file.ts'
import { ReplacementRefused } from '../../src/core/bulk/replace-in-text.ts'
import { ParseRefused } from '../../src/core/parse/refused.ts'
import { type Problem, problemAnswer, problemBody } from '../../src/delivery/problem.ts'
import { isInvalid, sentenceOfInvalid } from '../../src/operations/invalid-fields.ts'
import { OperationRefused, refusals } from '../../src/operations/refused.ts'

/** The status of HTTP for a refusal: who has not signed in yet may do so. */
export function statusFor(
  { code }: OperationRefused,
  { user }: Pick<PayloadRequest, 'user'>,
): number {
  return code === 'not-allowed' && !user ? 401 : refusals[code].status
}

/** A refusal to write as the reader tells its own. */
const asProblem = (refusal: OperationRefused, req: PayloadRequest): Problem => ({
  status: statusFor(refusal, req),
  code: refusal.code,
  title: refusals[refusal.code].title,
  detail: refusal.messages,
  ...(refusal.details.length > 0 && { members: { errors: refusal.details } }),
})

/** Its problem details (RFC 9457), in the user's language. */
export const problemOf = (refusal: OperationRefused, req: PayloadRequest) =>
  problemBody(asProblem(refusal, req), languageOf(req))

/** The same as the answer to an HTTP request. */
function problemResponse(refusal: OperationRefused, req: PayloadRequest): Response {
  const { body, status, headers } = problemAnswer(asProblem(refusal, req), languageOf(req))
  return new Response(body as Uint8Array<ArrayBuffer>, { status, headers })
}

/** Answers, or tells why not. */
export async function answering(
  req: PayloadRequest,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const refusal = asRefusal(error)
    if (refusal instanceof OperationRefused) return problemResponse(refusal, req)
    throw refusal
  }
}

/** What is refused by plans, by readers of files and by Payload's validation, as operations refuse; else what it was. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof PlanFileRefused)
    return new OperationRefused('bulk-invalid', {
      ja: `${error.line}行目: ${error.messages.ja}`,
      en: `Line ${error.line}: ${error.messages.en}`,
    })
  if (error instanceof ReplacementRefused)
    return new OperationRefused('bulk-invalid', error.messages)
  if (error instanceof ParseRefused) return new OperationRefused('not-a-policy', error.messages)
  if (!isInvalid(error)) return error
  const sentence = sentenceOfInvalid(error)
  return new OperationRefused('not-storable', { ja: sentence, en: sentence })
}
