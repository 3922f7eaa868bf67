import type { PayloadRequest } from 'payload'
import { hasRole, isIn, membershipOf } from '../../collections/access.ts'
import type { Slugs } from '../../src/core/slugs.ts'
import { findAll } from '../../src/operations/load-policy.ts'
import {
  type PublicationStatus,
  publicationStatus,
} from '../../src/operations/publication-status.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import type { ResolvedOptions } from './options.ts'

/** What the admin's screen shows of a policy, and what its user may do there. */
export type PublishingStatus = PublicationStatus & {
  readonly may: { readonly publish: boolean; readonly restore: boolean }
  /** The collection of each kind of place, for links to it. */
  readonly collections: Slugs
  /** Before `/{organisation}/{policy}` of the pages for people; null where there are none. */
  readonly pagePath: string | null
}

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
