import type { PayloadRequest } from 'payload'
import { hasRole, isIn, membershipOf } from '../../collections/access.ts'
import type { Waiver } from '../../src/core/check/waiver.ts'
import { dutiesForm, dutiesIn } from '../../src/core/compare/duties/read-records.ts'
import { editionKinds, pendingDecisions } from '../../src/core/edition/index.ts'
import { isStorable } from '../../src/core/storable.ts'
import { findPolicy } from '../../src/operations/policy/find-policy.ts'
import type { Published, PublishRequest } from '../../src/operations/publishing/publication.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { type Restored, restorePolicy } from '../../src/operations/publishing/restore-policy.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import type { ResolvedOptions } from './options.ts'
import { bad } from './request-body.ts'

/** What a request to publish says, as it comes from outside. */
export type PublishInput = { readonly [field: string]: unknown }

/** How a request names a policy: by the slugs of its address. */
export type PolicyName = { readonly organisation: string; readonly policy: string }

/** Publishes for the user of the request, who must be a publisher of the policy's organisation. */
export async function publishAsUser(
  options: ResolvedOptions,
  name: PolicyName,
  input: PublishInput,
  req: PayloadRequest,
): Promise<Published> {
  const policy = await policyFor(options, name, 'publisher', req)
  return publishPolicy({ ...readInput(input), policy }, { req, overrideAccess: false })
}

/** Makes an edition the working copy for the user of the request, who must be an editor of the organisation. */
export async function restoreAsUser(
  options: ResolvedOptions,
  name: PolicyName,
  number: number,
  req: PayloadRequest,
): Promise<Restored> {
  const policy = await policyFor(options, name, 'editor', req)
  return restorePolicy({ policy, number }, { req, overrideAccess: false })
}

/** The id of a policy in whose organisation the user has a role. */
async function policyFor(
  options: ResolvedOptions,
  { organisation, policy }: PolicyName,
  role: 'editor' | 'publisher',
  req: PayloadRequest,
): Promise<string> {
  const membership = await membershipOf(options, req)
  if (!hasRole(membership, role)) throw notAllowed[role]
  const reading = { req, overrideAccess: false }
  const found = await findPolicy(`${organisation}/${policy}`, reading)
  if (!isIn(membership, found.organisation)) throw notAllowed[role]
  return found.policy
}

const notAllowed = {
  publisher: new OperationRefused('not-allowed', {
    ja: '公表できるのは、この事業者の公表者だけです。権限のあるユーザーでログインしてください。',
    en: 'Only publishers of this organisation may publish. Sign in as one of them.',
  }),
  editor: new OperationRefused('not-allowed', {
    ja: '版を作業中の版に戻せるのは、この事業者の編集者と公表者だけです。権限のあるユーザーでログインしてください。',
    en: 'Only editors and publishers of this organisation may restore an edition. Sign in as one of them.',
  }),
}

function readInput(input: PublishInput): Omit<PublishRequest, 'policy'> {
  const summary = input.summary as { readonly [language: string]: string } | undefined
  const known = [
    'kind',
    'effectiveFrom',
    'corrects',
    'withdraws',
    'summary',
    'pendingDecision',
    'idempotencyKey',
    'latest',
    'waivers',
    'duties',
    'only',
  ]
  const unknown = Object.keys(input).filter((field) => !known.includes(field))
  if (unknown.length) throw bad(unknown.join(', '), known.join(', '))
  const one = <T extends string>(field: string, values: readonly T[]): T | undefined => {
    const value = input[field]
    if (value === undefined || value === null) return undefined
    if (!values.includes(value as T)) throw bad(field, values.join(', '))
    return value as T
  }
  const text = (field: string): string | undefined => {
    const value = input[field]
    if (value === undefined || value === null) return undefined
    if (!isStorable(value)) throw bad(field, 'a string')
    return value
  }
  const number = (field: string, least = 1): number | null => {
    const value = input[field]
    if (value === undefined || value === null) return null
    if (!Number.isInteger(value) || (value as number) < least)
      throw bad(field, `a whole number from ${least}`)
    return value as number
  }
  if (summary !== undefined && summary !== null) {
    const isMap = typeof summary === 'object' && !Array.isArray(summary)
    if (!isMap || !Object.values(summary).every(isStorable))
      throw bad('summary', '{ "ja": "…", "en": "…" }')
  }
  const duties = dutiesIn(input.duties)
  if (!duties) throw bad('duties', dutiesForm)
  const kind = one('kind', editionKinds)
  const effectiveFrom = text('effectiveFrom')
  return {
    ...(kind && { kind }),
    ...(effectiveFrom && { effectiveFrom }),
    corrects: number('corrects'),
    withdraws: number('withdraws'),
    summary: summary ?? {},
    pendingDecision: one('pendingDecision', pendingDecisions) ?? null,
    idempotencyKey: text('idempotencyKey') ?? null,
    latest: number('latest', 0),
    waivers: waiversIn(input.waivers),
    duties,
    only: keysIn(input.only),
  }
}

function waiversIn(value: unknown): readonly Waiver[] {
  if (value === undefined || value === null) return []
  const isRead = (one: unknown): one is Waiver =>
    typeof one === 'object' &&
    one !== null &&
    Object.keys(one).every((name) => name === 'key' || name === 'reason') &&
    isStorable((one as Partial<Waiver>).key) &&
    isStorable((one as Partial<Waiver>).reason)
  if (Array.isArray(value) && value.every(isRead))
    return value.map(({ key, reason }) => ({ key, reason }))
  throw bad('waivers', '[{ "key": "…", "reason": "…" }]')
}

/** The changes that a request picks, by their keys; null for all there are. */
export function keysIn(value: unknown): readonly string[] | null {
  if (value === undefined || value === null) return null
  if (Array.isArray(value) && value.every(isStorable)) return value
  throw bad('only', '["…"]')
}
