import path from 'node:path'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig, type Config, getPayload, type Payload } from 'payload'
import { afterAll } from 'vitest'
import { closePayload } from '../../src/platform/migrations.ts'
import { returningPg } from '../../src/platform/pool.ts'
import { testDatabase } from '../database.ts'

type Database = {
  /** The empty database, or a way to it. @default directly */
  readonly url?: string
  /** The pool as Payload makes it by default, which nothing closes. */
  readonly isStockPool?: boolean
}

/**
 * Boots a config on an empty database of its own, as a developer does it: ids are serial, and Payload pushes the
 * tables. One a test file (Payload keeps one instance a process); it is closed after the file's last test.
 */
export async function bootHost(
  host: Omit<Config, 'db' | 'secret'>,
  { url, isStockPool = false }: Database = {},
): Promise<Payload> {
  const connectionString = url ?? (await testDatabase({ empty: true }))
  const config = buildConfig({
    ...host,
    secret: 'a bare host',
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
    db: postgresAdapter({
      ...(isStockPool
        ? { pool: { connectionString } }
        : { pg: returningPg, pool: { connectionString, max: 6 } }),
      idType: 'serial',
      push: true,
      migrationDir: path.join(import.meta.dirname, 'no-migrations'),
    }),
  })
  const payload = await getPayload({ config })
  afterAll(() => (isStockPool ? payload.destroy() : closePayload(payload)))
  return payload
}
