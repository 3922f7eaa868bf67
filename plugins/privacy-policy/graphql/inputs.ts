import { editionKinds, pendingDecisions } from '../../../src/core/edition/index.ts'
import type { GraphQL, Types } from './types.ts'

/** What a publication is told, in the types of GraphQL. */
export function inputTypes(graphQL: GraphQL, { needed }: Pick<Types, 'needed'>) {
  const { GraphQLString: string, GraphQLInt: int } = graphQL
  const { GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull } = graphQL
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
  return {
    kind: oneOf('PrivacyPolicyEditionKind', editionKinds),
    pendingDecision: oneOf('PrivacyPolicyPendingDecision', pendingDecisions),
    waivers: new GraphQLList(new GraphQLNonNull(waiver)),
    duties: new GraphQLList(new GraphQLNonNull(dutyRecord)),
    keys: new GraphQLList(new GraphQLNonNull(string)),
  }
}
