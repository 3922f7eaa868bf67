import fs from 'node:fs'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'

const migrationLock = 27_038_002

/** Brings the schema up to date. Instances that start together wait for the first of them. */
export async function migrate(payload: Payload): Promise<void> {
  const { pool } = adapterOf(payload)
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    if ((await pendingMigrations(payload)).length) await payload.db.migrate()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
    client.release()
  }
}

/** The names of the migrations that this version has and the database has not; throws when it does not answer. */
export async function pendingMigrations(payload: Payload): Promise<readonly string[]> {
  const { pool } = adapterOf(payload)
  const { rows } = await pool.query<{ present: boolean }>(
    `select to_regclass('payload_migrations') is not null as present`,
  )
  const applied = rows[0]?.present
    ? await pool.query<{ name: string }>('select name from payload_migrations')
    : { rows: [] }
  const names = new Set(applied.rows.map(({ name }) => name))
  return migrationNames(payload).filter((name) => !names.has(name))
}

/** Ends what a Payload instance holds; its own `destroy` leaves the connections open. */
export async function closePayload(payload: Payload): Promise<void> {
  const { pool } = adapterOf(payload)
  await payload.destroy()
  await pool.end()
}

function migrationNames(payload: Payload): readonly string[] {
  const directory = payload.db.migrationDir
  if (!fs.existsSync(directory)) return []
  return fs
    .readdirSync(directory)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

const adapterOf = (payload: Payload) => payload.db as unknown as PostgresAdapter
