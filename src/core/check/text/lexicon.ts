import type { Range } from '../../render/printed.ts'

/**
 * Patterns looked for together, each where its first signs stand: trying hundreds of them at every place of a text, most
 * with a look behind, is what costs.
 */
export type Lexicon<T> = readonly Entry<T>[]
type Entry<T> = {
  readonly value: T
  /** The signs that what it fits begins with, one of these. */
  readonly beginnings: readonly string[]
  /** Null where the signs are all of it. */
  readonly sticky: RegExp | null
}
export type Meeting<T> = Range & { readonly value: T }

/** Each pattern begins with signs, a class of single signs or a choice of words, looking behind aside. */
export function lexicon<T>(
  patterns: readonly (readonly [pattern: string, value: T])[],
): Lexicon<T> {
  return patterns.map(([pattern, value]) => {
    const beginnings = beginningsOf(pattern)
    const isPlain = beginnings.length === 1 && beginnings[0] === pattern
    return { value, beginnings, sticky: isPlain ? null : new RegExp(pattern, 'uy') }
  })
}

/** Where a text fits the patterns, as if they were one pattern of alternatives: the first place, the first pattern. */
export function meetings<T>(text: string, words: Lexicon<T>, mayHold: MayHold): Meeting<T>[] {
  const found: Meeting<T>[] = []
  for (const { value, beginnings, sticky } of words)
    for (const signs of beginnings) {
      if (!mayHold(signs)) continue
      for (let at = text.indexOf(signs); at >= 0; at = text.indexOf(signs, at + 1)) {
        const length = sticky ? lengthAt(text, at, sticky) : signs.length
        if (length > 0) found.push({ start: at, end: at + length, value })
      }
    }
  if (found.length < 2) return found
  found.sort((a, b) => a.start - b.start)
  let from = 0
  return found.filter(({ start, end }) => {
    if (start < from) return false
    from = end
    return true
  })
}

function lengthAt(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex - at : 0
}

/** Whether any pattern of a lexicon may fit. */
export function mayMeet<T>(words: Lexicon<T>, mayHold: MayHold): boolean {
  return words.some(({ beginnings }) => beginnings.some(mayHold))
}

function beginningsOf(pattern: string): readonly string[] {
  const rest = pattern.replace(lookingBehind, '')
  const [, sign = '', signs, choice, run = ''] = beginning.exec(rest) ?? []
  const all = choice ? choice.split('|') : [...(signs ?? sign)].map((one) => one + run)
  if (all.length === 0 || all.includes(''))
    throw new RangeError(`Expected a pattern that begins with signs of its own, not \`${pattern}\``)
  return all
}
const lookingBehind =
  /^\(\?<[=!](?:[^()[\]]|\[[^\]]+\]|\((?:[^()[\]]|\[[^\]]+\]|\((?:[^()[\]]|\[[^\]]+\])*\))*\))+\)/u
/** A sign, a class or a choice; then the plain signs behind the first two, but for one that may be left out. */
const beginning =
  /^(?:([^()[\]\\|?*+])|\[([^\]\\^-]+)\]|\(\?:([^()[\]\\?*+]+)\)(?![?*+{]))((?:[^()[\]\\|?*+{](?![?*+{]))*)/u

/** Whether a text may hold signs: false where two of them stand side by side nowhere in it. */
export type MayHold = (signs: string) => boolean

export function mayHoldIn(text: string): MayHold {
  const pairs = new Uint8Array(1 << 16)
  for (let i = 1; i < text.length; i++)
    pairs[pairOf(text.charCodeAt(i - 1), text.charCodeAt(i))] = 1
  return (signs) => {
    if (signs.length === 1) return text.includes(signs)
    for (let i = 1; i < signs.length; i++)
      if (pairs[pairOf(signs.charCodeAt(i - 1), signs.charCodeAt(i))] === 0) return false
    return true
  }
}
const pairOf = (first: number, second: number) => (first * 251 + second) & 0xffff
