import path from 'node:path'
import { createLocalReq, getPayload, type PayloadRequest } from 'payload'
import type { Reading } from '../operations/load-policy.ts'
import { openDatabase } from '../platform/database.ts'
import { closePayload } from '../platform/migrations.ts'

/**
 * Opens the database that the set-up uses (the embedded one, or `DATABASE_URL`) and Payload on it, runs the work as
 * the system itself, and closes both, whatever happens.
 */
export async function atWork<T>(work: (reading: Reading) => Promise<T>): Promise<T> {
  const root = path.resolve(import.meta.dirname, '../..')
  const database = await openDatabase({
    url: process.env.DATABASE_URL || undefined,
    directory: path.join(root, '.data', 'postgres'),
  })
  try {
    process.env.DATABASE_URL = database.url
    const { default: config } = await import('../../payload.config.ts')
    const payload = await getPayload({ config })
    try {
      const req: PayloadRequest = await createLocalReq({}, payload)
      return await work({ req, overrideAccess: true })
    } finally {
      await closePayload(payload)
    }
  } finally {
    await database.close()
  }
}
