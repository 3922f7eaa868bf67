import { type Comparison, compare } from '../../core/compare/index.ts'
import { type ComparisonTable, type Layout, tableOf } from '../../core/compare/table/index.ts'
import type { PolicyDocument } from '../../core/document.ts'
import type { EditionHead } from '../../core/edition/index.ts'
import type { Mount } from '../asked/addresses.ts'
import { negotiateLanguage } from '../asked/negotiation.ts'
import { noText, unknownEdition } from '../find.ts'
import { quoted, ReadRefused } from '../problem.ts'
import type { Cache } from './cache.ts'
import type { Library, Opened } from './library.ts'

/** Two editions of one policy, the one before and the one after. */
export type Pair = readonly [EditionHead, EditionHead]

/** What one edition has become in another, in a language that both have. */
export type Compared = { readonly comparison: Comparison; readonly table: ComparisonTable }

/** Comparisons, each made once; who asks again waits for nothing. */
export type Comparisons = (
  opened: Opened,
  editions: Pair,
  language: string,
  layout: Layout,
) => Promise<Compared>

/** Both texts as objects, and the comparison, take up about as many times their JSON. */
const FACTOR = 15

export function createComparisons(cache: Cache, library: Library): Comparisons {
  const shelf = cache.shelf<Comparison>('comparison')
  return async (opened, editions, language, layout) => {
    const name = [...editions.map(({ sha256 }) => sha256), language].join(' ')
    let comparison = shelf.get(name)
    if (!comparison) {
      const texts = await library.several(opened, editions, language)
      const [before, after] = texts.map((text) => JSON.parse(text) as PolicyDocument)
      if (!before || !after) throw new RangeError('Expected two editions to compare')
      comparison = compare(before, after)
      shelf.set(name, comparison, FACTOR * texts.join().length)
    }
    const [before, after] = editions.map(({ number: edition, effectiveFrom }) => ({
      edition,
      effectiveFrom,
    }))
    return {
      comparison,
      table: tableOf(comparison, { layout, ...(before && { before }), ...(after && { after }) }),
    }
  }
}

/** The editions by their numbers. @throws ReadRefused when one is not there, or has no text */
export function findPair(
  { policy: { history, index } }: Opened,
  numbers: readonly [number, number],
  mount: Mount,
): Pair {
  const [before, after] = numbers.map((number) => {
    const edition = index.numbered(number)
    if (!edition) throw unknownEdition(history, number, mount)
    if (Object.keys(edition.languages).length === 0) throw noText(edition)
    return edition
  })
  return [before, after] as [EditionHead, EditionHead]
}

/**
 * The language asked for by name; else the one that `Accept-Language` likes best; else the usual one: of those that
 * both editions have.
 *
 * @throws ReadRefused when they have none in common, or not the one asked for
 */
export function chooseCommonLanguage(
  [before, after]: Pair,
  asked: string | null | undefined,
  acceptLanguage: string | undefined,
  usual: string,
): { readonly language: string; readonly isNegotiated: boolean } {
  const languages = Object.keys(before.languages).filter((name) => name in after.languages)
  if (asked != null && languages.includes(asked)) return { language: asked, isNegotiated: false }
  const [first] = languages
  if (asked != null || first === undefined) throw notInBoth([before, after], asked ?? '', languages)
  const liked = negotiateLanguage(acceptLanguage, languages)
  const language = liked ?? (languages.includes(usual) ? usual : first)
  return { language, isNegotiated: languages.length > 1 }
}

const notInBoth = ([before, after]: Pair, asked: string, languages: readonly string[]) =>
  new ReadRefused({
    status: 404,
    code: 'unknown-language',
    title: { ja: 'この言語では比較できません', en: 'Not to be compared in this language' },
    detail: {
      ja: `第${before.number}版と第${after.number}版の両方に${asked === '' ? '共通する言語' : `言語「${quoted(asked)}」`}はありません。両方にあるのは ${languages.join('、') || 'ありません'} です。`,
      en: `Editions ${before.number} and ${after.number} are not both there in ${asked === '' ? 'any one language' : `\`${quoted(asked)}\``}. Both have: ${languages.join(', ') || 'none'}.`,
    },
    members: { parameter: 'locale', languages },
  })
