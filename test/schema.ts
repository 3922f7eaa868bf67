import fs from 'node:fs'
import path from 'node:path'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { migrate, pendingMigrations } from '../src/platform/migrations.ts'

/** Whether the last migration left the database that the collections describe now. */
export async function isSchemaMigrated(payload: Payload): Promise<boolean> {
  const { now, migrated } = await snapshots(payload)
  return migrated !== undefined && contentOf(now) === contentOf(migrated)
}

/**
 * Makes the tables in an empty database: by the migrations, or, while collections are being changed, from the
 * collections themselves. Answers which of the two it was.
 */
export async function createSchema(payload: Payload): Promise<'migrations' | 'collections'> {
  if (await isSchemaMigrated(payload)) {
    await migrate(payload)
    return 'migrations'
  }
  const adapter = adapterOf(payload)
  const { generateMigration } = adapter.requireDrizzleKit()
  const { now } = await snapshots(payload)
  const statements = await generateMigration(adapter.defaultDrizzleSnapshot as never, now as never)
  await adapter.pool.query(statements.join('\n'))
  // What the migrations would have done is there, so a server started on it has none to apply.
  for (const name of await pendingMigrations(payload)) {
    await payload.create({ collection: 'payload-migrations', data: { name, batch: 1 } })
  }
  return 'collections'
}

async function snapshots(payload: Payload): Promise<{ now: object; migrated: object | undefined }> {
  const adapter = adapterOf(payload)
  const now = await adapter.requireDrizzleKit().generateDrizzleJson(adapter.schema as never)
  const directory = adapter.migrationDir
  const files = fs.existsSync(directory) ? fs.readdirSync(directory) : []
  const last = files
    .filter((file) => file.endsWith('.json'))
    .sort()
    .at(-1)
  const migrated = last && JSON.parse(fs.readFileSync(path.join(directory, last), 'utf8'))
  return { now, migrated }
}

/** A snapshot without its own id and its predecessor's. */
function contentOf(snapshot: object): string {
  return JSON.stringify({ ...snapshot, id: '', prevId: '' }, sortedKeys)
}

const sortedKeys = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

const adapterOf = (payload: Payload) => payload.db as unknown as PostgresAdapter
