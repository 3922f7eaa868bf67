import type { CollectionConfig, Config, Plugin } from 'payload'
import { collections } from '../../collections/index.ts'
import type { Slugs } from '../../src/core/slugs.ts'
import { outliveLostConnections } from '../../src/operations/database/outlive-lost-connections.ts'
import { takeJobsOnce } from '../../src/operations/database/take-jobs-once.ts'
import { guardEditions } from '../../src/operations/editions/edition-guard.ts'
import { SETTINGS_KEY, type Settings } from '../../src/operations/settings.ts'
import { withTabWords } from './admin-screens.ts'
import { withBehaviour } from './behaviour.ts'
import { endpoints } from './endpoints.ts'
import { mutations } from './graphql/mutations.ts'
import { queries } from './graphql/queries.ts'
import { withMembership } from './membership.ts'
import { type PrivacyPolicyOptions, resolveOptions } from './options.ts'
import { closeScheduleStatistics, webhookTask, withWebhooks } from './webhooks.ts'

export type { Membership } from '../../collections/options.ts'
export type { Role } from '../../src/core/roles.ts'
export type { Slugs } from '../../src/core/slugs.ts'
export type { PrivacyPolicyOptions } from './options.ts'

/**
 * Adds typed, versioned privacy policies to a Payload config: collections, delivery endpoints, GraphQL queries, and
 * the triggers that freeze editions. It adds and replaces nothing; the host's own hooks and `onInit` run first.
 */
export function privacyPolicy(options: PrivacyPolicyOptions = {}): Plugin {
  return (config: Config): Config => {
    const resolved = resolveOptions(options, config)
    const own = collections(resolved)
    const settings: Settings = {
      slugs: resolved.slugs,
      locales: resolved.locales,
      usersSlug: resolved.usersSlug,
      pagePath: resolved.pagePath,
      cacheBytes: resolved.cacheBytes,
      watch: resolved.watch,
      webhookHosts: resolved.webhookHosts,
      publishingGate: resolved.publishingGate,
      dutiesGate: resolved.dutiesGate,
      withPublication: [withWebhooks(resolved)],
    }
    const base: Config = {
      ...config,
      collections: [
        ...(config.collections ?? []).map((collection) =>
          collection.slug === resolved.usersSlug && resolved.addsMembershipFields
            ? withMembership(collection, resolved)
            : collection,
        ),
        ...Object.entries(own).map(
          ([name, collection]): CollectionConfig =>
            resolved.disabled
              ? collection
              : withBehaviour(collection, name as keyof Slugs, resolved),
        ),
      ],
      jobs: { ...config.jobs, tasks: [...(config.jobs?.tasks ?? []), webhookTask(resolved)] },
      custom: { ...config.custom, [SETTINGS_KEY]: settings },
    }
    if (resolved.disabled) return base
    return {
      ...base,
      i18n: withTabWords(config.i18n),
      endpoints: [...(config.endpoints ?? []), ...endpoints(resolved)],
      graphQL: {
        ...config.graphQL,
        queries: (graphQL, payload) => ({
          ...config.graphQL?.queries?.(graphQL, payload),
          ...queries(resolved, graphQL, payload.config),
        }),
        mutations: (graphQL, payload) => ({
          ...config.graphQL?.mutations?.(graphQL, payload),
          ...mutations(resolved, graphQL, payload.config),
        }),
      },
      onInit: async (payload) => {
        await config.onInit?.(payload)
        await guardEditions(payload)
        closeScheduleStatistics(payload)
        takeJobsOnce(payload)
        outliveLostConnections(payload)
      },
    }
  }
}
