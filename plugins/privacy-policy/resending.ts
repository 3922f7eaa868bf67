import type { Endpoint, PayloadRequest } from 'payload'
import { hasRole, membershipOf } from '../../collections/access.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import { type Resent, resendDelivery } from '../../src/operations/webhooks/resend.ts'
import type { ResolvedOptions } from './options.ts'
import { answering } from './refusals.ts'

/** Sends a message once more for the user of the request, who must be an admin of its organisation. */
async function resendAsUser(
  options: ResolvedOptions,
  name: string,
  req: PayloadRequest,
): Promise<Resent> {
  if (!hasRole(await membershipOf(options, req), 'admin')) throw notAllowed
  // What he may not read is to him as if it were not there.
  return resendDelivery(name, { req, overrideAccess: false })
}

/** `POST /privacy-policy-webhook-deliveries/{id}/resend`: 202, for it is sent a moment later. */
export function resendEndpoint(options: ResolvedOptions): Omit<Endpoint, 'root'> {
  return {
    path: '/:id/resend',
    method: 'post',
    handler: (req) =>
      answering(req, async () => {
        const resent = await resendAsUser(options, String(req.routeParams?.id), req)
        return Response.json(resent, { status: 202, headers: { 'cache-control': 'no-store' } })
      }),
  }
}

const notAllowed = new OperationRefused('not-allowed', {
  ja: '通知を送り直せるのは、この事業者の管理者だけです。権限のあるユーザーでログインしてください。',
  en: 'Only admins of this organisation may send a message again. Sign in as one of them.',
})
