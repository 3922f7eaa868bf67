import {
  contactFields,
  contactRoles,
  type DocumentOrganisation,
  dateKinds,
  exceptionBases,
  exceptionScopes,
  jointUseStatements,
  measureCategories,
  type NodeOf,
  type NodeType,
  organisationFields,
  type PolicyDocument,
  procedureRoles,
  referenceForms,
  sectionKinds,
} from '../../core/document.ts'
import { type EditionLanguage, editionKinds } from '../../core/edition/index.ts'
import type { EditionJson, particularsOf } from '../formats/representations.ts'

const optionally = Symbol('optionally')
type Schema = { readonly [keyword: string]: unknown; readonly [optionally]?: never }
type Optional = { readonly [optionally]: Schema }
/** A schema for every property of a type, said to be optional where the type says so: or it does not compile. */
type Properties<T> = {
  readonly [P in keyof T]-?: object extends Pick<T, P> ? Optional : Schema
}

/**
 * The JSON Schema (2020-12) of the tree, which is its root, and in `$defs` that of the JSON around it (`reading`).
 * What it does not name is not there.
 */
export function schemaJson(id: string): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title: 'PolicyDocument',
    $ref: '#/$defs/document',
    $defs: { ...nodes, ...around },
  }
}

const string: Schema = { type: 'string' }
const number: Schema = { type: 'number' }
const boolean: Schema = { type: 'boolean' }
const always = (value: string | number | boolean): Schema => ({ const: value })
const oneOf = (values: readonly string[]): Schema => ({ enum: values })
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const mapOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values })
const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const optional = (schema: Schema): Optional => ({ [optionally]: schema })
const day: Schema = { type: 'string', format: 'date' }
const instant: Schema = { type: 'string', format: 'date-time' }
const sha256: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' }

function object<T>(properties: Properties<T>): Schema {
  const entries = Object.entries(properties as { readonly [name: string]: Schema | Optional })
  const isOptional = (entry: Schema | Optional): entry is Optional => optionally in entry
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, entry]) => [name, isOptional(entry) ? entry[optionally] : entry]),
    ),
    required: entries.flatMap(([name, entry]) => (isOptional(entry) ? [] : name)),
    additionalProperties: false,
  }
}

const node = <K extends NodeType>(type: K, properties: Properties<Omit<NodeOf<K>, 'type'>>) =>
  object<{ readonly type: K } & Omit<NodeOf<K>, 'type'>>({
    type: always(type),
    ...properties,
  } as unknown as Properties<{ readonly type: K } & Omit<NodeOf<K>, 'type'>>)

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
const anyOf = (...types: readonly (NodeType | 'phrasing' | 'block')[]): Schema => ({
  anyOf: types.map(ref),
})

const placed = { marker: optional(string), joined: optional(always(true)) }
const defines = optional(listOf(ref('definedTerm')))
const generated = optional(always(true))
const phrasing = listOf(ref('phrasing'))
const flow = listOf(anyOf('section', 'block'))
const optionalString = optional(string)

