import type { Endpoint, PayloadRequest } from 'payload'
import { hasRole } from '../../collections/access.ts'
import { type CheckAnswer, checkPolicy } from '../../src/operations/check-policy.ts'
import { fixPolicy } from '../../src/operations/fix-policy.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import {
  memberEndpoint,
  memberEndpointById,
  notAMember,
  type OwnPolicy,
  ownPolicy,
  parameterOf,
  toMember,
} from './for-members.ts'
import type { ResolvedOptions } from './options.ts'
import { answering } from './refusals.ts'
import { bodyOf } from './request-body.ts'

/** `GET /privacy-policies/{organisation}/{policy}/check?effectiveFrom=`, for scripts. */
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

async function checkAsUser(
  options: ResolvedOptions,
  { policy, membership }: OwnPolicy,
  req: PayloadRequest,
): Promise<CheckAnswer> {
  const request = { policy, effectiveFrom: parameterOf(req, 'effectiveFrom') }
  const { documents: _, ...checked } = await checkPolicy(request, { req, overrideAccess: false })
  return { ...checked, may: { edit: hasRole(membership, 'editor') }, collections: options.slugs }
}

const keysNeeded = new OperationRefused('bad-request', {
  ja: '直す指摘の鍵を { "keys": ["…"] } の形で指定してください。',
  en: 'Give the keys of the findings to mend: { "keys": ["…"] }.',
})
