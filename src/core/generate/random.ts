import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chooses by a seed: the same seed, the same choices. */
export type Choose = {
  /** A whole number, both ends included. */
  readonly number: (from: number, to: number) => number
  readonly one: <T>(of: readonly [T, ...T[]]) => T
  /** Some of them, each once, in their order. */
  readonly some: <T>(count: number, of: readonly T[]) => readonly T[]
}

export function chooseBy(seed: number): Choose {
  const generator = xoroshiro128plus(seed)
  const number = (from: number, to: number) => uniformInt(generator, from, to)
  return {
    number,
    one: (of) => of[number(0, of.length - 1)] ?? of[0],
    some(count, of) {
      let left = Math.min(count, of.length)
      return of.filter((_, i) => {
        const isChosen = number(1, of.length - i) <= left
        if (isChosen) left--
        return isChosen
      })
    },
  }
}
