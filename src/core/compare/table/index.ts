import { labelOf, type PolicyDocument, type Section } from '../../document.ts'
import { printedDay } from '../../history/printed-day.ts'
import { bareLabel } from '../../numbering.ts'
import type { Comparison } from '../index.ts'
import type { Matching, PartPair } from '../matching.ts'
import type { Row } from '../rows.ts'
import { printed, type Unit } from '../units.ts'
import { type Stretch, wordsOf } from '../words.ts'
import type { Cell, CellLine, ComparisonTable, Layout, TableRow, Text } from './table.ts'
import { tableWords } from './words.ts'

export type * from './table.ts'
export { layouts } from './table.ts'

export type TableOptions = {
  /** @default 'amended' */
  readonly layout?: Layout
  readonly before?: Text
  readonly after?: Text
}

/**
 * The 新旧対照表 of a comparison: what changed beside what it was, by 条, 項 and 号; what is the same is folded into
 * （略） after its number.
 */
export function tableOf(
  { matching, changes }: Comparison,
  { layout = 'amended', before = {}, after = {} }: TableOptions = {},
): ComparisonTable {
  const locale = /^ja\b/i.test(matching.after.locale) ? 'ja' : 'en'
  const words = tableWords[locale]
  const rows = rowsIn(matching, locale)
  const column = (side: 'before' | 'after', text: Text) => ({
    side,
    label: words.columns[layout][side] + words.edition(text),
  })
  const [old, now] = [column('before', before), column('after', after)]
  const hasMoved = changes.some(({ of, how }) => of === 'section' && how === 'moved')
  const hasNote = (note: Cell['note']) =>
    rows.some((row) => row.before.note === note || row.after.note === note)
  return {
    locale,
    title: words.title(matching.after.title.text || matching.before.title.text),
    lines: [
      matching.after.organisation.legalName,
      after.effectiveFrom === undefined
        ? ''
        : words.from(printedDay(after.effectiveFrom, locale, calendarOf(matching.after))),
    ].filter(Boolean),
    columns: layout === 'amended' ? [now, old] : [old, now],
    rows,
    remarks:
      rows.length === 0
        ? [words.same]
        : [
            words.underlined,
            ...(hasNote('omitted') ? [words.omitted] : []),
            ...(hasMoved ? [words.moved] : []),
          ],
  }
}

/** The calendar that the text itself counts by. */
const calendarOf = ({ dates }: PolicyDocument) =>
  dates.some(({ text }) => /令和|平成|昭和/.test(text)) ? 'wareki' : 'western'

/** What is left out: the labels on both sides of what is the same, one after the other. */
type Omission = {
  readonly before: string
  readonly after: string
  /** What stands in another is left out with it. */
  readonly depth: number
  readonly indent: number
}

function rowsIn(matching: Matching, locale: 'ja' | 'en'): readonly TableRow[] {
  const { parts } = matching
  const rows: TableRow[] = []
  let omitted: Omission[] = []
  const fold = (opens: boolean) => {
    rows.push(...foldedRows(omitted, opens, locale))
    omitted = []
  }
  const holders = holdersOf(matching)
  let hasChange = false
  parts.forEach((pair, i) => {
    const { before, after } = pair
    if (pair.rows.length === 0) return
    const opens = (after ?? before)?.place === 'body' && levelOf(pair) <= 1
    if (before === null || after === null) {
      // What is new or gone below a section that is so too stands in its cell.
      const last = isWithin(parts[i - 1], pair) ? rows.at(-1) : undefined
      fold(true)
      if (last) rows.splice(-1, 1, together(last, oneSided(pair, opens)))
      else rows.push(oneSided(pair, opens))
      hasChange = true
      return
    }
    const isSamePart = pair.rows.every(({ same }) => same)
    if (isSamePart && !(after.section && holders.has(after.section) && after.place === 'body')) {
      const omission = omissionOfPart(pair, locale)
      if (omission) omitted.push(omission)
      return
    }
    hasChange ||= !isSamePart
    fold(levelOf(pair) <= 1)
    const own = rows.length
    const onlyHeading = pair.rows.every((row) => isHeading(row) || row.same)
    for (const row of pair.rows) {
      if (row.same && !isHeading(row)) {
        omitted.push(omissionOf(row))
        continue
      }
      fold(false)
      rows.push(pairedRow(row, opens && rows.length === own))
    }
    const [heading] = rows.slice(own)
    if (onlyHeading && heading && omitted.length > 0) {
      // 第６条（委託）（略）: on one line.
      rows.splice(own, 1, withOmission(heading))
      omitted = []
    } else fold(false)
  })
  fold(true)
  return hasChange ? rows : []
}

