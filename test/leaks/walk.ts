import type { Answered, Client } from '../plugin/client.ts'
import { canariesIn } from './canaries.ts'

/** A request over REST, or a GraphQL operation. */
export type Probe = { readonly method: 'GET' | 'POST'; readonly path: string } | string

/** The answers to probes, by what was sent. */
export type Walked = ReadonlyMap<string, Answered>

/** Sends every probe; a few at once. */
export async function walk(client: Client, probes: readonly Probe[]): Promise<Walked> {
  const walked = new Map<string, Answered>()
  const queue = probes.values()
  const send = async () => {
    for (const probe of queue)
      if (typeof probe === 'string') walked.set(probe, await client.graphql(probe))
      else walked.set(`${probe.method} ${probe.path}`, await client.rest(probe.method, probe.path))
  }
  await Promise.all(Array.from({ length: 6 }, send))
  return walked
}

/** The canaries in any of the answers. */
export function foundIn(walked: Walked): ReadonlySet<string> {
  return new Set([...walked.values()].flatMap(({ text }) => canariesIn(text)))
}

/** What came out, and by which request: one line for each. */
export function leaksOf(walked: Walked): readonly string[] {
  return [...walked].flatMap(([request, { status, headers, text }]) => {
    const canaries = canariesIn(`${headers}${text}`)
    return canaries.length ? [`${request.slice(0, 200)} (${status}): ${canaries.join(', ')}`] : []
  })
}

/** The requests whose answers are no longer the same. */
export function differencesOf(before: Walked, after: Walked): readonly string[] {
  return [...before].flatMap(([request, was]) => {
    const is = after.get(request)
    const isSame = is?.status === was.status && is.text === was.text
    return isSame
      ? []
      : [`${request.slice(0, 200)}: ${was.status} ${was.text} → ${is?.status} ${is?.text}`]
  })
}
