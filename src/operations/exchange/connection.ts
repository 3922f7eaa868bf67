import type { Payload } from 'payload'
import type pg from 'pg'
import { poolOf } from '../database/sql.ts'

/** Reads through a connection of its own, everything from one state of the database. */
export async function* inSnapshot<T>(
  payload: Payload,
  read: (client: pg.PoolClient) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const client = await poolOf(payload).connect()
  let failure: Error | undefined
  try {
    await client.query('begin transaction isolation level repeatable read, read only')
    yield* read(client)
  } catch (error) {
    failure = error as Error
    throw error
  } finally {
    await client.query('rollback').catch((error: Error) => {
      failure = error
    })
    client.release(failure)
  }
}

export type Transaction = {
  readonly client: pg.PoolClient
  readonly commit: () => Promise<void>
  readonly rollback: () => Promise<void>
}

/** A transaction on a connection of its own, to be ended by one of the two. */
export async function beginTransaction(payload: Payload): Promise<Transaction> {
  const client = await poolOf(payload).connect()
  await client.query('begin')
  return {
    client,
    async commit() {
      await client.query('commit')
      client.release()
    },
    async rollback() {
      const lost = await client.query('rollback').then(
        () => undefined,
        (error: Error) => error,
      )
      client.release(lost)
    },
  }
}
