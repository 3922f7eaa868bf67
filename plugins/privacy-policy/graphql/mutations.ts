import type { SanitizedConfig } from 'payload'
import type { ResolvedOptions } from '../options.ts'
import { previewAsUser } from '../previewing.ts'
import { publishAsUser, restoreAsUser } from '../publishing.ts'
import { inputTypes } from './inputs.ts'
import { telling } from './telling.ts'
import { type Fields, type GraphQL, type Types, typesOf } from './types.ts'

/** Publishing, restoring and previews, by the same operations as over REST. */
export function mutations(
  options: ResolvedOptions,
  module: object,
  config: SanitizedConfig,
): Fields {
  const graphQL = module as GraphQL
  const types = typesOf(graphQL, config)
  const { edition, needed } = types
  const { GraphQLString: string, GraphQLInt: int } = graphQL
  const { kind, pendingDecision, waivers, duties, keys } = inputTypes(graphQL, types)
  const { restored, issued } = resultTypes(graphQL, types)
  return {
    previewPrivacyPolicy: {
      type: needed(issued),
      args: {
        organisation: { type: needed(string) },
        policy: { type: needed(string) },
        effectiveFrom: { type: string },
        edition: { type: int },
        expiresIn: { type: int },
        only: { type: keys },
      },
      resolve: (_, { organisation, policy, ...input }, { req }) =>
        telling(req, () => previewAsUser(options, { organisation, policy }, input, req)),
    },
    publishPrivacyPolicy: {
      type: needed(edition),
      args: {
        organisation: { type: needed(string) },
        policy: { type: needed(string) },
        kind: { type: kind },
        effectiveFrom: { type: string },
        corrects: { type: int },
        withdraws: { type: int },
        summaryJa: { type: string },
        summaryEn: { type: string },
        pendingDecision: { type: pendingDecision },
        idempotencyKey: { type: string },
        latest: { type: int },
        waivers: { type: waivers },
        duties: { type: duties },
        only: {
          type: keys,
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

/** What the mutations answer with. */
function resultTypes(graphQL: GraphQL, { needed, listOf }: Types) {
  const { GraphQLString: string, GraphQLInt: int, GraphQLID: id, GraphQLObjectType } = graphQL
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
  return { restored, issued }
}
