import type { Endpoint, PayloadRequest } from 'payload'
import { hasRole, isIn, membershipOf } from '../../collections/access.ts'
import { pagePath, policyPath } from '../../src/delivery/asked/addresses.ts'
import { type Doc, localApi } from '../../src/operations/database/local-api.ts'
import { findPolicy } from '../../src/operations/policy/find-policy.ts'
import { issuePreview, type PreviewRequest } from '../../src/operations/publishing/issue-preview.ts'
import type { PreviewGrant } from '../../src/operations/publishing/preview-token.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import type { ResolvedOptions } from './options.ts'
import { keysIn } from './publishing.ts'
import { answering } from './refusals.ts'
import { bodyOf } from './request-body.ts'

export type PreviewInput = Omit<PreviewRequest, 'policy'>

/** A token, and where to go with it. */
export type Preview = Omit<PreviewGrant, 'policy'> & {
  readonly token: string
  readonly expiresAt: string
  readonly url: string
  readonly page: string | null
}

/** Issues a preview for the user of the request, who must be an editor of the policy's organisation. */
export async function previewAsUser(
  options: ResolvedOptions,
  name: { readonly organisation: string; readonly policy: string },
  input: PreviewInput,
  req: PayloadRequest,
): Promise<Preview> {
  const membership = await membershipOf(options, req)
  if (!hasRole(membership, 'editor')) throw notAllowed
  const { policy } = await findPolicy(`${name.organisation}/${name.policy}`, {
    req,
    overrideAccess: false,
  })
  return previewById(options, { ...input, policy }, req)
}

async function previewById(
  options: ResolvedOptions,
  request: PreviewRequest,
  req: PayloadRequest,
): Promise<Preview> {
  const membership = await membershipOf(options, req)
  if (!hasRole(membership, 'editor')) throw notAllowed
  const found = await localApi(req.payload).findByID<Doc & { readonly organisation: string }>({
    collection: options.slugs.policies,
    id: request.policy,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: false,
  })
  if (!found || !isIn(membership, found.organisation)) throw notAllowed
  const {
    policy: _,
    organisationSlug,
    policySlug,
    languages: __,
    ...issued
  } = await issuePreview(request, { req }, new Date())
  const { config } = req.payload
  const mount = {
    basePath: `${config.routes.api}/privacy-policies`,
    pagePath: options.pagePath,
  }
  const address = { organisation: organisationSlug, policy: policySlug }
  const query = `?${new URLSearchParams({ preview: issued.token })}`
  const page = pagePath(mount, address, query)
  const origin = config.serverURL ?? ''
  return {
    ...issued,
    url: origin + policyPath(mount, address, '.json', query),
    page: page === null ? null : origin + page,
  }
}

/** `POST /privacy-policies/{organisation}/{policy}/previews`, for programs. */
export function previewEndpoint(options: ResolvedOptions): Endpoint {
  return {
    path: '/privacy-policies/:organisation/:policy/previews',
    method: 'post',
    handler: (req) =>
      answering(req, async () => {
        const name = req.routeParams as { organisation: string; policy: string }
        const preview = await previewAsUser(options, name, readInput(await bodyOf(req)), req)
        return Response.json(preview, {
          status: 201,
          headers: { 'cache-control': 'no-store', location: preview.url },
        })
      }),
  }
}

/** `GET /policies/{id}/preview-link`, where the admin's button leads: to the page as it would be from today. */
export function previewRedirect(options: ResolvedOptions): Omit<Endpoint, 'root'> {
  return {
    path: '/:id/preview-link',
    method: 'get',
    handler: (req) =>
      answering(req, async () => {
        const { id } = req.routeParams as { id: string }
        const { page, url } = await previewById(options, { policy: id }, req)
        return new Response(null, {
          status: 303,
          headers: {
            location: page ?? url,
            'cache-control': 'no-store',
            'referrer-policy': 'no-referrer',
          },
        })
      }),
  }
}

function readInput(input: { readonly [field: string]: unknown }): PreviewInput {
  const { effectiveFrom = null, edition = null, expiresIn = null, only, ...unknown } = input
  const isRead =
    Object.keys(unknown).length === 0 &&
    (effectiveFrom === null || typeof effectiveFrom === 'string') &&
    [edition, expiresIn].every((value) => value === null || Number.isInteger(value))
  if (!isRead) throw unreadable
  return { effectiveFrom, edition, expiresIn, only: keysIn(only) } as PreviewInput
}

const unreadable = new OperationRefused('bad-request', {
  ja: '本文を読み取れません。{ "effectiveFrom": "2027-04-01" } または { "edition": 4 }（と "expiresIn": 秒、"only": 変更の鍵の配列）を指定してください。',
  en: 'Cannot read the body. Give { "effectiveFrom": "2027-04-01" } or { "edition": 4 }, "expiresIn" in seconds, and in `only` the keys of changes.',
})

const notAllowed = new OperationRefused('not-allowed', {
  ja: 'プレビューを発行できるのは、この事業者の編集者だけです。権限のあるユーザーでログインしてください。',
  en: 'Only editors of this organisation may issue previews. Sign in as one of them.',
})
