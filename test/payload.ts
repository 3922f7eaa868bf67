import { _internal_jobSystemGlobals, getPayload, type Payload } from 'payload'
import { afterAll } from 'vitest'
import { settingsOf } from '../src/operations/settings.ts'
import { closePayload } from '../src/platform/migrations.ts'
import { testDatabase } from './database.ts'

/**
 * Payload as `payload.config.ts` sets it up, on a new database. For the top level of a test file:
 * `const payload = await testPayload()`; it is closed after the file's last test.
 */
export async function testPayload(): Promise<Payload> {
  process.env.DATABASE_URL = await testDatabase()
  process.env.PAYLOAD_SECRET = 'test'
  withoutJobs()
  const { default: config } = await import('../payload.config.ts')
  const payload = await getPayload({ config })
  afterAll(() => closePayload(payload))
  return payload
}

/** Payload begins to run jobs with the first request over HTTP; a test runs its own, when it wants them. */
export function withoutJobs(): void {
  Object.assign(_internal_jobSystemGlobals, { shouldAutoRun: false, shouldAutoSchedule: false })
}

/** Publishes texts that say just what a test is about: no check, and no duties to record when they change. */
export function withoutGate(payload: Payload): void {
  Object.assign(settingsOf(payload), { publishingGate: false })
  withoutDuties(payload)
}

/** Publishes changes that a test makes for another reason, without recording how the law is met. */
export function withoutDuties(payload: Payload): void {
  Object.assign(settingsOf(payload), { dutiesGate: false })
}
