import { type Layout, layouts } from '../../core/compare/table/index.ts'
import { type Answer, bytesOf } from '../answer.ts'
import { comparisonPath, editionPath } from '../asked/addresses.ts'
import { shownAs } from '../formats/file-name.ts'
import {
  editionTag,
  freshnessHeaders,
  linkHeader,
  policyTag,
  type Target,
  tags,
} from '../formats/headers.ts'
import { acceptsRanges } from '../formats/ranges.ts'
import { particularsOf, representations } from '../formats/representations.ts'
import type { FormatChoice } from '../formats/text-answer.ts'
import { chooseCommonLanguage, findPair, type Pair } from '../kept/comparisons.ts'
import type { Opened } from '../kept/library.ts'
import { quoted, ReadRefused } from '../problem.ts'
import { acceptedLanguage, basisOf, ok, type Reading, vary } from '../reading.ts'
import { addressOf } from '../sources/source.ts'
import { comparisonAs } from './comparison-formats.ts'

/** What one edition has become in another. Neither ever changes; how it is told may get better. */
export async function comparisonAnswer(
  opened: Opened,
  numbers: readonly [number, number],
  { representation, isNegotiated }: FormatChoice,
  reading: Reading,
): Promise<Answer> {
  const { setUp, parameters } = reading
  const { format, extension, mediaType } = representation
  const layout = readLayout(parameters.get('layout'))
  const pair = findPair(opened, numbers, setUp.mount)
  const choice = chooseCommonLanguage(
    pair,
    parameters.get('locale'),
    acceptedLanguage(reading),
    setUp.locale,
  )
  const { language } = choice
  const [before, after] = pair
  const name = ['comparison', before.sha256, after.sha256, language, layout, format]
  const bytes = await setUp.keepBytes(name.join(' '), async () => {
    const compared = await setUp.comparisons(opened, pair, language, layout)
    const about = { before: particularsOf(before), after: particularsOf(after), locale: language }
    return bytesOf(await comparisonAs(format, compared, about))
  })
  const isFile = format === 'pdf' || format === 'docx'
  const answer = ok(bytes, {
    'Content-Type': mediaType,
    'Content-Language': language,
    ...freshnessHeaders({ until: null, isFixed: true, staleSince: null }, false, reading),
    ...vary(isNegotiated && 'Accept', choice.isNegotiated && 'Accept-Language'),
    ...tags(policyTag(after.policy), editionTag(before), editionTag(after)),
    Link: linkHeader(links(opened, pair, format, reading)),
    ...(isFile && acceptsRanges),
    ...(isFile && shownAs(after, language, `_${before.number}-${after.number}${extension}`)),
    ...(format === 'html' && { 'Content-Security-Policy': "default-src 'none'" }),
  })
  return { ...answer, ...basisOf(opened.policy.stamp, bytes, null, reading) }
}

/** Both editions, and the same comparison in other formats. */
function links(opened: Opened, pair: Pair, format: string, reading: Reading): Target[] {
  const { mount } = reading.setUp
  const address = addressOf(opened.policy.history)
  const numbers = [pair[0].number, pair[1].number] as const
  const query = queryOf(reading)
  return [
    ...pair.map(({ number }) => ({ rel: 'related', path: editionPath(mount, address, number) })),
    ...representations
      .filter((one) => one.format !== format)
      .map((one) => ({
        rel: 'alternate',
        path: comparisonPath(mount, address, numbers, one.extension, query),
        type: one.mediaType,
      })),
  ]
}

/** The parameters that a comparison knows, as sent. */
export function queryOf({ parameters }: Reading): string {
  const query = new URLSearchParams()
  for (const name of ['locale', 'layout']) {
    const value = parameters.get(name)
    if (value !== null) query.set(name, value)
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** @throws ReadRefused naming the layouts that there are */
export function readLayout(asked: string | null | undefined): Layout {
  if (asked == null || asked === '') return 'amended'
  const layout = layouts.find((one) => one === asked)
  if (layout) return layout
  throw new ReadRefused({
    status: 400,
    code: 'unreadable-parameter',
    title: { ja: 'パラメーターを読み取れません', en: 'Unreadable parameter' },
    detail: {
      ja: `layout の値「${quoted(asked)}」はありません。${layouts.join('、')} のいずれかを指定してください（改正後・改正前、または旧・新）。`,
      en: `There is no layout \`${quoted(asked)}\`. Choose one of ${layouts.join(', ')}.`,
    },
    members: { parameter: 'layout', value: quoted(asked), forms: layouts },
  })
}
