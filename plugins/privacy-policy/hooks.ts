import type { CollectionConfig } from 'payload'
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

/**
 * What happens around the writes of each collection; editions, bulk updates and deliveries
 * have no hooks: they are written by publishing, applying and sending alone.
 */
export function withHooks(
  collection: CollectionConfig,
  name: keyof Slugs,
  options: ResolvedOptions,
): CollectionConfig {
  if (name === 'policyEditions') return collection
  if (name === 'bulkUpdates')
    return {
      ...collection,
      endpoints: [...(collection.endpoints || []), ...bulkEndpoints(options)],
    }
  if (name === 'webhookDeliveries')
    return {
      ...collection,
      endpoints: [...(collection.endpoints || []), resendEndpoint(options)],
    }
  const secret = name === 'webhookEndpoints' ? keepSecret(options) : null
  const uses = usesOf(options)
  const beforeChange = [
    ...(name in records ? [ownWrite] : []),
    ...(name === 'policySections'
      ? [
          inOrganisationOfPolicy(options),
          deriveRelations(options, collection.slug, ['body', 'end']),
        ]
      : []),
    ...(name === 'policies'
      ? [deriveRelations(options, collection.slug, ['preamble', 'closing'])]
      : []),
    ...(secret ? [secret.beforeChange] : []),
    ...(name in uses ? [keepUsed(uses[name as keyof typeof uses])] : []),
  ]
  return {
    ...collection,
    ...(name in records && withFindings(collection, name as keyof typeof records, options)),
    ...(name === 'policies' && withPublishing(withFindings(collection, name, options), options)),
    hooks: {
      ...collection.hooks,
      beforeChange: [...(collection.hooks?.beforeChange ?? []), ...beforeChange],
      afterChange: [
        ...(collection.hooks?.afterChange ?? []),
        ...(secret ? [secret.afterChange] : []),
      ],
      beforeDelete: [...(collection.hooks?.beforeDelete ?? []), neverPurge],
    },
  }
}

/** The collections whose records a policy prints. */
const records = {
  organisations: true,
  policies: true,
  policySections: true,
  purposes: true,
  exceptionClauses: true,
  jointUsePartners: true,
  safetyMeasures: true,
  contacts: true,
} satisfies Partial<{ readonly [K in keyof Slugs]: true }>

/** What the check says of a record: at its top, and for who asks. */
function withFindings(
  collection: CollectionConfig,
  name: keyof typeof records,
  options: ResolvedOptions,
): CollectionConfig {
  return {
    ...collection,
    fields: [findingsField(options), ...collection.fields],
    endpoints: [...(collection.endpoints || []), findingsEndpoint(options, name)],
  }
}

/** What the publishing screen asks for, and the button that opens the page as it would be. */
function withPublishing(
  { admin, endpoints, slug }: CollectionConfig,
  options: ResolvedOptions,
): Pick<CollectionConfig, 'admin' | 'endpoints'> {
  return {
    admin: withScreens(
      {
        ...admin,
        preview: ({ id }, { req }) =>
          id ? `${req.payload.config.routes.api}/${slug}/${id}/preview-link` : null,
      },
      options,
    ),
    endpoints: [
      ...(endpoints || []),
      statusEndpoint(options),
      previewRedirect(options),
      ...checkEndpoints(options),
      ...comparisonEndpointsById(options),
      changesById(options),
    ],
  }
}
