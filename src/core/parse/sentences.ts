import { fold } from '../fold.ts'

/** The sentences of a line with their places; a 。 within brackets or quotation marks ends none. */
export function sentencesOf(
  text: string,
  plain: string = fold(text),
): { readonly start: number; readonly text: string }[] {
  const found: { start: number; text: string }[] = []
  let depth = 0
  let start = 0
  marks.lastIndex = 0
  for (let match = marks.exec(plain); match; match = marks.exec(plain)) {
    const [mark] = match
    if (openings.includes(mark)) depth++
    else if (closings.includes(mark)) depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      push(found, text, start, match.index + 1)
      start = match.index + 1
    }
  }
  push(found, text, start, text.length)
  return found
}
const openings = '(（「『【［['
const closings = ')）」』】］]'
/** What opens, closes or ends; a full stop only before a new English sentence. */
const marks = /[(（「『【［[)）」』】］\]。]|\.(?=\s{1,2}[A-Z])/gu

function push(
  found: { start: number; text: string }[],
  text: string,
  start: number,
  end: number,
): void {
  const raw = text.slice(start, end)
  const lead = raw.length - raw.trimStart().length
  const sentence = raw.trim()
  if (sentence !== '') found.push({ start: start + lead, text: sentence })
}
