import { getDistDirectory, renderAltair } from 'altair-static'
import express, { Router } from 'express'
import type { Payload } from 'payload'

/**
 * Altair, a place to try queries in, for signed-in users; who is not is sent to sign in first. All its files come from
 * node_modules. Needs the answer's nonce in `res.locals`.
 */
export function graphQLExplorer(payload: Payload): Router {
  const router = Router()
  router.get('/', async (req, res) => {
    const headers = new Headers({ cookie: req.headers.cookie ?? '' })
    const { user } = await payload.auth({ headers })
    res.set('Cache-Control', 'private, no-store')
    if (user) res.type('html').send(page(res.locals.nonce))
    else res.redirect(`/admin/login?redirect=${encodeURIComponent(req.baseUrl)}`)
  })
  router.use(express.static(getDistDirectory(), { index: false }))
  return router
}

// The package advertises a paid service in a banner.
const withoutBanner = '<style>app-banner-container { display: none }</style></head>'

const page = (nonce: string) =>
  renderAltair({
    baseURL: '/api/graphql-playground/',
    endpointURL: '/api/graphql',
    disableAccount: true,
    initialSettings: { theme: 'system', language: 'en-US' },
    cspNonce: nonce,
  }).replace('</head>', withoutBanner)
