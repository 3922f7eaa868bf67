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

/** A refusal as the answer to an HTTP request (RFC 9457). */
function problemResponse(refusal: OperationRefused, req: PayloadRequest): Response {
  const status = statusFor(refusal, req)
  return new Response(
    JSON.stringify({
      type: `urn:payload-privacy-policy:${refusal.code}`,
      title: refusal.code,
      status,
      detail: say(req, refusal.messages),
      ...(refusal.details.length > 0 && { errors: refusal.details }),
    }),
    {
      status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    },
  )
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
