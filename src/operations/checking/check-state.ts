import { sql } from '@payloadcms/db-postgres'
import { sha256Of } from '../../core/edition/index.ts'
import { relationKinds } from '../../core/lexical/relations.ts'
import { databaseClock } from '../database/database-clock.ts'
import type { Doc } from '../database/local-api.ts'
import { queryIn, tableOf } from '../database/sql.ts'
import type { Reading } from '../policy/load-policy.ts'
import { settingsOf } from '../settings.ts'

/** Another start may bring other rules. */
const started = Date.now()

/**
 * What the checks of policies rest on, as a word that changes when any of it does: the day, and when the records of
 * their organisations and of the library were changed. One statement, and no text is read. Sums and not the latest
 * change, because instances have clocks of their own.
 */
export async function checkState(
  policies: readonly Doc[],
  { req }: Pick<Reading, 'req'>,
): Promise<string> {
  if (policies.length === 0) return ''
  const { slugs } = settingsOf(req.payload)
  const listOf = (values: readonly unknown[]) =>
    sql.join(
      values.map((value) => sql`${value}`),
      sql`, `,
    )
  const organisations = listOf([...new Set(policies.map(({ organisation }) => organisation))])
  const changed = sql`select count(*)::text || '/' || coalesce(sum(extract(epoch from updated_at)), 0)::text`
  const inThem = (collection: string) =>
    sql`(${changed} from ${tableOf(req.payload, collection)} where organisation_id in (${organisations}))`
  const parts = [
    sql`(${changed} from ${tableOf(req.payload, slugs.organisations)} where id in (${organisations}))`,
    inThem(slugs.policies),
    inThem(slugs.policySections),
    ...relationKinds.flatMap((kind) => [
      inThem(slugs[kind]),
      sql`(${changed} from ${tableOf(req.payload, slugs[kind])} where organisation_id is null)`,
    ]),
    sql`(select count(*)::text from ${tableOf(req.payload, slugs.policyEditions)} where policy in (${listOf(policies.map(({ id }) => id))}))`,
  ]
  const { rows } = await queryIn(
    req,
    sql`select concat_ws(' ', ${sql.join(parts, sql`, `)}) as state`,
  )
  const { today } = await databaseClock(req)
  return sha256Of([started, today, policies.map(({ id }) => id), rows])
}
