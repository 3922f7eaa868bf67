import { at } from './as-of.ts'
import type { EditionHead } from './edition.ts'

/**
 * The edition whose place a text would take: the one that an erratum corrects, or else the one in force on the day,
 * and after a repeal the last there was. Null for a first text.
 */
export function replacedBy(
  { effectiveFrom, corrects }: Pick<EditionHead, 'effectiveFrom' | 'corrects'>,
  editions: readonly EditionHead[],
): EditionHead | null {
  if (corrects !== null) return editions.find(({ number }) => number === corrects) ?? null
  const before = at(editions, effectiveFrom)
  if (before.state === 'none') return null
  return before.state === 'inForce' ? before.edition : before.last
}
