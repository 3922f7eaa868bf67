import type { Payload } from 'payload'
import type pg from 'pg'
import type { Entry, Source } from '../../core/exchange/entry.ts'
import { tableNameOf } from '../database/sql.ts'
import { EDITION_CHANNEL } from '../editions/edition-channel.ts'
import { editionColumns, insertStatement } from '../editions/store-editions.ts'
import { settingsOf } from '../settings.ts'
import { refuseFlaws } from './import-flaws.ts'

export type EditionEntry = Extract<Entry, { type: 'edition' }> & { readonly source: Source }

/**
 * Of editions those that the database has not.
 *
 * @throws OperationRefused when it has another one under the same number: the two chains have parted
 */
export async function appended(
  client: pg.ClientBase,
  payload: Payload,
  editions: readonly EditionEntry[],
): Promise<readonly EditionEntry[]> {
  if (editions.length === 0) return []
  const table = tableNameOf(payload, settingsOf(payload).slugs.policyEditions)
  const { rows } = await client.query<{ policy: string; number: number; sha256: string }>(
    `select policy, number::int as number, sha256 from ${table} where policy = any($1)`,
    [[...new Set(editions.map(({ edition }) => edition.policy))]],
  )
  const stored = new Map(rows.map(({ policy, number, sha256 }) => [`${policy} ${number}`, sha256]))
  const fresh = editions.filter(({ edition: { policy, number, sha256 }, source }) => {
    const known = stored.get(`${policy} ${number}`)
    if (known !== undefined && known !== sha256) {
      const { file, line } = source
      refuseFlaws([{ file, line, column: null, field: 'sha256', why: parted(number) }])
    }
    return known === undefined
  })
  return fresh
}

const parted = (number: number) => ({
  ja: `データベースには別の第${number}版があります。版は書き換えられません。同じデータベースから書き出したものか確かめてください。`,
  en: `The database has another edition ${number}, and editions are never replaced. Was this exported from the same database?`,
})

/**
 * Writes editions as they were sealed, and tells every instance of the newest of each policy: its readers look at the
 * whole chain when they hear of one.
 */
export async function insertEditions(
  client: pg.ClientBase,
  payload: Payload,
  organisation: string,
  editions: readonly EditionEntry[],
): Promise<void> {
  if (editions.length === 0) return
  const rows = editions.map(({ edition, rest: { internal, idempotencyKey } }) =>
    editionColumns({ ...edition, internal }, { organisation, idempotencyKey }),
  )
  await client.query(insertStatement(payload), [JSON.stringify(rows)])
  for (const { edition, policy } of editions)
    if (editions.findLast((one) => one.policy === policy)?.edition === edition)
      await client.query('select pg_notify($1, $2)', [
        EDITION_CHANNEL,
        JSON.stringify({ id: edition.id, sha256: edition.sha256 }),
      ])
}
