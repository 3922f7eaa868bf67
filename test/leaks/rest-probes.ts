import type { FlattenedField, Payload, SanitizedCollectionConfig } from 'payload'
import { ASKED } from './canaries.ts'
import type { Probe } from './walk.ts'
import type { World } from './world.ts'

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
    get(
      `${slug}?trash=true&${flattenedFields.map(({ name }) => `select[${name}]=true`).join('&')}`,
    ),
    get(`${slug}?trash=true&depth=2&populate[organisations][legalName]=true`),
    ...joins(flattenedFields).flatMap((name) => [
      get(`${slug}?joins[${name}][limit]=100&joins[${name}][count]=true&depth=2`),
      get(`${slug}?joins[${name}][sort]=heading&depth=1`),
      get(`${slug}?joins[${name}][where][heading][like]=${ASKED}&joins[${name}][count]=true`),
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
 * Questions by `where` and `sort` on every text of every collection, on every text at the end of a relation, and on
 * the name at the end of a second one.
 */
export function askingProbes(payload: Payload): readonly Probe[] {
  return payload.config.collections.flatMap(({ slug, versions, flattenedFields }) => [
    ...pathsFrom(payload, flattenedFields).map((path) =>
      get(`${slug}?depth=0&trash=true&limit=50&where[${path}][like]=${ASKED}`),
    ),
    ...[...texts(flattenedFields), ...namesBehind(payload, flattenedFields)].flatMap((path) => [
      get(`${slug}?depth=0&trash=true&limit=50&sort=${path}`),
      get(`${slug}/count?trash=true&where[${path}][not_like]=${ASKED}`),
      ...(versions
        ? [get(`${slug}/versions?depth=0&limit=1&where[version.${path}][like]=${ASKED}`)]
        : []),
    ]),
  ])
}

const joins = (fields: readonly FlattenedField[]): string[] =>
  fields.flatMap((field) => (field.type === 'join' ? [field.name] : []))

function pathsFrom(payload: Payload, fields: readonly FlattenedField[]): readonly string[] {
  const behind = fields.flatMap((field) => {
    const target = targetOf(payload, field)
    if (!target) return []
    const further = field.type === 'join' ? [] : namesBehind(payload, target.flattenedFields)
    return [...texts(target.flattenedFields), ...further].map((path) => `${field.name}.${path}`)
  })
  return [...texts(fields), ...behind]
}

/** The texts among the fields, and those inside their groups and arrays. */
const texts = (fields: readonly FlattenedField[]): readonly string[] =>
  fields.flatMap((field) =>
    'flattenedFields' in field
      ? texts(field.flattenedFields).map((path) => `${field.name}.${path}`)
      : textTypes.has(field.type)
        ? [field.name]
        : [],
  )

const textTypes = new Set(['text', 'textarea', 'email', 'code', 'json', 'richText'])

/** What the documents are called that the fields point at. */
const namesBehind = (payload: Payload, fields: readonly FlattenedField[]): readonly string[] =>
  fields.flatMap((field) => {
    const name = targetOf(payload, field)?.admin.useAsTitle
    return name ? [`${field.name}.${name}`] : []
  })

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
