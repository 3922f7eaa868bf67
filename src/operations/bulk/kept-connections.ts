import type { Payload } from 'payload'
import type pg from 'pg'
import { mayName, poolOf } from '../database/sql.ts'
import type { Session } from './session.ts'

/** Connections on which each statement is a transaction of its own. */
export type KeptConnections = {
  readonly run: Session
  /** Gives those back on which nothing runs: somebody is about to ask the pool for one. */
  readonly spare: () => Promise<void>
  /** Gives them back, when nothing runs any more and what was written is on the disk. */
  readonly close: () => Promise<void>
}

/**
 * Takes connections of the pool and keeps them from statement to statement, as long as nobody else waits for one.
 * Statements on them see one state of the database, fail when what they write was changed meanwhile, and are planned
 * once for any values. Null behind a transaction pooler, where a connection is not one's own.
 *
 * None waits for the disk: a statement is whole or not there, but one that was answered may be gone with a PostgreSQL
 * that dies. `close` waits for all of them at once, since the log of a database is one.
 */
export function keptConnections(payload: Payload): KeptConnections | null {
  if (!mayName(payload)) return null
  const pool = poolOf(payload)
  const free: pg.PoolClient[] = []
  const waiting: (() => void)[] = []
  let [taken, begun] = [0, 0]
  return {
    async run(text, values, name) {
      begun++
      const client = await oneOfThem()
      try {
        const { rows } = await client.query({ text, values: [...values], ...(name && { name }) })
        return rows
      } finally {
        free.push(client)
        if (pool.waitingCount > 0) await spare()
        waiting.shift()?.()
      }
    },
    spare,
    async close() {
      await spare()
      if (begun > 0) await pool.query(waitForDisk)
    },
  }

  async function spare(): Promise<void> {
    const idle = free.splice(0)
    taken -= idle.length
    await Promise.all(idle.map(givenBack))
  }

  async function oneOfThem(): Promise<pg.PoolClient> {
    for (;;) {
      const client = free.pop()
      if (client) return client
      if (taken <= 1 + begun / WORTH_ANOTHER) break
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    taken++
    try {
      return await prepared(pool)
    } catch (error) {
      taken--
      waiting.shift()?.()
      throw error
    }
  }
}

/**
 * Each connection plans the statement anew, which takes it as long as a dozen units. After the first two, so many
 * statements pass before another one is worth it; those that wait meanwhile are ready to be sent.
 */
const WORTH_ANOTHER = 50

/** A transaction that waits until its own record is written, and so until all before it are; it changes nothing. */
const waitForDisk = `select pg_logical_emit_message(true, 'privacy-policy-bulk-update', '')`

async function prepared(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect()
  await client.query(settings.map(([name, value]) => `set ${name} = ${value}`).join('; '))
  return client
}

/**
 * A plan for any values does not know that a unit is a handful of records: as tables grow it would read the whole of them,
 * and each unit would cost the more, the more there are. Of durability see above.
 */
const settings = [
  ['default_transaction_isolation', "'repeatable read'"],
  ['plan_cache_mode', 'force_generic_plan'],
  ['enable_seqscan', 'off'],
  ['synchronous_commit', 'off'],
] as const

/** As it was; one that is lost is thrown away. */
async function givenBack(client: pg.PoolClient): Promise<void> {
  const lost = await client.query(settings.map(([name]) => `reset ${name}`).join('; ')).then(
    () => undefined,
    (error: Error) => error,
  )
  client.release(lost)
}
