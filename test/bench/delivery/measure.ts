import autocannon from 'autocannon'
import type { Target } from './targets.ts'

/** Whether a name is among those of `--only`, each a part of one, with commas between; all are without it. */
export const wantedBy = (only: string) => (name: string) =>
  only.split(',').some((part) => name.includes(part.trim()))

/** One request, which must succeed: what an error costs is no measure. */
export async function probe({ name, url, requests, method, headers, body }: Target): Promise<void> {
  const path = requests?.[0]?.path
  const response = await fetch(path ? new URL(path, url) : url, {
    method: method ?? 'GET',
    headers: headers as Record<string, string>,
    ...(body !== undefined && { body: String(body) }),
  })
  const text = await response.text()
  if (
    response.status >= 400 ||
    text.startsWith('{"errors"') ||
    text.includes('"privacyPolicy":null')
  )
    throw new Error(`${name}: ${response.status} ${text.slice(0, 500)}`)
}

/** Answers a second, by 10 connections; for a slow one, of as many answers as the connections can take in two turns. */
export async function rateOf(
  { name, isSlow, ...target }: Target,
  seconds: number,
): Promise<number> {
  const began = performance.now()
  const result = await autocannon({
    ...target,
    connections: 10,
    timeout: 60,
    ...(isSlow ? { amount: 20 } : { duration: seconds }),
  })
  const taken = isSlow ? (performance.now() - began) / 1000 : result.duration
  const expected = name.includes('304') ? result['3xx'] : result['2xx']
  const total = result['1xx'] + result['2xx'] + result['3xx'] + result['4xx'] + result['5xx']
  if (result.errors || expected !== total || total === 0)
    throw new Error(`${name}: ${expected} of ${total} answers as expected, ${result.errors} errors`)
  return total / taken
}

/** The median time that a whole answer takes; the first two of the addresses warm up the code, and do not count. */
export async function millisecondsOf(urls: readonly string[]): Promise<number> {
  const times: number[] = []
  for (const url of urls) {
    const began = performance.now()
    const response = await fetch(url)
    if (!response.ok) throw new Error(`Expected ${url}, got ${response.status}`)
    await response.arrayBuffer()
    times.push(performance.now() - began)
  }
  return median(times.slice(2))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
