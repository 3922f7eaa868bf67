import { sql } from '@payloadcms/db-postgres'
import type { Selection } from '../../core/bulk/define-change.ts'
import type { PlanHead, PlanUnit } from '../../core/bulk/plan.ts'
import { databaseClock } from '../database/database-clock.ts'
import { queryIn, tableOf } from '../database/sql.ts'
import type { Reading } from '../policy/load-policy.ts'
import { settingsOf } from '../settings.ts'
import { type ChangeSource, changeLibrary, changesOf, nameOf } from './change-records.ts'
import { type PolicyComparison, policiesReached } from './policies-reached.ts'
import { readLibrary, readRecords, type StoredRecords } from './read-records.ts'
import { readOf } from './record-read.ts'
import { recordOf, storedFields } from './record-shape.ts'
import { settledSelection } from './selection.ts'
import { everywhere, type Within } from './within.ts'

/** A unit with the comparisons of the policies that it reaches, for who shows it; the plan file has no need of them. */
export type PlannedUnit = {
  readonly unit: PlanUnit
  readonly comparisons: readonly PolicyComparison[]
}

/** A change script, or whatever else says what becomes of records. */
export type Plannable = ChangeSource & {
  readonly title: string
  readonly select: Selection
  /** Asked when all records were: refuses what was asked for and met none. */
  readonly refuseUnseen?: () => void
}

export type Planning = {
  readonly head: PlanHead
  /** Units as they are worked out, the library's first. Those without anything to do are left out. */
  readonly units: AsyncGenerator<PlannedUnit>
  /** How many organisations there are to look through. */
  readonly organisations: number
}

/** Organisations that are read by one query a collection: few enough that their texts need no memory to speak of. */
const TOGETHER = 8

/**
 * Works out what a change would make of the records that it selects, organisation by organisation, and writes nothing.
 * Everything that a save would be refused for is refused here, by name and before anybody thinks of applying.
 *
 * @throws OperationRefused when an organisation is missing, or, while units are read, when a change cannot be made
 */
export async function planChange(
  change: Plannable,
  reading: Reading,
  {
    madeBy,
    reverts = null,
    within = everywhere,
  }: {
    readonly madeBy: string
    readonly reverts?: string | null
    readonly within?: Within
  },
): Promise<Planning> {
  const { req } = reading
  const settings = settingsOf(req.payload)
  const { today, now } = await databaseClock(req)
  const selection = await settledSelection(change.select, reading, within)
  const organisations = selection.organisations ?? (await organisationCount(reading))
  return {
    head: { schema: 1, title: change.title, madeAt: now, madeBy, reverts },
    organisations: typeof organisations === 'number' ? organisations : organisations.length,
    units: units(),
  }

  async function* units(): AsyncGenerator<PlannedUnit> {
    const stored = await readLibrary(reading)
    const library = within.library
      ? await changeLibrary(change, selection, stored, today, reading)
      : { changes: [], before: stored, after: stored }
    if (library.changes.length)
      yield {
        unit: {
          organisation: null,
          changes: library.changes,
          policies: [],
          read: readOf(library.before, library.changes, reading),
        },
        comparisons: [],
      }
    for await (const ids of organisationBatches(selection.organisations, reading)) {
      const read = await readRecords(ids, reading)
      for (const own of read.values()) {
        const planned = await ofOrganisation(own)
        if (planned) yield planned
      }
    }

    change.refuseUnseen?.()

    async function ofOrganisation(own: StoredRecords): Promise<PlannedUnit | null> {
      const [organisation] = own.organisations
      if (!organisation) return null
      const { changes, after } = await changesOf(
        change,
        selection,
        { own, library: library.before },
        today,
        reading,
      )
      if (changes.length === 0 && library.changes.length === 0) return null
      const { policies, comparisons } = await policiesReached(
        { own, library: library.before },
        { own: after, library: library.after },
        today,
        reading,
      )
      if (changes.length === 0 && policies.length === 0) return null
      return {
        unit: {
          organisation: {
            id: organisation.id,
            slug: String(organisation.slug),
            name: nameOf(
              recordOf(storedFields(req.payload, 'organisations'), organisation, settings),
              settings,
            ),
          },
          changes,
          policies,
          read: readOf(own, changes, reading),
        },
        comparisons,
      }
    }
  }
}

async function organisationCount({ req }: Reading): Promise<number> {
  const organisations = tableOf(req.payload, settingsOf(req.payload).slugs.organisations)
  const { rows } = await queryIn(
    req,
    sql`select count(*)::int as count from ${organisations} where deleted_at is null`,
  )
  return (rows[0] as { count: number }).count
}

/** The ids of organisations, a few at a time, by id: those that come while it is read are found or not, never twice. */
export async function* organisationBatches(
  wanted: readonly string[] | null,
  { req }: Reading,
): AsyncGenerator<readonly string[]> {
  if (wanted) {
    for (let at = 0; at < wanted.length; at += TOGETHER) yield wanted.slice(at, at + TOGETHER)
    return
  }
  const organisations = tableOf(req.payload, settingsOf(req.payload).slugs.organisations)
  for (let last = ''; ; ) {
    const { rows } = await queryIn(
      req,
      sql`select id from ${organisations} where deleted_at is null and id > ${last} order by id limit ${TOGETHER}`,
    )
    const ids = (rows as readonly { readonly id: string }[]).map(({ id }) => id)
    const end = ids.at(-1)
    if (end === undefined) return
    yield ids
    last = end
  }
}
