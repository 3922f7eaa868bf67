import { setTimeout as sleep } from 'node:timers/promises'
import { Router } from 'express'
import type { Payload } from 'payload'
import { pendingMigrations } from '../platform/migrations.ts'

/** `/healthz`: this process answers. `/readyz`: it can serve, for its database does and has this version's schema. */
export function health(payload: Payload): Router {
  const router = Router()
  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  router.get('/readyz', async (_req, res) => {
    const reason = await whyNotReady(payload)
    res.set('Cache-Control', 'no-store').status(reason ? 503 : 200)
    res.json(reason ? { status: 'unavailable', reason } : { status: 'ok' })
  })
  return router
}

async function whyNotReady(payload: Payload): Promise<string | undefined> {
  const timeout = new AbortController()
  try {
    const pending = await Promise.race([
      pendingMigrations(payload),
      sleep(3_000, undefined, { signal: timeout.signal }),
    ])
    if (!pending) return 'The database does not answer within 3 seconds'
    return pending.length ? `Migrations are not applied: ${pending.join(', ')}` : undefined
  } catch (error) {
    payload.logger.error({ err: error }, 'The database cannot be reached')
    return 'The database cannot be reached'
  } finally {
    timeout.abort()
  }
}
