import type * as GraphQLModule from 'graphql'
import type {
  GraphQLFieldConfig,
  GraphQLFieldConfigMap,
  GraphQLOutputType,
  GraphQLScalarType,
} from 'graphql'
import type { PayloadRequest, SanitizedConfig } from 'payload'
import { contactFields } from '../../../src/core/document.ts'

type ObjectFields = GraphQLFieldConfigMap<unknown, unknown>

/** What the plugin adds to the host's queries, or to its mutations. */
export type Fields = {
  [name: string]: GraphQLFieldConfig<unknown, { readonly req: PayloadRequest }>
}

/** The module that Payload builds its schema with: types of another copy of graphql do not fit in it. */
export type GraphQL = typeof GraphQLModule

export type Types = ReturnType<typeof objectTypes>

/** Payload asks for queries and mutations apart; both need the same object types, made once for each schema. */
const made = new WeakMap<SanitizedConfig, Types>()

export function typesOf(graphQL: GraphQL, config: SanitizedConfig): Types {
  const types = made.get(config) ?? objectTypes(graphQL)
  made.set(config, types)
  return types
}

/**
 * The object types of the plugin's queries. Fields are read by name from what `view.ts` has prepared: a resolver
 * for each of thousands of values would cost more than everything else.
 */
function objectTypes(graphQL: GraphQL) {
  const { GraphQLObjectType, GraphQLScalarType, GraphQLNonNull, GraphQLList } = graphQL
  const { GraphQLString: string, GraphQLInt: int, GraphQLBoolean: boolean, GraphQLID: id } = graphQL
  const needed = <T extends GraphQLOutputType>(type: T) => new GraphQLNonNull(type as never)
  const listOf = (type: GraphQLOutputType) => needed(new GraphQLList(needed(type)))
  const object = (name: string, fields: () => ObjectFields) =>
    new GraphQLObjectType({ name: `PrivacyPolicy${name}`, fields })

  const tree: GraphQLScalarType = new GraphQLScalarType({
    name: 'PrivacyPolicyTree',
    description: 'The whole document as JSON; its JSON Schema is at /privacy-policies/schema.json.',
    serialize: (value) => value,
  })
  const languageMap = new GraphQLScalarType({
    name: 'PrivacyPolicyWords',
    description: 'A text in several languages, as JSON: { "ja": "…", "en": "…" }.',
    serialize: (value) => value,
  })

  const edition = object('Edition', () => ({
    id: { type: needed(id) },
    number: { type: needed(int) },
    kind: { type: needed(string) },
    effectiveFrom: { type: needed(string) },
    recordedAt: { type: needed(string) },
    corrects: { type: int },
    withdraws: { type: int },
    summary: { type: needed(languageMap) },
    languages: { type: listOf(string) },
    sha256: { type: needed(string) },
    previousSha256: { type: string },
  }))

  const preview = object('Preview', () => ({
    kind: { type: needed(string) },
    sha256: { type: needed(string) },
    expiresAt: { type: needed(string) },
  }))

  /** A typed node: its own fields, and where it stands. */
  const typed = (name: string, fields: ObjectFields) =>
    object(name, () => ({ ...fields, sectionId: { type: id } }))

  const purpose = typed('Purpose', {
    id: { type: needed(id) },
    text: { type: needed(string) },
    group: { type: string },
  })
  const exceptionClause = typed('ExceptionClause', {
    id: { type: needed(id) },
    text: { type: needed(string) },
    basis: { type: needed(string) },
    appliesTo: { type: needed(string) },
  })
  const jointUsePartner = typed('JointUsePartner', {
    id: { type: needed(id) },
    name: { type: needed(string) },
    url: { type: string },
  })
  const safetyMeasure = typed('SafetyMeasure', {
    id: { type: needed(id) },
    text: { type: needed(string) },
    category: { type: needed(string) },
  })
  const contact = typed('Contact', {
    id: { type: needed(id) },
    roles: { type: listOf(string) },
    ...Object.fromEntries(contactFields.map((field) => [field, { type: string }])),
    text: { type: needed(string) },
  })
  const statement = typed('JointUseStatement', {
    about: { type: needed(string) },
    text: { type: needed(string) },
  })
  const procedureItem = typed('ProcedureItem', {
    role: { type: needed(string) },
    text: { type: needed(string) },
  })
  const externalService = typed('ExternalService', {
    service: { type: needed(string) },
    provider: { type: string },
    information: { type: string },
    purpose: { type: string },
    optOut: { type: string },
    text: { type: needed(string) },
  })
  const fee = typed('Fee', {
    amountYen: { type: needed(int) },
    taxIncluded: { type: boolean },
    appliesTo: { type: listOf(string) },
    text: { type: needed(string) },
  })
  const definedTerm = typed('DefinedTerm', {
    term: { type: needed(string) },
    meaning: { type: needed(string) },
  })
  const jointUse = object('JointUse', () => ({
    statements: { type: listOf(statement) },
    partners: { type: listOf(jointUsePartner) },
    dataItems: { type: listOf(string) },
    purposes: { type: listOf(string) },
  }))

  const section: GraphQLModule.GraphQLObjectType = object('Section', () => ({
    id: { type: needed(id) },
    parentId: { type: id },
    kind: { type: needed(string) },
    level: { type: needed(int) },
    bullet: { type: string, description: 'A sign that counts nothing, before the number: ■.' },
    number: { type: needed(string) },
    heading: { type: needed(string) },
    html: {
      type: needed(string),
      description: 'Its heading and its own text, without its sub-sections.',
    },
    text: {
      type: needed(string),
      description: 'Its own text, without its heading and its sub-sections.',
    },
    children: { type: listOf(section) },
  }))

  const organisation = object('Organisation', () => ({
    id: { type: needed(id) },
    legalName: { type: needed(string) },
    selfTerm: { type: needed(string) },
    representatives: {
      type: listOf(
        object('Representative', () => ({
          title: { type: needed(string) },
          name: { type: needed(string) },
        })),
      ),
    },
    postalCode: { type: string },
    address: { type: string },
    corporateNumber: { type: string },
    url: { type: string },
  }))

  const date = object('Date', () => ({
    kind: { type: needed(string) },
    date: { type: needed(string) },
    text: { type: needed(string) },
  }))

  const policy = new GraphQLObjectType({
    name: 'PrivacyPolicy',
    description: 'An edition of a policy in one language.',
    fields: () => ({
      edition: { type: needed(edition) },
      locale: { type: needed(string) },
      preview: { type: preview, description: 'Null for what the public reads.' },
      staleSince: {
        type: string,
        description:
          'Since when the database has not been heard, so that another edition may be in force; null while all is well.',
      },
      title: { type: needed(string) },
      organisation: { type: needed(organisation) },
      dates: { type: listOf(date) },
      document: { type: needed(tree) },
      html: { type: needed(string) },
      markdown: { type: needed(string) },
      text: { type: needed(string) },
      sections: {
        type: listOf(section),
        description: 'All sections in document order; `parentId` and `level` tell the outline.',
      },
      outline: {
        type: listOf(section),
        description: 'The sections of the first level; the others are their `children`.',
      },
      purposes: { type: listOf(purpose) },
      exceptionClauses: { type: listOf(exceptionClause) },
      jointUse: { type: needed(jointUse) },
      safetyMeasures: { type: listOf(safetyMeasure) },
      contacts: { type: listOf(contact) },
      procedure: { type: listOf(procedureItem) },
      externalServices: { type: listOf(externalService) },
      fees: { type: listOf(fee) },
      definedTerms: { type: listOf(definedTerm) },
    }),
  })
  return { policy, edition, needed, listOf, languageMap }
}
