import type { EditionHead } from '../../core/edition/index.ts'

/** Where the reader stands in a host. */
export type Mount = {
  /** Of the API: `/api/privacy-policies`. */
  readonly basePath: string
  /** Of the pages for people, which stand at `{pagePath}/{organisation}/{policy}`; null where there are none. */
  readonly pagePath: string | null
}

export type Address = { readonly organisation: string; readonly policy: string }

/** `extension` is '' or has its dot; `query` is '' or has its question mark. */
export function policyPath(mount: Mount, address: Address, extension = '', query = ''): string {
  return `${mount.basePath}/${segments(address.organisation, address.policy)}${extension}${query}`
}

export function editionsPath(mount: Mount, address: Address, extension = ''): string {
  return `${policyPath(mount, address)}/editions${extension}`
}

export function editionPath(
  mount: Mount,
  address: Address,
  number: number,
  extension = '',
  query = '',
): string {
  return `${editionsPath(mount, address)}/${number}${extension}${query}`
}

export function comparisonPath(
  mount: Mount,
  address: Address,
  [before, after]: readonly [number, number],
  extension = '',
  query = '',
): string {
  return `${policyPath(mount, address)}/compare/${before}...${after}${extension}${query}`
}

export function pagePath(mount: Mount, address: Address, query = ''): string | null {
  return mount.pagePath === null
    ? null
    : `${mount.pagePath}/${segments(address.organisation, address.policy)}${query}`
}

export function timemapPath(mount: Mount, address: Address): string {
  return `${policyPath(mount, address)}/timemap`
}

export function feedPath(mount: Mount, address: Address, query = ''): string {
  return `${policyPath(mount, address)}/feed.atom${query}`
}

export function schemaPath(mount: Mount): string {
  return `${mount.basePath}/schema.json`
}

/** Where an edition was published, whatever has become of the policy's address since. */
export function publishedAt(edition: EditionHead): Address {
  return { organisation: edition.organisationSlug, policy: edition.policySlug }
}

const segments = (...parts: readonly string[]) => parts.map(encodeURIComponent).join('/')
