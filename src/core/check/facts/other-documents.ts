import type { Range } from '../../render/printed.ts'
import { fact } from '../fact.ts'
import { overlapping } from '../reading-order.ts'

/**
 * Whether a place is of another document that stands on the page of a privacy policy: terms of use, the rules of a hotel,
 * what 特定商取引法 asks for. Nobody reads these as a privacy policy, and their articles are their own.
 */
export const isOfOtherDocument = fact(({ sections }): ((place: Range) => boolean) => {
  const others = sections.filter(
    ({ node: { heading, kind } }) =>
      kind === 'other' && heading.length <= 30 && title.test(heading),
  )
  return others.length === 0 ? () => false : overlapping(others)
})

const title =
  /(?:規約|約款|利用規則|利用条件|サイトポリシー|特定商取引(?:に関する)?法(?:律)?に基づく(?:表記|表示))(?:について)?\s*[】〉》」』)）]?\s*$/u
