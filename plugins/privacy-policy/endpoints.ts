import type { Endpoint, PayloadRequest } from 'payload'
import { readerOf } from '../../src/delivery/reader-of.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import type { ResolvedOptions } from './options.ts'
import { type PublishInput, problemResponse, publishAsUser } from './publishing.ts'

/** Reading for everybody, below `/privacy-policies`; publishing for publishers. */
export function endpoints(options: ResolvedOptions): Endpoint[] {
  return [
    { path: '/privacy-policies/:organisation/:policy/editions', method: 'post', handler: publish },
    ...(['get', 'head', 'options'] as const).flatMap((method) =>
      ['/privacy-policies', '/privacy-policies/:path*'].map(
        (path): Endpoint => ({ path, method, handler: read }),
      ),
    ),
  ]

  async function publish(req: PayloadRequest): Promise<Response> {
    const { organisation, policy } = req.routeParams as { organisation: string; policy: string }
    try {
      const input = await bodyOf(req)
      const { edition, isNew, incomplete } = await publishAsUser(
        options,
        { organisation, policy },
        input,
        req,
      )
      const { documents: _, internal: __, ...particulars } = edition
      const location = `${req.payload.config.routes.api}/privacy-policies/${edition.organisationSlug}/${edition.policySlug}/editions/${edition.number}.json`
      return Response.json(
        { edition: particulars, incomplete },
        {
          status: isNew ? 201 : 200,
          headers: { location, 'cache-control': 'no-store' },
        },
      )
    } catch (error) {
      if (error instanceof OperationRefused) return problemResponse(error, req)
      throw error
    }
  }
}

function read(req: PayloadRequest): Promise<Response> {
  return readerOf(req.payload).fetch(req as unknown as Request)
}

async function bodyOf(req: PayloadRequest): Promise<PublishInput> {
  const text = (await req.text?.()) ?? ''
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as PublishInput
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new OperationRefused('bad-request', {
    ja: '本文をJSONのオブジェクトとして読み取れません。例: { "effectiveFrom": "2027-04-01" }',
    en: 'Cannot read the body as a JSON object, such as { "effectiveFrom": "2027-04-01" }.',
  })
}
