import type { Block, Node, PolicyDocument, Section } from '../document.ts'
import { visit } from '../document.ts'
import type { RelationKind } from '../lexical/relations.ts'
import { keyOf } from './places.ts'

/** The blocks of a place that a document prints: a section's own, without its sub-sections, or those around them all. */
export type PrintedPlace = {
  readonly key: string
  readonly section: Section | null
  readonly blocks: readonly Block[]
}

/** The preamble, each section in reading order, and the closing. */
export function printedPlaces(document: PolicyDocument): readonly PrintedPlace[] {
  const { children } = document
  const isBlock = (child: Block | Section): child is Block => child.type !== 'section'
  const first = children.findIndex((child) => !isBlock(child))
  const sections: PrintedPlace[] = []
  visit(document, (node) => {
    if (node.type === 'section')
      sections.push({
        key: keyOf.section(node.id),
        section: node,
        blocks: node.children.filter(isBlock),
      })
  })
  const around = (key: string, from: number, to: number): PrintedPlace => ({
    key,
    section: null,
    blocks: children.slice(from, to).filter(isBlock),
  })
  const end = first < 0 ? children.length : first
  return [
    around(keyOf.policy('preamble'), 0, end),
    ...sections,
    around(keyOf.policy('closing'), end, children.length),
  ]
}

export const kindOfNode: { readonly [type: string]: RelationKind } = {
  purpose: 'purposes',
  exceptionClause: 'exceptionClauses',
  jointUsePartner: 'jointUsePartners',
  safetyMeasure: 'safetyMeasures',
  contact: 'contacts',
}

/** The key of the record that a node prints, or of which it prints a value; null for any other. */
export function recordOf(node: Node): string | null {
  if (node.type === 'value') {
    const kind = kindOfNode[node.of]
    return kind ? keyOf.record(kind, node.record) : null
  }
  const kind = kindOfNode[node.type]
  return kind && 'id' in node ? keyOf.record(kind, String(node.id)) : null
}

/** The keys of the records that a place prints, in reading order. */
export function recordsIn({ blocks }: PrintedPlace): ReadonlySet<string> {
  const found = new Set<string>()
  for (const block of blocks)
    visit(block, (node) => {
      const key = recordOf(node)
      if (key !== null) found.add(key)
    })
  return found
}
