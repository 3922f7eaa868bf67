import { isolateObjectProperty } from 'payload'
import type { PlanUnit } from '../../core/bulk/plan.ts'
import { type Doc, localApi } from '../database/local-api.ts'
import { findAll, type Reading } from '../policy/load-policy.ts'
import { settingsOf } from '../settings.ts'
import type { Written } from './journal.ts'
import { BULK_UPDATE_NOTE } from './note.ts'
import { docFields, inLocale, storedFields } from './record-shape.ts'

/** Writes the changes of a unit as saves in the admin would, with all hooks: one save a record and language. */
export async function writeThroughHooks(
  unit: PlanUnit,
  note: string,
  reading: Reading,
): Promise<readonly Written[]> {
  const { req, overrideAccess } = reading
  const settings = settingsOf(req.payload)
  const written: Written[] = []
  for (const { collection, id, after } of unit.changes) {
    const slug = settings.slugs[collection]
    const fields = storedFields(req.payload, collection)
    const [stored] = await findAll(slug, { id: { equals: id } }, reading)
    if (!stored) throw new RangeError(`Expected the record ${id}`)
    const before = await newestVersion(slug, id, reading)
    const whole: Doc = { ...stored, ...docFields(fields, after, stored, settings) }
    for (const code of Object.values(settings.locales)) {
      const [old, own] = [stored, whole].map((doc) => inLocale(fields, doc, code))
      const changed = Object.keys(after).filter(
        (name) => JSON.stringify(old?.[name]) !== JSON.stringify(own?.[name]),
      )
      if (changed.length === 0) continue
      await localApi(req.payload).update({
        collection: slug,
        id,
        data: Object.fromEntries(changed.map((name) => [name, own?.[name]])),
        depth: 0,
        joins: false,
        ...(code !== null && { locale: code }),
        req: isolateObjectProperty(req, ['locale', 'fallbackLocale', 'context']),
        overrideAccess,
        context: { [BULK_UPDATE_NOTE]: note, privacyPolicyRelationsChecked: true },
      })
    }
    const version = await newestVersion(slug, id, reading)
    if (version) written.push({ collection, id, version, ...(before && { before }) })
  }
  return written
}

async function newestVersion(slug: string, id: string, { req }: Reading): Promise<string | null> {
  const { docs } = await req.payload.db.findVersions({
    collection: slug as never,
    where: { parent: { equals: id } },
    sort: '-createdAt',
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ? String(docs[0].id) : null
}
