import { likeness, type Profile, profileOf } from './likeness.ts'

/** One of the things that are aligned: what it says, and where it stands among the others. */
export type Piece = { readonly id: string; readonly text: string }

/** A text without white space, stops and commas, and look-alike widths made one. */
export const plain = (text: string) => text.normalize('NFKC').replace(/[\s\u200b。、，．.,]+/gu, '')

/**
 * Pairs what stands before with what stands after, each at most once, from the surest ground to the weakest: whatever
 * one pass leaves, the next may pair. Every pass is about linear in the number of pieces and the length of their texts.
 */
export class Pairing<P extends Piece> {
  readonly #before: readonly P[]
  readonly #after: readonly P[]
  /** From the place after to the place before, and back. */
  readonly #pairs = new Map<number, number>()
  readonly #back = new Map<number, number>()
  readonly #profiles = new Map<P, Profile>()

  constructor(before: readonly P[], after: readonly P[]) {
    this.#before = before
    this.#after = after
  }

  /** Each pair: what stands before, and after. */
  get pairs(): readonly (readonly [P, P])[] {
    return [...this.#pairs].map(([a, b]) => [this.#before[b] as P, this.#after[a] as P])
  }

  /** From the ids after to the ids before. */
  get ids(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#pairs].map(([a, b]) => [(this.#after[a] as P).id, (this.#before[b] as P).id]),
    )
  }

  /** Pairs what has one key, in order: the first with the first. A piece whose key is null waits. */
  byKey(keyBefore: (piece: P) => string | null, keyAfter = keyBefore): this {
    const waiting = new Map<string, number[]>()
    for (const i of this.#openBefore()) {
      const key = keyBefore(this.#before[i] as P)
      if (key === null) continue
      const same = waiting.get(key)
      if (same) same.push(i)
      else waiting.set(key, [i])
    }
    const taken = new Map<string, number>()
    for (const j of this.#openAfter()) {
      const key = keyAfter(this.#after[j] as P)
      if (key === null) continue
      const next = taken.get(key) ?? 0
      const i = waiting.get(key)?.[next]
      if (i === undefined) continue
      taken.set(key, next + 1)
      this.#pair(i, j)
    }
    return this
  }

  /** Pairs what has a key that nothing else open has, on either side. */
  byUniqueKey(keyBefore: (piece: P) => string | null, keyAfter = keyBefore): this {
    const once = (open: readonly number[], keyOf: (i: number) => string | null) => {
      const found = new Map<string, number | null>()
      for (const i of open) {
        const key = keyOf(i)
        if (key !== null) found.set(key, found.has(key) ? null : i)
      }
      return found
    }
    const before = once(this.#openBefore(), (i) => keyBefore(this.#before[i] as P))
    const after = once(this.#openAfter(), (j) => keyAfter(this.#after[j] as P))
    for (const [key, j] of after) {
      const i = before.get(key)
      if (j !== null && i !== null && i !== undefined) this.#pair(i, j)
    }
    return this
  }

  /**
   * Pairs what is most alike, if it is alike enough. `enough` says how much that is for two pieces, the likelier for
   * what stands between the same neighbours (`beside`); null: never these two.
   */
  byLikeness(enough: (before: P, after: P, beside: boolean) => number | null): this {
    const candidates = this.#candidates()
    candidates.sort((a, b) => b.score - a.score || a.distance - b.distance || a.j - b.j)
    const neighbours = this.#neighbours()
    for (const { i, j, score } of candidates) {
      if (this.#back.has(i) || this.#pairs.has(j)) continue
      const least = enough(this.#before[i] as P, this.#after[j] as P, neighbours(i, j))
      if (least !== null && score >= least) this.#pair(i, j)
    }
    return this
  }

  /** Pairs that share signs which few others have, and what stands between the same neighbours. */
  #candidates() {
    const [before, after] = [this.#openBefore(), this.#openAfter()]
    const holders = new Map<string, number[]>()
    for (const i of before)
      for (const pair of this.#profile(this.#before[i] as P).pairs.keys()) {
        const known = holders.get(pair)
        if (known) known.push(i)
        else holders.set(pair, [i])
      }
    const gapsBefore = this.#gaps(before, this.#back)
    const found: { i: number; j: number; score: number; distance: number }[] = []
    let gap: readonly number[] = []
    let above: number | undefined
    let walked = 0
    for (const j of after) {
      for (; walked < j; walked++) above = this.#pairs.get(walked) ?? above
      gap = gapsBefore.get(above ?? -1) ?? []
      const shares = new Map<number, number>()
      for (const pair of this.#profile(this.#after[j] as P).pairs.keys()) {
        const known = holders.get(pair) ?? []
        if (known.length > common) continue
        for (const i of known) shares.set(i, (shares.get(i) ?? 0) + 1 / known.length)
      }
      const likely = [...shares].sort((a, b) => b[1] - a[1]).slice(0, looked)
      for (const i of new Set([...likely.map(([i]) => i), ...gap.slice(0, looked)])) {
        const score = likeness(
          this.#profile(this.#before[i] as P),
          this.#profile(this.#after[j] as P),
        )
        const distance = Math.abs(i - (above ?? -1) - 1)
        if (score > 0) found.push({ i, j, score, distance })
      }
    }
    return found
  }

  /** The open places below each paired one; -1: above all. */
  #gaps(open: readonly number[], pairs: ReadonlyMap<number, number>) {
    const gaps = new Map<number, number[]>()
    let above = -1
    let walked = 0
    for (const i of open) {
      for (; walked < i; walked++) if (pairs.has(walked)) above = walked
      const known = gaps.get(above)
      if (known) known.push(i)
      else gaps.set(above, [i])
    }
    return gaps
  }

  /** Whether two places stand below a pair or above one; at the ends, below nothing and above nothing. */
  #neighbours(): (i: number, j: number) => boolean {
    const pairs = new Map(this.#pairs)
    const [firsts, lasts] = [this.#before.length, this.#after.length]
    return (i, j) => {
      const above = i === 0 ? j === 0 : pairs.get(j - 1) === i - 1
      const below = i === firsts - 1 ? j === lasts - 1 : pairs.get(j + 1) === i + 1
      return above || below
    }
  }

  #profile(piece: P): Profile {
    const known = this.#profiles.get(piece)
    if (known) return known
    const profile = profileOf(piece.text)
    this.#profiles.set(piece, profile)
    return profile
  }

  #openBefore(): readonly number[] {
    return this.#before.flatMap((_, i) => (this.#back.has(i) ? [] : i))
  }

  #openAfter(): readonly number[] {
    return this.#after.flatMap((_, j) => (this.#pairs.has(j) ? [] : j))
  }

  #pair(i: number, j: number): void {
    this.#pairs.set(j, i)
    this.#back.set(i, j)
  }
}

/** A pair of signs that more pieces have tells them apart no longer. */
const common = 24
/** How many likely ones are looked at for each. */
const looked = 8
