import type { Endpoint, PayloadRequest } from 'payload'
import { languageOf } from '../../collections/validation.ts'
import { editionKinds } from '../../src/core/edition/index.ts'
import { readLayout } from '../../src/delivery/comparison/comparison-answer.ts'
import { comparisonAs } from '../../src/delivery/comparison/comparison-formats.ts'
import { shownAs } from '../../src/delivery/formats/file-name.ts'
import { representationOf } from '../../src/delivery/formats/representations.ts'
import { problemAnswer, ReadRefused } from '../../src/delivery/problem.ts'
import { comparePolicy } from '../../src/operations/comparing/compare-policy.ts'
import { dutiesAhead } from '../../src/operations/publishing/duties-ahead.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import { selectionOf } from './changes.ts'
import { memberEndpoint, memberEndpointById, type OwnPolicy, toMember } from './for-members.ts'
import type { ResolvedOptions } from './options.ts'
import { parameterOf } from './parameters.ts'

/** `GET /privacy-policies/{organisation}/{policy}/compare` and `…/duties`, for scripts of members. */
export const comparisonEndpoints = (options: ResolvedOptions): Endpoint[] => [
  memberEndpoint(options, 'compare', comparison),
  memberEndpoint(options, 'duties', duties),
]

/** The same by the policy's id, for the admin. */
export const comparisonEndpointsById = (options: ResolvedOptions): Omit<Endpoint, 'root'>[] => [
  memberEndpointById(options, 'compare', comparison),
  memberEndpointById(options, 'duties', duties),
]

/**
 * `?before=` and `?after=` are numbers of editions; without `after`, the working copy as it would hold from
 * `?effectiveFrom=` on. `?format=`, `?layout=` and `?locale=` as in the comparison of published editions.
 */
async function comparison({ policy }: OwnPolicy, req: PayloadRequest): Promise<Response> {
  try {
    const { format, extension, mediaType } = representationOf(
      `.${parameterOf(req, 'format') ?? 'json'}`,
    )
    const request = {
      policy,
      before: numberIn(req, 'before'),
      after: numberIn(req, 'after'),
      effectiveFrom: parameterOf(req, 'effectiveFrom'),
      locale: parameterOf(req, 'locale'),
      layout: readLayout(parameterOf(req, 'layout')),
    }
    const compared = await comparePolicy(request, { req, overrideAccess: false })
    const { comparison: _, ...told } = compared
    if (format === 'json') return toMember(told)
    const { title, organisationSlug, policySlug, before, after } = told
    const { locale } = told.table
    const named = {
      languages: { [locale]: { title, organisation: '' } },
      organisationSlug,
      policySlug,
      number: before.edition ?? 0,
      effectiveFrom: after.effectiveFrom,
    }
    const body = await comparisonAs(format, compared, {})
    return new Response(body as BodyInit, {
      headers: {
        'content-type': mediaType,
        'content-language': locale,
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'",
        ...shownAs(named, locale, `-${after.edition ?? 'working-copy'}${extension}`),
      },
    })
  } catch (error) {
    if (!(error instanceof ReadRefused)) throw error
    const { status, headers, body } = problemAnswer(error.problem, languageOf(req))
    return new Response(new Uint8Array(body), { status, headers })
  }
}

/** `?kind=`, `?effectiveFrom=`, `?corrects=` and `?only=` as publishing takes them. */
async function duties({ policy }: OwnPolicy, req: PayloadRequest): Promise<Response> {
  const asked = parameterOf(req, 'kind')
  const kind = editionKinds.find((one) => one === asked) ?? null
  if (asked !== null && kind === null)
    throw new OperationRefused('bad-request', {
      ja: `種別「${asked}」はありません。${editionKinds.join('、')} のいずれかを指定してください。`,
      en: `There is no kind \`${asked}\`. Choose one of ${editionKinds.join(', ')}.`,
    })
  const request = {
    policy,
    kind,
    ...selectionOf(req),
  }
  return toMember(await dutiesAhead(request, { req, overrideAccess: false }))
}

/** The number of an edition; null where it is not given. */
function numberIn(req: PayloadRequest, name: string): number | null {
  const text = parameterOf(req, name)
  if (text === null) return null
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new OperationRefused('bad-request', {
    ja: `${name} の値「${text.slice(0, 80)}」は版の番号ではありません。1、2、3…のいずれかを指定してください。`,
    en: `\`${name}=${text.slice(0, 80)}\` is no number of an edition. Give 1, 2, 3 …`,
  })
}
