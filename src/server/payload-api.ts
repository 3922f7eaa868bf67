import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { Router } from 'express'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { type FetchHandler, fetchBridge } from './fetch-bridge.ts'

/** Payload's REST and GraphQL, by its own handlers, without Next in the way. */
export function payloadApi(config: SanitizedConfig, bodyLimit: number): Router {
  const router = Router()
  router.post('/api/graphql', fetchBridge(GRAPHQL_POST(Promise.resolve(config)), bodyLimit))
  const answer: FetchHandler = (request) => handleEndpoints({ config, request })
  const own = [
    ...config.endpoints,
    ...config.collections.flatMap(({ slug, endpoints }) =>
      (endpoints || []).map((one) => ({ ...one, path: `/${slug}${one.path}` })),
    ),
  ]
  for (const { path, custom } of own)
    if (custom?.ownBodyLimit)
      router.post(`/api${path}`, fetchBridge(answer, Number.POSITIVE_INFINITY))
  router.all('/api/{*path}', fetchBridge(answer, bodyLimit))
  return router
}
