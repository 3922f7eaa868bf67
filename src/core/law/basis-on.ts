import { movedTo } from './articles.ts'
import { appi, type LawBasis } from './basis.ts'
import { eraOn } from './eras.ts'

/** Articles of today by the numbers that they had on a day: 27条1項 is 23条1項 for an edition of 2021. */
export function appiOn(day: string, ...articles: readonly string[]): LawBasis {
  const name = `${eraOn(day).id} ${articles.join()}`
  const basis =
    known.get(name) ?? appi(...articles.map((article) => movedTo(article, today, day) ?? article))
  known.set(name, basis)
  return basis
}
/** As many as there are eras and rules. */
const known = new Map<string, LawBasis>()
/** A day of the era whose numbers the rules are written in. */
const today = '2022-04-01'
