import { contactRowKind } from './contact-lines.ts'
import type { Row } from './rows.ts'
import { isEndMark, isNominal, width } from './shape.ts'
import { isDateLine } from './signature.ts'

type Rank = { readonly rank: string; readonly depth: number }

/**
 * The rows that their format calls headings, ranked. The format says how deep one stands, but printed numbers rule:
 * where it makes two ranks of one count (1. an h2, 2. an h3), all of the count have the rank that most of it have;
 * where it makes one rank of two counts (1., （1）, （2）, 2. all h3), the one within the other stands deeper.
 */
export function formatRanks(rows: readonly Row[]): {
  readonly marked: ReadonlyMap<Row, Rank>
  /** The rank of each series, for the numbers that go on outside the format's headings. */
  readonly series: ReadonlyMap<string, Rank>
} {
  const headings = rows.filter(heads)
  const levels = levelsByCount(headings)
  const inner = innerSeries(headings, levels)
  const marked = new Map<Row, Rank>()
  const series = new Map<string, Rank>()
  for (const row of headings) {
    const level = levels.get(row) ?? 1
    const within = row.label !== null && inner.has(`${level} ${row.series}`)
    const rank = { rank: `h${level}${within ? ' within' : ''}`, depth: level + (within ? 0.5 : 0) }
    marked.set(row, rank)
    if (row.label && !series.has(row.series)) series.set(row.series, rank)
  }
  return { marked, series }
}

/** Pages also set whole sentences, dates and addresses as headings, for their looks. */
function heads(row: Row): boolean {
  if (row.heading === undefined || isEndMark(row.text) || isDateLine(row.text)) return false
  if (!isNominal(row.body) && width(row.text) > 50) return false
  return contactRowKind(row) !== 'strong'
}

/** The level of each heading: within a count, that of most of its members. */
function levelsByCount(headings: readonly Row[]): Map<Row, number> {
  const levels = new Map<Row, number>()
  const open = new Map<string, Row[]>()
  const settle = (members: readonly Row[]) => {
    const counts = new Map<number, number>()
    for (const { heading = 1 } of members) counts.set(heading, (counts.get(heading) ?? 0) + 1)
    const [[usual] = [1]] = [...counts].sort((a, b) => b[1] - a[1])
    for (const row of members) levels.set(row, usual)
  }
  for (const row of headings) {
    if (!row.label) {
      levels.set(row, row.heading ?? 1)
      continue
    }
    const members = open.get(row.series)
    if (members && members.at(-1)?.label?.ordinal === row.label.ordinal - 1) members.push(row)
    else {
      if (members) settle(members)
      open.set(row.series, [row])
    }
  }
  for (const members of open.values()) settle(members)
  return levels
}

/** The series that count anew between two numbers of another one of their level, as `level series`. */
function innerSeries(headings: readonly Row[], levels: ReadonlyMap<Row, number>): Set<string> {
  const inner = new Set<string>()
  type Count = { last: number; begun: Set<string> }
  const counts = new Map<string, Count>()
  for (const row of headings) {
    if (!row.label) continue
    const level = levels.get(row) ?? 1
    const own = `${level} ${row.series}`
    const count = counts.get(own)
    const { ordinal } = row.label
    if (count && ordinal === count.last + 1) for (const other of count.begun) inner.add(other)
    counts.set(own, { last: ordinal, begun: new Set() })
    if (ordinal === 1)
      for (const [name, other] of counts)
        if (name !== own && name.startsWith(`${level} `)) other.begun.add(own)
  }
  return inner
}
