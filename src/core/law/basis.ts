import type { Words } from '../words.ts'
import { type ArticlePlace, writePlace } from './article-places.ts'
import type { Certainty } from './dated.ts'

/** What a finding rests on, as a lawyer would cite it: 個人情報保護法27条5項3号, APPI Article 27(5)(iii). */
export type LawBasis = { readonly article: Words; readonly certainty: Certainty }

/** Places in the Act as in force since 2022-04-01: `appi('27-5-3')`, `appi('25', '27-5-1')`. */
export function appi(...places: readonly ArticlePlace[]): LawBasis {
  const written = places.map(writePlace)
  return source(
    `個人情報保護法${written.map(({ ja }) => ja).join('・')}`,
    `APPI ${written.map(({ en }) => en).join(', ')}`,
  )
}

/** A source that is no article of the Act: a guideline, an ordinance, a standard. */
export function source(ja: string, en: string, certainty: Certainty = 'certain'): LawBasis {
  return { article: { ja, en }, certainty }
}
