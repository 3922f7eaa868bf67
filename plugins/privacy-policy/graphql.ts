import type { GraphQLFieldConfig } from 'graphql'
import { APIError, type PayloadRequest, type SanitizedConfig } from 'payload'
import { say } from '../../collections/validation.ts'
import { editionKinds, pendingDecisions } from '../../src/core/edition/index.ts'
import { type PreviewNote, previewMember } from '../../src/delivery/preview.ts'
import { ReadRefused } from '../../src/delivery/problem.ts'
import type { ReadQuery } from '../../src/delivery/reader.ts'
import { readerOf } from '../../src/delivery/reader-of.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import { changesQuery } from './graphql-changes.ts'
import { changeType, comparisonQuery } from './graphql-comparison.ts'
import { type GraphQL, objectTypes } from './graphql-types.ts'
import type { ResolvedOptions } from './options.ts'
import { type PolicyView, viewOf } from './policy-view.ts'
import { previewAsUser } from './previewing.ts'
import { publishAsUser, restoreAsUser } from './publishing.ts'
import { statusFor } from './refusals.ts'

type Context = { readonly req: PayloadRequest }
type Fields = { [name: string]: GraphQLFieldConfig<unknown, Context> }

/** Payload asks for queries and mutations apart; both need the same object types, made once for each schema. */
const made = new WeakMap<SanitizedConfig, ReturnType<typeof objectTypes>>()

function typesOf(graphQL: GraphQL, config: SanitizedConfig): ReturnType<typeof objectTypes> {
  const types = made.get(config) ?? objectTypes(graphQL)
  made.set(config, types)
  return types
}

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
    comparePrivacyPolicyEditions: comparisonQuery(graphQL, types, change, telling),
    privacyPolicyChanges: changesQuery(options, graphQL, types, change, telling),
  }
}

/** A view is shared by all answers; that it is stale is told by one. */
const withStaleness = (view: PolicyView, staleSince: Date): PolicyView =>
  Object.create(view, { staleSince: { value: staleSince.toISOString(), enumerable: true } })

const withPreview = (view: PolicyView, note: PreviewNote): PolicyView =>
  Object.create(view, { preview: { value: previewMember(note), enumerable: true } })

