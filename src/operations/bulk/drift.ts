import type { Payload } from 'payload'
import type { RecordRead } from '../../core/bulk/plan.ts'
import { recordHash } from '../../core/bulk/record-hash.ts'
import { type BulkCollection, bulkCollections } from '../../core/bulk/records.ts'
import type { Doc } from '../database/local-api.ts'
import { tableNameOf } from '../database/sql.ts'
import type { Reading } from '../policy/load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { settingsOf } from '../settings.ts'
import { nameOf } from './change-records.ts'
import { recordOf, storedFields } from './record-shape.ts'
import type { Session } from './session.ts'

/** A record that is not any more what the plan was made from. */
export type Drifted = {
  readonly collection: BulkCollection
  readonly id: string
  readonly name: string
  readonly isGone: boolean
}

/** A record that was saved after the plan had been made, and when; null when it is gone. */
export type Resaved = { readonly read: RecordRead; readonly at: string | null }

/** Those of the records that were saved since: mostly none, which is asked first. */
export async function resavedOf(
  read: readonly RecordRead[],
  session: Session,
  { req }: Reading,
): Promise<readonly Resaved[]> {
  const [answer] = await session(
    `select ${unchangedCondition(req.payload, 1)} as unchanged`,
    unchangedValues(read),
    'privacy-policy-unchanged',
  )
  if (answer?.unchanged) return []
  const rows = await session(
    resavedStatement(req.payload),
    resavedValues(read),
    'privacy-policy-drift',
  )
  const moments = new Map(rows.map(({ id, at }) => [id, at as string | null]))
  return read.flatMap((one) => {
    const at = moments.get(one.id)
    return at === undefined ? [] : [{ read: one, at }]
  })
}

function resavedStatement(payload: Payload): string {
  const { slugs } = settingsOf(payload)
  return bulkCollections
    .map((collection, i) => {
      const table = tableNameOf(payload, slugs[collection])
      // Asked by its id, each is found by the index, however large a table is.
      return `select id, at from (select v.id, v.at as known, (select to_char(t.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from ${table} t where t.id = v.id and t.deleted_at is null) as at from unnest($${1 + 2 * i}::text[], $${2 + 2 * i}::text[]) v(id, at) offset 0) s where at is distinct from known`
    })
    .join(' union all ')
}

const resavedValues = (read: readonly RecordRead[]): readonly unknown[] =>
  bulkCollections.flatMap((collection) => {
    const its = read.filter((one) => one.collection === collection)
    return [its.map(({ id }) => id), its.map(({ updatedAt }) => updatedAt)]
  })

/**
 * Whether none of some records was saved since, as a condition on the values from `$first` on: a third of what it costs
 * to be told which. All of a table are found in one run through its index, and all moments compared as one value.
 */
export function unchangedCondition(payload: Payload, first: number): string {
  const { slugs } = settingsOf(payload)
  const found = bulkCollections.map((collection, i) => {
    const table = tableNameOf(payload, slugs[collection])
    return `select ${i} as place, id, updated_at from ${table} where id = any($${first + i}::text[]) and deleted_at is null`
  })
  return `(select coalesce(array_agg(date_part('epoch', updated_at) order by place, id collate "C"), '{}') from (${found.join(' union all ')}) s) = $${first + found.length}::float8[]`
}

/** The ids of each collection and, in the order of all these, their moments in seconds. */
export function unchangedValues(read: readonly RecordRead[]): readonly unknown[] {
  const its = new Map<BulkCollection, RecordRead[]>(bulkCollections.map((one) => [one, []]))
  for (const one of read) its.get(one.collection)?.push(one)
  const sorted = [...its.values()].map((own) => own.sort((a, b) => (a.id < b.id ? -1 : 1)))
  return [
    ...sorted.map((own) => arrayOf(own.map(({ id }) => id))),
    `{${sorted.flatMap((own) => own.map(({ updatedAt }) => Date.parse(updatedAt) / 1000)).join()}}`,
  ]
}

/** Ids as PostgreSQL reads an array; the driver would look through each for what an id has not. */
const arrayOf = (ids: readonly string[]) =>
  ids.length === 0 || !ids.every((id) => /^[\w-]+$/.test(id)) ? ids : `{"${ids.join('","')}"}`

/** Those that say something else: a save may change nothing, so the hash decides. */
export async function driftOf(
  resaved: readonly Resaved[],
  reading: Reading,
): Promise<readonly Drifted[]> {
  const { payload } = reading.req
  const settings = settingsOf(payload)
  const drifted: Drifted[] = []
  for (const { read, at } of resaved) {
    const { collection, id, hash } = read
    const doc = at === null ? null : await stored(read, reading)
    const record = doc && recordOf(storedFields(payload, collection), doc, settings)
    if (record && recordHash(record) === hash) continue
    const name = record ? nameOf(record, settings) : id
    drifted.push({ collection, id, name, isGone: !record })
  }
  return drifted
}

async function stored({ collection, id }: RecordRead, { req }: Reading): Promise<Doc | null> {
  const { docs } = await req.payload.db.find<Doc>({
    collection: settingsOf(req.payload).slugs[collection] as never,
    where: { id: { equals: id } },
    locale: 'all',
    pagination: false,
    req,
  })
  return docs[0] ?? null
}

export const driftRefused = (organisation: string | null, drifted: readonly Drifted[]) => {
  const told = drifted.slice(0, 10)
  return new OperationRefused(
    'plan-drifted',
    {
      ja: `${organisation ?? '共通の文例'}: 計画を作った後に変更された記録があります。計画を作り直してください。${told.map(({ collection, name, isGone }) => `［${collection}］${name}${isGone ? '（削除されています）' : ''}`).join('、')}`,
      en: `${organisation ?? 'The library'}: records were changed after the plan had been made. Make it anew. ${told.map(({ collection, name, isGone }) => `[${collection}] ${name}${isGone ? ' (gone)' : ''}`).join(', ')}`,
    },
    drifted,
  )
}
