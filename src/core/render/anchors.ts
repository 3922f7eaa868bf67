import { childrenOf, type Node, type PolicyDocument } from '../document.ts'

/** The ids that stand in a document: a reference to any other is text. Looked for once, when something refers. */
export function anchorsOf(document: PolicyDocument): ReadonlySet<string> {
  const known = found.get(document)
  if (known) return known
  const anchors = new Set<string>()
  addAnchors(document, anchors)
  found.set(document, anchors)
  return anchors
}
const found = new WeakMap<PolicyDocument, ReadonlySet<string>>()

function addAnchors(node: Node, anchors: Set<string>): void {
  if ((node.type === 'section' || node.type === 'listItem') && node.id !== undefined)
    anchors.add(node.id)
  // Within lines and tables stand none.
  if (node.type !== 'paragraph' && node.type !== 'table')
    for (const child of childrenOf(node)) addAnchors(child, anchors)
}
