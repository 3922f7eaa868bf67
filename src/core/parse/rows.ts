import { type Label, readLabel } from '../numbering.ts'
import { fold, key } from './fold.ts'
import type { Line } from './lines.ts'

/** A line as the rest of the parser sees it: what marks it, what it says, how it reads. */
export type Row = {
  readonly place: number
  readonly gap: number
  readonly text: string
  /** The marker or number as printed, with the space after it; '' if none. `marker + body` is the text. */
  readonly marker: string
  readonly body: string
  readonly label: Label | null
  /** The marker's series, widths and full stops aside: `1`, `(1)`, `・`; '' without a marker. */
  readonly series: string
  /** The body folded and squashed, for vocabulary. */
  readonly key: string
}

export function rowsOf(lines: readonly Line[]): Row[] {
  return lines.map((line) => rowOf(line.text, line.place, line.gap))
}

export function rowOf(text: string, place: number, gap: number): Row {
  const marker = markerOf(text)
  const body = text.slice(marker.length)
  const label = marker === '' ? null : readLabel(fold(text))
  return { place, gap, text, marker, body, label, series: seriesOf(marker, label), key: key(body) }
}

const bullets = '-*•●○◯◎■□◆◇▼▶►★☆・･‣∙·'
const bullet = new RegExp(`^(?:[${bullets}] *){1,2}`, 'u')

/** The marker that a line starts with, the space after it included: a bullet, a number, or both. */
export function markerOf(text: string): string {
  const start = fold(text.slice(0, 64))
  const label = readLabel(start)
  if (label) return text.slice(0, label.label.length)
  const match = bullet.exec(start)
  if (!match) return ''
  const [marks] = match
  // ○○株式会社 is a blank to fill in, -1 a number, *** a rule.
  if (/^(.)\1/u.test(marks) || (/^-$/u.test(marks) && /^-[\d-]/u.test(start))) return ''
  return text.slice(0, marks.length)
}

function seriesOf(marker: string, label: Label | null): string {
  if (marker === '') return ''
  if (!label) return key(marker)
  return key(label.style)
    .replace(/^[-*•●○◯◎■□◆◇▼▶★☆・･]/u, '')
    .replace(/[.:、]+$/u, '')
}
