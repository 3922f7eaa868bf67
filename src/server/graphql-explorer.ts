import { getDistDirectory, renderAltair } from 'altair-static'
import express, { Router } from 'express'
import type { Payload } from 'payload'

/**
 * Altair, a place to try queries in, at `/api/graphql-playground/`: for signed-in users; who is not is sent to sign in
 * first. Its files come from node_modules, none from elsewhere.
 */
export function graphQLExplorer(payload: Payload): Router {
  const router = Router({ strict: true })
  const page = renderAltair({
    baseURL: '/api/graphql-playground/',
    endpointURL: '/api/graphql',
    initialSettings: { language: 'ja-JP', theme: 'system' },
  })
  router.get('/api/graphql-playground', (_req, res) => res.redirect('/api/graphql-playground/'))
  router.get('/api/graphql-playground/', async (req, res) => {
    const headers = new Headers({ cookie: req.headers.cookie ?? '' })
    const { user } = await payload.auth({ headers })
    res.set('Cache-Control', 'private, no-store')
    if (user) res.type('html').send(page)
    else res.redirect(`/admin/login?redirect=${encodeURIComponent(req.originalUrl)}`)
  })
  router.use('/api/graphql-playground', express.static(getDistDirectory(), { index: false }))
  return router
}
