import type { Line, Source } from './source.ts'

/** A plain text: nothing of it is dropped, and its lines may have been broken to fit a page. */
export function sourceOfText(text: string): Source {
  return { lines: linesOf(text), dropped: [] }
}

/** The lines of a plain text that print anything. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let gap = 0
  let place = 0
  for (const printed of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)) {
    place++
    const trimmed = trimAll(printed)
    if (trimmed === '') {
      gap++
      continue
    }
    const before = printed.slice(0, printed.indexOf(trimmed))
    const indent = before.length + before.replace(/[^\u3000]/gu, '').length
    lines.push({ place, indent, text: trimmed, gap })
    gap = 0
  }
  return lines
}

/** Without the white space at both ends, U+200B included, in linear time. */
export function trimAll(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text.charAt(start))) start++
  while (end > start && isSpace(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
const isSpace = (sign: string) => sign === '\u200b' || sign.trim() === ''
