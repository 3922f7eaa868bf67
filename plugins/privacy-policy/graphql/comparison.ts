import type { GraphQLObjectType } from 'graphql'
import { layouts } from '../../../src/core/compare/table/index.ts'
import { comparisonHtml } from '../../../src/core/render/comparison/html.ts'
import { comparisonMarkdown } from '../../../src/core/render/comparison/markdown.ts'
import { comparisonText } from '../../../src/core/render/comparison/text.ts'
import type { ComparisonQuery, ComparisonResult } from '../../../src/delivery/reader.ts'
import { readerOf } from '../../../src/delivery/reader-of.ts'
import { telling } from './telling.ts'
import type { Fields, GraphQL, Types } from './types.ts'

/** A typed change; of a comparison, and of what can be published by itself. */
export function changeType(graphQL: GraphQL, { needed }: Types): GraphQLObjectType {
  const { GraphQLObjectType: ObjectType, GraphQLScalarType } = graphQL
  const { GraphQLString: string, GraphQLID: id } = graphQL
  const where = new ObjectType({
    name: 'PrivacyPolicyChangePlace',
    fields: { before: { type: id }, after: { type: id } },
  })
  return new ObjectType({
    name: 'PrivacyPolicyChange',
    fields: {
      of: { type: needed(string), description: 'purpose, partner, contact, fee, section, text …' },
      how: { type: needed(string), description: 'added, removed, changed, moved, renamed …' },
      before: { type: string },
      after: { type: string },
      where: { type: needed(where), description: 'The sections that it stands in, by their ids.' },
      details: {
        type: needed(
          new GraphQLScalarType({
            name: 'PrivacyPolicyChangeDetails',
            description: 'What else is known of a change, as JSON.',
            serialize: (value) => value,
          }),
        ),
        resolve: (one: object) => detailsOf(one),
      },
    },
  })
}

/** What one edition has become in another, by the same rules as over REST. */
export function comparisonQuery(
  graphQL: GraphQL,
  { edition, needed, listOf }: Types,
  change: GraphQLObjectType,
): Fields[string] {
  const { GraphQLObjectType: ObjectType, GraphQLScalarType } = graphQL
  const { GraphQLString: string, GraphQLInt: int } = graphQL
  const json = (name: string, description: string) =>
    new GraphQLScalarType({ name, description, serialize: (value) => value })
  const comparison = new ObjectType({
    name: 'PrivacyPolicyComparison',
    fields: {
      before: { type: needed(edition) },
      after: { type: needed(edition) },
      locale: { type: needed(string) },
      title: { type: needed(string) },
      changes: { type: listOf(change) },
      table: {
        type: needed(json('PrivacyPolicyComparisonTable', 'The 新旧対照表 as JSON.')),
      },
      html: {
        type: needed(string),
        resolve: ({ table }: Pick<ComparisonResult, 'table'>) => comparisonHtml(table),
      },
      markdown: {
        type: needed(string),
        resolve: ({ table }: Pick<ComparisonResult, 'table'>) => comparisonMarkdown(table),
      },
      text: {
        type: needed(string),
        resolve: ({ table }: Pick<ComparisonResult, 'table'>) => comparisonText(table),
      },
    },
  })
  return {
    type: needed(comparison),
    description: 'What changed from one edition to another, and the 新旧対照表 of it.',
    args: {
      organisation: { type: needed(string) },
      policy: { type: needed(string) },
      before: { type: needed(int) },
      after: { type: needed(int) },
      locale: { type: string },
      layout: { type: string, description: layouts.join(', ') },
    },
    resolve: (_, args, { req }) =>
      telling(req, async () => shown(await readerOf(req.payload).compare(args as ComparisonQuery))),
  }
}

function shown({ comparison, editions, language, table }: ComparisonResult) {
  const [before, after] = editions.map((one) => ({
    ...one,
    languages: Object.keys(one.languages),
  }))
  const { changes } = comparison
  return { before, after, locale: language, title: table.title, changes, table }
}

function detailsOf(change: object): object {
  const {
    of: _,
    how: __,
    before: ___,
    after: ____,
    where: _____,
    ...details
  } = change as Record<string, unknown>
  return details
}
