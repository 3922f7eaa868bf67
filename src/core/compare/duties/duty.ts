import type { Words } from '../../words.ts'
import type { Comparison } from '../index.ts'

/** What the law may ask for: 公表, 通知, the consent of the persons concerned, a filing with the PPC (届出). */
export type Asked = 'publish' | 'notify' | 'consent' | 'filing'

/** Where the duty stands. Without `law`, in the 個人情報の保護に関する法律. */
export type Article = {
  readonly law?: 'telecommunications'
  readonly article: string
  readonly paragraph?: string
  readonly item?: string
}

export type Rule = {
  readonly articles: readonly [Article, ...Article[]]
  /** Any of these may do, unless the reason says otherwise. */
  readonly asks: readonly [Asked, ...Asked[]]
  /** Before the change holds, when it has been made, without delay after it, or for as long as the text stands. */
  readonly when: 'before' | 'uponChange' | 'withoutDelay' | 'continuously'
  readonly reason: Words
  /** The places in `changes` of those that may call for it. */
  readonly applies: (comparison: Comparison) => readonly number[]
}

/** The places of the changes that are meant. */
export function placesOf(
  { changes }: Comparison,
  isMeant: (change: Comparison['changes'][number]) => boolean,
): readonly number[] {
  return changes.flatMap((change, place) => (isMeant(change) ? place : []))
}
