import { fold } from '../../fold.ts'
import { type Label, readLabels } from '../../numbering.ts'
import type { Range } from '../../render/printed.ts'
import type { Analysis, SectionPlace } from '../analysis.ts'
import { fact } from '../fact.ts'

/** A numbered thing, a section or an item of a list, where its number is printed. */
export type Numbered = Range & {
  /** As printed, without its space: （３）. */
  readonly label: string
  /** How it counts, widths and full stops aside: `(1)`, `第1条`. */
  readonly style: string
  readonly ordinal: number
  /** The section it heads or stands in. */
  readonly section: SectionPlace | null
  readonly isSection: boolean
}
/** Numbers that count on from each other, in reading order. */
export type Series = readonly Numbered[]

/** What is counted in a text: the sections of each section, and the items within each section. */
export const seriesOf = fact((analysis): readonly Series[] => {
  const readings: Readings = new Map()
  return [...sectionSeries(analysis, readings), ...itemSeries(analysis, readings)]
})
/** What each label may be; the labels of one text are few, and stand again and again. */
type Readings = Map<string, readonly Label[]>

function* sectionSeries({ sections }: Analysis, readings: Readings): Generator<Series> {
  const byParent = new Map<SectionPlace | null, SectionPlace[]>()
  // A number alone on its line may be the start of a sentence (第１０条、第１１条…).
  for (const section of sections.filter(({ heading }) => heading.end > heading.start))
    byParent.set(section.parent, [...(byParent.get(section.parent) ?? []), section])
  for (const siblings of byParent.values())
    yield* apart(
      siblings.map((section) => ({
        text: section.node.number,
        start: section.start + (section.node.bullet ?? '').length,
        section,
        isSection: true,
      })),
      readings,
    )
}

/** The items of each list by itself: lists within lists count on their own. */
function* itemSeries({ passages, of }: Analysis, readings: Readings): Generator<Series> {
  const passageOf = new Map(passages.map((passage) => [passage.node, passage]))
  for (const type of lists)
    for (const { node } of of(type)) {
      const items = node.children.flatMap((child): Counted[] => {
        const passage = passageOf.get(child)
        if (!passage || passage.marker.trim() === '') return []
        const { marker, section, start } = passage
        return [{ text: marker, start: start - marker.length, section, isSection: false }]
      })
      yield* apart(items, readings)
    }
}
const lists = [
  'list',
  'purposeList',
  'exceptionClauseList',
  'safetyMeasureList',
  'jointUse',
  'procedure',
] as const

type Counted = {
  readonly text: string
  readonly start: number
  readonly section: SectionPlace | null
  readonly isSection: boolean
}

/** Numbers of one place by their styles: a series ends where its style begins again at one. */
function* apart(counted: readonly Counted[], known: Readings): Generator<Series> {
  const open = new Map<string, Numbered[]>()
  for (const { text, start, section, isSection } of counted) {
    const label = labelIn(text, [...open.keys()], known)
    if (!label) continue
    const style = styleOf(label)
    const lead = text.length - text.trimStart().length
    const printed = text.trim()
    const one: Numbered = {
      start: start + lead,
      end: start + lead + printed.length,
      label: printed,
      style,
      ordinal: label.ordinal,
      section,
      isSection,
    }
    const series = open.get(style)
    if (series && one.ordinal !== 1) series.push(one)
    else {
      if (series) yield series
      open.set(style, [one])
    }
  }
  yield* open.values()
}

/** The label of a marker: in a style that is already counted where it can be, else one that begins with it. */
function labelIn(text: string, open: readonly string[], known: Readings): Label | null {
  const plain = `${fold(text).trim()} `
  const readings = known.get(plain) ?? readLabels(plain)
  known.set(plain, readings)
  return (
    readings.find((one) => open.includes(styleOf(one))) ??
    readings.find(({ ordinal }) => ordinal === 1) ??
    readings[0] ??
    null
  )
}
const styleOf = ({ style }: Label) => style.replace(/^[-–—•●○◯◎■□◆◇▼▶★☆・･＊* ]+/u, '').trim()
