import type { Endpoint, PayloadRequest } from 'payload'
import { hasRole, membershipOf } from '../../collections/access.ts'
import { pendingDecisions } from '../../src/core/edition/index.ts'
import { isStorable } from '../../src/core/storable.ts'
import { type CheckAnswer, checkPolicy } from '../../src/operations/checking/check-policy.ts'
import {
  checkRecord,
  policiesPrinting,
  type RecordAt,
} from '../../src/operations/checking/check-record.ts'
import { checkState } from '../../src/operations/checking/check-state.ts'
import { type FixCounts, fixPolicy } from '../../src/operations/checking/fix-policy.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import { selectionOf } from './changes.ts'
import {
  memberEndpoint,
  memberEndpointById,
  namedPolicy,
  notAMember,
  type OwnPolicy,
  ownPolicy,
  toMember,
} from './for-members.ts'
import type { ResolvedOptions } from './options.ts'
import { parameterOf } from './parameters.ts'
import type { PolicyName } from './publishing.ts'
import { answering } from './refusals.ts'
import { bad, bodyOf } from './request-body.ts'

/** `GET /privacy-policies/{organisation}/{policy}/check?effectiveFrom=&corrects=&only=&pendingDecision=`, for scripts. */
export const checkEndpoint = (options: ResolvedOptions): Endpoint =>
  memberEndpoint(options, 'check', async (own, req) =>
    toMember(await checkAsUser(options, own, req)),
  )

/**
 * `POST /privacy-policies/{organisation}/{policy}/fix`: makes the safe fixes in the working copy, of the findings with
 * `{ "keys": ["…"] }`, or all.
 */
export const fixEndpoint = (options: ResolvedOptions): Endpoint => ({
  path: '/privacy-policies/:organisation/:policy/fix',
  method: 'post',
  handler: (req) =>
    answering(req, async () => {
      const own = await namedPolicy(options, req.routeParams as PolicyName, req)
      const { keys = null, ...unknown } = await bodyOf(req)
      if (Object.keys(unknown).length > 0) throw bad('keys', form)
      return toMember(await fixAsUser(own, keys === null ? null : keysIn(keys), req))
    }),
})

/** The same by the policy's id, for the admin. */
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
          const own = await ownPolicy(options, req)
          return toMember(await fixAsUser(own, keysIn((await bodyOf(req)).keys), req))
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

async function fixAsUser(
  { policy, membership }: OwnPolicy,
  keys: readonly string[] | null,
  req: PayloadRequest,
): Promise<FixCounts> {
  if (!hasRole(membership, 'editor')) throw notAMember
  const which = keys === null ? {} : { keys }
  const { applied, parted } = await fixPolicy(policy, { req, overrideAccess: false }, which)
  return { applied: applied.length, parted: parted.length }
}

/** The keys of findings to mend. */
function keysIn(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every(isStorable)) return value
  throw bad('keys', form)
}
const form = '["…"]'

const noDecision = new OperationRefused('bad-request', {
  ja: `「pendingDecision」には ${pendingDecisions.join('、')} のいずれかを指定してください。`,
  en: `Give one of ${pendingDecisions.join(', ')} as \`pendingDecision\`.`,
})
