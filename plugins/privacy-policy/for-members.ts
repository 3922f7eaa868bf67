import type { Endpoint, PayloadRequest } from 'payload'
import { isIn, membershipOf } from '../../collections/access.ts'
import type { Membership } from '../../collections/options.ts'
import { findPolicy } from '../../src/operations/policy/find-policy.ts'
import { findAll } from '../../src/operations/policy/load-policy.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import type { ResolvedOptions } from './options.ts'
import type { PolicyName } from './publishing.ts'
import { answering } from './refusals.ts'

/** A policy of the user's own organisation. */
export type OwnPolicy = { readonly policy: string; readonly membership: Membership }

type Answer = (own: OwnPolicy, req: PayloadRequest) => Promise<Response>

/** `GET /privacy-policies/{organisation}/{policy}/{name}`, for scripts of members. */
export function memberEndpoint(options: ResolvedOptions, name: string, answer: Answer): Endpoint {
  return {
    path: `/privacy-policies/:organisation/:policy/${name}`,
    method: 'get',
    handler: (req) =>
      answering(req, async () =>
        answer(await namedPolicy(options, req.routeParams as PolicyName, req), req),
      ),
  }
}

/** `GET /policies/{id}/{name}`, the same for the admin. */
export function memberEndpointById(
  options: ResolvedOptions,
  name: string,
  answer: Answer,
): Omit<Endpoint, 'root'> {
  return {
    path: `/:id/${name}`,
    method: 'get',
    handler: (req) => answering(req, async () => answer(await ownPolicy(options, req), req)),
  }
}

/** The policy that a request names by its address. @throws OperationRefused to who is no member of its organisation */
export async function namedPolicy(
  options: ResolvedOptions,
  { organisation, policy }: PolicyName,
  req: PayloadRequest,
): Promise<OwnPolicy> {
  const membership = await membershipOf(options, req)
  if (!membership) throw notAMember
  const reading = { req, overrideAccess: false }
  const found = await findPolicy(`${organisation}/${policy}`, reading)
  if (!isIn(membership, found.organisation)) throw notAMember
  return { policy: found.policy, membership }
}

/** The policy that a request names by its id. @throws OperationRefused to who is no member of its organisation */
export async function ownPolicy(options: ResolvedOptions, req: PayloadRequest): Promise<OwnPolicy> {
  const membership = await membershipOf(options, req)
  if (!membership) throw notAMember
  const policy = String(req.routeParams?.id)
  const reading = { req, overrideAccess: false }
  const [doc] = await findAll(options.slugs.policies, { id: { equals: policy } }, reading)
  if (!doc || !isIn(membership, String(doc.organisation))) throw notAMember
  return { policy, membership }
}

/** What members are told is kept nowhere. */
export const toMember = (body: object): Response =>
  Response.json(body, { headers: { 'cache-control': 'private, no-store' } })

export const notAMember = new OperationRefused('not-allowed', {
  ja: 'これを見られるのは、この事業者の利用者だけです。権限のあるユーザーでログインしてください。',
  en: 'Only members of this organisation see this. Sign in as one of them.',
})
