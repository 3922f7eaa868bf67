import type { RecordKind } from './record-shape.ts'

/**
 * Where things stand in the folder of an export. Names are slugs and ids, in signs that every file system takes:
 *
 *     export.json                                                   what it is, and its languages
 *     library/{exception-clauses,safety-measures}/ID.json           of no organisation
 *     organisations/SLUG/organisation.json
 *     organisations/SLUG/{purposes,contacts,…}/ID.json
 *     organisations/SLUG/policies/SLUG/policy.json
 *     organisations/SLUG/policies/SLUG/sections/ID.json
 *     organisations/SLUG/policies/SLUG/editions.jsonl               as /editions.jsonl, the same bytes
 *     organisations/SLUG/policies/SLUG/editions-internal.jsonl      who published, waivers, salts: not for the public
 */
export type Place =
  | { readonly type: 'manifest' }
  | {
      readonly type: 'record'
      readonly kind: RecordKind
      readonly organisation: string | null
      readonly policy: string | null
      /** Null where the slug names the file's folder. */
      readonly id: string | null
    }
  | EditionsPlace<'editions'>
  | EditionsPlace<'editions-internal'>

type EditionsPlace<T> = {
  readonly type: T
  readonly organisation: string
  readonly policy: string
}

export const MANIFEST = 'export.json'

const folders = {
  purposes: 'purposes',
  exceptionClauses: 'exception-clauses',
  jointUsePartners: 'joint-use-partners',
  safetyMeasures: 'safety-measures',
  contacts: 'contacts',
} as const satisfies Partial<{ readonly [K in RecordKind]: string }>

const kindOfFolder = new Map(
  Object.entries(folders).map(([kind, folder]) => [folder as string, kind as keyof typeof folders]),
)

/** The file of a place, with `/` between its parts. */
export function fileOf(place: Place): string {
  if (place.type === 'manifest') return MANIFEST
  const { organisation, policy } = place
  const own = organisation === null ? 'library' : `organisations/${safe(organisation)}`
  const inPolicy = policy === null ? own : `${own}/policies/${safe(policy)}`
  if (place.type !== 'record') return `${inPolicy}/${place.type}.jsonl`
  if (place.kind === 'organisations') return `${own}/organisation.json`
  if (place.kind === 'policies') return `${inPolicy}/policy.json`
  if (place.kind === 'policySections') return `${inPolicy}/sections/${place.id}.json`
  return `${own}/${folders[place.kind]}/${place.id}.json`
}

/** What stands in a file, by its name; null for what no export writes. */
export function placeOf(file: string): Place | null {
  if (file === MANIFEST) return { type: 'manifest' }
  const parts = file.split('/')
  const place = parts[0] === 'library' ? inLibrary(parts) : inOrganisation(parts)
  return place && fileOf(place) === file ? place : null
}

function inLibrary([, folder = '', name = '']: readonly string[]): Place | null {
  const kind = kindOfFolder.get(folder)
  return kind ? { type: 'record', kind, organisation: null, policy: null, id: idIn(name) } : null
}

function inOrganisation([, slug = '', folder = '', ...rest]: readonly string[]): Place | null {
  const organisation = unsafe(slug)
  const record = { type: 'record', organisation, policy: null, id: null } as const
  if (folder === 'organisation.json') return { ...record, kind: 'organisations' }
  const kind = kindOfFolder.get(folder)
  if (kind) return { ...record, kind, id: idIn(rest[0] ?? '') }
  if (folder !== 'policies') return null
  const [policySlug = '', name = '', section = ''] = rest
  const policy = unsafe(policySlug)
  if (name === 'policy.json') return { ...record, policy, kind: 'policies' }
  if (name === 'sections') return { ...record, policy, kind: 'policySections', id: idIn(section) }
  if (name === 'editions.jsonl') return { type: 'editions', organisation, policy }
  if (name === 'editions-internal.jsonl') return { type: 'editions-internal', organisation, policy }
  return null
}

const idIn = (name: string) => name.replace(/\.json$/, '')

/** Names that Windows keeps for devices get a sign that no slug has. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/
const safe = (slug: string) => (devices.test(slug) ? `${slug}_` : slug)
const unsafe = (name: string) => name.replace(/_$/, '')
