/**
 * lines → PolicyDocument. How a line becomes a heading, an item, a record:
 *
 *  1. `read/`      the printed lines with their places, and what their format knows of them
 *  2. `unwrap`     hard wraps of PDF copies undone
 *  3. `rows`       each line as marker and body: （１）, ・, 第1条
 *  4. `title`, `signature`, `organisation`   what stands around the sections
 *  5. `headings`, `outline`   which rows are headings, and how they nest
 *  6. `kinds`      what each section is about
 *  7. `pieces`     its rows as paragraphs, lists, address blocks
 *  8. `lists`, `spans`   the records in them: purposes, exceptions, joint use, measures, contacts, procedure,
 *                  and within sentences also dates, terms, citations, references
 *
 * Every step only groups what is printed. Whatever no rule understands stays as text in its place, and the result is
 * held against the source at the end: nothing is lost, nothing added.
 */
import {
  type Block,
  datesOf,
  type PolicyDocument,
  type Section,
  type SectionKind,
  textOf,
} from '../document.ts'
import { key, squash } from '../fold.ts'
import { splitLabel } from '../numbering.ts'
import type { Line, Source } from '../read/source.ts'
import { sourceOfText } from '../read/text.ts'
import { definedTermsIn } from '../terms.ts'
import { blocksOf } from './blocks.ts'
import { headingParts } from './heading-parts.ts'
import { headingsOf } from './headings.ts'
import { kindOf, kindOfDocument } from './kinds.ts'
import type { ListContext } from './lists.ts'
import { lostLinks, reportLinksAdrift, reportLostLinks } from './lost-links.ts'
import { organisationOf } from './organisation.ts'
import { type Outlined, outline } from './outline.ts'
import { groupOf, statePurposes } from './purposes.ts'
import { Records } from './records.ts'
import { type IndexedSection, sectionIndex } from './references.ts'
import { refuseWhatIsNoPolicy } from './refused.ts'
import { type ParseReport, Report } from './report.ts'
import { type Row, rowsOf } from './rows.ts'
import { type Structure, settled } from './settled.ts'
import { signatureAtEnd } from './signature.ts'
import { titleOf } from './title.ts'
import { unwrap } from './unwrap.ts'

export { ParseRefused } from './refused.ts'
export type { ParseReport } from './report.ts'

export type ParseOptions = {
  /** The language of the text. @default told by its letters */
  readonly locale?: string
}
export type Parsed = {
  readonly document: PolicyDocument
  readonly report: ParseReport
  /** The lines in which the file has links that the document does not hold: relative ones, and those in plain texts. */
  readonly linked: readonly string[]
}

/** Reads a policy out of a plain text, or out of what a reader made of another format. Throws `ParseRefused` where there is none. */
export function parse(source: string | Source, options: ParseOptions = {}): Parsed {
  const { lines, dropped, ...file }: Source =
    typeof source === 'string' ? sourceOfText(source) : source
  const text = typeof source === 'string' ? source : lines.map((line) => line.text).join('\n')
  refuseWhatIsNoPolicy(text)
  const locale = options.locale ?? localeOf(text, file.locale)
  const structure = (its: readonly Line[], byShape = true) =>
    structureOf(rowsOf(unwrap(its)), byShape)
  const assembled = (its: Structure) => {
    const report = new Report()
    return { document: assemble(its, locale, report), report }
  }
  const adrift = linesAt(lines, file.adrift ?? []).map((line) => line.text)
  const { document, report } = lines.every(isPlain)
    ? settled(lines, structure, assembled)
    : assembled(structure(lines))
  if (squash(textOf(document)) === squash(text)) {
    reportLostLinks(lines, document, report)
    reportLinksAdrift(file.adrift ?? [], report)
    const lost = lostLinks(lines, document).map(({ line }) => line.text)
    return { document, report: report.finish(dropped), linked: [...adrift, ...lost] }
  }
  const plain = new Report()
  plain.doubt(
    {
      ja: '構造を読み取れなかったため、全文を段落のまま取り込みました。',
      en: 'The structure could not be read; the whole text was kept as paragraphs.',
    },
    0,
    1,
  )
  return { document: asParagraphs(lines, locale), report: plain.finish(dropped), linked: adrift }
}

/** The lines that hold these places: a line goes on until the next one begins, over several lines of its file. */
function linesAt(
  lines: readonly Line[],
  places: readonly { readonly place: number }[],
): readonly Line[] {
  const starts = new Set<number>()
  let i = 0
  for (const { place } of places.toSorted((a, b) => a.place - b.place)) {
    while (i + 1 < lines.length && (lines[i + 1]?.place ?? 0) <= place) i++
    starts.add(lines[i]?.place ?? 0)
  }
  return lines.filter(({ place }) => starts.has(place))
}

/** Whether the format says nothing of a line, so that its print says as much. */
const isPlain = ({ ends, heading, item, row, marks }: Line) =>
  !ends && heading === undefined && !item && !row && !marks?.length

