import type { PayloadRequest } from 'payload'
import { hasRole, isIn, membershipOf } from '../../collections/access.ts'
import { findAll } from '../../src/operations/policy/load-policy.ts'
import {
  type PublishingStatus,
  publicationStatus,
} from '../../src/operations/publishing/publication-status.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import type { ResolvedOptions } from './options.ts'

/** @throws OperationRefused to who is no member of the policy's organisation */
export async function statusForUser(
  options: ResolvedOptions,
  policy: string,
  req: PayloadRequest,
): Promise<PublishingStatus> {
  const membership = await membershipOf(options, req)
  if (!membership)
    throw new OperationRefused('not-allowed', {
      ja: 'このポリシーを見る権限がありません。権限のあるユーザーでログインしてください。',
      en: 'You may not see this policy. Sign in as a member of its organisation.',
    })
  const reading = { req, overrideAccess: false }
  const status = await publicationStatus(policy, reading)
  const [doc] = await findAll(options.slugs.policies, { id: { equals: policy } }, reading)
  const isOwn = isIn(membership, String(doc?.organisation))
  return {
    ...status,
    may: {
      publish: isOwn && hasRole(membership, 'publisher'),
      restore: isOwn && hasRole(membership, 'editor'),
    },
    collections: options.slugs,
    pagePath: options.pagePath,
  }
}
