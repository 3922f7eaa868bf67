import type { Mark } from './source.ts'

/** Marks of a text that now stands further to the right, or to the left; what falls off its ends is cut. */
export function shifted(
  marks: readonly Mark[],
  by: number,
  length: number = Number.POSITIVE_INFINITY,
): Mark[] {
  return marks
    .map((mark) => ({
      ...mark,
      start: Math.max(0, mark.start + by),
      end: Math.min(length, mark.end + by),
    }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)
}
