import type { Words } from '../words.ts'
import type { Standing } from './as-of.ts'
import type { EditionHead, EditionKind } from './edition.ts'

/** What each kind of edition is called wherever people meet one: where they choose, in lists, on the page, in the feed. */
export const editionKindWords: { readonly [K in EditionKind]: Words } = {
  amendment: { ja: '制定・改定', en: 'Amendment' },
  erratum: { ja: '訂正', en: 'Correction' },
  import: { ja: '過去の版の取込', en: 'Earlier text' },
  withdrawal: { ja: '取下げ', en: 'Withdrawal' },
  repeal: { ja: '廃止', en: 'Repeal' },
}

/** The same of an edition, which either brought its policy in or amended it. */
export function kindWordsOf({ kind, number }: Pick<EditionHead, 'kind' | 'number'>): Words {
  if (kind !== 'amendment') return editionKindWords[kind]
  return number === 1 ? { ja: '制定', en: 'Enactment' } : { ja: '改定', en: 'Amendment' }
}

export const standingWords: { readonly [S in Standing]: Words } = {
  inForce: { ja: '施行中', en: 'in force' },
  upcoming: { ja: '施行待ち', en: 'not yet in force' },
  past: { ja: '過去の版', en: 'past' },
  corrected: { ja: '訂正済み', en: 'corrected' },
  withdrawn: { ja: '取下げ済み', en: 'withdrawn' },
}
