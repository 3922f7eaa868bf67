import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { jstDay } from '../../core/calendar.ts'
import { queryIn } from './sql.ts'

/** The database's clock, which all instances share: the instant, and the day in Japan. */
export async function databaseClock(
  req: PayloadRequest,
): Promise<{ readonly today: string; readonly now: string }> {
  const { rows } = await queryIn(req, sql`select clock_timestamp() as now`)
  const now = new Date((rows[0] as { now: string | Date }).now)
  return { today: jstDay(now), now: now.toISOString() }
}
