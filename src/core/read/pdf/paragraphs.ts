import { fold } from '../../fold.ts'
import { markerOf } from '../../parse/rows.ts'
import { isEndMark } from '../../parse/shape.ts'
import { shifted } from '../marks.ts'
import type { Mark } from '../source.ts'
import { type PrintLine, textOfLine } from './print-lines.ts'
import { isWide } from './spaces.ts'

/** Lines that a page's width broke, as one again. */
export type Paragraph = {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly size: number
  readonly x: number
  /** Whether more than the usual space is above it. */
  readonly apart: boolean
  readonly lines: readonly PrintLine[]
}

/** The measures of a region of running text. */
export type Measure = {
  readonly margin: number
  readonly leading: number
  /** Where lines that go on end, if they all end at one place; else null. */
  readonly edge: number | null
  /** Paragraphs are set apart by space or an indent, so that a line without either goes on. */
  readonly marked: boolean
}

export function measureOf(lines: readonly PrintLine[]): Measure {
  // One line in twenty may stick out: a table, an address of the web.
  const ends = lines.map(({ end }) => end).toSorted((a, b) => a - b)
  const margin = ends[Math.max(0, Math.ceil(ends.length * 0.97) - 1)] ?? 0
  const steps = lines.slice(1).map((line, i) => line.y - (lines[i]?.y ?? 0))
  const ordered = steps.filter((step) => step > 0).toSorted((a, b) => a - b)
  return {
    margin,
    // Most steps may be those between paragraphs of one line.
    leading: ordered[Math.floor(ordered.length * 0.08)] ?? 0,
    edge: edgeOf(ends),
    marked: marksParagraphs(lines, ordered[Math.floor(ordered.length * 0.08)] ?? 0),
  }
}

function marksParagraphs(lines: readonly PrintLine[], leading: number): boolean {
  const left = Math.min(...lines.map(({ x }) => x))
  const marks = lines.filter((line, i) => {
    const before = lines[i - 1]
    if (!before || !endsSentence(textOfLine(before))) return false
    const indent = (line.x - left) / line.size
    return line.y - before.y > leading * 1.35 || (indent > 0.7 && indent < 1.3)
  })
  return marks.length >= Math.max(2, lines.length / 20)
}

/** The place that most lines end at, to a fifth of a point. */
function edgeOf(ends: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const end of ends)
    counts.set(Math.round(end * 5), (counts.get(Math.round(end * 5)) ?? 0) + 1)
  const [edge, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0]
  return count >= 3 && count >= ends.length / 8 ? edge / 5 : null
}

type Placed = { readonly line: PrintLine; readonly measure: Measure }

/** All lines in reading order as paragraphs. A paragraph may go on in the next column and on the next page. */
export function paragraphsOf(
  regions: readonly Region[],
  options: { readonly tagged?: boolean } = {},
): Paragraph[] {
  const all: Placed[] = regions.flatMap(({ lines, measure }) =>
    lines.map((line) => ({ line, measure })),
  )
  const continues = options.tagged ? goesOnTagged : goesOn
  const paragraphs: PrintLine[][] = []
  const apart: boolean[] = []
  all.forEach((placed, i) => {
    const before = all[i - 1]
    const open = paragraphs.at(-1)
    if (before && open && continues(open, before, placed)) open.push(placed.line)
    else {
      paragraphs.push([placed.line])
      apart.push(before !== undefined && isApart(before, placed))
    }
  })
  const edges = new Map(all.map(({ line, measure }) => [line, measure.edge]))
  return paragraphs.map((lines, i) => joined(lines, apart[i] ?? false, edges))
}
export type Region = { readonly lines: readonly PrintLine[]; readonly measure: Measure }

/** Within one tagged block only the author's own line ends are to be told from the page's. */
function goesOnTagged(_open: readonly PrintLine[], before: Placed, next: Placed): boolean {
  const text = textOfLine(before.line)
  // Two paragraphs that a page's end parts are two, unless the first breaks off in its sentence.
  if (before.line.page !== next.line.page && endsSentence(text)) return false
  return wasFull(before, textOfLine(next.line))
}

function isApart(before: Placed, { line, measure }: Placed): boolean {
  const step = line.y - before.line.y
  return before.line.page === line.page && step > measure.leading * 1.35 && step > line.size * 1.2
}

