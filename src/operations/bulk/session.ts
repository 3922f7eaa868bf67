import { isolateObjectProperty, type PayloadRequest } from 'payload'
import { mayName, poolOf, runIn } from '../database/sql.ts'
import type { Reading } from '../policy/load-policy.ts'

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
  const pool = poolOf(payload)
  const isNamed = mayName(payload)
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    // Made for these values each time, the plans of such statements take longer than the statements.
    await client.query('begin; set local plan_cache_mode = force_generic_plan')
    const result = await work(async (text, values, name) => {
      const { rows } = await client.query({
        text,
        values: [...values],
        ...(isNamed && name && { name }),
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
    await runIn(own, 'set local plan_cache_mode = force_generic_plan', [])
    const its = { req: own, overrideAccess }
    const result = await work((text, values, name) => alone(text, values, its, name), its)
    await db.commitTransaction(transaction)
    return result
  } catch (error) {
    await db.rollbackTransaction(transaction)
    throw error
  }
}

/** Runs a statement by itself: in the transaction of the request, or in none. */
export async function alone(
  text: string,
  values: readonly unknown[],
  { req }: Reading,
  name?: string,
): ReturnType<Session> {
  return (await runIn(req, text, values, name)).rows as Record<string, unknown>[]
}
