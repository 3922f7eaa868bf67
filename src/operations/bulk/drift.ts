import type { PlanUnit, RecordRead } from '../../core/bulk/plan.ts'
import { recordHash } from '../../core/bulk/record-hash.ts'
import { type BulkCollection, bulkCollections } from '../../core/bulk/records.ts'
import type { Doc, Reading } from '../load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { settingsOf } from '../settings.ts'
import { tableNameOf } from '../sql.ts'
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

/**
 * The records of a unit that have changed since the plan was made. When each was last saved is asked first, by one
 * statement; of those saved since, the hash decides, since a save may change nothing.
 */
export async function driftOf(
  unit: Pick<PlanUnit, 'read'>,
  session: Session,
  reading: Reading,
): Promise<{
  readonly drifted: readonly Drifted[]
  /** When each changed record was last saved. */
  readonly savedAt: ReadonlyMap<string, string>
}> {
  const { payload } = reading.req
  const { slugs } = settingsOf(payload)
  const text = bulkCollections
    .map(
      (collection, i) =>
        `select id, to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from ${tableNameOf(payload, slugs[collection])} where id = any($${i + 1}::text[]) and deleted_at is null`,
    )
    .join(' union all ')
  const ids = bulkCollections.map((collection) =>
    unit.read.flatMap((one) => (one.collection === collection ? one.id : [])),
  )
  const rows = await session(text, ids, 'privacy-policy-drift')
  const savedAt = new Map(rows.map(({ id, at }) => [String(id), String(at)]))
  const suspects = unit.read.filter(({ id, updatedAt }) => savedAt.get(id) !== updatedAt)
  const drifted: Drifted[] = []
  for (const suspect of suspects) {
    const doc = savedAt.has(suspect.id) ? await stored(suspect, reading) : null
    const settings = settingsOf(payload)
    const record = doc && recordOf(storedFields(payload, suspect.collection), doc, settings)
    if (record && recordHash(record) === suspect.hash) continue
    drifted.push({
      collection: suspect.collection,
      id: suspect.id,
      name: record ? nameOf(record, settings) : suspect.id,
      isGone: !record,
    })
  }
  return { drifted, savedAt }
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
