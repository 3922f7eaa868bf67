import path from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type Request, type Response, Router } from 'express'
import type { Payload } from 'payload'
import type { Answer } from '../delivery/answer.ts'
import { pageStyle } from '../delivery/page-style.ts'
import { readerOf } from '../delivery/reader-of.ts'

/**
 * Policies for readers: the API below `/api/privacy-policies` without Payload in the way, and a page for people at
 * `/{organisation}/{policy}`. It claims every path of two parts, so it is asked last.
 */
export function policiesApi(payload: Payload): Router {
  const router = Router()
  const paths = ['/api/privacy-policies', '/api/privacy-policies/{*path}']
  const read = async (req: Request, res: Response) =>
    send(await readerOf(payload).handle(req.method, addressOf(req), req.headers), res)
  // Publishing is a POST, which Payload answers; every other method the reader answers, if only to refuse it.
  for (const method of ['get', 'options', 'put', 'patch', 'delete'] as const)
    router[method](paths, read)
  return router
}

export function policyPages(payload: Payload): Router {
  const router = Router()
  router.get(pageStyle.path, (_req, res) => {
    res.set('Cache-Control', 'public, max-age=31536000, immutable')
    res.type(pageStyle.mediaType).send(pageStyle.text)
  })
  router.use(
    '/assets/fonts',
    express.static(fontFolder, { index: false, immutable: true, maxAge: '1y', fallthrough: true }),
  )
  router.get('/{*path}', async (req, res, next) => {
    const answer = await readerOf(payload).handlePage(req.method, addressOf(req), req.headers)
    if (answer) send(answer, res)
    else next()
  })
  return router
}

/** The web font of people whose system has no Japanese one. */
const fontFolder = path.dirname(
  fileURLToPath(import.meta.resolve('@fontsource-variable/noto-sans-jp/index.css')),
)

const addressOf = (req: Request): string =>
  `${req.protocol}://${req.get('host') ?? 'localhost'}${req.originalUrl}`

function send({ status, headers, body }: Answer, res: Response): void {
  // Node's own: Express would look each header over once more.
  res.writeHead(status, headers).end(body)
}
