import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { poolOf } from '../../operations/database/sql.ts'

/** SQL with the values of its `$1`, `$2` …. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

type Rows = readonly unknown[]

/**
 * Runs statements through the host's pool, each planned once for a connection: to plan one costs PostgreSQL as much as
 * to find an edition. A pooler that hands connections on between statements may not know a plan again, or know one of
 * somebody else's; then, and from then on, each statement is sent whole.
 */
export function preparing(payload: Payload): (statement: Statement) => Promise<Rows> {
  let isKept = true
  return async ({ text, values }) => {
    const pool = poolOf(payload)
    if (isKept)
      try {
        return (await pool.query({ name: nameOf(text), text, values: [...values] })).rows
      } catch (error) {
        if (!isOfPlans(error)) throw error
        isKept = false
      }
    return (await pool.query({ text, values: [...values] })).rows
  }
}

/** The plan is not there, or one is there already, or its columns have changed under it. */
const isOfPlans = (error: unknown) =>
  error instanceof Error && ['26000', '42P05', '0A000'].includes(String(Object(error).code))

/** Told by the text alone, so that no name ever means two statements, whoever else shares a connection. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `policies-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
  names.set(text, name)
  return name
}
/** One for each form of a question; there are a few dozen. */
const names = new Map<string, string>()