const nodes = {
  document: node('document', {
    schema: always(1),
    locale: string,
    title: object<PolicyDocument['title']>({ text: string, printed: boolean }),
    organisation: object<DocumentOrganisation>({
      id: string,
      legalName: string,
      selfTerm: string,
      representatives: listOf(
        object<DocumentOrganisation['representatives'][number]>({ title: string, name: string }),
      ),
      postalCode: optionalString,
      address: optionalString,
      corporateNumber: optionalString,
      url: optionalString,
      service: optional(
        object<NonNullable<DocumentOrganisation['service']>>({
          name: optionalString,
          selfTerm: optionalString,
          url: optionalString,
        }),
      ),
    }),
    dates: listOf(
      object<PolicyDocument['dates'][number]>({ kind: oneOf(dateKinds), date: day, text: string }),
    ),
    children: flow,
  }),
  section: node('section', {
    id: string,
    kind: oneOf(sectionKinds),
    level: { type: 'integer', minimum: 1 },
    bullet: optionalString,
    number: string,
    heading: string,
    headingAbove: optional(always(true)),
    generated,
    defines,
    children: flow,
  }),

  paragraph: node('paragraph', { generated, children: phrasing }),
  list: node('list', { generated, children: listOf(ref('listItem')) }),
  listItem: node('listItem', {
    marker: string,
    id: optionalString,
    children: {
      type: 'array',
      prefixItems: [ref('paragraph'), ref('list')],
      items: false,
      minItems: 1,
    },
  }),
  table: node('table', { children: listOf(ref('tableRow')) }),
  tableRow: node('tableRow', { children: listOf(ref('tableCell')) }),
  tableCell: node('tableCell', { header: boolean, children: phrasing }),
  purposeList: node('purposeList', { children: listOf(ref('purpose')) }),
  exceptionClauseList: node('exceptionClauseList', { children: listOf(ref('exceptionClause')) }),
  safetyMeasureList: node('safetyMeasureList', { children: listOf(ref('safetyMeasure')) }),
  jointUse: node('jointUse', {
    children: listOf(
      anyOf('jointUsePartner', 'jointUsePurpose', 'jointUseDataItem', 'jointUseStatement'),
    ),
  }),
  procedure: node('procedure', { children: listOf(ref('procedureItem')) }),
  externalServiceList: node('externalServiceList', { children: listOf(ref('externalService')) }),
  contact: node('contact', {
    id: string,
    roles: listOf(oneOf(contactRoles)),
    lines: listOf(
      object<NodeOf<'contact'>['lines'][number]>({
        label: string,
        field: nullable(oneOf(contactFields)),
        text: string,
        joined: optional(always(true)),
      }),
    ),
    name: optionalString,
    person: optionalString,
    postalCode: optionalString,
    address: optionalString,
    tel: optionalString,
    tollFree: optionalString,
    email: optionalString,
    url: optionalString,
    hours: optionalString,
  }),
  endMark: node('endMark', { text: string }),
  signature: node('signature', { generated, children: listOf(ref('paragraph')) }),

  text: node('text', { value: string }),
  strong: node('strong', { children: listOf(ref('text')) }),
  link: node('link', { url: string, children: phrasing }),
  break: node('break', {}),
  sectionReference: node('sectionReference', {
    target: nullable(string),
    text: string,
    follow: boolean,
    form: optional(oneOf(referenceForms)),
  }),
  termReference: node('termReference', { term: string, text: string }),
  lawReference: node('lawReference', {
    law: string,
    article: optionalString,
    paragraph: optionalString,
    item: optionalString,
    text: string,
  }),
  definedTerm: node('definedTerm', { term: string, meaning: string }),
  date: node('date', { kinds: listOf(oneOf(dateKinds)), date: day, text: string }),
  value: node('value', {
    record: string,
    text: string,
    of: oneOf(['organisation', 'contact', 'jointUsePartner']),
    field: oneOf([...new Set([...organisationFields, ...contactFields, 'name', 'url'])]),
  }),
  fee: node('fee', {
    amountYen: number,
    taxIncluded: nullable(boolean),
    appliesTo: listOf(string),
    text: string,
  }),
  purpose: node('purpose', { ...placed, defines, id: string, text: string, group: optionalString }),
  exceptionClause: node('exceptionClause', {
    ...placed,
    defines,
    id: string,
    text: string,
    basis: oneOf(exceptionBases),
    appliesTo: oneOf(exceptionScopes),
  }),
  jointUsePartner: node('jointUsePartner', {
    ...placed,
    id: string,
    name: string,
    url: optionalString,
  }),
  jointUsePurpose: node('jointUsePurpose', { ...placed, text: string }),
  jointUseDataItem: node('jointUseDataItem', { ...placed, text: string }),
  jointUseStatement: node('jointUseStatement', {
    ...placed,
    about: oneOf(jointUseStatements),
    text: string,
  }),
  safetyMeasure: node('safetyMeasure', {
    ...placed,
    defines,
    id: string,
    text: string,
    category: oneOf(measureCategories),
  }),
  procedureItem: node('procedureItem', { ...placed, role: oneOf(procedureRoles), text: string }),
  externalService: node('externalService', {
    ...placed,
    service: string,
    provider: optionalString,
    information: optionalString,
    purpose: optionalString,
    optOut: optionalString,
    text: string,
  }),
} satisfies { readonly [K in NodeType]: Schema }

/** The unions of the tree, and what is said of an edition beside its text. */
const around = {
  phrasing: anyOf(
    'text',
    'strong',
    'link',
    'break',
    'sectionReference',
    'termReference',
    'lawReference',
    'definedTerm',
    'date',
    'value',
    'fee',
    'purpose',
    'exceptionClause',
    'jointUsePartner',
    'jointUsePurpose',
    'jointUseDataItem',
    'jointUseStatement',
    'safetyMeasure',
    'procedureItem',
    'externalService',
    'contact',
  ),
  block: anyOf(
    'paragraph',
    'list',
    'table',
    'purposeList',
    'exceptionClauseList',
    'safetyMeasureList',
    'jointUse',
    'procedure',
    'externalServiceList',
    'contact',
    'endMark',
    'signature',
  ),
  edition: object<ReturnType<typeof particularsOf>>({
    id: string,
    policy: object<ReturnType<typeof particularsOf>['policy']>({
      id: string,
      slug: string,
      organisation: string,
    }),
    number: { type: 'integer', minimum: 1 },
    kind: oneOf(editionKinds),
    effectiveFrom: day,
    recordedAt: instant,
    corrects: nullable(number),
    withdraws: nullable(number),
    summary: mapOf(nullable(string)),
    languages: mapOf(object<EditionLanguage>({ sha256, title: string, organisation: string })),
    schema: always(1),
    sha256,
    previousSha256: nullable(sha256),
  }),
  reading: object<EditionJson>({
    edition: ref('edition'),
    locale: nullable(string),
    document: nullable(ref('document')),
    links: mapOf(string),
  }),
}
