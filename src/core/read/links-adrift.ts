import type { Source } from './source.ts'

type Resolve = (href: string, place: number) => string | null

/** Tells a reader where links lead, and keeps those that lead nowhere by themselves, as `Source` has them. */
export function keepingAdrift(toPage: (href: string) => string | null): {
  readonly resolve: Resolve
  readonly kept: () => Pick<Source, 'adrift'>
} {
  const adrift: { href: string; place: number }[] = []
  return {
    resolve: (href, place) => {
      const url = toPage(href)
      const lost = url === null ? lostOf(href.trim()) : null
      if (lost !== null) adrift.push({ href: lost, place })
      return url
    },
    kept: () => (adrift.length > 0 ? { adrift } : {}),
  }
}

/** `/contact`, and `#desk` of the page itself; null where nothing is meant, or what is no page. */
function lostOf(href: string): string | null {
  if (/^#?$/u.test(href)) return null
  if (!URL.canParse(href)) return href
  return /^https?:[^#]*#./u.test(href) ? href.slice(href.indexOf('#')) : null
}
