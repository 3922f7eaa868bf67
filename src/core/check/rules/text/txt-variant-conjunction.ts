import type { Passage } from '../../analysis.ts'
import { type Exempt, variantOf } from './variant-of.ts'

/**
 * Clauses that repeat the statute keep its kanji (国の機関若しくは…又は…) in a text of 「または」; a clause that mixes
 * both within itself is no quotation.
 */
const inClauses: Exempt = ({ passages }) => {
  const quotations = passages.filter(
    ({ node, plain }) => node.type === 'exceptionClause' && !mixes(plain),
  )
  return (start) => quotations.some((one: Passage) => one.start <= start && start < one.end)
}
const mixes = (text: string) =>
  /又は|若しくは|及び|並びに/u.test(text) && /または|もしくは|および|ならびに/u.test(text)

export const txtVariantConjunction = variantOf(
  'conjunction',
  { ja: '接続詞の表記', en: 'Conjunctions written in two ways' },
  inClauses,
)
