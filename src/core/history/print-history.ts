import {
  type Block,
  type DateKind,
  datesOf,
  type List,
  type Paragraph,
  type Phrasing,
  type PolicyDocument,
  type Section,
  type Signature,
} from '../document.ts'
import type { HistoryEntry } from './history.ts'
import { type HistoryWords, historyWords } from './history-words.ts'
import { type Calendar, printedDay } from './printed-day.ts'

export const datePlaces = ['preamble', 'closing'] as const

/** What a policy prints of its own editions. What is absent is not printed. */
export type HistoryPrinting = {
  /** Where 制定日 and 最終改定日 stand. */
  readonly dates?: (typeof datePlaces)[number] | null
  /** 改定履歴, at the end. */
  readonly history?: boolean
  /** 附則, after the last section. */
  readonly supplement?: boolean
  readonly calendar?: Calendar
  /** The days of enactment and revision before the first edition. */
  readonly earlier?: readonly string[]
}

/** The anchor of the section that is written here: there is one in a document, and no record has this id. */
export const SUPPLEMENT_ID = 'supplementary-provisions'

/**
 * The document with what the policy prints of its editions: so that a printed date is the date that holds. The
 * document itself, if that is nothing. The last entry is the edition that the document belongs to.
 */
export function printHistory(
  document: PolicyDocument,
  printing: HistoryPrinting,
  history: readonly HistoryEntry[],
): PolicyDocument {
  const own = history.at(-1)
  if (!own || !(printing.dates || printing.history || printing.supplement)) return document
  const { locale } = document
  const words = historyWords(locale)
  const print: Print = {
    words,
    locale,
    date: (kind, day) => ({
      type: 'date',
      kinds: [kind],
      date: day,
      text: printedDay(day, locale, printing.calendar ?? 'wareki'),
    }),
  }
  const dates = printing.dates ? [datesBlock(history, print)] : []
  const { before, sections, after } = parts(document)
  const printed = {
    ...document,
    children: [
      ...(printing.dates === 'preamble' ? dates : []),
      ...before,
      ...sections,
      ...(printing.supplement ? [supplement(document.title.text, own.day, print)] : []),
      ...after,
      ...(printing.dates === 'closing' ? dates : []),
      ...(printing.history ? historyBlocks(history, print) : []),
    ],
  }
  return { ...printed, dates: datesOf(printed) }
}

type Print = {
  readonly words: HistoryWords
  readonly locale: string
  readonly date: (kind: DateKind, day: string) => Extract<Phrasing, { type: 'date' }>
}

const generated = true as const
const text = (value: string): Phrasing[] => (value ? [{ type: 'text', value }] : [])
const paragraph = (children: readonly Phrasing[]): Paragraph => ({ type: 'paragraph', children })
const kindOf = ({ kind }: HistoryEntry): DateKind => (kind === 'enacted' ? 'enacted' : 'revised')

/** 制定日 and, after a revision, 最終改定日, set to the right. */
function datesBlock(history: readonly HistoryEntry[], { words, date }: Print): Signature {
  const [first] = history
  const last = history.findLast(({ kind }) => kind === 'revised')
  const lines = [
    ...(first ? [[words.enacted, date('enacted', first.day)] as const] : []),
    ...(last ? [[words.revised, date('revised', last.day)] as const] : []),
  ]
  return {
    type: 'signature',
    generated,
    children: lines.map(([label, day]) => paragraph([...text(label), day])),
  }
}

function historyBlocks(
  history: readonly HistoryEntry[],
  { words, locale, date }: Print,
): readonly [Paragraph, List] {
  const items = history.map((entry) => {
    const [before, after] = words.entry(entry.kind, entry.summary[locale] ?? '')
    const line = [...text(before), date(kindOf(entry), entry.day), ...text(after)]
    return {
      type: 'listItem',
      marker: words.marker,
      children: [paragraph(line)],
    } as const
  })
  return [
    { ...paragraph(text(words.history)), generated },
    { type: 'list', generated, children: items },
  ]
}

function supplement(title: string, day: string, { words, date }: Print): Section {
  const [before, after] = words.comesIntoForce(title)
  return {
    type: 'section',
    generated,
    id: SUPPLEMENT_ID,
    kind: 'supplementaryProvisions',
    level: 1,
    number: '',
    heading: words.supplement,
    children: [paragraph([...text(before), date('effective', day), ...text(after)])],
  }
}

/** A document's blocks before its sections, the sections, and the blocks after them. */
function parts({ children }: PolicyDocument) {
  const isSection = (child: Block | Section) => child.type === 'section'
  const from = children.findIndex(isSection)
  if (from < 0) return { before: children, sections: [], after: [] }
  const to = children.findLastIndex(isSection) + 1
  return {
    before: children.slice(0, from),
    sections: children.slice(from, to),
    after: children.slice(to),
  }
}
