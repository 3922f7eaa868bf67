import { jstDay } from '../../core/calendar.ts'
import { readInstant, sightingBy, startOfJstDay } from '../../core/edition/index.ts'
import { type Answer, bytesOf, empty, headerOf } from '../answer.ts'
import { policyPath, timemapPath } from '../asked/addresses.ts'
import type { Times } from '../asked/question.ts'
import { freshnessHeaders, linkHeader, policyTag, type Target, tags } from '../formats/headers.ts'
import type { Opened } from '../kept/library.ts'
import { quoted, ReadRefused } from '../problem.ts'
import { ok, type Reading } from '../reading.ts'
import { addressOf, type History } from '../sources/source.ts'
import { type Seen, seenBy } from './seen.ts'

export const LINK_FORMAT = 'application/link-format'

/**
 * RFC 7089, pattern 1.1: a policy's address is the original resource and its own TimeGate; `Accept-Datetime` leads by
 * 302 to the memento, whose address is the policy's with `?seenAt=` the moment from which readers saw it. Negotiation
 * in place (pattern 1.2) would leave it to every cache on the way to keep apart by `Vary` what was once the text from
 * what is.
 */
export const gateVaries = 'Accept-Datetime'

/**
 * The instant that a request to a TimeGate names: the end of its second, since dates of HTTP have no fractions. Null
 * for a request that names none, or that asks by parameters, which are more exact.
 *
 * @throws ReadRefused for anything but an IMF-fixdate (RFC 7089 2.1.1: `Thu, 31 May 2007 20:35:00 GMT`)
 */
export function acceptedMoment({ headers }: Pick<Reading, 'headers'>, times: Times): string | null {
  const asked = headerOf(headers, 'accept-datetime')?.trim()
  if (asked === undefined || times.asOf != null || times.knownAt != null || times.seenAt != null)
    return null
  const date = new Date(asked)
  if (Number.isNaN(date.getTime()) || date.toUTCString() !== asked) throw unreadable(asked)
  return readInstant(date.toISOString().replace('.000Z', '.999999Z'))
}

/** Where readers are led who ask a TimeGate; `pathTo` writes the address of a memento from its parameters. */
export function gateAnswer(
  history: History,
  moment: string,
  pathTo: (query: string) => string,
  reading: Reading,
): Answer | null {
  const seen = seenBy(history, reading.now.toISOString())
  // Before the first memento the first is chosen, and after the last the last (RFC 7089 4.5.3).
  const place = Math.max(0, sightingBy(seen, moment))
  const chosen = seen[place]
  if (!chosen) return null
  return {
    status: 302,
    headers: {
      Location: pathTo(queryAt(chosen, reading)),
      Vary: gateVaries,
      'Cache-Control': 'no-store',
      'Content-Length': '0',
      Link: linkHeader(mementoLinks(history, moment, pathTo, reading)),
    },
    body: empty,
  }
}

/** Where the original, its TimeGate and TimeMap are, and the mementos around the one of a moment. */
export function mementoLinks(
  history: History,
  moment: string | null,
  pathTo: (query: string) => string,
  reading: Reading,
): Target[] {
  const { mount } = reading.setUp
  const general: Target[] = [
    { rel: 'original timegate', path: pathTo(localeOf(reading)) },
    { rel: 'timemap', path: timemapPath(mount, addressOf(history)), type: LINK_FORMAT },
  ]
  if (moment === null) return general
  const seen = seenBy(history, reading.now.toISOString())
  const place = Math.max(0, sightingBy(seen, moment))
  const around = [...new Set([0, place - 1, place, place + 1, seen.length - 1])]
  const mementos = around
    .sort((a, b) => a - b)
    .flatMap((other): Target[] => {
      const sighting = seen[other]
      if (!sighting) return []
      const rel = relOf(other, seen.length, place)
      return [{ rel, path: pathTo(queryAt(sighting, reading)), datetime: httpDate(sighting) }]
    })
  return [...general, ...mementos]
}

/** All mementos of a policy (RFC 7089 5), in the format of links of RFC 6690. */
export function timemapAnswer(opened: Opened, reading: Reading): Answer {
  const { setUp, now } = reading
  const { mount, origin } = setUp
  const { history } = opened.policy
  const address = addressOf(history)
  const seen = seenBy(history, now.toISOString())
  const [first, last] = [seen[0], seen.at(-1)]
  const change = opened.policy.index.nextChange(jstDay(now))
  const until = change === null ? null : startOfJstDay(change)
  const original = origin + policyPath(mount, address)
  const targets: Target[] = [
    { rel: 'original timegate', path: original },
    {
      rel: 'self',
      path: origin + timemapPath(mount, address),
      type: LINK_FORMAT,
      ...(first && { from: httpDate(first) }),
      ...(last && { until: httpDate(last) }),
    },
    ...seen.map((sighting, place): Target => {
      const rel = relOf(place, seen.length, null)
      return { rel, path: original + queryAt(sighting, null), datetime: httpDate(sighting) }
    }),
  ]
  return ok(bytesOf(`${linkHeader(targets, ',\n')}\n`), {
    'Content-Type': LINK_FORMAT,
    ...freshnessHeaders({ until, isFixed: false, staleSince: opened.staleSince }, false, reading),
    ...tags(policyTag(history[0].policy)),
  })
}

function queryAt({ from }: Seen[number], reading: Reading | null): string {
  const locale = reading?.parameters.get('locale') ?? null
  const query = new URLSearchParams({ seenAt: from, ...(locale !== null && { locale }) })
  return `?${query}`
}

function localeOf({ parameters }: Reading): string {
  const locale = parameters.get('locale')
  return locale === null ? '' : `?${new URLSearchParams({ locale })}`
}

/** `place` is that of the memento whose links these are; null in a list of all. */
function relOf(other: number, count: number, place: number | null): string {
  return [
    other === 0 && 'first',
    other === count - 1 && 'last',
    place !== null && other === place - 1 && 'prev',
    place !== null && other === place + 1 && 'next',
    'memento',
  ]
    .filter(Boolean)
    .join(' ')
}

const httpDate = ({ from }: Seen[number]) => new Date(from).toUTCString()

const unreadable = (value: string) =>
  new ReadRefused({
    status: 400,
    code: 'unreadable-datetime',
    title: { ja: 'Accept-Datetime を読み取れません', en: 'Unreadable Accept-Datetime' },
    detail: {
      ja: `Accept-Datetime の値「${quoted(value)}」を読み取れません。Thu, 31 May 2007 20:35:00 GMT の形で指定してください。`,
      en: `Cannot read \`${quoted(value)}\` as Accept-Datetime. Write it like Thu, 31 May 2007 20:35:00 GMT.`,
    },
    members: { header: 'Accept-Datetime', value: quoted(value) },
    headers: { Vary: gateVaries },
  })
