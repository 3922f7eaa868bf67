import type { PlanHead, PlanUnit } from '../../core/bulk/plan.ts'
import { bulkCollections } from '../../core/bulk/records.ts'
import type { Reading } from '../policy/load-policy.ts'
import { isLostRace } from '../publishing/publication-conflict.ts'
import { unchangedCondition, unchangedValues } from './drift.ts'
import { journalStatement, journalValues } from './journal.ts'
import type { KeptConnections } from './kept-connections.ts'
import { statementsOf, textOf } from './write-changes.ts'
import { writeStatement } from './write-statement.ts'

/**
 * Writes a unit by one statement, if one can: it looks whether anything was saved since, writes records and versions, and
 * the row of the log. Alone it is a transaction, and one way to the database in the place of five. False where a unit
 * takes several statements, or something was saved since or at this moment: then nothing is written, and the longer way
 * says what it is and whether it matters.
 */
export async function writeAtOnce(
  unit: PlanUnit,
  plan: { readonly head: PlanHead; readonly sha256: string; readonly note: string },
  appliedBy: string,
  connections: KeptConnections,
  { req: { payload } }: Reading,
): Promise<boolean> {
  const collections = new Set(unit.changes.map(({ collection }) => collection))
  const [collection] = bulkCollections.filter((one) => collections.has(one))
  if (!collection || collections.size > 1) return false
  const [only, ...others] = statementsOf(unit, collection, [], payload)
  if (!only || others.length) return false
  const { tables, shape, rows, its } = only
  const name = `${only.name}-whole`
  const moments = unchangedValues(unit.read)
  const text = textOf(name, payload, () => {
    const written = `(select json_agg(json_build_object('collection', '${collection}', 'id', parent_id, 'version', id::text)) from ver)::jsonb where exists (select from ver)`
    return writeStatement(tables, shape, {
      condition: unchangedCondition(payload, 4),
      after: [`log as (${journalStatement(payload, 4 + moments.length, written)})`],
    })
  })
  const values = [
    JSON.stringify(rows),
    new Date().toISOString(),
    plan.note,
    ...moments,
    ...journalValues(unit, plan.head, plan.sha256, appliedBy, 0),
  ]
  const saved = await connections.run(text, values, name).catch((error: unknown) => {
    // Somebody saved one of the records, or wrote this unit, at the same moment.
    if (isLostRace(error)) return []
    throw error
  })
  if (saved.length > 0 && saved.length !== its.length)
    throw new Error(`Expected ${its.length} records to be written, not ${saved.length}`)
  return saved.length > 0
}
