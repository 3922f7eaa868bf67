import { createLocalReq, getPayload } from 'payload'
import type { Reading } from '../operations/load-policy.ts'
import { openEnvironment } from '../platform/environment.ts'
import { closePayload, migrate } from '../platform/migrations.ts'

/**
 * Opens the database that the set-up uses (the embedded one, or `DATABASE_URL`) and Payload on it, runs the work as
 * the system itself, and closes both, whatever happens.
 */
export async function atWork<T>(work: (reading: Reading) => Promise<T>): Promise<T> {
  const environment = await openEnvironment(process.env)
  try {
    const { default: config } = await import('../../payload.config.ts')
    const payload = await getPayload({ config })
    try {
      await migrate(payload)
      return await work({ req: await createLocalReq({}, payload), overrideAccess: true })
    } finally {
      await closePayload(payload)
    }
  } finally {
    await environment.close()
  }
}
