import { sql } from '@payloadcms/db-postgres'
import { sayingOf } from '../../core/amendment.ts'
import { lineKey } from '../../core/bulk/changes/record-lines.ts'
import type { Fields } from '../../core/bulk/plan.ts'
import { type BulkCollection, type BulkRecord, bulkCollections } from '../../core/bulk/records.ts'
import type { Doc } from '../database/local-api.ts'
import { queryIn, tableOf } from '../database/sql.ts'
import type { Reading } from '../policy/load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { settingsOf } from '../settings.ts'
import type { Scope } from './change-records.ts'
import { unitKey, type Written } from './journal.ts'
import type { Plannable } from './plan.ts'
import { recordOf, storedFields } from './record-shape.ts'
import { isSettled } from './validate-record.ts'
import { everywhere, isWithin, type Within } from './within.ts'

type Undoing = { readonly before: BulkRecord; readonly after: BulkRecord }

/**
 * The inverse of a plan that was applied, as far as it was: every field that it changed is to say again what the version
 * before says. What has been changed since by somebody else is not undone, but refused by name.
 *
 * @throws OperationRefused when nothing was applied of such a plan
 */
export async function revertOf(
  plan: string,
  reading: Reading,
  within: Within = everywhere,
): Promise<Plannable & { readonly reverts: string }> {
  const { req } = reading
  const log = tableOf(req.payload, settingsOf(req.payload).slugs.bulkUpdates)
  const { rows } = await queryIn(
    req,
    sql`select plan, title, array_agg(organisation_id) as organisations from ${log}
      where starts_with(plan, ${plan}) group by plan, title`,
  )
  const found = rows as readonly {
    readonly plan: string
    readonly title: string
    readonly organisations: readonly (string | null)[]
  }[]
  const [applied, other] = found.filter(({ organisations }) =>
    organisations.some((organisation) => isWithin(within, organisation)),
  )
  if (!applied || other)
    throw new OperationRefused('bad-request', {
      ja: applied
        ? `「${plan}」で始まる計画が複数あります。もっと長く指定してください。`
        : `計画「${plan.slice(0, 12)}」は適用されていないため、元に戻すものがありません。`,
      en: applied
        ? `Several plans begin with \`${plan}\`. Give more of the name.`
        : `Nothing was applied of the plan \`${plan.slice(0, 12)}\`, so there is nothing to revert.`,
    })
  let undo = new Map<string, Undoing>()
  return {
    title: `取消し: ${applied.title}`,
    select: { collections: bulkCollections },
    reverts: applied.plan,
    prepare: async (scope) => {
      undo = await undoings(applied.plan, scope, reading)
    },
    change: (record: BulkRecord, { collection, organisation }) => {
      const undoing = undo.get(lineKey(collection, record.id))
      if (!undoing) return null
      const changed = Object.keys(undoing.after).filter(
        (field) =>
          !isSettled(field, collection) &&
          sayingOf(undoing.before[field]) !== sayingOf(undoing.after[field]),
      )
      const since = changed.filter(
        (field) => sayingOf(record[field]) !== sayingOf(undoing.after[field]),
      )
      if (since.length) throw changedSince(organisation?.slug ?? null, collection, record, since)
      return Object.fromEntries(changed.map((field) => [field, undoing.before[field] ?? null]))
    },
  }
}

async function undoings(
  plan: string,
  { own }: Scope,
  reading: Reading,
): Promise<Map<string, Undoing>> {
  const { req } = reading
  const settings = settingsOf(req.payload)
  const [organisation] = own.organisations
  const log = tableOf(req.payload, settings.slugs.bulkUpdates)
  const unit = unitKey(plan, organisation?.id ?? null)
  const { rows } = await queryIn(req, sql`select records from ${log} where unit = ${unit}`)
  const written = (rows as readonly { readonly records: readonly Written[] }[]).flatMap(
    ({ records }) => records,
  )
  const found = new Map<string, Undoing>()
  for (const collection of bulkCollections) {
    const its = written.filter((one) => one.collection === collection)
    if (its.length === 0) continue
    const versions = await versionsOf(collection, its, reading)
    const fields = storedFields(req.payload, collection)
    for (const { id, version, before } of its) {
      const all = versions.get(id) ?? []
      const at = all.findIndex((one) => one.id === version)
      const [after, was] = [
        all[at],
        before === undefined ? all[at - 1] : all.find((one) => one.id === before),
      ]
      if (!after || !was) throw new RangeError(`Expected the versions of ${collection} ${id}`)
      const [old, now] = [was, after].map((one) =>
        recordOf(fields, { ...one.version, id }, settings),
      )
      if (old && now) found.set(lineKey(collection, id), { before: old, after: now })
    }
  }
  return found
}

type Version = { readonly id: string; readonly version: Fields }

/** The versions of records, each record's from the first to the newest. */
async function versionsOf(
  collection: BulkCollection,
  written: readonly Written[],
  { req }: Reading,
): Promise<ReadonlyMap<string, readonly Version[]>> {
  const { docs } = await req.payload.db.findVersions({
    collection: settingsOf(req.payload).slugs[collection] as never,
    where: { parent: { in: written.map(({ id }) => id) } },
    sort: 'createdAt',
    locale: 'all',
    pagination: false,
    limit: 0,
    req,
  })
  const found = new Map<string, Version[]>()
  for (const doc of docs as unknown as readonly { id: unknown; parent: unknown; version: Doc }[]) {
    const parent = String(doc.parent)
    found.set(parent, [...(found.get(parent) ?? []), { id: String(doc.id), version: doc.version }])
  }
  return found
}

const changedSince = (
  organisation: string | null,
  collection: BulkCollection,
  { id }: BulkRecord,
  fields: readonly string[],
) =>
  new OperationRefused(
    'plan-drifted',
    {
      ja: `${organisation ?? '共通の文例'}: ${collection} ${id} の ${fields.join('、')} は、一括更新の後に別の変更を受けているため、元に戻せません。`,
      en: `${organisation ?? 'The library'}: ${fields.join(', ')} of ${collection} ${id} changed again after the bulk update, and cannot be reverted.`,
    },
    [{ collection, id, fields }],
  )
