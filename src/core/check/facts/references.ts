import type { SectionReference } from '../../document.ts'
import { readLabel } from '../../numbering.ts'
import { referenceSpans, type SectionIndex, sectionIndex } from '../../parse/references.ts'
import type { Range } from '../../render/printed.ts'
import type { Passage, SectionPlace } from '../analysis.ts'
import { fact } from '../fact.ts'

/** Words that point at a section of this text, wherever they stand: also in records, whose text is plain. */
export type Reference = Range & {
  readonly node: SectionReference
  readonly target: SectionPlace | null
  readonly passage: Passage
}

export const sectionIndexOf = fact(
  ({ sections }): SectionIndex =>
    sectionIndex(
      sections.map(({ node }, position) => ({
        id: node.id,
        number: node.number,
        heading: node.heading,
        level: node.level,
        ordinal: readLabel(node.number)?.ordinal ?? null,
        position,
      })),
    ),
)

export const referencesOf = fact((analysis): readonly Reference[] => {
  const index = sectionIndexOf(analysis)
  const byId = new Map(analysis.sections.map((section) => [section.node.id, section]))
  const references: Reference[] = []
  for (const passage of analysis.passages) {
    if (passage.kind === 'heading' || !/[「『【第前次以下後上]/u.test(passage.text)) continue
    for (const { start, end, node } of referenceSpans(
      passage.text,
      passage.section?.node.id ?? null,
      index,
      passage.plain,
    )) {
      if (node.type !== 'sectionReference') continue
      references.push({
        start: passage.start + start,
        end: passage.start + end,
        node,
        target: node.target === null ? null : (byId.get(node.target) ?? null),
        passage,
      })
    }
  }
  return references
})
