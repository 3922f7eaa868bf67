import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { Router } from 'express'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { fetchBridge } from './fetch-bridge.ts'

/** Payload's REST and GraphQL, by its own handlers, without Next in the way. */
export function payloadApi(config: SanitizedConfig, bodyLimit: number): Router {
  const router = Router()
  router.post('/api/graphql', fetchBridge(GRAPHQL_POST(Promise.resolve(config)), bodyLimit))
  router.all(
    '/api/{*path}',
    fetchBridge((request) => handleEndpoints({ config, request }), bodyLimit),
  )
  return router
}