const levelOf = ({ before, after }: PartPair) => (after ?? before)?.section?.level ?? 0

/** The sections within which something changed, in a section of theirs: their headings tell where. */
function holdersOf({ before, after, parts, sections }: Matching): ReadonlySet<Section> {
  const parents = new Map<Section, Section>()
  const walk = (parent: PolicyDocument | Section) => {
    for (const child of parent.children) {
      if (child.type !== 'section') continue
      if (parent.type === 'section') parents.set(child, parent)
      walk(child)
    }
  }
  walk(before)
  walk(after)
  const turned = new Map([...sections].map(([other, one]) => [one, other]))
  const holders = new Set<Section>()
  for (const pair of parts) {
    const section = (pair.after ?? pair.before)?.section
    if (!section || (pair.before && pair.after && pair.rows.every(({ same }) => same))) continue
    for (let outer = parents.get(section); outer; outer = parents.get(outer))
      holders.add(turned.get(outer) ?? outer)
  }
  return holders
}

function omissionOfPart({ before, after }: PartPair, locale: 'ja' | 'en'): Omission | null {
  const { closing, preamble } = tableWords[locale]
  if (!after?.section) {
    const place = after?.place === 'end' ? closing : preamble
    return { before: place, after: place, depth: 1, indent: 0 }
  }
  // What stands after the sub-sections of a section goes without saying.
  if (after.place === 'end') return null
  return {
    before: nameOf(before?.section ?? null),
    after: nameOf(after.section),
    depth: after.section.level,
    indent: 0,
  }
}

const withOmission = ({ before, after, opens }: TableRow): TableRow => ({
  before: { ...before, note: 'omitted' },
  after: { ...after, note: 'omitted' },
  opens,
})

/** A section by its number, or by what it is called. */
const nameOf = (section: Section | null) =>
  section ? bareLabel(labelOf(section)) || section.heading : ''

const isHeading = ({ before, after }: Row) =>
  [...before, ...after].some(({ kind }) => kind === 'heading')

function omissionOf({ before, after }: Row): Omission {
  const label = (units: readonly Unit[]) => bareLabel(units[0]?.marker ?? '')
  const depth = after[0]?.depth ?? 0
  return { before: label(before), after: label(after), depth, indent: Math.min(depth, 3) }
}

/** Runs of what is the same, those without a number apart from those with one: （略）, then （１）から（３）まで　（略）. */
function foldedRows(
  omitted: readonly Omission[],
  opens: boolean,
  locale: 'ja' | 'en',
): readonly TableRow[] {
  const groups: Omission[][] = []
  for (const omission of omitted) {
    const last = groups.at(-1)
    const [first] = last ?? []
    const isSameKind = first && hasLabel(first) === hasLabel(omission)
    if (last && first && (isSameKind || (hasLabel(first) && omission.depth > first.depth)))
      last.push(omission)
    else groups.push([omission])
  }
  return groups.map((group, i) => foldedRow(group, opens && i === 0, locale))
}

const hasLabel = ({ before, after }: Omission) =>
  [before, after].every((label) => /[\p{L}\p{N}]/u.test(label))

