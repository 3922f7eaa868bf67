import { isolateObjectProperty, type PayloadRequest, type Where } from 'payload'
import { type RelationKind, type Relations, relationsIn } from '../../core/lexical/relations.ts'
import type { PolicyRecords } from '../../core/records.ts'
import { localApi } from '../database/local-api.ts'
import { settingsOf } from '../settings.ts'
import { recordReaderOf } from './record-reader.ts'

/** How a caller reads: as the user of `req`, or for the system itself. */
export type Reading = { readonly req: PayloadRequest; readonly overrideAccess: boolean }

/**
 * A policy's working copy with every record that it prints, in all languages; null when there is none that the reader
 * may read. One query a collection, whatever the number of records. Trashed records are not there: `compose` says so.
 */
export async function loadPolicy(id: string, reading: Reading): Promise<PolicyRecords | null> {
  const settings = settingsOf(reading.req.payload)
  const { slugs } = settings
  const [policy] = await findAll(slugs.policies, { id: { equals: id } }, reading)
  if (!policy) return null
  const [organisation] = await findAll(
    slugs.organisations,
    { id: { equals: policy.organisation } },
    reading,
  )
  if (!organisation) return null
  const sections = await findAll(slugs.policySections, { policy: { equals: id } }, reading)

  const read = recordReaderOf(settings)
  const records = {
    organisation: read.organisation(organisation),
    policy: read.policy(policy),
    sections: sections.map((section) => read.section(section)),
  }
  const used = relationsIn([
    ...Object.values(records.policy.preamble),
    ...Object.values(records.policy.closing),
    ...records.sections.flatMap((section) => [
      ...Object.values(section.body),
      ...Object.values(section.end),
    ]),
  ])
  const find = (kind: RelationKind) => findUsed(kind, used, reading)
  return {
    ...records,
    purposes: (await find('purposes')).map(read.purpose),
    exceptionClauses: (await find('exceptionClauses')).map(read.exceptionClause),
    jointUsePartners: (await find('jointUsePartners')).map(read.jointUsePartner),
    safetyMeasures: (await find('safetyMeasures')).map(read.safetyMeasure),
    contacts: (await find('contacts')).map(read.contact),
  }
}

async function findUsed(kind: RelationKind, used: Relations, reading: Reading) {
  const ids = used[kind]
  if (ids.length === 0) return []
  return findAll(settingsOf(reading.req.payload).slugs[kind], { id: { in: [...ids] } }, reading)
}

/** All documents of a query, in all languages; those in the trash only when asked. The request keeps its own locale. */
export async function findAll(
  collection: string,
  where: Where,
  { req, overrideAccess }: Reading,
  { trash = false }: { readonly trash?: boolean } = {},
) {
  const { docs } = await localApi(req.payload).find({
    collection,
    where,
    depth: 0,
    joins: false,
    pagination: false,
    locale: 'all',
    trash,
    // A nested call that changes the locale of `req` would make the outer call write in that locale.
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
    overrideAccess,
  })
  return docs
}
