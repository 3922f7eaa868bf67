import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import type { Payload } from 'payload'
import { graphQLExplorer } from './graphql-explorer.ts'
import { health } from './health.ts'
import { payloadApi } from './payload-api.ts'
import { policiesApi, policyPages } from './policies.ts'
import { crossOrigin, loginLimit, sameOriginChanges, securityHeaders } from './security.ts'
import type { ServerSettings } from './settings.ts'

type Parts = {
  readonly payload: Payload
  readonly settings: Pick<
    ServerSettings,
    'bodyLimit' | 'corsOrigins' | 'publicUrl' | 'trustedProxies'
  >
  /** The admin, by Next; tests of the API leave it out. */
  readonly admin?: RequestHandler
}

/** Everything that one port serves, in the order in which it is asked. Does not listen. */
export function createApp({ payload, settings, admin }: Parts): Express {
  const { common, forReaders, forUsers } = securityHeaders(settings)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag') // Who makes the bytes knows their tag.
  app.set('trust proxy', settings.trustedProxies)

  app.use(policiesApi(payload, settings))
  app.use(common)
  app.use(health(payload))
  app.use('/api', crossOrigin(settings), sameOriginChanges)
  app.post('/api/users/login', loginLimit())
  app.use('/api/graphql-playground', forUsers, graphQLExplorer(payload))
  if (admin) {
    app.use(['/admin', '/_next'], forUsers, sameOriginChanges)
    app.all(['/admin{/*path}', '/_next/{*path}'], admin)
  }
  app.use(forReaders)
  app.use(payloadApi(payload.config, settings.bodyLimit))
  if (admin) app.get('/', (_req, res) => res.redirect('/admin'))
  app.use(policyPages(payload))
  app.use((_req, res) => {
    res.status(404).type('text').send('ページが見つかりません。 Page not found.\n')
  })
  app.use(answerError(payload))
  return app
}

/** What nobody foresaw: told to the log in full, and to the client not at all. */
const answerError = (payload: Payload): ErrorRequestHandler => {
  return (error, req, res, next) => {
    // Express marks what is the client's fault, such as a path that is not valid UTF-8.
    const status = typeof error?.status === 'number' && error.status < 500 ? error.status : 500
    if (status === 500) payload.logger.error({ err: error, method: req.method, path: req.path })
    if (res.headersSent) next(error)
    else
      res.status(status).json({
        errors: [
          {
            message:
              status === 500
                ? 'エラーが発生しました。 Something went wrong.'
                : 'リクエストを読めません。 The request cannot be read.',
          },
        ],
      })
  }
}
