import path from 'node:path'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig, type Config, getPayload, type Payload } from 'payload'
import { afterAll } from 'vitest'
import { closePayload } from '../../src/platform/migrations.ts'
import { returningPg } from '../../src/platform/pool.ts'
import { testDatabase } from '../database.ts'

/**
 * Boots a config on an empty database of its own, as a developer does it: ids are serial, and Payload pushes the
 * tables. One a test file (Payload keeps one instance a process); it is closed after the file's last test.
 */
export async function bootHost(host: Omit<Config, 'db' | 'secret'>): Promise<Payload> {
  const connectionString = await testDatabase({ empty: true })
  const config = buildConfig({
    ...host,
    secret: 'a bare host',
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
    db: postgresAdapter({
      pg: returningPg,
      pool: { connectionString, max: 6 },
      idType: 'serial',
      push: true,
      migrationDir: path.join(import.meta.dirname, 'no-migrations'),
    }),
  })
  const payload = await getPayload({ config })
  afterAll(() => closePayload(payload))
  return payload
}
