import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { jstDay } from '../../core/calendar.ts'
import { kindWordsOf, standingWords } from '../../core/edition/edition-words.ts'
import {
  compareInstants,
  type EditionHead,
  type Standing,
  standings,
  startOfJstDay,
} from '../../core/edition/index.ts'
import { editionPath, feedPath, type Mount, pagePath, policyPath } from '../asked/addresses.ts'
import { type PageWords, pageWords } from '../page/page-words.ts'
import { addressOf, type History } from '../sources/source.ts'

export const ATOM = 'application/atom+xml; charset=utf-8'

export type FeedOptions = {
  readonly mount: Mount
  /** Of the site; '' where it is not known, and addresses stay relative. */
  readonly origin: string
  readonly language: string
  readonly now: Date
}

/**
 * All editions of a policy as an Atom feed (RFC 4287), the last recorded first: those in force, those that were, and,
 * marked and with their day, those to come. Ids are those of policy and editions, which no change of address touches.
 * An entry is updated when its edition comes into force, is corrected or is withdrawn; so readers hear of it then.
 */
export function renderFeed(history: History, options: FeedOptions): string {
  const { mount, origin, language, now } = options
  const words = pageWords(language)
  const address = addressOf(history)
  const stand = standings(history, jstDay(now))
  const entries = [...history]
    .reverse()
    .map((edition) => entryOf(edition, history, stand.get(edition.number) ?? null, options))
  const { title, organisation } = namesOf(history, language)
  const query = `?locale=${encodeURIComponent(language)}`
  const page = pagePath(mount, address, query)
  const feed = x(
    'feed',
    {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:fh': 'http://purl.org/syndication/history/1.0',
      'xml:lang': language,
    },
    [
      x('id', urn(history[0].policy)),
      x('title', words.joined(words.described(title, organisation), words.history)),
      x('updated', latest(entries.map(({ updated }) => updated))),
      x('author', [x('name', organisation)]),
      x('link', {
        rel: 'self',
        type: 'application/atom+xml',
        href: origin + feedPath(mount, address, query),
      }),
      x('link', {
        rel: 'alternate',
        type: page === null ? 'application/json' : 'text/html',
        href: origin + (page ?? policyPath(mount, address, '.json', query)),
      }),
      // RFC 5005: all entries there are, and no further pages.
      x('fh:complete'),
      ...entries.map(({ entry }) => entry),
    ],
  )
  // XML 1.0 2.4: `]]>` does not stand in text as it is.
  const xml = toXml(feed).replace(noCharacter, '\ufffd').replaceAll(']]>', ']]&gt;')
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`
}

function entryOf(
  edition: EditionHead,
  history: History,
  standing: Standing | null,
  options: FeedOptions,
): { readonly entry: Element; readonly updated: string } {
  const { language, now } = options
  const words = pageWords(language)
  const updated = updatedAt(edition, history, now)
  const summary = edition.summary[language]
  const name = titleOf(edition, standing, words)
  const entry = x('entry', [
    x('id', urn(edition.id)),
    x('title', name),
    x('published', edition.recordedAt),
    x('updated', updated),
    category('kind', edition.kind, kindWordsOf(edition)[words.language]),
    ...(standing ? [category('standing', standing, standingWords[standing][words.language])] : []),
    // The first day on which it holds, in Japan.
    x('dcterms:valid', edition.effectiveFrom),
    ...linksOf(edition, options),
    x('summary', summary ? words.joined(name, summary) : name),
  ])
  return { entry, updated }
}

function titleOf(edition: EditionHead, standing: Standing | null, words: PageWords): string {
  const { kind, number, effectiveFrom, withdraws, corrects } = edition
  const other = withdraws ?? corrects
  const named = kindWordsOf(edition)[words.language]
  const what = other === null ? named : words.of(named, other)
  const which =
    kind === 'withdrawal' ? `${number}` : words.edition(number, words.day(effectiveFrom))
  const mark =
    standing && standing !== 'inForce' ? ` [${standingWords[standing][words.language]}]` : ''
  return `${which} ${what}${mark}`
}

/** When it was recorded, came into force, or ceased to stand, whichever was last. */
function updatedAt(edition: EditionHead, history: History, now: Date): string {
  const begun = startOfJstDay(edition.effectiveFrom)
  const successor = history.find(
    ({ corrects, withdraws }) => corrects === edition.number || withdraws === edition.number,
  )
  return latest([
    edition.recordedAt,
    ...(edition.kind !== 'withdrawal' && begun <= now && !isWithdrawn(successor)
      ? [begun.toISOString()]
      : []),
    ...(successor ? [successor.recordedAt] : []),
  ])
}

const isWithdrawn = (successor: EditionHead | undefined) => successor?.kind === 'withdrawal'

function linksOf(
  edition: EditionHead,
  { mount, origin, language }: FeedOptions,
): readonly Element[] {
  const address = { organisation: edition.organisationSlug, policy: edition.policySlug }
  const query = language in edition.languages ? `?locale=${encodeURIComponent(language)}` : ''
  const hasText = Object.keys(edition.languages).length > 0
  const page = pagePath(mount, address)
  return [
    ...(hasText && page !== null
      ? [alternate('text/html', `${origin}${page}/editions/${edition.number}${query}`)]
      : []),
    alternate(
      'application/json',
      origin + editionPath(mount, address, edition.number, '.json', query),
    ),
  ]
}

/** What the policy and its organisation were last called, in a language or else in the first there is. */
function namesOf(history: History, language: string) {
  const named = history.findLast(({ languages }) => Object.keys(languages).length > 0)
  const names = named?.languages[language] ?? Object.values(named?.languages ?? {})[0]
  const { organisationSlug, policySlug } = history[0]
  return names ?? { title: policySlug, organisation: organisationSlug }
}

const alternate = (type: string, href: string) => x('link', { rel: 'alternate', type, href })
const category = (scheme: 'kind' | 'standing', term: string, label: string) =>
  x('category', { scheme: `urn:payload-privacy-policy:${scheme}`, term, label })
/** What no XML 1.0 document may hold, escaped or not (2.2). */
const noCharacter = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const urn = (id: string) => `urn:uuid:${id}`
const latest = (instants: readonly string[]): string =>
  instants.reduce((a, b) => (compareInstants(a, b) < 0 ? b : a))
