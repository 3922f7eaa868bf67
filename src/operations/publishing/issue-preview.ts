import { isCalendarDay, jstDay } from '../../core/calendar.ts'
import { storedEditions } from '../editions/stored-editions.ts'
import type { Reading } from '../policy/load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { composeCandidate } from './candidate.ts'
import { type PreviewGrant, previewLifetime, signPreview } from './preview-token.ts'
import { unreadableDay } from './unreadable-day.ts'

export type PreviewRequest = {
  /** The id of the policy. */
  readonly policy: string
  /** The day from which the working copy would hold. @default today in Japan */
  readonly effectiveFrom?: string | null
  /** A published edition that is to come, by its number, instead of the working copy. */
  readonly edition?: number | null
  /** The changes of the working copy that would be published; all, without. */
  readonly only?: readonly string[] | null
  /** Seconds for which the token is good. @default an hour; a week at most */
  readonly expiresIn?: number | null
}

export type IssuedPreview = PreviewGrant & {
  readonly token: string
  readonly expiresAt: string
  readonly organisationSlug: string
  readonly policySlug: string
  readonly languages: readonly string[]
}

/**
 * A token by which whoever holds it reads one text before its day: the working copy as it stands now, or an edition to
 * come. It is bound to the text's hash, so that what is approved is what was read.
 *
 * @throws OperationRefused
 */
export async function issuePreview(
  request: PreviewRequest,
  { req }: Pick<Reading, 'req'>,
  now: Date,
): Promise<IssuedPreview> {
  const { policy, only = null } = request
  if (only && request.edition != null) throw editionIsWhole
  const effectiveFrom = request.effectiveFrom ?? jstDay(now)
  if (!isCalendarDay(effectiveFrom)) throw unreadableDay(effectiveFrom)
  const lifetime = request.expiresIn ?? previewLifetime.usual
  if (!Number.isInteger(lifetime) || lifetime < 1 || lifetime > previewLifetime.longest)
    throw lifetimeRefused
  const edition =
    request.edition == null
      ? (await composeCandidate(policy, effectiveFrom, req, only)).edition
      : (await storedEditions(policy, req)).find(({ head }) => head.number === request.edition)
          ?.head
  if (!edition) throw unknownEdition(request.edition ?? 0)
  const { sha256, organisationSlug, policySlug, languages } = edition
  const expiresAt = new Date(now.getTime() + lifetime * 1000)
  const grant: PreviewGrant = {
    policy,
    kind: request.edition == null ? 'candidate' : 'edition',
    sha256,
    effectiveFrom: edition.effectiveFrom,
    ...(only && { only }),
  }
  return {
    ...grant,
    token: await signPreview(grant, expiresAt, req.payload.secret),
    expiresAt: expiresAt.toISOString(),
    organisationSlug,
    policySlug,
    languages: Object.keys(languages),
  }
}

const editionIsWhole = new OperationRefused('bad-request', {
  ja: '公表された版は変更を選んでプレビューできません。edition か only のどちらかだけを指定してください。',
  en: 'An edition is previewed whole. Give either `edition` or `only`.',
})

const lifetimeRefused = new OperationRefused('bad-request', {
  ja: `有効期間は1秒から${previewLifetime.longest}秒（7日）までの整数で指定してください。`,
  en: `Give the lifetime in whole seconds, from 1 to ${previewLifetime.longest} (a week).`,
})

const unknownEdition = (number: number) =>
  new OperationRefused('bad-request', {
    ja: `第${number}版はありません。公表された版の番号を指定してください。`,
    en: `There is no edition ${number}. Give the number of a published one.`,
  })
