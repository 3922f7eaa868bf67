import { columns, fold } from '../fold.ts'
import { shifted } from '../read/marks.ts'
import type { Line, Mark } from '../read/source.ts'
import { markerOf } from './rows.ts'
import { isEndMark } from './shape.ts'

/**
 * Undoes the hard wraps that copying from a PDF leaves: lines all of one width, words broken across them, often with
 * an empty line after each. A text whose lines end where its sentences do comes back as it is, and so does every line
 * that its format says the author ended.
 */
export function unwrap(lines: readonly Line[]): Line[] {
  if (lines.every(({ ends }) => ends)) return [...lines]
  const spaced = withoutRegularGaps(lines)
  const width = wrapWidth(spaced)
  if (width === null) return spaced
  const joined: Line[] = []
  let last: Line | undefined
  let length = 0
  let pieces: string[] = []
  let marks: Mark[] = []
  const flush = () => {
    const first = joined.at(-1)
    if (!first || pieces.length < 2) return
    const text = pieces.join('')
    joined[joined.length - 1] = { ...first, text, ...(marks.length > 0 ? { marks } : {}) }
  }
  for (const line of spaced) {
    if (last && !last.ends && isPlain(line) && continues(last, line, width)) {
      const between = glue(last.text, line.text)
      pieces.push(between + line.text)
      length += between.length
      marks.push(...shifted(line.marks ?? [], length))
    } else {
      flush()
      joined.push(line)
      pieces = [line.text]
      marks = [...(line.marks ?? [])]
      length = 0
    }
    length += line.text.length
    last = line
  }
  flush()
  return joined
}

/** A line that its format says nothing of, or that it goes on with the item above. */
const isPlain = ({ heading, leads, row, item }: Line) =>
  !heading && !leads && !row && (!item || item.more === true)

/** Where nearly every line is followed by an empty one, one empty line says nothing. */
function withoutRegularGaps(lines: readonly Line[]): Line[] {
  const inner = lines.slice(1)
  const regular = inner.filter(({ gap }) => gap > 0).length
  const single = inner.filter(({ gap }) => gap === 1).length
  const everyLine = lines.length > 8 && regular >= inner.length * 0.9 && single >= inner.length / 2
  if (!everyLine || !inner.some(isBrokenOff(lines))) return [...lines]
  return lines.map((line) => ({ ...line, gap: Math.max(0, line.gap - 1) }))
}
const isBrokenOff = (lines: readonly Line[]) => (line: Line, i: number) => {
  const before = lines[i]
  return before !== undefined && !endsSentence(before.text) && markerOf(line.text) === ''
}

/** The column that lines are wrapped at; null if they are not. */
function wrapWidth(lines: readonly Line[]): number | null {
  const widths = lines.map(lineWidth).sort((a, b) => a - b)
  // One line in fifty may stick out: a URL, a table.
  const width = widths[Math.ceil(widths.length * 0.98) - 1] ?? 0
  if (lines.length < 6 || width < 40 || width > 132) return null
  const full = lines.filter(
    (line, i) =>
      !line.ends &&
      lineWidth(line) >= width - 6 &&
      !endsSentence(line.text) &&
      lines[i + 1] !== undefined,
  ).length
  return full >= Math.max(3, lines.length / 8) ? width : null
}

const lineWidth = (line: Line) => line.indent + columns(line.text)

/** A line goes on in the next if the next one's first word had no room left, and it opens nothing new. */
function continues(line: Line, next: Line, width: number): boolean {
  if (isBrokenAddress(line.text, next.text)) return true
  if (markerOf(next.text) !== '' || /^[【※]/u.test(next.text) || isEndMark(next.text)) return false
  if (endsSentence(line.text) && (next.gap > 0 || next.indent > line.indent)) return false
  const word = /^(?:[A-Za-z0-9@._/:-]+|[\s\S])[、。，．）」』)\]ーっゃゅょ々]?/u.exec(
    fold(next.text),
  )
  // Right margins are ragged by a sign or two; a sentence that ends there may well be the last of its paragraph.
  return lineWidth(line) + columns(word?.[0] ?? '') > width - (endsSentence(line.text) ? 4 : 8)
}

/** example.j and p: an address whose last signs had no room. */
const isBrokenAddress = (before: string, after: string) =>
  /(?:@|https?:\/\/)[A-Za-z0-9._~/-]+$/u.test(fold(before)) &&
  /^[a-z0-9/]{1,3}$/u.test(after.trim())

const endsSentence = (text: string) => /[。.!?！？:：][」』)）]*$/u.test(text)

/** Japanese joins without a space, Latin words with one. */
function glue(before: string, after: string): string {
  if (isBrokenAddress(before, after)) return ''
  return /[A-Za-z0-9,.;:]$/u.test(before) && /^[A-Za-z0-9(]/u.test(after) ? ' ' : ''
}
