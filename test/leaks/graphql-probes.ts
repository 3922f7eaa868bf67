import type { Client } from '../plugin/client.ts'
import { ASKED } from './canaries.ts'
import type { World } from './world.ts'

/* What introspection tells of a schema, as far as it is asked here. */

type Ref = { readonly kind: string; readonly name: string | null; readonly ofType?: Ref | null }
type Argument = { readonly name: string; readonly type: Ref }
type Field = { readonly name: string; readonly args: readonly Argument[]; readonly type: Ref }
type Type = {
  readonly kind: string
  readonly name: string
  readonly fields: readonly Field[] | null
  readonly inputFields: readonly Argument[] | null
  readonly possibleTypes: readonly Ref[] | null
}
export type Schema = {
  readonly types: ReadonlyMap<string, Type>
  readonly queries: readonly Field[]
  readonly mutations: readonly Field[]
}

const ref = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }'

/** The schema as a signed-in user may see it. */
export async function introspect(client: Client): Promise<Schema> {
  const { json, text } = await client.graphql(`{ __schema {
    queryType { name } mutationType { name }
    types {
      kind name
      fields(includeDeprecated: true) { name args { name type { ${ref} } } type { ${ref} } }
      inputFields { name type { ${ref} } }
      possibleTypes { kind name }
    } } }`)
  const { data } = json as {
    data?: { __schema: { types: Type[]; queryType: Ref; mutationType: Ref } }
  }
  if (!data) throw new Error(`Expected a schema, not ${text}`)
  const types = new Map(data.__schema.types.map((type) => [type.name, type]))
  const fieldsOf = ({ name }: Ref) => types.get(name ?? '')?.fields ?? []
  return {
    types,
    queries: fieldsOf(data.__schema.queryType),
    mutations: fieldsOf(data.__schema.mutationType),
  }
}

/** Every query of the schema, with all that it can bring out; by id, for the secrets that an admin finds by it. */
export async function queryProbes(schema: Schema, world: World): Promise<readonly string[]> {
  const found = await Promise.all(
    schema.queries.map(async (field) =>
      hasArgument(field, 'id') ? probesById(schema, field, world) : listing(schema, field),
    ),
  )
  return found.flat()
}

async function probesById(schema: Schema, field: Field, { admin, secrets }: World) {
  const selected = selection(schema, field.type, depthFor(field))
  const trash = hasArgument(field, 'trash') ? ', trash: true' : ''
  const ids = Object.values(secrets).flatMap((one) => [one.live, one.trashed, one.version])
  const probes: string[] = []
  for (const id of new Set(ids)) {
    const asked = `${field.name}(id: "${id}"${trash})`
    const { json } = await admin.graphql(`{ ${asked} { __typename } }`)
    const isThere = (json as { data?: Record<string, unknown> }).data?.[field.name]
    if (isThere) probes.push(`{ ${asked} ${selected} }`)
  }
  return probes
}

function listing(schema: Schema, field: Field): readonly string[] {
  const whole = selection(schema, field.type, depthFor(field))
  const ask = (args: readonly string[], selected = whole) =>
    `{ ${field.name}${args.length ? `(${args.join(', ')})` : ''} ${selected} }`
  const flat = selection(schema, field.type, 2)
  const takes = (name: string) => hasArgument(field, name)
  if (takes('key')) return [ask(['key: "nav"'])]
  if (takes('policy')) return [ask(['organisation: "organisation-a"', 'policy: "privacy"'])]
  const more = takes('limit') ? ['limit: 100'] : []
  return [
    ask(more),
    ...(takes('trash') ? [ask([...more, 'trash: true'], flat)] : []),
    ...(takes('draft') ? [ask([...more, 'draft: true'], flat)] : []),
    ...(takes('fallbackLocale') ? [ask([...more, 'locale: en', 'fallbackLocale: ja'], flat)] : []),
  ]
}

const hasArgument = ({ args }: Field, name: string) => args.some((arg) => arg.name === name)

/** What tells of access has a type of its own for every field of every collection, and no text. */
const depthFor = ({ name }: Field) => (/^(docAccess|Access$)/.test(name) ? 2 : 3)

/** A question by `where` on every text of every listing. */
export function whereProbes(schema: Schema): readonly string[] {
  return schema.queries.flatMap(({ name, args }) => {
    const where = args.find((arg) => arg.name === 'where')
    if (!where || name.startsWith('count')) return []
    const inputs = schema.types.get(named(where.type))?.inputFields ?? []
    return inputs
      .filter(({ type: input }) =>
        schema.types.get(named(input))?.inputFields?.some((operator) => operator.name === 'like'),
      )
      .map((input) => {
        const trash = args.some((arg) => arg.name === 'trash') ? ', trash: true' : ''
        return `{ ${name}(where: { ${input.name}: { like: "${ASKED}" } }${trash}) { totalDocs } }`
      })
  })
}

const named = (type: Ref): string => type.name ?? (type.ofType ? named(type.ofType) : '')

/** Everything below a type that needs no argument, as deep as given. */
export function selection(schema: Schema, type: Ref, depth: number): string {
  const { fields, possibleTypes } = schema.types.get(named(type)) ?? {}
  if (possibleTypes?.length)
    // Two members may have fields of one name and different types: each gets names of its own.
    return `{ __typename ${possibleTypes
      .map((one) => `... on ${one.name} ${selectionOf(schema, one, depth, `${one.name}_`)}`)
      .join(' ')} }`
  return fields ? selectionOf(schema, type, depth, '') : ''
}

function selectionOf(schema: Schema, type: Ref, depth: number, prefix: string): string {
  const fields = schema.types.get(named(type))?.fields ?? []
  const chosen = fields.flatMap((field) => {
    if (field.args.some((arg) => arg.type.kind === 'NON_NULL')) return []
    const isLeaf = !['OBJECT', 'UNION', 'INTERFACE'].includes(kindOf(schema, field.type))
    if (!isLeaf && depth === 0) return []
    const alias = prefix ? `${prefix}${field.name}: ` : ''
    return [`${alias}${field.name} ${isLeaf ? '' : selection(schema, field.type, depth - 1)}`]
  })
  return `{ __typename ${chosen.join(' ')} }`
}

const kindOf = (schema: Schema, type: Ref): string => schema.types.get(named(type))?.kind ?? ''
