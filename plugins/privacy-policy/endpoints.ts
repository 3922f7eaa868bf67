import type { Endpoint, PayloadRequest } from 'payload'
import { readerOf } from '../../src/delivery/reader-of.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import { changesEndpoint } from './changes.ts'
import { checkEndpoint, fixEndpoint } from './checking.ts'
import { comparisonEndpoints } from './comparing.ts'
import { exchangeEndpoints } from './exchange/endpoints.ts'
import { importEndpoint } from './importing.ts'
import type { ResolvedOptions } from './options.ts'
import { previewEndpoint } from './previewing.ts'
import { type PolicyName, publishAsUser, restoreAsUser } from './publishing.ts'
import { statusForUser } from './publishing-status.ts'
import { answering } from './refusals.ts'
import { bodyOf } from './request-body.ts'

/** Reading for everybody, below `/privacy-policies`; publishing for publishers; everything out and in for admins. */
export function endpoints(options: ResolvedOptions): Endpoint[] {
  return [
    { path: editionsPath, method: 'post', handler: publish },
    { path: `${editionsPath}/:number/restore`, method: 'post', handler: restore },
    previewEndpoint(options),
    checkEndpoint(options),
    fixEndpoint(options),
    ...comparisonEndpoints(options),
    changesEndpoint(options),
    importEndpoint(options),
    ...exchangeEndpoints(options),
    // The reader answers every other method too, if only to say which ones there are.
    ...(['get', 'head', 'options', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) =>
      ['/privacy-policies', '/privacy-policies/:path*'].map(
        (path): Endpoint => ({ path, method, handler: read }),
      ),
    ),
  ]

  function publish(req: PayloadRequest): Promise<Response> {
    return answering(req, async () => {
      const input = await bodyOf(req)
      const published = await publishAsUser(options, nameIn(req), input, req)
      const { edition, isNew, incomplete, recorded, taken } = published
      const { documents: _, internal: __, ...particulars } = edition
      const location = `${req.payload.config.routes.api}/privacy-policies/${edition.organisationSlug}/${edition.policySlug}/editions/${edition.number}.json`
      return Response.json(
        {
          edition: particulars,
          recorded: recorded.map(({ number, kind, effectiveFrom, sha256 }) => ({
            number,
            kind,
            effectiveFrom,
            sha256,
          })),
          incomplete,
          ...(taken && { taken }),
        },
        {
          status: isNew ? 201 : 200,
          headers: { location, 'cache-control': 'no-store' },
        },
      )
    })
  }

  function restore(req: PayloadRequest): Promise<Response> {
    return answering(req, async () => {
      const restored = await restoreAsUser(options, nameIn(req), numberIn(req), req)
      return Response.json(restored, { headers: { 'cache-control': 'no-store' } })
    })
  }
}

const editionsPath = '/privacy-policies/:organisation/:policy/editions'

const nameIn = (req: PayloadRequest) => req.routeParams as PolicyName

function numberIn(req: PayloadRequest): number {
  const text = String(req.routeParams?.number)
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new OperationRefused('bad-request', {
    ja: `「${text}」は版の番号ではありません。1、2、3…のいずれかを指定してください。`,
    en: `\`${text}\` is no number of an edition. Give 1, 2, 3 …`,
  })
}

/** What a publisher looks at before publishing, as an endpoint of the policies themselves. */
export function statusEndpoint(options: ResolvedOptions): Omit<Endpoint, 'root'> {
  return {
    path: '/:id/publishing',
    method: 'get',
    handler: (req) =>
      answering(req, async () => {
        const id = String(req.routeParams?.id)
        const status = await statusForUser(options, id, req)
        return Response.json(status, { headers: { 'cache-control': 'no-store' } })
      }),
  }
}

function read(req: PayloadRequest): Promise<Response> {
  return readerOf(req.payload).fetch(req as unknown as Request)
}