function structureOf(all: readonly Row[], byShape: boolean): Structure {
  const title = titleOf(all)
  const rows = title.printed ? all.slice(1) : all
  const signed = signatureAtEnd(rows)
  const body = rows.slice(0, rows.length - signed)
  const headings = headingsOf(body, byShape)
  // A breadcrumb or the operator's name above the title heads nothing.
  if (title.row) for (const row of rows.slice(0, rows.indexOf(title.row) + 1)) headings.delete(row)
  return { all, title, body, signature: rows.slice(body.length), headings }
}

function assemble(
  { all, title, body, signature, headings }: Structure,
  locale: string,
  report: Report,
): PolicyDocument {
  const first = all[0]?.place ?? 1
  report.guess('title', {
    what: 'title',
    text: title.text,
    confidence: title.confidence,
    place: first,
  })
  const { confidence, ...organisation } = organisationOf(body, signature)
  report.guess(organisation.id, {
    what: 'organisation',
    text: organisation.legalName,
    confidence,
    place: first,
  })

  const tree = outline(body, headings)
  const sections = named(tree)
  const context: ListContext = {
    kind: 'statement',
    section: null,
    headings: [],
    lead: '',
    intro: '',
    group: null,
    organisation,
    records: new Records(report),
    report,
    index: sectionIndex([...sections.values()]),
    stated: new Set(body.filter(({ marker }) => marker !== '').map((row) => row.body)),
  }
  const children: (Block | Section)[] = [
    ...blocksOf(tree.rows, context, true),
    ...tree.sections.map((section) => sectionNode(section, null, sections, context)),
    ...blocksOf([...tree.end, ...signature], context, true),
  ]
  const shell = { type: 'document', schema: 1, locale, organisation, children } as const
  const document = { ...shell, title: { text: title.text, printed: title.printed }, dates: [] }
  return { ...document, dates: datesOf(document) }
}

/** The sections in reading order, with the names that references know them by. */
function named(tree: Outlined): Map<Outlined, IndexedSection> {
  const sections = new Map<Outlined, IndexedSection>()
  const add = (outlined: Outlined) => {
    const { number, heading } = headingParts(outlined)
    const position = sections.size
    sections.set(outlined, {
      id: `s${position + 1}`,
      number,
      heading,
      level: outlined.level,
      ordinal: outlined.heading?.label?.ordinal ?? null,
      position,
    })
    outlined.sections.forEach(add)
  }
  tree.sections.forEach(add)
  return sections
}

function sectionNode(
  outlined: Outlined,
  parent: SectionKind | null,
  sections: ReadonlyMap<Outlined, IndexedSection>,
  above: ListContext,
): Section {
  const { heading, inline } = headingParts(outlined)
  const rows = inline ? [inline, ...outlined.rows] : outlined.rows
  const { kind, confidence } = outlined.further
    ? kindOfDocument(heading)
    : kindOf(
        heading,
        parent,
        [...rows.slice(0, 8), ...outlined.sections.slice(0, 8).flatMap((one) => one.heading ?? [])]
          .map(({ text }) => text)
          .join(''),
        outlined.sections.map((one) => headingParts(one).heading),
        statePurposes(rows),
      )
  const { id, number } = sections.get(outlined) as IndexedSection
  above.report.guess(id, {
    what: 'section',
    text: number + heading,
    confidence: Math.min(outlined.confidence, confidence + 0.2),
    place: outlined.heading?.place ?? 1,
  })
  const context: ListContext = {
    ...above,
    kind,
    section: id,
    headings: [...above.headings, key(heading)],
    group: groupOf(heading, number !== '', parent === 'purposes') ?? above.group,
  }
  const inner = { ...context, intro: rows.findLast(({ marker }) => marker === '')?.text ?? '' }
  const defines = definedTermsIn(heading)
  return {
    type: 'section',
    id,
    kind,
    level: outlined.level,
    ...splitLabel(number),
    heading,
    ...(outlined.caption ? { headingAbove: true as const } : {}),
    ...(defines.length > 0 ? { defines } : {}),
    children: [
      ...blocksOf(rows, context),
      ...outlined.sections.map((section) => sectionNode(section, kind, sections, inner)),
      ...blocksOf(outlined.end, context, true),
    ],
  }
}

function asParagraphs(lines: readonly Line[], locale: string): PolicyDocument {
  return {
    type: 'document',
    schema: 1,
    locale,
    title: { text: 'プライバシーポリシー', printed: false },
    organisation: { id: 'org', legalName: '', selfTerm: '', representatives: [] },
    dates: [],
    children: lines.map(({ text }) => ({
      type: 'paragraph',
      children: [{ type: 'text', value: text }],
    })),
  }
}

/** By its letters; where there are few, as its file says. */
function localeOf(text: string, named?: string): string {
  const start = text.slice(0, 5000)
  const japanese =
    start.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0
  const latin = start.match(/[A-Za-z]/gu)?.length ?? 0
  if (named && japanese + latin < 50) return /^en\b/iu.test(named) ? 'en' : 'ja'
  return japanese * 3 >= latin ? 'ja' : 'en'
}
