import type * as GraphQLModule from 'graphql'
import type { GraphQLFieldConfigMap, GraphQLOutputType, GraphQLScalarType } from 'graphql'
import {
  type Block,
  contactFields,
  type Node,
  type NodeOf,
  type NodeType,
  type PolicyDocument,
  type Section,
  textOf,
  visit,
} from '../../src/core/document.ts'
import type { Edition } from '../../src/core/edition/index.ts'
import { sectionHtml } from '../../src/core/render/html.ts'
import { render } from '../../src/core/render/index.ts'

/** The module that Payload builds its schema with: types of another copy of graphql do not fit in it. */
export type GraphQL = typeof GraphQLModule

/** An edition in one language, as GraphQL shows it. */
export type Text = {
  readonly edition: Edition
  readonly locale: string
  readonly document: PolicyDocument
}

/** A section with where it stands. */
type Placed = { readonly text: Text; readonly section: Section; readonly parent: Section | null }

/** A typed node with the section that it stands in. */
type Standing<K extends NodeType> = { readonly node: NodeOf<K>; readonly sectionId: string | null }

/** The object types of the plugin's queries. */
export function objectTypes(graphQL: GraphQL) {
  const { GraphQLObjectType, GraphQLScalarType, GraphQLNonNull, GraphQLList } = graphQL
  const { GraphQLString: string, GraphQLInt: int, GraphQLBoolean: boolean, GraphQLID: id } = graphQL
  const needed = <T extends GraphQLOutputType>(type: T) => new GraphQLNonNull(type as never)
  const listOf = (type: GraphQLOutputType) => needed(new GraphQLList(needed(type)))
  const object = <S>(name: string, fields: () => GraphQLFieldConfigMap<S, unknown>) =>
    new GraphQLObjectType<S>({ name: `PrivacyPolicy${name}`, fields })

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

  const edition = object<Edition>('Edition', () => ({
    id: { type: needed(id) },
    number: { type: needed(int) },
    kind: { type: needed(string) },
    effectiveFrom: { type: needed(string) },
    recordedAt: { type: needed(string) },
    corrects: { type: int },
    withdraws: { type: int },
    summary: { type: needed(languageMap) },
    languages: { type: listOf(string), resolve: (one) => Object.keys(one.languages) },
    sha256: { type: needed(string) },
    previousSha256: { type: string },
  }))

  /** A typed node: its own fields, and where it stands. */
  const typed = <K extends NodeType>(
    name: string,
    fields: GraphQLFieldConfigMap<NodeOf<K>, unknown>,
  ) =>
    object<Standing<K>>(name, () => ({
      ...Object.fromEntries(
        Object.entries(fields).map(([field, { resolve, ...config }]) => [
          field,
          {
            ...config,
            resolve: ({ node }: Standing<K>, ...rest: [never, never, never]) =>
              resolve
                ? resolve(node, ...rest)
                : (node as unknown as Record<string, unknown>)[field],
          },
        ]),
      ),
      sectionId: { type: id },
    }))

  const purpose = typed<'purpose'>('Purpose', {
    id: { type: needed(id) },
    text: { type: needed(string) },
    group: { type: string },
  })
  const exceptionClause = typed<'exceptionClause'>('ExceptionClause', {
    id: { type: needed(id) },
    text: { type: needed(string) },
    basis: { type: needed(string) },
    appliesTo: { type: needed(string) },
  })
  const jointUsePartner = typed<'jointUsePartner'>('JointUsePartner', {
    id: { type: needed(id) },
    name: { type: needed(string) },
    url: { type: string },
  })
  const safetyMeasure = typed<'safetyMeasure'>('SafetyMeasure', {
    id: { type: needed(id) },
    text: { type: needed(string) },
    category: { type: needed(string) },
  })
  const contact = typed<'contact'>('Contact', {
    id: { type: needed(id) },
    roles: { type: listOf(string) },
    ...Object.fromEntries(contactFields.map((field) => [field, { type: string }])),
    text: { type: needed(string), resolve: (node) => textOf(node) },
  })
  const statement = typed<'jointUseStatement'>('JointUseStatement', {
    about: { type: needed(string) },
    text: { type: needed(string) },
  })
  const procedureItem = typed<'procedureItem'>('ProcedureItem', {
    role: { type: needed(string) },
    text: { type: needed(string) },
  })
  const externalService = typed<'externalService'>('ExternalService', {
    service: { type: needed(string) },
    provider: { type: string },
    information: { type: string },
    purpose: { type: string },
    optOut: { type: string },
    text: { type: needed(string) },
  })
  const fee = typed<'fee'>('Fee', {
    amountYen: { type: needed(int) },
    taxIncluded: { type: boolean },
    appliesTo: { type: listOf(string) },
    text: { type: needed(string) },
  })
  const definedTerm = typed<'definedTerm'>('DefinedTerm', {
    term: { type: needed(string) },
    meaning: { type: needed(string) },
  })
  const jointUse = object<PolicyDocument>('JointUse', () => ({
    statements: {
      type: listOf(statement),
      resolve: (document) => standing(document, 'jointUseStatement'),
    },
    partners: {
      type: listOf(jointUsePartner),
      resolve: (document) => standing(document, 'jointUsePartner'),
    },
    dataItems: { type: listOf(string), resolve: (document) => texts(document, 'jointUseDataItem') },
    purposes: { type: listOf(string), resolve: (document) => texts(document, 'jointUsePurpose') },
  }))

  const section: GraphQLModule.GraphQLObjectType<Placed> = object<Placed>('Section', () => ({
    id: { type: needed(id), resolve: ({ section: { id: own } }) => own },
    parentId: { type: id, resolve: ({ parent }) => parent?.id },
    kind: { type: needed(string), resolve: ({ section: { kind } }) => kind },
    level: { type: needed(int), resolve: ({ section: { level } }) => level },
    number: { type: needed(string), resolve: ({ section: { number } }) => number.trim() },
    heading: { type: needed(string), resolve: ({ section: { heading } }) => heading },
    html: {
      type: needed(string),
      description: 'Its heading and its own text, without its sub-sections.',
      resolve: ({ text, section: own }) => sectionHtml(text.document, own),
    },
    text: {
      type: needed(string),
      description: 'Its own text, without its heading and its sub-sections.',
      resolve: ({ section: own }) => ownBlocks(own).map(textOf).join('\n'),
    },
    children: {
      type: listOf(section),
      resolve: ({ text, section: own }) => sectionsOf(text, own),
    },
  }))

  const organisation = object<PolicyDocument['organisation']>('Organisation', () => ({
    id: { type: needed(id) },
    legalName: { type: needed(string) },
    selfTerm: { type: needed(string) },
    representatives: {
      type: listOf(
        object<{ title: string; name: string }>('Representative', () => ({
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

  const date = object<PolicyDocument['dates'][number]>('Date', () => ({
    kind: { type: needed(string) },
    date: { type: needed(string) },
    text: { type: needed(string) },
  }))

  const list = <K extends NodeType>(type: GraphQLOutputType, node: K) => ({
    type: listOf(type),
    resolve: ({ document }: Text) => standing(document, node),
  })
  const policy = new GraphQLObjectType<Text>({
    name: 'PrivacyPolicy',
    description: 'An edition of a policy in one language.',
    fields: () => ({
      edition: { type: needed(edition) },
      locale: { type: needed(string) },
      title: { type: needed(string), resolve: ({ document }) => document.title.text },
      organisation: {
        type: needed(organisation),
        resolve: ({ document }) => document.organisation,
      },
      dates: { type: listOf(date), resolve: ({ document }) => document.dates },
      document: { type: needed(tree) },
      html: { type: needed(string), resolve: ({ document }) => render(document, 'html') },
      markdown: { type: needed(string), resolve: ({ document }) => render(document, 'markdown') },
      text: { type: needed(string), resolve: ({ document }) => render(document, 'text') },
      sections: {
        type: listOf(section),
        description: 'All sections in document order; `parentId` and `level` tell the outline.',
        resolve: (text) => allSectionsOf(text),
      },
      outline: {
        type: listOf(section),
        description: 'The sections of the first level; the others are their `children`.',
        resolve: (text) => sectionsOf(text, null),
      },
      purposes: list(purpose, 'purpose'),
      exceptionClauses: list(exceptionClause, 'exceptionClause'),
      jointUse: { type: needed(jointUse), resolve: ({ document }) => document },
      safetyMeasures: list(safetyMeasure, 'safetyMeasure'),
      contacts: list(contact, 'contact'),
      procedure: list(procedureItem, 'procedureItem'),
      externalServices: list(externalService, 'externalService'),
      fees: list(fee, 'fee'),
      definedTerms: {
        type: listOf(definedTerm),
        resolve: ({ document }) => definedTermsOf(document),
      },
    }),
  })
  return { policy, edition, needed, listOf, languageMap }
}

function sectionsOf(text: Text, parent: Section | null): Placed[] {
  return (parent ?? text.document).children.flatMap((child) =>
    child.type === 'section' ? [{ text, section: child, parent }] : [],
  )
}

function allSectionsOf(text: Text, parent: Section | null = null): Placed[] {
  return sectionsOf(text, parent).flatMap((placed) => [
    placed,
    ...allSectionsOf(text, placed.section),
  ])
}

const ownBlocks = (section: Section): readonly Block[] =>
  section.children.filter((child): child is Block => child.type !== 'section')

/** The nodes of a type in reading order, each with the innermost section around it. */
function standing<K extends NodeType>(document: PolicyDocument, type: K): Standing<K>[] {
  const found: Standing<K>[] = []
  visit(document, (node, ancestors) => {
    if (node.type === type)
      found.push({ node: node as NodeOf<K>, sectionId: sectionAround(ancestors) })
  })
  return found
}

/** Defined terms stand in the prose, and in the texts of records and headings. */
function definedTermsOf(document: PolicyDocument): Standing<'definedTerm'>[] {
  const found: Standing<'definedTerm'>[] = []
  visit(document, (node, ancestors) => {
    const own = node.type === 'section' ? node.id : null
    const terms =
      node.type === 'definedTerm' ? [node] : 'defines' in node ? (node.defines ?? []) : []
    for (const term of terms) found.push({ node: term, sectionId: own ?? sectionAround(ancestors) })
  })
  return found
}

const texts = (document: PolicyDocument, type: 'jointUseDataItem' | 'jointUsePurpose'): string[] =>
  standing(document, type).map(({ node }) => node.text)

const sectionAround = (ancestors: readonly Node[]): string | null =>
  ancestors.findLast((node) => node.type === 'section')?.id ?? null
