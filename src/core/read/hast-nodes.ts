import type { Element, Nodes } from 'hast'

export const isElement = (node: Nodes): node is Element => node.type === 'element'

export const elementsIn = (node: Nodes): Element[] =>
  'children' in node ? (node.children as Nodes[]).filter(isElement) : []

/** All characters below a node, whether they are printed or not. */
export function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textIn).join('') : ''
}

/** Every element below a node, itself included, in reading order. */
export function* within(node: Nodes): Generator<Element> {
  if (isElement(node)) yield node
  if ('children' in node) for (const child of node.children) yield* within(child)
}

/** The class names and the id of an element, by which its author says what it is. */
export function namesOf({ properties }: Element): string {
  const { className, id } = properties
  const classes = Array.isArray(className) ? className : className === undefined ? [] : [className]
  return [...classes, id ?? ''].join(' ')
}
