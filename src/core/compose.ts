import { datesOf, type PolicyDocument, type Section } from './document.ts'
import { formatLabel, splitLabel } from './numbering.ts'
import { type ComposeProblem, definesIn, type Placed, Printer } from './printing.ts'
import type { PolicyRecords, SectionRecord } from './records.ts'

/** The records do not make a whole document in this language; nothing is ever printed in another language instead. */
export class ComposeRefused extends Error {
  constructor(
    readonly locale: string,
    readonly problems: readonly ComposeProblem[],
  ) {
    super(problems.map((problem) => problem.message.en).join(' '))
    this.name = 'ComposeRefused'
  }
}

/** How the first section of a level is numbered when a policy does not say. */
const usualNumbering: { readonly [locale: string]: readonly string[] } = {
  ja: ['第1条　', '1　', '（1）', '①'],
  en: ['Article 1 ', '1. ', '(1) ', '(a) '],
}

/**
 * The document that the records state in one language. `base` is the language that every text has: what is written
 * there and not in `locale` is missing. The inverse of `extract`.
 *
 * @throws ComposeRefused naming every text that is missing in this language and every record that is not there
 */
export function compose(records: PolicyRecords, locale: string, base = 'ja'): PolicyDocument {
  const { document, problems } = composeDraft(records, locale, base)
  if (problems.length) throw new ComposeRefused(locale, problems)
  return document
}

/** The same without refusing: what is missing is printed as nothing, and named. */
export function composeDraft(
  records: PolicyRecords,
  locale: string,
  base = 'ja',
): { readonly document: PolicyDocument; readonly problems: readonly ComposeProblem[] } {
  const problems: ComposeProblem[] = []
  const source = new Printer(records, locale, base, problems)
  const { policy, organisation } = records
  const { roots, byId } = placeSections(records, source)

  const section = (placed: Placed): Section => {
    const { record } = placed
    const inside = source.inside(placed, byId)
    return {
      type: 'section',
      id: record.id,
      kind: record.kind,
      level: placed.level,
      ...splitLabel(placed.number),
      heading: placed.heading,
      ...(record.headingAbove && { headingAbove: true as const }),
      ...definesIn(placed.heading),
      children: [
        ...source.blocks(
          record.body,
          { collection: 'sections', id: record.id, field: 'body' },
          inside,
        ),
        ...placed.children.map(section),
        ...source.blocks(
          record.end,
          { collection: 'sections', id: record.id, field: 'end' },
          inside,
        ),
      ],
    }
  }
  const outside = source.inside(null, byId)
  const inPolicy = (field: string) => ({ collection: 'policy', id: policy.id, field }) as const
  const children = [
    ...source.blocks(policy.preamble, inPolicy('preamble'), outside),
    ...roots.map(section),
    ...source.blocks(policy.closing, inPolicy('closing'), outside),
  ]
  const document: PolicyDocument = {
    type: 'document',
    schema: 1,
    locale,
    title: {
      text: source.text(policy.title, inPolicy('title')),
      printed: policy.titlePrinted,
    },
    organisation: source.organisation(organisation),
    dates: [],
    children,
  }
  return { document: { ...document, dates: datesOf(document) }, problems }
}

/** Sections in reading order, each with its level and number. */
function placeSections(
  records: PolicyRecords,
  source: Printer,
): { readonly roots: readonly Placed[]; readonly byId: ReadonlyMap<string, Placed> } {
  const placed = new Map<string, Placed>()
  const byParent = new Map<string | null, SectionRecord[]>()
  for (const record of records.sections) {
    const siblings = byParent.get(record.parent)
    if (siblings) siblings.push(record)
    else byParent.set(record.parent, [record])
  }
  const counts: number[] = []
  const place = (parent: Placed | null): readonly Placed[] => {
    const siblings = (byParent.get(parent?.record.id ?? null) ?? []).toSorted(inOrder)
    const level = (parent?.level ?? 0) + 1
    let ordinal = 0
    return siblings.map((record) => {
      const at = { collection: 'sections', id: record.id } as const
      if (record.numbered === 'style') ordinal++
      counts[level] = (counts[level] ?? 0) + 1
      const children: Placed[] = []
      const self: Placed = {
        record,
        level,
        place: counts[level],
        parent,
        children,
        heading: source.text(record.heading, { ...at, field: 'heading' }),
        number:
          record.numbered === 'style'
            ? formatLabel(numberingStyle(records, source.locale, level), ordinal)
            : record.numbered === 'printed'
              ? source.text(record.number, { ...at, field: 'number' })
              : '',
      }
      placed.set(record.id, self)
      children.push(...place(self))
      return self
    })
  }
  const roots = place(null)
  for (const { id } of records.sections) if (!placed.has(id)) source.unplaced(id)
  return { roots, byId: placed }
}

function inOrder(a: SectionRecord, b: SectionRecord): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** The label of the first section of a level in one language. */
export function numberingStyle(records: PolicyRecords, locale: string, level: number): string {
  const usual = usualNumbering[locale] ?? usualNumbering.en
  return (
    records.policy.numbering[level - 1]?.style[locale] ||
    usual?.[Math.min(level, usual.length) - 1] ||
    '1. '
  )
}
