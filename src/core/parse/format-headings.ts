import { contactLineKind } from './contact-lines.ts'
import type { Row } from './rows.ts'
import { isEndMark, isNominal, width } from './shape.ts'
import { isDateLine } from './signature.ts'

type Rank = { readonly rank: string; readonly depth: number }

/**
 * The rows that their format calls headings, ranked. The format says how deep one stands; where it makes one rank of
 * two series of numbers (1., （1） both h3), the later series stands within the first, and where it makes two ranks of
 * one series, the rank that most of the series have is that of all: printed numbers rule.
 */
export function formatRanks(rows: readonly Row[]): {
  readonly marked: ReadonlyMap<Row, Rank>
  /** The rank of each series, for the numbers that go on outside the format's headings. */
  readonly series: ReadonlyMap<string, Rank>
} {
  const headings = rows.filter(heads)
  const levels = usualLevels(headings)
  const seriesOfLevel = new Map<number, string[]>()
  for (const [series, level] of levels)
    seriesOfLevel.set(level, [...(seriesOfLevel.get(level) ?? []), series])
  const rankAt = (level: number, within: number): Rank => ({
    rank: `h${level}${within > 0 ? `.${within}` : ''}`,
    depth: level + within / 100,
  })
  const series = new Map(
    [...levels].map(([name, level]) => [
      name,
      rankAt(level, seriesOfLevel.get(level)?.indexOf(name) ?? 0),
    ]),
  )
  const marked = new Map(
    headings.map((row) => [
      row,
      (row.label && series.get(row.series)) || rankAt(row.heading ?? 1, 0),
    ]),
  )
  return { marked, series }
}

/** Pages also set whole sentences, dates and addresses as headings, for their looks. */
function heads(row: Row): boolean {
  if (row.heading === undefined || isEndMark(row.text) || isDateLine(row.text)) return false
  if (!isNominal(row.body) && width(row.text) > 50) return false
  return contactLineKind(row.text) !== 'strong'
}

/** The level that most headings of each series have, the series in order of appearance. */
function usualLevels(headings: readonly Row[]): Map<string, number> {
  const counts = new Map<string, Map<number, number>>()
  for (const { series, label, heading } of headings) {
    if (!label || heading === undefined) continue
    const own = counts.get(series) ?? new Map<number, number>()
    own.set(heading, (own.get(heading) ?? 0) + 1)
    counts.set(series, own)
  }
  return new Map(
    [...counts].map(([series, own]) => [
      series,
      [...own].reduce((best, next) => (next[1] > best[1] ? next : best))[0],
    ]),
  )
}
