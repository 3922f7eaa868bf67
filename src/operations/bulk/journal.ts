import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import type { PlanHead, PlanUnit } from '../../core/bulk/plan.ts'
import type { BulkCollection } from '../../core/bulk/records.ts'
import { queryIn, tableNameOf, tableOf } from '../database/sql.ts'
import type { Reading } from '../policy/load-policy.ts'
import { settingsOf } from '../settings.ts'

/** A record that a plan changed, and the version that it wrote. */
export type Written = {
  readonly collection: BulkCollection
  readonly id: string
  readonly version: string
  /** The version before it, where it is not simply the last one before. */
  readonly before?: string
}

/** The name of a unit within its plan: that of the shared library, or of an organisation. */
export const unitKey = (plan: string, organisation: string | null): string =>
  `${plan} ${organisation ?? 'library'}`

/** The units of a plan that are written. */
export async function writtenUnits(plan: string, { req }: Reading): Promise<ReadonlySet<string>> {
  const log = tableOf(req.payload, settingsOf(req.payload).slugs.bulkUpdates)
  const { rows } = await queryIn(req, sql`select unit from ${log} where plan = ${plan}`)
  return new Set((rows as readonly { readonly unit: string }[]).map(({ unit }) => unit))
}

/** What a unit's transaction writes of itself, with the values from `$first` on; `records` is JSON of what was written. */
export function journalStatement(payload: Payload, first: number, records: string): string {
  const log = tableNameOf(payload, settingsOf(payload).slugs.bulkUpdates)
  const values = ['text', 'text', 'text', 'text', 'text', 'text', 'text', 'int', 'int'].map(
    (type, i) => `$${first + i}::${type}`,
  )
  return `insert into ${log} (id, organisation_id, unit, title, plan, reverts, applied_by, record_count, edition_count, records)
      select ${values.join(', ')}, ${records}`
}

export const journalValues = (
  { organisation, changes }: PlanUnit,
  { title, reverts }: PlanHead,
  plan: string,
  appliedBy: string,
  editions: number,
): readonly unknown[] => [
  uuidv7(),
  organisation?.id ?? null,
  unitKey(plan, organisation?.id ?? null),
  title,
  plan,
  reverts,
  appliedBy,
  changes.length,
  editions,
]
