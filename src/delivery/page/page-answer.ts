import { jstDay } from '../../core/calendar.ts'
import { type EditionHead, inOrder, type Standing, standings } from '../../core/edition/index.ts'
import { type Answer, bytesOf } from '../answer.ts'
import { editionPath, feedPath, pagePath, policyPath } from '../asked/addresses.ts'
import { chooseLanguage, type Found, noText } from '../find.ts'

import { formats } from '../formats/formats.ts'
import {
  editionHeaders,
  freshnessHeaders,
  linkHeader,
  staleMember,
  versionLinks,
} from '../formats/headers.ts'
import { representations } from '../formats/representations.ts'
import { repealed } from '../formats/text-answer.ts'
import { gateVaries, mementoLinks } from '../memento/memento.ts'
import { ReadRefused } from '../problem.ts'
import { acceptedLanguage, basisOf, ok, type Reading, vary } from '../reading.ts'
import { type Page, renderPage } from './page.ts'

/** What the page's own style sheets need, and nothing else: it has no scripts to run. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** The page for people; `number` when an edition was asked for by its number. */
export async function pageAnswer(
  found: Found,
  number: number | null,
  reading: Reading,
): Promise<Answer> {
  const { setUp, now, parameters } = reading
  const { edition, repeal, history, staleSince } = found
  if (!edition) throw new ReadRefused(repealed(found))
  if (Object.keys(edition.languages).length === 0) throw noText(edition)
  const { language, isNegotiated } = chooseLanguage(
    edition,
    parameters.get('locale'),
    acceptedLanguage(reading),
    setUp.locale,
  )
  const day = jstDay(now)
  const standing = standings(history, day)
  const isCurrent = number === null && standing.get((repeal ?? edition).number) === 'inForce'
  // The page tells what has become of its edition and of all others: it is one for each day and each last edition.
  const name = ['page', setUp.origin, setUp.mount.basePath, edition.sha256, language, isCurrent]
  const state = [
    history.at(-1)?.sha256,
    day,
    repeal?.sha256,
    staleSince && staleMember(staleSince).since,
  ]
  const bytes = await setUp.keepBytes([...name, ...state].join(' '), async () => {
    const text = await setUp.library.text(found.opened, edition, language)
    const page: Page = {
      document: JSON.parse(text),
      edition,
      standing: repeal ? 'repealed' : (standing.get(edition.number) ?? 'past'),
      ...pageLinks(found, edition, language, isCurrent, reading),
      editions: shownEditions(found, edition, language, standing, reading),
      staleSince,
      preview: setUp.preview?.kind ?? null,
    }
    return bytesOf(renderPage(page))
  })
  const pathTo = (query: string) => pagePath(setUp.mount, found.address, query) ?? ''
  const answer = ok(bytes, {
    'Content-Type': formats.html.mediaType,
    'Content-Security-Policy': pagePolicy,
    ...freshnessHeaders({ ...found, isFixed: false }, false, reading),
    ...vary(isNegotiated && 'Accept-Language', found.isLiving && gateVaries),
    ...editionHeaders(found, edition, language, now),
    Link: linkHeader([
      ...versionLinks(setUp.mount, found),
      ...mementoLinks(found.history, found.moment, pathTo, reading),
    ]),
  })
  return {
    ...answer,
    ...(repeal && { status: 410 }),
    ...basisOf(found.opened.policy.stamp, bytes, found.until, reading),
  }
}

function pageLinks(
  { address }: Found,
  edition: EditionHead,
  language: string,
  isCurrent: boolean,
  { setUp }: Reading,
): Pick<Page, 'canonicalUrl' | 'currentUrl' | 'feedUrl' | 'languages' | 'representations'> {
  const { mount, origin } = setUp
  const inLinks = setUp.preview?.inLinks
  const query = (locale: string) =>
    `?${new URLSearchParams({ locale, ...(inLinks && { preview: inLinks }) })}`
  const page = pagePath(mount, address) ?? ''
  const own = isCurrent ? page : `${page}/editions/${edition.number}`
  return {
    canonicalUrl: `${origin}${own}?locale=${encodeURIComponent(language)}`,
    currentUrl: page + query(language),
    feedUrl: feedPath(mount, address, `?locale=${encodeURIComponent(language)}`),
    languages: Object.keys(edition.languages).map((locale) => ({
      locale,
      url: own + query(locale),
    })),
    representations: representations.map(({ format, extension, mediaType }) => ({
      label: formats[format].label,
      mediaType,
      url: isCurrent
        ? policyPath(mount, address, extension, query(language))
        : editionPath(mount, address, edition.number, extension, query(language)),
    })),
  }
}

/** The editions with a text that came or will come into force, and the one on show, newest first. */
function shownEditions(
  { history, address }: Found,
  shown: EditionHead,
  language: string,
  standing: ReadonlyMap<number, Standing>,
  { setUp }: Reading,
): Page['editions'] {
  const page = pagePath(setUp.mount, address) ?? ''
  const live = inOrder(history).filter(({ kind }) => kind !== 'repeal')
  const all = live.some(({ number }) => number === shown.number) ? live : [...live, shown]
  return [...all].reverse().map((edition) => {
    const { number, kind, effectiveFrom, summary, languages } = edition
    const query = language in languages ? `?locale=${encodeURIComponent(language)}` : ''
    return {
      number,
      kind,
      effectiveFrom,
      summary,
      standing: standing.get(number) ?? 'past',
      url: `${page}/editions/${number}${query}`,
    }
  })
}
