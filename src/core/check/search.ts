import type { Range } from '../render/printed.ts'
import type { Analysis, Passage } from './analysis.ts'

/** A place where words were found: in the printed text, and what the pattern caught of the folded one. */
export type Match = Range & {
  readonly text: string
  readonly groups: RegExpMatchArray
  readonly passage: Passage
}

/**
 * Every place where a global pattern fits the words of a passage. The pattern meets folded text without spaces
 * (`key`): full-width forms are half-width, （ is (, and スペース inside words are gone.
 */
export function* matchesIn(passage: Passage, pattern: RegExp): Generator<Match> {
  let from = 0
  while (from < passage.key.length) {
    // `matchAll` would copy the pattern for every passage; whoever else uses it sets its place too.
    pattern.lastIndex = from
    const groups = pattern.exec(passage.key)
    if (!groups) return
    const [found] = groups
    from = groups.index + Math.max(1, found.length)
    if (found === '') continue
    const range = printedRange(passage, groups.index, groups.index + found.length)
    const text = passage.text.slice(range.start - passage.start, range.end - passage.start)
    yield { ...range, text, groups, passage }
  }
}

/** The same through all passages, or those that `where` takes. */
export function* matches(
  analysis: Analysis,
  pattern: RegExp,
  where: (passage: Passage) => boolean = () => true,
): Generator<Match> {
  for (const passage of analysis.passages) if (where(passage)) yield* matchesIn(passage, pattern)
}

/** Where the characters of a passage's `key` from `start` to `end` are printed. */
export function printedRange(passage: Passage, start: number, end: number): Range {
  const at = (i: number) => passage.start + (passage.offsets?.[i] ?? i)
  return end > start
    ? { start: at(start), end: at(end - 1) + 1 }
    : { start: at(start), end: at(start) }
}

/** Whether a pattern fits the words of any passage, or of any that `where` takes. */
export function says(
  { passages }: Analysis,
  pattern: RegExp,
  where: (passage: Passage) => boolean = () => true,
): boolean {
  return passages.some((passage) => where(passage) && pattern.test(passage.key))
}
