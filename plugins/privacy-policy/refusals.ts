import type { PayloadRequest } from 'payload'
import { languageOf } from '../../collections/validation.ts'
import { type Problem, problemAnswer, problemBody } from '../../src/delivery/problem.ts'
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
    if (error instanceof OperationRefused) return problemResponse(error, req)
    throw error
  }
}
