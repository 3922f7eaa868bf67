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
    const { default: config } = await awake(import('../../payload.config.ts'))
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

/**
 * Node 20 does not count an import through module hooks (tsx) as work under way: with no connection open meanwhile,
 * the process may end in the middle of it, with exit code 13 and not a word.
 */
async function awake<T>(importing: Promise<T>): Promise<T> {
  const timer = setInterval(() => undefined, 1_000)
  try {
    return await importing
  } finally {
    clearInterval(timer)
  }
}