/** Whether a line goes on in the next: that one's first word had no room left, and it opens nothing new. */
function goesOn(open: readonly PrintLine[], before: Placed, next: Placed): boolean {
  const line = before.line
  const after = next.line
  if (line.segments.length > 1 || after.segments.length > 1) return false
  if (Math.abs(line.size - after.size) > line.size * 0.08) return false
  if (isApart(before, next)) return false
  const text = textOfLine(line)
  const nextText = textOfLine(after)
  if (isEndMark(nextText)) return false
  if (!wasFull(before, nextText)) return false
  const sentenceEnds = endsSentence(text)
  const sameColumn = line.page === after.page && after.y > line.y
  // A line indented more than the one before begins a paragraph; a hanging one goes on deeper than it began.
  const indent = after.x - line.x
  const hangs = open.length === 1 && markerOf(textOfLine(line)) !== ''
  if (sameColumn && indent > line.size * 0.5 && (!hangs || indent > line.size * 6)) return false
  if (/^[【■□◆◇●○・※]/u.test(nextText)) return false
  if (sentenceEnds && sameColumn && (!before.measure.marked || begins(open, after))) return false
  if (markerOf(nextText) === '') return true
  if (sentenceEnds) return false
  // A number where the text goes on is one only if it looks like a list's.
  return (
    !/^(?:[(（〔［[][^)）〕］\]]{1,4}[)）〕］\]]|[①-⑳⑴-⒇ア-ン])/u.test(nextText) &&
    !begins(open, after)
  )
}

function endsSentence(text: string): boolean {
  return /[。！？!?：:][」』)）]*$|[A-Za-z)][.;]$/u.test(text) && !openAddress.test(text)
}

/** An address of the web or of mail that a line may break within. */
const openAddress = /(?:https?:|www\.|@)[^\s\u3000-\uffef]*$/iu

/** Whether a line stands where the first lines of paragraphs do and not where this one's others do. */
function begins(open: readonly PrintLine[], next: PrintLine): boolean {
  const [first, second] = open
  if (!first || !second) return false
  return (
    Math.abs(second.x - first.x) > first.size * 0.5 &&
    Math.abs(next.x - first.x) < first.size * 0.25
  )
}

const unbreakable =
  /^[「『（(〔【“‘]*(?:[A-Za-z0-9@._/:%?=&#-]+|[\s\S])[、。，．）」』)\]ーっゃゅょ々]*/u

function wasFull({ line, measure }: Placed, next: string): boolean {
  if (measure.edge !== null && line.end < measure.edge - line.size * 0.8) return false
  const [word = ''] = unbreakable.exec(fold(next)) ?? []
  const width = [...word].reduce(
    (sum, sign) => sum + (isWide(sign) || sign > '\u3000' ? 1 : 0.5),
    0,
  )
  return line.end + width * line.size > measure.margin - line.size * 0.5
}

function joined(
  lines: readonly PrintLine[],
  apart: boolean,
  edges: ReadonlyMap<PrintLine, number | null>,
): Paragraph {
  const [first] = lines as readonly [PrintLine]
  let text = ''
  const marks: Mark[] = []
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    line.segments.forEach(({ text: written, marks: own }, i) => {
      if (i > 0) text += '\u3000'
      else if (before)
        text = joinedLine(text, written, lostHyphen(before, edges.get(before) ?? null))
      marks.push(...shifted(own, text.length))
      text += written
    })
  })
  return { text, marks, size: first.size, x: first.x, apart, lines }
}

/** pdfjs leaves out the hyphens that a typesetter put in, but not their room before the edge. */
function lostHyphen(line: PrintLine, edge: number | null): boolean {
  const short = edge === null ? 0 : (edge - line.end) / line.size
  return short > 0.06 && short < 0.45
}

/** What is before a broken line, ready for the rest: Latin words take a space, or in Latin text lose their hyphen. */
function joinedLine(before: string, after: string, hyphenLost: boolean): string {
  if (before.endsWith('\u00ad')) return before.slice(0, -1)
  if (openAddress.test(before)) return before
  const parted = /[a-z]{2}[-\u2010]$/u.test(before) && /^[a-z]{2}/u.test(after)
  if (parted) return [...before].some(isWide) ? before : before.slice(0, -1)
  if (hyphenLost && /[a-z]{2}$/u.test(before) && /^[a-z]{2}/u.test(after)) return before
  const latin = /[A-Za-z0-9,.;:)]$/u.test(before) && /^[A-Za-z0-9(]/u.test(after)
  return latin ? `${before} ` : before
}
