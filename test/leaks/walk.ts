import type { Answered, Client } from '../plugin/client.ts'
import { canariesIn } from './canaries.ts'
import type { Probe } from './rest-probes.ts'

/** The answers to probes, by method and path. */
export type Walked = ReadonlyMap<string, Answered>

/** Sends every probe; a few at once. */
export async function walk(client: Client, probes: readonly Probe[]): Promise<Walked> {
  const walked = new Map<string, Answered>()
  const queue = probes.values()
  const send = async () => {
    for (const { method, path } of queue)
      walked.set(`${method} ${path}`, await client.rest(method, path))
  }
  await Promise.all(Array.from({ length: 6 }, send))
  return walked
}

/** What came out, and by which request: one line for each. */
export function leaksOf(walked: Walked): readonly string[] {
  return [...walked].flatMap(([request, { status, headers, text }]) => {
    const canaries = canariesIn(`${headers}${text}`)
    return canaries.length ? [`${request} (${status}): ${canaries.join(', ')}`] : []
  })
}

/** The requests whose answers are no longer the same. */
export function differencesOf(before: Walked, after: Walked): readonly string[] {
  return [...before].flatMap(([request, was]) => {
    const is = after.get(request)
    const isSame = is?.status === was.status && is.text === was.text
    return isSame ? [] : [`${request}: ${was.status} ${was.text} → ${is?.status} ${is?.text}`]
  })
}
