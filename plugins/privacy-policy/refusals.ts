import type { PayloadRequest } from 'payload'
import { say } from '../../collections/validation.ts'
import { OperationRefused, statusOfRefusal } from '../../src/operations/refused.ts'

/** The status of HTTP for a refusal: who has not signed in yet may do so. */
export function statusFor(
  { code }: OperationRefused,
  { user }: Pick<PayloadRequest, 'user'>,
): number {
  return code === 'not-allowed' && !user ? 401 : statusOfRefusal[code]
}

/** A refusal as problem details (RFC 9457). */
export function problemOf(refusal: OperationRefused, req: PayloadRequest) {
  return {
    type: `urn:payload-privacy-policy:${refusal.code}`,
    title: refusal.code,
    status: statusFor(refusal, req),
    detail: say(req, refusal.messages),
    ...(refusal.details.length > 0 && { errors: refusal.details }),
  }
}

/** The same as the answer to an HTTP request. */
function problemResponse(refusal: OperationRefused, req: PayloadRequest): Response {
  const problem = problemOf(refusal, req)
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
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