/** Publishing, restoring and previews, by the same operations as over REST. */
export function mutations(
  options: ResolvedOptions,
  module: object,
  config: SanitizedConfig,
): Fields {
  const graphQL = module as GraphQL
  const { edition, needed, listOf } = typesOf(graphQL, config)
  const { GraphQLString: string, GraphQLInt: int, GraphQLID: id } = graphQL
  const { GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull } = graphQL
  const { GraphQLObjectType } = graphQL
  const oneOf = (name: string, values: readonly string[]) =>
    new GraphQLEnumType({
      name,
      values: Object.fromEntries(values.map((value) => [value, { value }])),
    })
  const waiver = new GraphQLInputObjectType({
    name: 'PrivacyPolicyWaiver',
    description: 'An error of the check to publish in spite of, by its key, and why.',
    fields: { key: { type: needed(string) }, reason: { type: needed(string) } },
  })
  const dutyRecord = new GraphQLInputObjectType({
    name: 'PrivacyPolicyDutyRecord',
    description:
      'How a duty that the change may call for is met, or why it need not be: one of both. By its key, or its name.',
    fields: {
      key: { type: needed(string) },
      met: {
        type: new GraphQLInputObjectType({
          name: 'PrivacyPolicyDutyMet',
          fields: {
            where: { type: needed(string) },
            when: { type: needed(string), description: 'A calendar day in Japan, YYYY-MM-DD.' },
            leadDays: { type: int },
            note: { type: string },
          },
        }),
      },
      waived: {
        type: new GraphQLInputObjectType({
          name: 'PrivacyPolicyDutyWaived',
          fields: { reason: { type: needed(string) } },
        }),
      },
    },
  })
  const restoredRecord = new GraphQLObjectType({
    name: 'PrivacyPolicyRestoredRecord',
    fields: {
      kind: { type: needed(string) },
      id: { type: needed(id) },
      outcome: { type: needed(string) },
      copy: { type: id },
    },
  })
  const restored = new GraphQLObjectType({
    name: 'PrivacyPolicyRestored',
    fields: {
      policy: { type: needed(id) },
      number: { type: needed(int) },
      languages: { type: listOf(string) },
      records: { type: listOf(restoredRecord) },
      sectionsWritten: { type: needed(int) },
      sectionsTrashed: { type: needed(int) },
      organisation: { type: listOf(string) },
    },
  })
  const issued = new GraphQLObjectType({
    name: 'PrivacyPolicyIssuedPreview',
    fields: {
      token: { type: needed(string) },
      kind: { type: needed(string) },
      sha256: { type: needed(string) },
      effectiveFrom: { type: needed(string) },
      expiresAt: { type: needed(string) },
      url: { type: needed(string) },
      page: { type: string },
    },
  })
  return {
    previewPrivacyPolicy: {
      type: needed(issued),
      args: {
        organisation: { type: needed(string) },
        policy: { type: needed(string) },
        effectiveFrom: { type: string },
        edition: { type: int },
        expiresIn: { type: int },
        only: { type: new GraphQLList(new GraphQLNonNull(string)) },
      },
      resolve: (_, { organisation, policy, ...input }, { req }) =>
        telling(req, () => previewAsUser(options, { organisation, policy }, input, req)),
    },
    publishPrivacyPolicy: {
      type: needed(edition),
      args: {
        organisation: { type: needed(string) },
        policy: { type: needed(string) },
        kind: { type: oneOf('PrivacyPolicyEditionKind', editionKinds) },
        effectiveFrom: { type: string },
        corrects: { type: int },
        withdraws: { type: int },
        summaryJa: { type: string },
        summaryEn: { type: string },
        pendingDecision: { type: oneOf('PrivacyPolicyPendingDecision', pendingDecisions) },
        idempotencyKey: { type: string },
        latest: { type: int },
        waivers: { type: new GraphQLList(new GraphQLNonNull(waiver)) },
        duties: { type: new GraphQLList(new GraphQLNonNull(dutyRecord)) },
        only: {
          type: new GraphQLList(new GraphQLNonNull(string)),
          description: 'The changes to publish, by their keys in privacyPolicyChanges.',
        },
      },
      resolve: (_, { organisation, policy, summaryJa, summaryEn, ...input }, { req }) =>
        telling(req, async () => {
          const summary = {
            ...(summaryJa && { ja: summaryJa }),
            ...(summaryEn && { en: summaryEn }),
          }
          const name = { organisation, policy }
          const { edition: published } = await publishAsUser(
            options,
            name,
            { ...input, summary },
            req,
          )
          return { ...published, languages: Object.keys(published.languages) }
        }),
    },
    restorePrivacyPolicy: {
      type: needed(restored),
      description: 'Makes an edition the working copy again.',
      args: {
        organisation: { type: needed(string) },
        policy: { type: needed(string) },
        number: { type: needed(int) },
      },
      resolve: (_, { organisation, policy, number }, { req }) =>
        telling(req, async () => {
          const done = await restoreAsUser(options, { organisation, policy }, number, req)
          const { written, trashed } = done.sections
          return { ...done, sectionsWritten: written, sectionsTrashed: trashed }
        }),
    },
  }
}

/** Tells the client why, in its language. Of an error without a status Payload says only that something went wrong. */
async function telling<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OperationRefused) {
      const data = { code: error.code, errors: error.details }
      throw new APIError(say(req, error.messages), statusFor(error, req), data, true)
    }
    if (error instanceof ReadRefused) {
      const { code, detail, members, status } = error.problem
      throw new APIError(say(req, detail), status, { code, ...members }, true)
    }
    throw error
  }
}
