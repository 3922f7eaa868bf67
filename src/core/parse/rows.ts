import { fold, key } from '../fold.ts'
import { type Label, readLabel } from '../numbering.ts'
import type { Line, LineItem, LineRow, Mark } from '../read/source.ts'

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
  /** What the format knows of the line; a row of a table has neither marker nor label. */
  readonly heading?: number
  /** Set above what follows, or all in bold: a heading if it looks like one. */
  readonly leads?: true
  readonly item?: LineItem
  readonly table?: LineRow
  readonly marks?: readonly Mark[]
}

export function rowsOf(lines: readonly Line[]): Row[] {
  return withSharedSigns(lines.map(lineRow))
}

/**
 * イ is the second of アイウ and the first of イロハ, i the ninth letter and the first roman number: where it begins a
 * list of the other order, the list is read in that order.
 */
function withSharedSigns(rows: readonly Row[]): Row[] {
  let styles: string[] = []
  return rows.map((row, i) => {
    if (!row.label) return row
    const text = fold(row.text)
    const own = readLabel(text, row.label.label)
    const begins =
      own?.ordinal === 1 &&
      row.label.ordinal !== 1 &&
      rows.slice(i + 1, i + 20).some((next) => next.label && readAs(next, own.style)?.ordinal === 2)
    if (begins && own) styles = [own.style, ...styles.slice(0, 3)]
    const style = styles.find((one) => readAs(row, one) !== null)
    const label = style === undefined ? null : readAs(row, style)
    return label ? { ...row, label, series: seriesOf(row.marker, label) } : row
  })
}

function readAs(row: Row, style: string): Label | null {
  const label = readLabel(fold(row.text), style)
  return label?.style.trim() === style.trim() ? label : null
}

function lineRow({ text, place, gap, heading, leads, item, row, marks }: Line): Row {
  const marker = row || item?.more ? '' : (item?.marker ?? markerOf(text))
  return {
    ...rowOf(text, place, gap, marker),
    ...(heading ? { heading } : {}),
    ...(leads || isBold(text, marks) ? { leads: true as const } : {}),
    ...(item ? { item } : {}),
    ...(row ? { table: row } : {}),
    ...(marks?.length ? { marks } : {}),
  }
}

const isBold = (text: string, marks: readonly Mark[] | undefined) =>
  marks?.some(({ type, start, end }) => type === 'strong' && end - start >= text.length - 2) ===
  true

export function rowOf(
  text: string,
  place: number,
  gap: number,
  marker: string = markerOf(text),
): Row {
  const body = text.slice(marker.length)
  const label = marker === '' ? null : labelOf(text, marker)
  return { place, gap, text, marker, body, label, series: seriesOf(marker, label), key: key(body) }
}

/** The label that a marker is; it may print more space than a label has. */
function labelOf(text: string, marker: string): Label | null {
  const label = readLabel(fold(text))
  return label && marker.startsWith(text.slice(0, label.label.length).trimEnd()) ? label : null
}

const bullets = '-*•●○◯◎■□◆◇▼▶►★☆・･◦‣∙·'
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
  return (
    key(label.style)
      .replace(/^[-*•●○◯◎■□◆◇▼▶★☆・･]/u, '')
      .replace(/[.:、]+$/u, '')
      // 01, 02 … 10: one series.
      .replace(/^0(?=1$)/u, '')
  )
}
