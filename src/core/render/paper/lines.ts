import type { Line, Run } from './paper.ts'

const lineEnd = /\r\n|[\n\r\v\f\u2028\u2029]/
/** Whether a text is all on one line, as the number of a heading must be that stands before it. */
export const isOneLine = (text: string) => !lineEnd.test(text)

/** What is in a line and not yet parted into lines: a run's text may hold line ends. */
export type Piece = Run

/** Pieces as lines: parted at their line ends, neighbours of one kind made one. At least one line, perhaps empty. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Run[][] = [[]]
  for (const { text, ...kind } of pieces) {
    const [start = '', ...more] = printable(text).split(lineEnd)
    append(lines, start, kind)
    for (const line of more) {
      lines.push([])
      append(lines, line, kind)
    }
  }
  return lines
}

export const isBlank = (lines: readonly Line[]) =>
  lines.every((line) => line.every(({ text }) => text.trim() === ''))

export const textOfLines = (lines: readonly Line[]) =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n')

/**
 * A string as it can stand on paper. What neither XML 1.0 (2.2) nor a font has (control characters, noncharacters,
 * halves of a surrogate pair) prints as U+FFFD, so that it is seen that something stands there.
 */
export function printable(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replaceAll(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, (sign) =>
      /[\n\r\v\f]/.test(sign) ? sign : '\ufffd',
    )
}

function append(lines: Run[][], text: string, kind: Omit<Run, 'text'>): void {
  if (text === '') return
  const line = lines.at(-1)
  const last = line?.at(-1)
  const isSame =
    last && last.strong === kind.strong && last.url === kind.url && last.target === kind.target
  if (isSame) line?.splice(-1, 1, { ...last, text: last.text + text })
  else line?.push({ ...kind, text })
}
