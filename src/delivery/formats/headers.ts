import { type EditionHead, writeReceipt } from '../../core/edition/index.ts'
import {
  type Address,
  editionPath,
  editionsPath,
  feedPath,
  type Mount,
  policyPath,
} from '../asked/addresses.ts'
import { type Found, visibleSince } from '../find.ts'
import type { Reading } from '../reading.ts'

/** The longest that anyone may keep an answer that a publication can change, in seconds. */
export type Freshness = { readonly maxAge: number; readonly now: Date }

/** For what only a better renderer can change. */
const HOUR = 3600
/** For what nothing can change (RFC 8246). */
const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * How long an answer may be kept: never beyond the moment at which, by the calendar alone, another edition comes
 * into force. `immutable` is for the JSON of a numbered edition only; other renderings improve.
 */
export function cacheControl(
  found: Pick<Found, 'until' | 'isFixed'>,
  isImmutable: boolean,
  { maxAge, now }: Freshness,
): string {
  if (isImmutable) return FOR_EVER
  if (found.isFixed) return `public, max-age=${HOUR}`
  const left = found.until
    ? Math.floor((found.until.getTime() - now.getTime()) / 1000)
    : Number.POSITIVE_INFINITY
  return `public, max-age=${Math.max(0, Math.min(maxAge, left))}, must-revalidate`
}

/**
 * How long an answer may be kept, and, while the database cannot be asked whether it is still the right one, that it
 * is stale (RFC 9211: the time to live of a stale answer is negative).
 */
export function freshnessHeaders(
  found: Pick<Found, 'until' | 'isFixed' | 'staleSince'>,
  isImmutable: boolean,
  { setUp, now }: Reading,
): { [header: string]: string } {
  const { staleSince } = found
  const maxAge = staleSince ? Math.min(STALE_MAX_AGE, setUp.maxAge) : setUp.maxAge
  return {
    'Cache-Control': cacheControl(
      staleSince ? { ...found, isFixed: false } : found,
      isImmutable && !staleSince,
      { maxAge, now },
    ),
    ...(staleSince && {
      'Cache-Status': `payload-privacy-policy; hit; ttl=${Math.min(-1, Math.round((staleSince.getTime() - now.getTime()) / 1000))}; detail=database-unavailable`,
    }),
  }
}

/** Seconds after which to ask again whether the database has come back. */
const STALE_MAX_AGE = 5

/** In JSON: since when the database has not been heard, to the second, so that the same outage has the same bytes. */
export const staleMember = (staleSince: Date) => ({
  since: new Date(Math.floor(staleSince.getTime() / 1000) * 1000).toISOString(),
})

/** Names by which a CDN forgets: all lists, all of a policy, one edition. Spaces for Fastly, commas for Cloudflare. */
export function tags(...names: readonly string[]): { [header: string]: string } {
  return { 'Surrogate-Key': names.join(' '), 'Cache-Tag': names.join(',') }
}
export const listTag = 'privacy-policies'
export const policyTag = (policy: string) => `privacy-policy-${policy}`
export const editionTag = (edition: EditionHead) => `privacy-policy-edition-${edition.id}`

/** What every answer with an edition's text says of it in its headers. */
export function editionHeaders(
  found: Found,
  edition: EditionHead,
  language: string | null,
  now: Date,
): { [header: string]: string } {
  const visible = visibleSince(found.repeal ?? edition)
  // RFC 9110 8.8.2.1: never later than the answer itself; an edition to come was last changed when recorded.
  const modified = visible <= now ? visible : new Date(edition.recordedAt)
  return {
    ...(language !== null && {
      'Content-Language': language,
      'Policy-Edition': writeReceipt(edition, language),
    }),
    'Last-Modified': modified.toUTCString(),
    ...(found.since && { 'Memento-Datetime': found.since.toUTCString() }),
    ...tags(policyTag(edition.policy), editionTag(edition)),
  }
}

export type Target = {
  readonly rel: string
  readonly path: string
  readonly type?: string
  readonly language?: string
  /** Of a memento, and of a TimeMap (RFC 7089), as HTTP writes dates. */
  readonly datetime?: string
  readonly from?: string
  readonly until?: string
}

/** RFC 8288. */
export function linkHeader(targets: readonly Target[], separator = ', '): string {
  return targets
    .map(
      ({ rel, path, type, language, datetime, from, until }) =>
        `<${path}>${parameter('rel', rel)}${parameter('type', type?.replace(/;.*/, ''))}` +
        parameter('hreflang', language) +
        parameter('datetime', datetime) +
        parameter('from', from) +
        parameter('until', until),
    )
    .join(separator)
}

const parameter = (name: string, value: string | undefined) => (value ? `; ${name}="${value}"` : '')

/** The editions around this one, and where to find them all (RFC 5829). */
export function versionLinks(mount: Mount, found: Found): Target[] {
  const { address, before, after } = found
  const neighbour = (rel: string, edition: EditionHead | null): Target[] =>
    edition ? [{ rel, path: numbered(mount, address, edition) }] : []
  return [
    ...neighbour('predecessor-version', before),
    ...neighbour('successor-version', after),
    { rel: 'latest-version', path: policyPath(mount, address) },
    { rel: 'version-history', path: editionsPath(mount, address) },
    { rel: 'alternate', path: feedPath(mount, address), type: 'application/atom+xml' },
  ]
}

const numbered = (mount: Mount, address: Address, edition: EditionHead) =>
  editionPath(mount, address, edition.number)
