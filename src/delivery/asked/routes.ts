import type { Address, Mount } from './addresses.ts'

/** What a path under the mount names. An extension is '' or has its dot. */
export type Route =
  | { readonly to: 'policies' }
  | { readonly to: 'schema' }
  | { readonly to: 'organisation'; readonly organisation: string }
  | { readonly to: 'policy'; readonly address: Address; readonly extension: string }
  | { readonly to: 'editions'; readonly address: Address; readonly extension: string }
  | { readonly to: 'feed' | 'timemap'; readonly address: Address }
  | {
      readonly to: 'edition'
      readonly address: Address
      readonly number: number
      readonly extension: string
    }
  | {
      readonly to: 'comparison'
      readonly address: Address
      /** The numbers of the editions, the one before and the one after. */
      readonly numbers: readonly [number, number]
      readonly extension: string
    }

/** The routes as a reader writes them, for who has gone astray. */
export const routeForms = [
  '',
  '/schema.json',
  '/{organisation}',
  '/{organisation}/{policy}[.json|.html|.md|.txt|.pdf|.docx]',
  '/{organisation}/{policy}/feed.atom',
  '/{organisation}/{policy}/timemap',
  '/{organisation}/{policy}/editions',
  '/{organisation}/{policy}/editions.jsonl',
  '/{organisation}/{policy}/editions/{number}[.json|.html|.md|.txt|.pdf|.docx]',
  '/{organisation}/{policy}/compare/{number}...{number}[.json|.html|.md|.txt|.pdf|.docx]',
]

/** Null for a path that names nothing. */
export function routeOf(pathname: string, mount: Pick<Mount, 'basePath'>): Route | null {
  const parts = partsOf(pathname, mount.basePath)
  if (!parts) return null
  const [organisation, policy, editions, number, ...more] = parts
  if (more.length > 0) return null
  if (organisation === undefined) return { to: 'policies' }
  if (policy === undefined)
    return organisation === 'schema.json' ? { to: 'schema' } : { to: 'organisation', organisation }
  if (editions === undefined) {
    const { name, extension } = cut(policy)
    return { to: 'policy', address: { organisation, policy: name }, extension }
  }
  const address = { organisation, policy }
  if (number === undefined && editions === 'feed.atom') return { to: 'feed', address }
  if (number === undefined && editions === 'timemap') return { to: 'timemap', address }
  if (editions === 'compare') return comparisonOf(address, number ?? '')
  const list = cut(editions)
  if (list.name !== 'editions') return null
  if (number === undefined) return { to: 'editions', address, extension: list.extension }
  const one = cut(number)
  if (list.extension !== '' || !/^[1-9]\d{0,8}$/.test(one.name)) return null
  return { to: 'edition', address, number: Number(one.name), extension: one.extension }
}

/** `1...2.html` */
function comparisonOf(address: Address, part: string): Route | null {
  const [, before, after, extension = ''] =
    /^([1-9]\d{0,8})\.\.\.([1-9]\d{0,8})(\..*)?$/.exec(part) ?? []
  return after === undefined
    ? null
    : { to: 'comparison', address, numbers: [Number(before), Number(after)], extension }
}

/** What a page's path names: a policy, one of its editions, or two of them side by side. */
export type PageRoute = {
  readonly address: Address
  readonly number: number | null
  /** With `number` as the later one. */
  readonly compared?: readonly [number, number]
}

export function pageRouteOf(pathname: string, pagePath: string): PageRoute | null {
  const [organisation, policy, editions, number, ...more] = partsOf(pathname, pagePath) ?? []
  if (organisation === undefined || policy === undefined || more.length > 0) return null
  const address = { organisation, policy }
  if (editions === undefined) return { address, number: null }
  if (editions === 'compare') {
    const route = comparisonOf(address, number ?? '')
    if (route?.to !== 'comparison' || route.extension !== '') return null
    return { address, number: route.numbers[1], compared: route.numbers }
  }
  return editions === 'editions' && /^[1-9]\d{0,8}$/.test(number ?? '')
    ? { address, number: Number(number) }
    : null
}

function partsOf(pathname: string, base: string): string[] | null {
  if (pathname !== base && !pathname.startsWith(`${base}/`)) return null
  try {
    return pathname
      .slice(base.length)
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** `customers.json` → `customers` and `.json`. */
function cut(part: string): { readonly name: string; readonly extension: string } {
  const dot = part.indexOf('.')
  return dot < 0
    ? { name: part, extension: '' }
    : { name: part.slice(0, dot), extension: part.slice(dot) }
}
