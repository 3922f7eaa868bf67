import type { SanitizedConfig } from 'payload'
import { type PreviewNote, previewMember } from '../../../src/delivery/preview/preview.ts'
import type { ReadQuery } from '../../../src/delivery/reader.ts'
import { readerOf } from '../../../src/delivery/reader-of.ts'
import type { ResolvedOptions } from '../options.ts'
import { changesQuery } from './changes.ts'
import { changeType, comparisonQuery } from './comparison.ts'
import { telling } from './telling.ts'
import { type Fields, type GraphQL, typesOf } from './types.ts'
import { type PolicyView, viewOf } from './view.ts'

/** Reading editions, and for members what could be published, by the same rules as over REST. */
export function queries(options: ResolvedOptions, module: object, config: SanitizedConfig): Fields {
  const graphQL = module as GraphQL
  const types = typesOf(graphQL, config)
  const { policy, edition, needed, listOf, languageMap } = types
  const change = changeType(graphQL, types)
  const { GraphQLString: string, GraphQLInt: int, GraphQLID: id } = graphQL
  const { GraphQLObjectType } = graphQL
  const address = { organisation: { type: needed(string) }, policy: { type: needed(string) } }

  const listedOrganisation = new GraphQLObjectType({
    name: 'PrivacyPolicyListedOrganisation',
    fields: { slug: { type: needed(string) }, name: { type: needed(languageMap) } },
  })
  const summary = new GraphQLObjectType({
    name: 'PrivacyPolicyEditionSummary',
    fields: {
      id: { type: needed(id) },
      number: { type: needed(int) },
      kind: { type: needed(string) },
      effectiveFrom: { type: needed(string) },
      sha256: { type: needed(string) },
    },
  })
  const listing = new GraphQLObjectType({
    name: 'PrivacyPolicyListing',
    fields: {
      id: { type: needed(id) },
      slug: { type: needed(string) },
      title: { type: needed(languageMap) },
      organisation: { type: needed(listedOrganisation) },
      state: { type: needed(string) },
      edition: { type: needed(summary) },
      languages: { type: listOf(string) },
      upcoming: { type: listOf(summary) },
    },
  })
  const editionListing = new GraphQLObjectType({
    name: 'PrivacyPolicyEditionListing',
    fields: {
      ...edition.toConfig().fields,
      languages: {
        type: listOf(string),
        resolve: (one: { languages: object }) => Object.keys(one.languages),
      },
      standing: { type: string },
      correctedBy: { type: int },
      withdrawnBy: { type: int },
    },
  })

  return {
    privacyPolicies: {
      type: listOf(listing),
      args: { organisation: { type: string } },
      resolve: (_, { organisation }, { req }) =>
        telling(req, () => readerOf(req.payload).policies(organisation)),
    },
    privacyPolicy: {
      type: policy,
      description:
        'What a policy says today, on a day (asOf), as far as was known (knownAt), or as a reader saw it (seenAt).',
      args: {
        ...address,
        asOf: { type: string },
        knownAt: { type: string },
        seenAt: { type: string },
        number: { type: int },
        locale: { type: string },
        preview: { type: string, description: 'A token by previewPrivacyPolicy.' },
      },
      resolve: (_, args, { req }) =>
        telling(req, async () => {
          const read = await readerOf(req.payload).view(args as ReadQuery, viewOf)
          if (read?.preview) return withPreview(read.view, read.preview)
          if (!read?.staleSince) return read?.view ?? null
          return withStaleness(read.view, read.staleSince)
        }),
    },
    privacyPolicyEditions: {
      type: listOf(editionListing),
      args: address,
      resolve: (_, { organisation, policy: slug }, { req }) =>
        telling(req, () => readerOf(req.payload).editions(organisation, slug)),
    },
    comparePrivacyPolicyEditions: comparisonQuery(graphQL, types, change),
    privacyPolicyChanges: changesQuery(options, graphQL, types, change),
  }
}

/** A view is shared by all answers; that it is stale is told by one. */
const withStaleness = (view: PolicyView, staleSince: Date): PolicyView =>
  Object.create(view, { staleSince: { value: staleSince.toISOString(), enumerable: true } })

const withPreview = (view: PolicyView, note: PreviewNote): PolicyView =>
  Object.create(view, { preview: { value: previewMember(note), enumerable: true } })
