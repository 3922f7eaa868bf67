import type { RequestHandler } from 'express'
import { adminDirectory } from './admin-build.ts'

/**
 * The admin, served by Next from its production build in this process. Payload keeps its instance on `globalThis`, so
 * Next's own copy of the code uses the one that runs here already.
 */
export async function openAdmin(distDir: string, port: number): Promise<RequestHandler> {
  process.env.ADMIN_BUILD = distDir
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: adminDirectory, hostname: 'localhost', port })
  await app.prepare()
  const handle = app.getRequestHandler()
  return (req, res) => handle(req, res)
}
