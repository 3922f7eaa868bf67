import type { Endpoint, PayloadRequest } from 'payload'
import { hasRole, membershipOf } from '../../collections/access.ts'
import { pendingDecisions } from '../../src/core/edition/index.ts'
import { type CheckAnswer, checkPolicy } from '../../src/operations/check-policy.ts'
import { checkRecord, policiesPrinting, type RecordAt } from '../../src/operations/check-record.ts'
import { checkState } from '../../src/operations/check-state.ts'
import { fixPolicy } from '../../src/operations/fix-policy.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import { selectionOf } from './changes.ts'
import {
  memberEndpoint,
  memberEndpointById,
  notAMember,
  type OwnPolicy,
  ownPolicy,
  toMember,
} from './for-members.ts'
import type { ResolvedOptions } from './options.ts'
import { parameterOf } from './parameters.ts'
import { answering } from './refusals.ts'
import { bodyOf } from './request-body.ts'

/** `GET /privacy-policies/{organisation}/{policy}/check?effectiveFrom=&corrects=&only=&pendingDecision=`, for scripts. */
export const checkEndpoint = (options: ResolvedOptions): Endpoint =>
  memberEndpoint(options, 'check', async (own, req) =>
    toMember(await checkAsUser(options, own, req)),
  )

/** The same by the policy's id, for the admin; and the safe fixes of findings, by their keys. */
export function checkEndpoints(options: ResolvedOptions): Omit<Endpoint, 'root'>[] {
  return [
    memberEndpointById(options, 'check', async (own, req) =>
      toMember(await checkAsUser(options, own, req)),
    ),
    {
      path: '/:id/fix',
      method: 'post',
      handler: (req) =>
        answering(req, async () => {
          const { policy, membership } = await ownPolicy(options, req)
          if (!hasRole(membership, 'editor')) throw notAMember
          const { keys } = await bodyOf(req)
          if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string'))
            throw keysNeeded
          const { applied } = await fixPolicy(policy, { req, overrideAccess: false }, { keys })
          return toMember({ applied: applied.length })
        }),
    },
  ]
}

/**
 * `GET /{collection}/{id}/findings?policy=`: what the policies that print a record say of it. The answer bears what it
 * rests on as its ETag (RFC 9110, 8.8.3), so that who has it asks again for little.
 */
export function findingsEndpoint(
  options: ResolvedOptions,
  collection: RecordAt['collection'],
): Omit<Endpoint, 'root'> {
  return {
    path: '/:id/findings',
    method: 'get',
    handler: (req) =>
      answering(req, async () => {
        if (!(await membershipOf(options, req))) throw notAMember
        const record = { collection, id: String(req.routeParams?.id) }
        const reading = { req, overrideAccess: false }
        const policies = await policiesPrinting(record, reading, parameterOf(req, 'policy'))
        const etag = `"${await checkState(policies, reading)}"`
        const headers = { etag, 'cache-control': 'private, no-store' }
        if (req.headers.get('if-none-match') === etag)
          return new Response(null, { status: 304, headers })
        return Response.json(await checkRecord(record, policies, reading), { headers })
      }),
  }
}

async function checkAsUser(
  options: ResolvedOptions,
  { policy, membership }: OwnPolicy,
  req: PayloadRequest,
): Promise<CheckAnswer> {
  const decision = parameterOf(req, 'pendingDecision')
  const pendingDecision = pendingDecisions.find((one) => one === decision) ?? null
  if (decision !== null && !pendingDecision) throw noDecision
  const request = { policy, ...selectionOf(req), pendingDecision }
  const { documents: _, ...checked } = await checkPolicy(request, { req, overrideAccess: false })
  return { ...checked, may: { edit: hasRole(membership, 'editor') }, collections: options.slugs }
}

const noDecision = new OperationRefused('bad-request', {
  ja: `「pendingDecision」には ${pendingDecisions.join('、')} のいずれかを指定してください。`,
  en: `Give one of ${pendingDecisions.join(', ')} as \`pendingDecision\`.`,
})

const keysNeeded = new OperationRefused('bad-request', {
  ja: '直す指摘の鍵を { "keys": ["…"] } の形で指定してください。',
  en: 'Give the keys of the findings to mend: { "keys": ["…"] }.',
})
