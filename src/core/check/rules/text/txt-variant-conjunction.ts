import type { Range } from '../../../render/printed.ts'
import { type Exempt, variantOf } from './variant-of.ts'

/**
 * Clauses that repeat the statute keep its kanji (国の機関若しくは…又は…) in a text of 「または」; a clause that mixes
 * both within itself is no quotation. The title of an Act is written as it was enacted.
 */
const inQuotations: Exempt = ({ passages, text }) => {
  const quotations = passages.filter(
    ({ node, plain }) => node.type === 'exceptionClause' && !mixes(plain),
  )
  const exempt: readonly Range[] = [...quotations, ...titlesOfActs(text)]
  return (start) => exempt.some((one) => one.start <= start && start < one.end)
}

/** …の品質、有効性及び安全性の確保等に関する法律; two Acts side by side (…法及び…に関する法律) are no title. */
function titlesOfActs(text: string): Range[] {
  return [...text.matchAll(restOfTitle)].flatMap(({ index, 0: rest }) => {
    const before = beginning.exec(text.slice(Math.max(0, index - 24), index))?.[0]
    return before ? [{ start: index - before.length, end: index + rest.length }] : []
  })
}
const restOfTitle =
  /(?:及び|並びに|又は|若しくは)[^、。「」『』（）()\n]{1,30}に関する(?:特別措置)?法律?(?![一-龠])/gu
const beginning = /[^、。「」『』（）()\n]+(?<!法律?|法令|条例|規則|規範|ガイドライン)$/u
const mixes = (text: string) =>
  /又は|若しくは|及び|並びに/u.test(text) && /または|もしくは|および|ならびに/u.test(text)

export const txtVariantConjunction = variantOf(
  'conjunction',
  { ja: '接続詞の表記', en: 'Conjunctions written in two ways' },
  inQuotations,
)
