import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { queryIn } from './sql.ts'

/**
 * Lets each job be taken by one instance. Payload 3.90 reads which jobs wait and then writes that it runs them, so
 * that instances whose clocks strike together take the same ones. Whoever ends last then writes about a job that is
 * gone: it fails, forgets the others it ran, and keeps a connection of the pool for ever.
 *
 * Here the taking of jobs waits for that of others, and what fails gives its connection back.
 */
export function takeJobsOnce(payload: Payload): void {
  const { db } = payload
  const updateJobs = db.updateJobs.bind(db)
  db.updateJobs = async (update) => {
    // Payload begins this transaction for the update alone, and ends it when all went well.
    const transactionID = await update.req?.transactionID
    const isTaking = update.data.processing === true
    try {
      if (isTaking && transactionID !== undefined)
        await queryIn({ payload, transactionID }, sql`select pg_advisory_xact_lock(${TAKING})`)
      return await updateJobs(update)
    } catch (error) {
      if (transactionID !== undefined) await db.rollbackTransaction(transactionID)
      throw error
    }
  }
}

/** Of PostgreSQL's advisory locks, the one of whoever takes jobs. */
const TAKING = 27_038_004
