import { isolateObjectProperty, type Where } from 'payload'
import type { Amendment } from '../../core/amendment.ts'
import { type RelationKind, relationKinds } from '../../core/lexical/relations.ts'
import { localApi } from '../database/local-api.ts'
import { settingsOf } from '../settings.ts'
import type { Reading } from './load-policy.ts'

/** Of these records, those that another policy prints too, or that belong to the shared library. */
export async function usedElsewhere(
  kind: RelationKind,
  ids: readonly string[],
  policy: string,
  reading: Reading,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { slugs } = settingsOf(reading.req.payload)
  const shared = await findAll(
    slugs[kind],
    { and: [{ id: { in: [...ids] } }, { organisation: { exists: false } }] },
    reading,
  )
  const used = await usedBy(kind, ids, reading, policy)
  return new Set([...shared.map(({ id }) => id), ...used])
}

/** Of these records, those that any policy prints, in any language; `except` one. */
async function usedBy(
  kind: RelationKind,
  ids: readonly string[],
  reading: Reading,
  except?: string,
): Promise<ReadonlySet<string>> {
  const { slugs } = settingsOf(reading.req.payload)
  const users = async (collection: string, field: string) =>
    findAll(
      collection,
      {
        and: [
          { [kind]: { in: [...ids] } },
          ...(except === undefined ? [] : [{ [field]: { not_equals: except } }]),
        ],
      },
      reading,
    )
  const docs = [
    ...(await users(slugs.policySections, 'policy')),
    ...(await users(slugs.policies, 'id')),
  ]
  return new Set(docs.flatMap((doc) => doc[kind] as string[]))
}

/**
 * What an amendment took out of a policy goes to the trash: its sections, and of its records those that nothing uses
 * any more and that are no shared library's.
 */
export async function trashUnused(
  amendment: Amendment,
  policy: string,
  reading: Reading,
): Promise<void> {
  const { slugs } = settingsOf(reading.req.payload)
  // Children before their parents; what they refer to among themselves goes with them.
  for (const id of amendment.sections.removed.toReversed())
    await trash(slugs.policySections, id, reading)
  for (const kind of relationKinds) {
    const { removed } = amendment[kind]
    if (removed.length === 0) continue
    const used = await usedBy(kind, removed, reading)
    const shared = await usedElsewhere(kind, removed, policy, reading)
    for (const id of removed)
      if (!used.has(id) && !shared.has(id)) await trash(slugs[kind], id, reading)
  }
}

async function trash(collection: string, id: string, { req, overrideAccess }: Reading) {
  await localApi(req.payload).update({
    collection,
    id,
    data: { deletedAt: new Date().toISOString() },
    depth: 0,
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale', 'context']),
    overrideAccess,
    context: { privacyPolicyRelationsChecked: true },
  })
}

/** Whoever asks: what a user may not see is used all the same. */
async function findAll(collection: string, where: Where, { req }: Reading) {
  const { docs } = await localApi(req.payload).find({
    collection,
    where,
    depth: 0,
    joins: false,
    pagination: false,
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
    overrideAccess: true,
  })
  return docs
}
