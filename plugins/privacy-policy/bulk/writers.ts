import type { PayloadRequest } from 'payload'
import { hasRole, isAdminOfAll, membershipOf } from '../../../collections/access.ts'
import type { Within } from '../../../src/operations/bulk/within.ts'
import type { Reading } from '../../../src/operations/policy/load-policy.ts'
import { OperationRefused } from '../../../src/operations/refused.ts'
import type { ResolvedOptions } from '../options.ts'

/** Who plans or applies a bulk update, and how far he may. */
export type Writer = {
  readonly within: Within
  /** Whether he may publish there too. */
  readonly mayPublish: boolean
  /**
   * Bulk updates read past access, by statements of their own: what is outside of `within` is kept out by them, and
   * fields that this user may not change by name.
   */
  readonly reading: Reading
}

/** @throws OperationRefused to who is no editor */
export async function writerOf(options: ResolvedOptions, req: PayloadRequest): Promise<Writer> {
  const membership = await membershipOf(options, req)
  if (!hasRole(membership, 'editor')) throw notAllowed
  return {
    within: { organisations: membership.organisations, library: isAdminOfAll(membership) },
    mayPublish: hasRole(membership, 'publisher'),
    reading: { req, overrideAccess: true },
  }
}

const notAllowed = new OperationRefused('not-allowed', {
  ja: '一括更新を計画・適用できるのは、編集者と公表者だけです。権限のあるユーザーでログインしてください。',
  en: 'Only editors and publishers plan and apply bulk updates. Sign in as one of them.',
})