function foldedRow(group: readonly Omission[], opens: boolean, locale: 'ja' | 'en'): TableRow {
  const least = Math.min(...group.map(({ depth }) => depth))
  const outer = group.filter(({ depth }) => depth === least)
  const { pair, span } = tableWords[locale]
  const side = (of: 'before' | 'after'): Cell => {
    const labels = outer.map(({ [of]: label }) => label)
    const [first = '', last = ''] = [labels[0], labels.at(-1)]
    const text = !outer.every(hasLabel)
      ? ''
      : labels.length === 1
        ? first
        : (labels.length === 2 ? pair : span)(first, last)
    const indent = outer[0]?.indent ?? 0
    return {
      lines: text === '' ? [] : [line([{ text, changed: false }], indent, false)],
      note: 'omitted',
    }
  }
  return { before: side('before'), after: side('after'), opens }
}

const line = (stretches: readonly Stretch[], depth: number, isHeading: boolean): CellLine => ({
  stretches,
  depth,
  isHeading,
})

/** A unit beside its counterpart. A marker that changed is a change of its own. */
function pairedRow({ before, after }: Row, opens: boolean): TableRow {
  if (before.length === 0) return { before: empty('new'), after: cellOf(after, true), opens }
  if (after.length === 0) return { before: cellOf(before, true), after: empty('removed'), opens }
  const [one, other] = [before[0] as Unit, after[0] as Unit]
  if (before.length > 1 || after.length > 1 || one.markerBelow !== other.markerBelow) {
    const words = wordsOf(before.map(printed).join('\n'), after.map(printed).join('\n'))
    return { before: linesOf(words.before, one), after: linesOf(words.after, other), opens }
  }
  const [markers, texts] = [wordsOf(one.marker, other.marker), wordsOf(one.text, other.text)]
  const side = (of: 'before' | 'after', unit: Unit) =>
    linesOf(
      unit.markerBelow
        ? [...texts[of], { text: '\n', changed: false }, ...markers[of]]
        : [...markers[of], ...texts[of]],
      unit,
    )
  return { before: side('before', one), after: side('after', other), opens }
}

function oneSided({ before, after, rows }: PartPair, opens: boolean): TableRow {
  const units = (of: 'before' | 'after') => rows.flatMap((row) => row[of])
  return after || !before
    ? { before: empty('new'), after: cellOf(units('after'), true), opens }
    : { before: cellOf(units('before'), true), after: empty('removed'), opens }
}

const empty = (note: Cell['note']): Cell => ({ lines: [], note })

function cellOf(units: readonly Unit[], changed: boolean): Cell {
  const cells = units.map((unit) => linesOf([{ text: printed(unit), changed }], unit))
  return { lines: cells.flatMap(({ lines }) => lines), note: null }
}

/** Stretches as lines: parted at their line ends. A tab, between the cells of a row, is a wide space. */
function linesOf(stretches: readonly Stretch[], { depth, kind }: Unit): Cell {
  const lines: Stretch[][] = [[]]
  for (const { text, changed } of stretches) {
    const [start = '', ...more] = text.replaceAll('\t', '　').split(/\r\n|\r|\n/)
    if (start !== '') lines.at(-1)?.push({ text: start, changed })
    for (const next of more) lines.push(next === '' ? [] : [{ text: next, changed }])
  }
  return {
    lines: lines.map((its) =>
      line(its, Math.min(depth, 3), kind === 'heading' || kind === 'title'),
    ),
    note: null,
  }
}

const together = (one: TableRow, other: TableRow): TableRow => ({
  opens: one.opens,
  before: { ...one.before, lines: [...one.before.lines, ...other.before.lines] },
  after: { ...one.after, lines: [...one.after.lines, ...other.after.lines] },
})

/** Whether both parts are new, or both gone, and the later one stands in a section within the other's. */
function isWithin(above: PartPair | undefined, pair: PartPair): boolean {
  if (!above || (above.before === null) !== (pair.before === null)) return false
  if ((above.after === null) !== (pair.after === null)) return false
  const [outer, inner] = [above.after ?? above.before, pair.after ?? pair.before]
  return (
    outer?.section != null &&
    inner?.section != null &&
    (inner.section === outer.section || inner.section.level > outer.section.level)
  )
}
