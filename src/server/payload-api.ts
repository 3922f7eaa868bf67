import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { Router } from 'express'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { settingsOf } from '../operations/settings.ts'
import { type FetchHandler, fetchBridge } from './fetch-bridge.ts'

/** Payload's REST and GraphQL, by its own handlers, without Next in the way. */
export function payloadApi(config: SanitizedConfig, bodyLimit: number): Router {
  const router = Router()
  router.post('/api/graphql', fetchBridge(GRAPHQL_POST(Promise.resolve(config)), bodyLimit))
  const answer: FetchHandler = (request) => handleEndpoints({ config, request })
  // These say themselves how much they take: a plan is larger than what people write.
  const { bulkUpdates } = settingsOf({ config }).slugs
  for (const name of ['plan', 'records', 'apply', 'revert'])
    router.post(`/api/${bulkUpdates}/${name}`, fetchBridge(answer, Number.POSITIVE_INFINITY))
  router.all('/api/{*path}', fetchBridge(answer, bodyLimit))
  return router
}
