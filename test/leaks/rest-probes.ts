import type { FlattenedField, Payload, SanitizedCollectionConfig } from 'payload'
import { CANARY } from './canaries.ts'
import type { World } from './world.ts'

/** A request that could bring out a secret, or tell by its answer whether it is there. */
export type Probe = { readonly method: 'GET' | 'POST'; readonly path: string }

const get = (path: string): Probe => ({ method: 'GET', path: `/api/${path}` })

/** Every way to read over REST, of every collection there is, Payload's own among them. */
export function readingProbes(payload: Payload, { secrets }: World): readonly Probe[] {
  return [
    get('access'),
    ...payload.config.collections.flatMap((collection) => [
      ...listings(collection),
      ...(collection.auth ? [get(`${collection.slug}/me`), get(`${collection.slug}/init`)] : []),
      ...byId(collection, secrets[collection.slug]),
    ]),
  ]
}

const ways = [
  'depth=0&locale=all',
  'depth=1&locale=en&fallback-locale=ja',
  'depth=2&locale=all&trash=true',
  'depth=3&locale=ja&draft=true',
  'depth=2&pagination=false&trash=true',
]

function listings({ slug, versions, flattenedFields }: SanitizedCollectionConfig): Probe[] {
  return [
    ...ways.map((way) => get(`${slug}?limit=100&${way}`)),
    ...['', '?trash=true', '?draft=true'].map((query) => get(`${slug}/count${query}`)),
    ...(versions ? ways.map((way) => get(`${slug}/versions?limit=100&${way}`)) : []),
    ...flattenedFields.flatMap(({ name }) => [
      get(`${slug}?trash=true&depth=1&select[${name}]=true`),
      get(`${slug}?trash=true&depth=1&populate[${slug}][${name}]=true`),
    ]),
    ...joins(flattenedFields).flatMap((name) => [
      get(`${slug}?joins[${name}][limit]=100&joins[${name}][count]=true&depth=2`),
      get(`${slug}?joins[${name}][sort]=heading&depth=1`),
      get(`${slug}?joins[${name}][where][heading][like]=${CANARY}&joins[${name}][count]=true`),
    ]),
  ]
}

function byId({ slug, versions }: SanitizedCollectionConfig, secrets?: World['secrets'][string]) {
  if (!secrets) return []
  const { live, trashed, version } = secrets
  return [
    ...[live, trashed].flatMap((id) => [
      ...ways.map((way) => get(`${slug}/${id}?${way}`)),
      { method: 'POST', path: `/api/${slug}/access/${id}` } as const,
    ]),
    ...(versions
      ? [
          ...ways.map((way) => get(`${slug}/versions/${version}?${way}`)),
          get(`${slug}/versions?where[parent][equals]=${live}`),
          get(`${slug}/versions?where[parent][in][0]=${live}&pagination=false`),
        ]
      : []),
  ]
}

/**
 * Questions by `where` and `sort` on every field of every collection, on every field at the end of a relation, and on
 * the name at the end of a second one.
 */
export function askingProbes(payload: Payload): readonly Probe[] {
  return payload.config.collections.flatMap(({ slug, versions, flattenedFields }) => [
    ...pathsFrom(payload, flattenedFields).flatMap((path) => [
      get(`${slug}?depth=0&trash=true&limit=50&where[${path}][like]=${CANARY}`),
      get(`${slug}?depth=0&trash=true&limit=50&sort=${path}`),
    ]),
    ...ownPaths(flattenedFields).flatMap((path) => [
      get(`${slug}/count?trash=true&where[${path}][not_like]=${CANARY}`),
      ...(versions
        ? [get(`${slug}/versions?depth=0&limit=1&where[version.${path}][like]=${CANARY}`)]
        : []),
    ]),
  ])
}

const joins = (fields: readonly FlattenedField[]): string[] =>
  fields.flatMap((field) => (field.type === 'join' ? [field.name] : []))

function pathsFrom(payload: Payload, fields: readonly FlattenedField[]): readonly string[] {
  return fields.flatMap((field) => {
    const target = targetOf(payload, field)
    if (!target) return ownPaths([field])
    const inner = [
      ...ownPaths(target.flattenedFields),
      ...target.flattenedFields.flatMap((next) => {
        const name = field.type !== 'join' && targetOf(payload, next)?.admin.useAsTitle
        return name ? [`${next.name}.${name}`] : []
      }),
    ]
    return [field.name, ...inner.map((path) => `${field.name}.${path}`)]
  })
}

/** The fields themselves, and those inside their groups and arrays. */
const ownPaths = (fields: readonly FlattenedField[]): readonly string[] =>
  fields.flatMap((field) =>
    'flattenedFields' in field
      ? ownPaths(field.flattenedFields).map((path) => `${field.name}.${path}`)
      : [field.name],
  )

function targetOf(
  { config }: Payload,
  field: FlattenedField,
): SanitizedCollectionConfig | undefined {
  const slug =
    field.type === 'join'
      ? field.collection
      : field.type === 'relationship' || field.type === 'upload'
        ? field.relationTo
        : undefined
  return config.collections.find((collection) => collection.slug === slug)
}
