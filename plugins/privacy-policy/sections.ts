import type { CollectionBeforeChangeHook } from 'payload'
import { findById } from '../../collections/find.ts'
import { idIn } from '../../collections/validation.ts'
import type { ResolvedOptions } from './options.ts'

/** A section belongs to its policy's organisation, for access rules and versions to ask without a join. */
export function inOrganisationOfPolicy({ slugs }: ResolvedOptions): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    const policy = idIn(data.policy)
    const known = idIn(originalDoc?.organisation)
    if (known || !policy) return { ...data, organisation: known ?? null }
    return {
      ...data,
      organisation: idIn((await findById(req, slugs.policies, policy))?.organisation),
    }
  }
}
