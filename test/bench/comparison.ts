import { compare } from '../../src/core/compare/index.ts'
import { tableOf } from '../../src/core/compare/table/index.ts'
import type { Node, PolicyDocument } from '../../src/core/document.ts'

/** A policy in which every so manieth text says something else, so that there are that many changes. */
export function amended(document: PolicyDocument, changes: number): PolicyDocument {
  const count = texts(document)
  const every = Math.max(1, Math.floor(count / changes))
  let met = 0
  let made = 0
  const walk = (node: Node): Node => {
    if ('children' in node) return { ...node, children: node.children.map(walk) } as Node
    const field = fieldOf(node)
    if (!field) return node
    const { [field]: text } = node as unknown as { readonly [name: string]: string }
    if (met++ % every !== 0 || made >= changes) return node
    made++
    const at = Math.floor((text ?? '').length / 2)
    return {
      ...node,
      [field]: `${text?.slice(0, at)}並びに別に定める事項${text?.slice(at)}`,
    } as Node
  }
  return walk(document) as PolicyDocument
}

function texts(node: Node): number {
  if ('children' in node)
    return (node.children as readonly Node[]).reduce((sum, child) => sum + texts(child), 0)
  return fieldOf(node) ? 1 : 0
}

const fieldOf = (node: Node): 'value' | 'text' | null =>
  node.type === 'text' && node.value.length > 8
    ? 'value'
    : (node.type === 'purpose' || node.type === 'safetyMeasure') && node.text.length > 8
      ? 'text'
      : null

/** All that is made of two texts: changes, the patch, and the 新旧対照表. */
export function compared(before: PolicyDocument, after: PolicyDocument) {
  const comparison = compare(before, after)
  return { comparison, table: tableOf(comparison) }
}
