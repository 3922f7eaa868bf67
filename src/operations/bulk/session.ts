import { sql } from '@payloadcms/db-postgres'
import { isolateObjectProperty, type PayloadRequest } from 'payload'
import type pg from 'pg'
import type { Reading } from '../load-policy.ts'
import { settingsOf } from '../settings.ts'
import { queryIn } from '../sql.ts'

/** Who runs the statements of one transaction; a statement with a name is planned once a connection. */
export type Session = (
  text: string,
  values: readonly unknown[],
  name?: string,
) => Promise<readonly Record<string, unknown>[]>

/**
 * Runs work in a transaction of its own on a connection of the pool. Payload's own sessions plan every statement anew,
 * which costs more than these take; nothing but the work's own statements is in it.
 */
export async function inOwnTransaction<T>(
  { payload }: PayloadRequest,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { pool } = payload.db as unknown as { readonly pool: pg.Pool }
  // Behind a transaction pooler, a connection's named statements are another's.
  const { listen, connectionString } = settingsOf(payload).watch
  const mayName = listen && connectionString === null
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    // Made for these values each time, the plans of such statements take longer than the statements.
    await client.query('begin; set local plan_cache_mode = force_generic_plan')
    const result = await work(async (text, values, name) => {
      const { rows } = await client.query({
        text,
        values: [...values],
        ...(mayName && name && { name }),
      })
      return rows
    })
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** The same in a transaction that Payload's own operations take part in: at repeatable read, as publishing wants it. */
export async function inPayloadTransaction<T>(
  reading: Reading,
  work: (session: Session, within: Reading) => Promise<T>,
): Promise<T> {
  const { req, overrideAccess } = reading
  const { db } = req.payload
  const transaction = await db.beginTransaction({ isolationLevel: 'repeatable read' })
  if (transaction === null) throw new Error('Expected a database with transactions')
  const own = isolateObjectProperty(req, ['transactionID', 'locale', 'fallbackLocale', 'context'])
  own.transactionID = transaction
  try {
    const result = await work(
      async (text, values) =>
        (await queryIn(own, bound(text, values))).rows as Record<string, unknown>[],
      { req: own, overrideAccess },
    )
    await db.commitTransaction(transaction)
    return result
  } catch (error) {
    await db.rollbackTransaction(transaction)
    throw error
  }
}

/** A statement with $1, $2 … as Payload's sessions take it. */
function bound(text: string, values: readonly unknown[]) {
  const parts = text.split(/\$(\d+)/)
  return sql.join(
    parts.map((part, i) => (i % 2 ? sql`${sql.param(values[Number(part) - 1])}` : sql.raw(part))),
  )
}

/** Runs a statement of its own, outside of any transaction but that of the request. */
export async function alone(
  text: string,
  values: readonly unknown[],
  { req }: Reading,
): ReturnType<Session> {
  return (await queryIn(req, bound(text, values))).rows as Record<string, unknown>[]
}
