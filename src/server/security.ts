import { randomBytes } from 'node:crypto'
import cors, { type CorsOptions } from 'cors'
import type { Request, RequestHandler, Response } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import type { ServerSettings } from './settings.ts'

type Directives = { readonly [directive: string]: readonly string[] }

const own = "'self'"

/** Pages for readers and answers of the API: nothing but what this server itself sends, and no inline script. */
const publicPolicy: Directives = {
  defaultSrc: ["'none'"],
  scriptSrc: [own],
  styleSrc: [own],
  imgSrc: [own, 'data:'],
  fontSrc: [own],
  connectSrc: [own],
  formAction: [own],
  frameAncestors: [own],
  baseUri: ["'none'"],
}

/** For signed-in users. These pages write styles inline; scripts are our files, or carry this very answer's nonce. */
const workplacePolicy = (nonce: string): Directives => ({
  ...publicPolicy,
  defaultSrc: [own],
  scriptSrc: [own, `'nonce-${nonce}'`],
  styleSrc: [own, "'unsafe-inline'"],
  imgSrc: [own, 'data:', 'blob:'],
  fontSrc: [own, 'data:'],
  workerSrc: [own, 'blob:'],
  baseUri: [own],
})

/** The headers of every answer; the Content-Security-Policy differs by who draws the page. */
export function securityHeaders({ publicUrl }: Pick<ServerSettings, 'publicUrl'>) {
  const common = helmet({
    contentSecurityPolicy: false,
    // Front ends elsewhere load what the API serves.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity:
      publicUrl?.protocol === 'https:' ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })
  return {
    common: always(common),
    forReaders: always(
      helmet.contentSecurityPolicy({ useDefaults: false, directives: copyOf(publicPolicy) }),
    ),
    forUsers: withNonce,
  }
}

/** Sets what a middleware sets on every answer alike, without working it out for each. */
function always(middleware: RequestHandler): RequestHandler {
  const headers = headersBy([middleware])
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value)
    next()
  }
}

/** What middlewares set on the answer to a request that comes from an origin, or from none. */
function headersBy(
  middlewares: readonly RequestHandler[],
  origin?: string,
): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  const response = {
    getHeader: (name: string) => headers.get(name),
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  }
  const request = { method: 'GET', headers: { origin }, get: () => undefined }
  for (const middleware of middlewares)
    middleware(request as unknown as Request, response as unknown as Response, (error) => {
      if (error) throw error
    })
  return headers
}

/**
 * What `securityHeaders` and `crossOrigin` set on answers to readers, worked out beforehand: for every origin alike,
 * or for each that may read and for the rest.
 */
export function readerHeaders(
  settings: Pick<ServerSettings, 'corsOrigins' | 'publicUrl'>,
): (origin: string | undefined) => ReadonlyMap<string, string> {
  const { common, forReaders } = securityHeaders(settings)
  const headersFor = (origin?: string) =>
    headersBy([common, crossOrigin(settings), forReaders], origin)
  const others = headersFor()
  if (settings.corsOrigins === '*') return () => others
  const own = new Map(settings.corsOrigins.map((origin) => [origin, headersFor(origin)]))
  return (origin) => own.get(origin ?? '') ?? others
}

/** Next reads the nonce from the Content-Security-Policy of the request, so the request gets the answer's. */
const withNonce: RequestHandler = (req, res, next) => {
  const nonce = randomBytes(16).toString('base64')
  res.locals.nonce = nonce
  const directives = copyOf(workplacePolicy(nonce))
  helmet.contentSecurityPolicy({ useDefaults: false, directives })(req, res, (error) => {
    const policy = res.getHeader('Content-Security-Policy')
    if (typeof policy === 'string') req.headers['content-security-policy'] = policy
    next(error)
  })
}

const copyOf = (directives: Directives): Record<string, string[]> =>
  Object.fromEntries(Object.entries(directives).map(([name, values]) => [name, [...values]]))

/** Lets scripts of other origins read the API; without credentials, so that a signed-in editor's cookie never counts. */
export function crossOrigin({ corsOrigins }: Pick<ServerSettings, 'corsOrigins'>): RequestHandler {
  const options: CorsOptions = {
    origin: corsOrigins === '*' ? '*' : [...corsOrigins],
    exposedHeaders: [
      'Accept-Ranges',
      'Cache-Status',
      'Content-Range',
      'ETag',
      'Last-Modified',
      'Link',
      'Memento-Datetime',
      'Policy-Edition',
      'Policy-Preview',
    ],
    maxAge: 86_400,
  }
  const preflight = cors(options)
  const other = cors({ ...options, preflightContinue: true })
  // An OPTIONS that no browser sends is for whoever answers the path: it tells what the path allows.
  return (req, res, next) =>
    (req.get('Access-Control-Request-Method') ? preflight : other)(req, res, next)
}

/**
 * Refuses a change that another site makes a signed-in browser ask for. Browsers say where a request comes from in
 * Sec-Fetch-Site, older ones in Origin; programs say neither and bring no cookie.
 */
export const sameOriginChanges: RequestHandler = (req, res, next) => {
  const isChange = !['GET', 'HEAD', 'OPTIONS'].includes(req.method)
  const site = req.get('Sec-Fetch-Site')
  const origin = req.get('Origin')
  const foreign = site
    ? site !== 'same-origin' && site !== 'none'
    : origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== req.host)
  if (isChange && foreign && req.headers.cookie) {
    res.status(403).json({
      errors: [{ message: 'Expected no cookies from another origin. Use an API key instead.' }],
    })
  } else next()
}

/** Slows down who tries passwords over many accounts; one account locks by itself (`collections/users.ts`). */
export function loginLimit(): RequestHandler {
  return rateLimit({
    windowMs: 10 * 60 * 1000,
    limit: 60,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    message: {
      errors: [
        {
          message:
            'ログインの試行が多すぎます。10分ほどおいてお試しください。 Too many attempts, try again in 10 minutes.',
        },
      ],
    },
  })
}
