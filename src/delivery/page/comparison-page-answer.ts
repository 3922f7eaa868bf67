import { type Answer, bytesOf } from '../answer.ts'
import { comparisonPath, pagePath } from '../asked/addresses.ts'
import { readLayout } from '../comparison/comparison-answer.ts'
import { formats } from '../formats/formats.ts'
import { editionTag, freshnessHeaders, policyTag, tags } from '../formats/headers.ts'
import { representations } from '../formats/representations.ts'
import { chooseCommonLanguage, findPair, type Pair } from '../kept/comparisons.ts'
import type { Opened } from '../kept/library.ts'
import { acceptedLanguage, basisOf, ok, type Reading, vary } from '../reading.ts'
import { addressOf } from '../sources/source.ts'
import { type ComparisonPage, renderComparisonPage } from './comparison-page.ts'
import { pagePolicy } from './page-answer.ts'
import { essence } from './page-edition.ts'

/** The page for people of what one edition has become in another. */
export async function comparisonPageAnswer(
  opened: Opened,
  numbers: readonly [number, number],
  reading: Reading,
): Promise<Answer> {
  const { setUp, parameters } = reading
  const layout = readLayout(parameters.get('layout'))
  const pair = findPair(opened, numbers, setUp.mount)
  const asked = parameters.get('locale')
  const accepted = acceptedLanguage(reading)
  const { language, isNegotiated } = chooseCommonLanguage(pair, asked, accepted, setUp.locale)
  const [before, after] = pair
  const name = ['comparison page', before.sha256, after.sha256, language, layout]
  const address = addressOf(opened.policy.history)
  const base = [setUp.mount.basePath, address.organisation, address.policy]
  const bytes = await setUp.keepBytes([...name, ...base].join(' '), async () => {
    const { table } = await setUp.comparisons(opened, pair, language, layout)
    const publisher = after.languages[language]?.organisation ?? ''
    return bytesOf(
      renderComparisonPage({ table, publisher, ...links(opened, pair, language, reading) }),
    )
  })
  const answer = ok(bytes, {
    'Content-Type': formats.html.mediaType,
    'Content-Language': language,
    'Content-Security-Policy': pagePolicy,
    ...freshnessHeaders({ until: null, isFixed: true, staleSince: null }, false, reading),
    ...vary(isNegotiated && 'Accept-Language'),
    ...tags(policyTag(after.policy), editionTag(before), editionTag(after)),
  })
  return { ...answer, ...basisOf(opened.policy.stamp, bytes, null, reading) }
}

function links(
  opened: Opened,
  pair: Pair,
  language: string,
  reading: Reading,
): Omit<ComparisonPage, 'table' | 'publisher'> {
  const { mount } = reading.setUp
  const address = addressOf(opened.policy.history)
  const page = pagePath(mount, address) ?? ''
  const [before, after] = pair
  const numbers = [before.number, after.number] as const
  const query = `?locale=${encodeURIComponent(language)}`
  const layout = reading.parameters.get('layout')
  const withLayout = (locale: string) =>
    `?${new URLSearchParams({ locale, ...(layout && { layout }) })}`
  return {
    policyUrl: page + query,
    editions: pair.map(({ number, effectiveFrom }) => ({
      number,
      day: effectiveFrom,
      url: `${page}/editions/${number}${query}`,
    })),
    languages: Object.keys(before.languages)
      .filter((locale) => locale in after.languages)
      .map((locale) => ({
        locale,
        url: `${page}/compare/${before.number}...${after.number}${withLayout(locale)}`,
      })),
    formats: representations.map(({ format, extension, mediaType }) => ({
      label: formats[format].label[language === 'ja' ? 'ja' : 'en'],
      type: essence(mediaType),
      url: comparisonPath(mount, address, numbers, extension, withLayout(language)),
    })),
  }
}
