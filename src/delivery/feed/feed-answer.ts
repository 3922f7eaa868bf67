import { jstDay } from '../../core/calendar.ts'
import { nextChange, startOfJstDay } from '../../core/edition/index.ts'
import { type Answer, bytesOf } from '../answer.ts'
import { editionsPath, policyPath } from '../asked/addresses.ts'
import { negotiateFormat } from '../asked/negotiation.ts'
import { chooseLanguage } from '../find.ts'
import { freshnessHeaders, linkHeader, policyTag, tags } from '../formats/headers.ts'
import { notAcceptable } from '../formats/representations.ts'
import type { Opened } from '../kept/library.ts'
import { accepted, acceptedLanguage, basisOf, ok, type Reading, vary } from '../reading.ts'
import { addressOf } from '../sources/source.ts'
import { ATOM, renderFeed } from './feed.ts'

/** What readers of feeds say that they accept, besides what it is. */
const offer = [ATOM, 'application/xml', 'text/xml'].map((mediaType) => ({ mediaType }))

/** The feed of a policy, in a language that any of its editions has. */
export async function feedAnswer(opened: Opened, reading: Reading): Promise<Answer> {
  const { setUp, now, parameters } = reading
  const { mount, origin } = setUp
  const { policy, staleSince } = opened
  const { history } = policy
  const accept = accepted(reading)
  if (!negotiateFormat(accept, offer)) throw notAcceptable(accept ?? '', offer.slice(0, 1))
  const asked = parameters.get('locale')
  const languages = Object.assign({}, ...history.map((edition) => edition.languages))
  const all = { ...(history.at(-1) ?? history[0]), languages }
  const { language, isNegotiated } = chooseLanguage(
    all,
    asked,
    acceptedLanguage(reading),
    setUp.locale,
  )
  const change = nextChange(history, jstDay(now))
  const until = change === null ? null : startOfJstDay(change)
  const address = addressOf(history)
  const name = ['feed', history.at(-1)?.sha256, language, jstDay(now)]
  const bytes = await setUp.keepBytes(name.join(' '), () =>
    bytesOf(renderFeed(history, { mount, origin, language, now })),
  )
  const answer = ok(bytes, {
    'Content-Type': ATOM,
    'Content-Language': language,
    ...freshnessHeaders({ until, isFixed: false, staleSince }, false, reading),
    ...vary(isNegotiated && 'Accept-Language'),
    ...tags(policyTag(history[0].policy)),
    Link: linkHeader([
      { rel: 'latest-version', path: policyPath(mount, address) },
      { rel: 'version-history', path: editionsPath(mount, address) },
    ]),
  })
  return { ...answer, ...basisOf(policy.stamp, bytes, until, reading) }
}
