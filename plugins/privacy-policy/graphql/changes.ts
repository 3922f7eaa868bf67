import type { GraphQLObjectType } from 'graphql'
import { type ChangesInput, changesAsUser } from '../changes.ts'
import type { ResolvedOptions } from '../options.ts'
import type { PolicyName } from '../publishing.ts'
import { telling } from './telling.ts'
import type { Fields, GraphQL, Types } from './types.ts'

/** The changes of a working copy that can be published by themselves, for members, as over REST. */
export function changesQuery(
  options: ResolvedOptions,
  graphQL: GraphQL,
  { needed, listOf, languageMap }: Types,
  typedChange: GraphQLObjectType,
): Fields[string] {
  const { GraphQLString: string, GraphQLInt: int } = graphQL
  const against = new graphQL.GraphQLObjectType({
    name: 'PrivacyPolicyHeldBackFrom',
    fields: {
      number: { type: needed(int) },
      effectiveFrom: { type: needed(string) },
      sha256: { type: needed(string) },
    },
  })
  const pickable = new graphQL.GraphQLObjectType({
    name: 'PrivacyPolicyPickableChange',
    fields: {
      key: { type: needed(string), description: 'For `only` of publishPrivacyPolicy.' },
      change: { type: needed(string), description: 'added, removed, changed, moved' },
      name: { type: needed(languageMap) },
      needs: { type: listOf(string), description: 'The keys of what goes along with it.' },
      changes: { type: listOf(typedChange) },
    },
  })
  const changes = new graphQL.GraphQLObjectType({
    name: 'PrivacyPolicyPickableChanges',
    fields: {
      effectiveFrom: { type: needed(string) },
      against: {
        type: needed(against),
        description: 'The edition from which what is held back is taken.',
      },
      changes: { type: listOf(pickable) },
    },
  })
  return {
    type: needed(changes),
    description: 'What of the working copy can be published by itself; for members.',
    args: {
      organisation: { type: needed(string) },
      policy: { type: needed(string) },
      effectiveFrom: { type: string },
      corrects: { type: int },
    },
    resolve: (_, { organisation, policy, ...input }: PolicyName & ChangesInput, { req }) =>
      telling(req, () => changesAsUser(options, { organisation, policy }, input, req)),
  }
}
