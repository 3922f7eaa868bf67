import type { Node, PolicyDocument } from '../document.ts'

/** The same document under other ids: sections, list items, records, and all that points at them. */
export function withIds<N extends PolicyDocument>(document: N, idOf: (id: string) => string): N {
  return exchanged(document, idOf) as N
}

function exchanged(node: Node, idOf: (id: string) => string): Node {
  return {
    ...node,
    ...('id' in node && node.id !== undefined && { id: idOf(node.id) }),
    ...(node.type === 'value' && node.of !== 'organisation' && { record: idOf(node.record) }),
    ...(node.type === 'sectionReference' && node.target !== null && { target: idOf(node.target) }),
    ...('children' in node && { children: node.children.map((child) => exchanged(child, idOf)) }),
  } as Node
}
