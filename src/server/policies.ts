import path from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, Router } from 'express'
import type { Payload } from 'payload'
import type { Answer } from '../delivery/answer.ts'
import { isForMembers } from '../delivery/asked/methods.ts'
import { pageStyle } from '../delivery/page/page-style.ts'
import { readerOf } from '../delivery/reader-of.ts'
import { readerHeaders } from './security.ts'

/**
 * Policies for readers: the API below `/api/privacy-policies`, with neither Payload nor any other handler in the way,
 * for this is what is asked for most. Publishing is a POST, and Payload answers it; what a browser asks before a request
 * from elsewhere is not for us; every other method the reader answers, if only to refuse it.
 */
export function policiesApi(
  payload: Payload,
  settings: Parameters<typeof readerHeaders>[0],
): RequestHandler {
  const headersFor = readerHeaders(settings)
  return async (req, res, next) => {
    const { method, headers, originalUrl } = req
    if (
      !isBelow(originalUrl, '/api/privacy-policies') ||
      method === 'POST' ||
      isForMembers(originalUrl) ||
      headers['access-control-request-method'] !== undefined
    )
      return next()
    const common = headersFor(headers.origin)
    try {
      const answer = await readerOf(payload).handle(method, originalUrl, headers)
      res.writeHead(answer.status, withCommon(answer.headers, common)).end(answer.body)
    } catch (error) {
      res.setHeaders(common as Map<string, string>)
      throw error
    }
  }
}

const isBelow = (url: string, base: string) =>
  url.startsWith(base) && ['/', '?', ''].includes(url.charAt(base.length))

/** The names and values of an answer's headers in a row, as Node takes them without looking each over once more. */
function withCommon(own: Answer['headers'], common: ReadonlyMap<string, string>): string[] {
  const known = rows.get(own)
  if (known?.common === common) return known.row
  const both = new Map([...common, ...Object.entries(own)])
  const varies = [common.get('Vary'), own.Vary].filter((names) => names !== undefined)
  if (varies.length > 0) both.set('Vary', varies.join(', '))
  const row = [...both].flat()
  rows.set(own, { common, row })
  return row
}
const rows = new WeakMap<
  Answer['headers'],
  { readonly common: ReadonlyMap<string, string>; readonly row: string[] }
>()

/** A page for people at `/{organisation}/{policy}`. It claims every path of two parts, so it is asked last. */
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
    const answer = await readerOf(payload).handlePage(req.method, req.originalUrl, req.headers)
    if (answer) res.writeHead(answer.status, answer.headers).end(answer.body)
    else next()
  })
  return router
}

/** The web font of people whose system has no Japanese one. */
const fontFolder = path.dirname(
  fileURLToPath(import.meta.resolve('@fontsource-variable/noto-sans-jp/index.css')),
)
