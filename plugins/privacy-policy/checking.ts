import type { Endpoint, PayloadRequest } from 'payload'
import { hasRole, isIn, membershipOf } from '../../collections/access.ts'
import { type CheckAnswer, checkPolicy } from '../../src/operations/check-policy.ts'
import { findPolicy } from '../../src/operations/find-policy.ts'
import { fixPolicy } from '../../src/operations/fix-policy.ts'
import { findAll } from '../../src/operations/load-policy.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import type { ResolvedOptions } from './options.ts'
import { answering } from './refusals.ts'
import { bodyOf } from './request-body.ts'

/** `GET /privacy-policies/{organisation}/{policy}/check?effectiveFrom=`, for scripts. */
export function checkEndpoint(options: ResolvedOptions): Endpoint {
  return {
    path: '/privacy-policies/:organisation/:policy/check',
    method: 'get',
    handler: (req) =>
      answering(req, async () => {
        const { organisation, policy } = req.routeParams as { organisation: string; policy: string }
        if (!(await membershipOf(options, req))) throw notAllowed
        const reading = { req, overrideAccess: false }
        const found = await findPolicy(`${organisation}/${policy}`, reading)
        return answerOf(await checkAsUser(options, found, req))
      }),
  }
}

/** The same by the policy's id, for the admin; and the safe fixes of findings, by their keys. */
export function checkEndpoints(options: ResolvedOptions): Omit<Endpoint, 'root'>[] {
  return [
    {
      path: '/:id/check',
      method: 'get',
      handler: (req) =>
        answering(req, async () => answerOf(await checkAsUser(options, await own(req), req))),
    },
    {
      path: '/:id/fix',
      method: 'post',
      handler: (req) =>
        answering(req, async () => {
          const { policy, organisation } = await own(req)
          const membership = await membershipOf(options, req)
          if (!hasRole(membership, 'editor') || !isIn(membership, organisation)) throw notAllowed
          const { keys } = await bodyOf(req)
          if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string'))
            throw keysNeeded
          const { applied } = await fixPolicy(policy, { req, overrideAccess: false }, { keys })
          return answerOf({ applied: applied.length })
        }),
    },
  ]

  async function own(req: PayloadRequest): Promise<{ policy: string; organisation: string }> {
    if (!(await membershipOf(options, req))) throw notAllowed
    const policy = String(req.routeParams?.id)
    const reading = { req, overrideAccess: false }
    const [doc] = await findAll(options.slugs.policies, { id: { equals: policy } }, reading)
    if (!doc) throw notAllowed
    return { policy, organisation: String(doc.organisation) }
  }
}

async function checkAsUser(
  options: ResolvedOptions,
  { policy, organisation }: { readonly policy: string; readonly organisation: string },
  req: PayloadRequest,
): Promise<CheckAnswer> {
  const membership = await membershipOf(options, req)
  if (!membership || !isIn(membership, organisation)) throw notAllowed
  const { effectiveFrom } = req.query as { effectiveFrom?: unknown }
  const day = typeof effectiveFrom === 'string' ? effectiveFrom : null
  const request = { policy, effectiveFrom: day }
  const { documents: _, ...checked } = await checkPolicy(request, { req, overrideAccess: false })
  return { ...checked, may: { edit: hasRole(membership, 'editor') }, collections: options.slugs }
}

const answerOf = (body: object) => Response.json(body, { headers: { 'cache-control': 'no-store' } })

const notAllowed = new OperationRefused('not-allowed', {
  ja: '点検の結果を見られるのは、この事業者の利用者だけです。権限のあるユーザーでログインしてください。',
  en: 'Only members of this organisation see its findings. Sign in as one of them.',
})

const keysNeeded = new OperationRefused('bad-request', {
  ja: '直す指摘の鍵を { "keys": ["…"] } の形で指定してください。',
  en: 'Give the keys of the findings to mend: { "keys": ["…"] }.',
})
