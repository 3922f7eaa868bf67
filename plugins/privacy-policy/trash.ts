import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type Where,
} from 'payload'
import { say } from '../../collections/validation.ts'
import type { RelationKind } from '../../src/core/lexical/relations.ts'
import { type Doc, localApi } from '../../src/operations/database/local-api.ts'
import type { ResolvedOptions } from './options.ts'

/**
 * Records are trashed, never purged: a purge takes the record out of old versions of everything that used it.
 * Holds for the Local API too, which asks no access function.
 */
export const neverPurge: CollectionBeforeDeleteHook = ({ req }) => {
  throw new APIError(
    say(req, {
      ja: '完全には削除できません。過去のバージョンが使っているためです。ごみ箱に移してください。',
      en: 'Records are never purged, because past versions use them. Move it to the trash instead.',
    }),
    403,
    undefined,
    true,
  )
}

/** Where a record of a collection is used: a collection, and the documents in it. */
type Use = { readonly collection: string; readonly where: (id: string) => Where }

/** Refuses to trash what is still used, and lists the places: a trashed record would silently leave its sections. */
export function keepUsed(uses: readonly Use[]): CollectionBeforeChangeHook {
  return async ({ context, data, operation, originalDoc, req }) => {
    if (operation !== 'update' || !data.deletedAt || originalDoc?.deletedAt) return data
    if (context.privacyPolicyRelationsChecked) return data
    const places: string[] = []
    for (const { collection, where } of uses) {
      const { docs } = await localApi(req.payload).find({
        collection,
        where: where(String(originalDoc.id)),
        depth: 0,
        joins: false,
        limit: 20,
        pagination: false,
        req,
        overrideAccess: true,
      })
      places.push(...docs.map(nameOf))
    }
    if (places.length === 0) return data
    throw new APIError(
      say(req, {
        ja: `使われているため、ごみ箱に移せません。先に次の箇所から外してください: ${places.join('、')}`,
        en: `It is in use and cannot be trashed. Take it out of these places first: ${places.join(', ')}`,
      }),
      409,
      { places },
      true,
    )
  }
}

/** The places that can use each kind of record. */
export function usesOf(options: ResolvedOptions) {
  const { slugs } = options
  const inBodies = (kind: RelationKind): readonly Use[] =>
    [slugs.policySections, slugs.policies].map((collection) => ({
      collection,
      where: (id) => ({ [kind]: { in: [id] } }),
    }))
  const ofOrganisation = (collection: string): Use => ({
    collection,
    where: (id) => ({ organisation: { equals: id } }),
  })
  return {
    purposes: inBodies('purposes'),
    exceptionClauses: inBodies('exceptionClauses'),
    jointUsePartners: inBodies('jointUsePartners'),
    safetyMeasures: inBodies('safetyMeasures'),
    contacts: inBodies('contacts'),
    policySections: [
      { collection: slugs.policySections, where: (id: string) => ({ parent: { equals: id } }) },
      { collection: slugs.policySections, where: (id: string) => ({ references: { in: [id] } }) },
    ],
    organisations: [
      slugs.policies,
      slugs.purposes,
      slugs.exceptionClauses,
      slugs.jointUsePartners,
      slugs.safetyMeasures,
      slugs.contacts,
    ].map(ofOrganisation),
  } satisfies { [collection: string]: readonly Use[] }
}

/** What an editor knows a document by. */
function nameOf(doc: Doc): string {
  const name = doc.heading ?? doc.title ?? doc.name ?? doc.text ?? doc.slug
  return typeof name === 'string' && name !== '' ? `${name}（${doc.id}）` : doc.id
}
