import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from './addresses.ts'

export type PostLimits = {
  /** Hosts that may be private, and spoken to without TLS: `localhost`, `hooks.internal:8080`. */
  readonly allowedHosts: readonly string[]
  /** @default 15 seconds from the first look-up to the last byte that is read */
  readonly timeoutMs?: number
}

/** What came of one attempt. */
export type Posted = {
  readonly status: number | null
  /** The beginning of what was answered, or why nothing was. */
  readonly excerpt: string
}

const EXCERPT = 1024

/** Why an address is not written to; null for one that may be. What a name resolves to is seen at the connection. */
export function refuseUrl(url: string, { allowedHosts }: Pick<PostLimits, 'allowedHosts'>) {
  if (!URL.canParse(url)) return 'not a URL'
  const { protocol, hostname, host, username, password } = new URL(url)
  if (username || password) return 'credentials in the URL'
  if (isAllowed(host, hostname, allowedHosts)) {
    return protocol === 'https:' || protocol === 'http:' ? null : 'neither https nor http'
  }
  if (protocol !== 'https:') return 'not https'
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) && !isPublicAddress(bare) ? 'not on the public internet' : null
}

/**
 * Sends a message once. The connection is made to an address that was looked at: a name that resolves to a private
 * one, at whatever moment, is not connected to. Redirects are answers like others, and of an answer only the beginning
 * is read.
 */
export function post(
  url: string,
  headers: { readonly [name: string]: string },
  body: string,
  limits: PostLimits,
): Promise<Posted> {
  const refusal = refuseUrl(url, limits)
  if (refusal) return Promise.resolve({ status: null, excerpt: refusal })
  const { protocol, hostname, host } = new URL(url)
  const lookup = isAllowed(host, hostname, limits.allowedHosts) ? dns.lookup : publicLookup
  const bytes = Buffer.from(body, 'utf8')
  return new Promise((resolve) => {
    const end = (status: number | null, excerpt: string) => {
      clearTimeout(timer)
      request.destroy()
      resolve({ status, excerpt: excerpt.slice(0, EXCERPT) })
    }
    const request = (protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': bytes.length },
        // A connection of its own: none that was opened for another look-up is used again.
        agent: false,
        lookup: lookup as typeof dns.lookup,
      },
      (response) => {
        let excerpt = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          excerpt += chunk
          if (excerpt.length >= EXCERPT) end(response.statusCode ?? null, excerpt)
        })
        response.once('end', () => end(response.statusCode ?? null, excerpt))
        response.once('error', () => end(response.statusCode ?? null, excerpt))
      },
    )
    const timer = setTimeout(() => end(null, 'no answer in time'), limits.timeoutMs ?? 15_000)
    request.once('error', (error: NodeJS.ErrnoException) => end(null, error.code ?? error.message))
    request.end(bytes)
  })
}

const isAllowed = (host: string, hostname: string, allowed: readonly string[]) =>
  allowed.includes(host) || allowed.includes(hostname)

type Found = (
  error: NodeJS.ErrnoException | null,
  address: string | dns.LookupAddress[],
  family?: number,
) => void

/** Looks a name up, and knows only its addresses on the public internet. */
function publicLookup(hostname: string, options: dns.LookupOptions, found: Found): void {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return found(error, [])
    const outer = addresses.filter(({ address }) => isPublicAddress(address))
    const [first] = outer
    if (!first) {
      const refused: NodeJS.ErrnoException = new Error('not on the public internet')
      return found(refused, [])
    }
    return options.all ? found(null, outer) : found(null, first.address, first.family)
  })
}
