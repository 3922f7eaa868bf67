/** A printed line: its text without the space around it, and where it stands. Other formats make the same. */
export type Line = {
  /** The number of the line in its source, from 1. */
  readonly place: number
  /** Spaces before the text, in half-width columns. */
  readonly indent: number
  readonly text: string
  /** Empty lines between this line and the one before. */
  readonly gap: number
}

/** The lines of a plain text that print anything. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let gap = 0
  let place = 0
  for (const printed of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)) {
    place++
    const trimmed = printed.replace(/^[\s\u200b]+|[\s\u200b]+$/gu, '')
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
