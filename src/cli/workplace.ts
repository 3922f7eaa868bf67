import { createLocalReq, getLocalI18n, getPayload } from 'payload'
import type { Reading } from '../operations/load-policy.ts'
import { openEnvironment } from '../platform/environment.ts'
import { closePayload, migrate } from '../platform/migrations.ts'
import { language } from './language.ts'

/**
 * Opens the database that the set-up uses (the embedded one, or `DATABASE_URL`) and Payload on it, runs the work as
 * the system itself, speaking the terminal's language, and closes both, whatever happens.
 */
export async function atWork<T>(work: (reading: Reading) => Promise<T>): Promise<T> {
  const environment = await openEnvironment(process.env)
  try {
    const { default: config } = await import('../../payload.config.ts')
    const payload = await getPayload({ config })
    try {
      await migrate(payload)
      const i18n = await getLocalI18n({ config: payload.config, language })
      return await work({
        req: await createLocalReq({ req: { i18n } }, payload),
        overrideAccess: true,
      })
    } finally {
      await closePayload(payload)
    }
  } finally {
    await environment.close()
  }
}
