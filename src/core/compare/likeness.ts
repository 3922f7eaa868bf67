/**
 * How alike two texts are, from 0 to 1: the share of the pairs of neighbouring signs that both have (Dice), white space
 * and look-alike widths aside. Japanese needs no words for that, and a moved clause counts as much as one that stayed.
 */
export function likeness(a: Profile, b: Profile): number {
  if (a.plain === b.plain) return 1
  const [few, many] = a.pairs.size < b.pairs.size ? [a, b] : [b, a]
  let shared = 0
  for (const [pair, count] of few.pairs) shared += Math.min(count, many.pairs.get(pair) ?? 0)
  const all = few.size + many.size
  return all === 0 ? 0 : (2 * shared) / all
}

/** How much of one text stands in another, from 0 to 1. */
export function containment(part: Profile, whole: Profile): number {
  let shared = 0
  for (const [pair, count] of part.pairs) shared += Math.min(count, whole.pairs.get(pair) ?? 0)
  return part.size === 0 ? 0 : shared / part.size
}

export type Profile = {
  readonly plain: string
  readonly pairs: ReadonlyMap<string, number>
  /** How many pairs there are, each as often as it stands there. */
  readonly size: number
}

export function profileOf(text: string): Profile {
  const plain = text.normalize('NFKC').replace(/[\s\u200b]+/gu, '')
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < plain.length; i++) {
    const pair = plain.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { plain, pairs, size: Math.max(0, plain.length - 1) }
}
