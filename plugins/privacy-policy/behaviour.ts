import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
  Endpoint,
  Field,
} from 'payload'
import type { Slugs } from '../../src/core/slugs.ts'
import { findingsField, withScreens } from './admin-screens.ts'
import { deriveRelations } from './bodies.ts'
import { bulkEndpoints } from './bulk/endpoints.ts'
import { ownWrite } from './bulk/own-write.ts'
import { changesById } from './changes.ts'
import { checkEndpoints, findingsEndpoint } from './checking.ts'
import { comparisonEndpointsById } from './comparing.ts'
import { statusEndpoint } from './endpoints.ts'
import type { ResolvedOptions } from './options.ts'
import { previewRedirect } from './previewing.ts'
import { resendEndpoint } from './resending.ts'
import { inOrganisationOfPolicy } from './sections.ts'
import { keepUsed, neverPurge, usesOf } from './trash.ts'
import { keepSecret } from './webhooks.ts'

/** What a collection does besides being stored. */
type Behaviour = {
  readonly fields?: readonly Field[]
  readonly endpoints?: readonly Omit<Endpoint, 'root'>[]
  readonly beforeChange?: readonly CollectionBeforeChangeHook[]
  readonly afterChange?: readonly CollectionAfterChangeHook[]
  readonly beforeDelete?: readonly CollectionBeforeDeleteHook[]
  /** The screens for checking, comparing and publishing. */
  readonly hasScreens?: true
}

/**
 * Of each collection, what it does. Editions, bulk updates and deliveries have no hooks: they are written by publishing,
 * applying and sending alone.
 */
const behaviours = {
  policies: (options, { slug }) => {
    const record = printed(options, 'policies', [
      deriveRelations(options, slug, ['preamble', 'closing']),
    ])
    return {
      ...record,
      endpoints: [
        ...record.endpoints,
        statusEndpoint(options),
        previewRedirect(options),
        ...checkEndpoints(options),
        ...comparisonEndpointsById(options),
        changesById(options),
      ],
      hasScreens: true,
    }
  },
  policySections: (options, { slug }) =>
    printed(options, 'policySections', [
      inOrganisationOfPolicy(options),
      deriveRelations(options, slug, ['body', 'end']),
    ]),
  purposes: (options) => printed(options, 'purposes'),
  exceptionClauses: (options) => printed(options, 'exceptionClauses'),
  jointUsePartners: (options) => printed(options, 'jointUsePartners'),
  safetyMeasures: (options) => printed(options, 'safetyMeasures'),
  contacts: (options) => printed(options, 'contacts'),
  organisations: (options) => printed(options, 'organisations'),
  policyEditions: () => ({}),
  webhookEndpoints: (options) => {
    const { beforeChange, afterChange } = keepSecret(options)
    return {
      beforeChange: [beforeChange],
      afterChange: [afterChange],
      beforeDelete: [neverPurge],
    }
  },
  webhookDeliveries: (options) => ({ endpoints: [resendEndpoint(options)] }),
  bulkUpdates: (options) => ({ endpoints: bulkEndpoints(options) }),
} satisfies {
  readonly [K in keyof Slugs]: (options: ResolvedOptions, collection: CollectionConfig) => Behaviour
}

/** A record that policies print: what the check says of it, and that it stays while it is used. */
function printed(
  options: ResolvedOptions,
  name: Parameters<typeof findingsEndpoint>[1],
  own: readonly CollectionBeforeChangeHook[] = [],
) {
  const { [name]: uses } = { policies: null, ...usesOf(options) }
  return {
    fields: [findingsField(options)],
    endpoints: [findingsEndpoint(options, name)],
    beforeChange: [ownWrite, ...own, ...(uses ? [keepUsed(uses)] : [])],
    beforeDelete: [neverPurge],
  } satisfies Behaviour
}

/** The collection with what it does; its own hooks run first. */
export function withBehaviour(
  collection: CollectionConfig,
  name: keyof Slugs,
  options: ResolvedOptions,
): CollectionConfig {
  const added: Behaviour = behaviours[name](options, collection)
  const { admin, endpoints, fields, hooks, slug } = collection
  return {
    ...collection,
    fields: [...(added.fields ?? []), ...fields],
    endpoints: [...(endpoints || []), ...(added.endpoints ?? [])],
    hooks: {
      ...hooks,
      beforeChange: [...(hooks?.beforeChange ?? []), ...(added.beforeChange ?? [])],
      afterChange: [...(hooks?.afterChange ?? []), ...(added.afterChange ?? [])],
      beforeDelete: [...(hooks?.beforeDelete ?? []), ...(added.beforeDelete ?? [])],
    },
    ...(added.hasScreens && {
      admin: withScreens({ ...admin, preview: previewOf(slug) }, options),
    }),
  }
}

/** The button that opens the page as it would be. */
const previewOf =
  (slug: string): NonNullable<NonNullable<CollectionConfig['admin']>['preview']> =>
  ({ id }, { req }) =>
    id ? `${req.payload.config.routes.api}/${slug}/${id}/preview-link` : null
