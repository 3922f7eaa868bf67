import type { Element, Nodes, Root } from 'hast'
import { isElement } from './hast-nodes.ts'

/** How much an element prints, and of what kind. */
export type Measure = {
  /** Characters, white space aside. */
  readonly characters: number
  /** Those within links. */
  readonly linked: number
  /** Those of running text outside of links: what a policy mostly is, and a menu never. */
  readonly prose: number
}
export type Measures = ReadonlyMap<Element | Root, Measure>

/** Elements that print nothing, whatever stands in them. */
export const silent: ReadonlySet<string> = new Set(
  'head script style template link meta base iframe object embed canvas audio video source track map area param'.split(
    ' ',
  ),
)

const nothing: Measure = { characters: 0, linked: 0, prose: 0 }

/** The measure of every element of a tree, and of the tree. */
export function measured(tree: Nodes): Measures {
  const measures = new Map<Element | Root, Measure>()
  const measure = (node: Nodes, inLink: boolean): Measure => {
    if (node.type === 'text') return ofText(node.value, inLink)
    // An image says in words what it shows: the title of many an old page.
    if (isElement(node) && node.tagName === 'img') return ofText(altOf(node), true)
    if (!('children' in node) || (isElement(node) && silent.has(node.tagName))) return nothing
    const isLink = inLink || (isElement(node) && node.tagName === 'a')
    let [characters, linked, prose] = [0, 0, 0]
    for (const child of node.children) {
      const own = measure(child, isLink)
      characters += own.characters
      linked += own.linked
      prose += own.prose
    }
    const sum = { characters, linked, prose }
    if (isElement(node) || node.type === 'root') measures.set(node, sum)
    return sum
  }
  measure(tree, false)
  return measures
}

export const altOf = ({ properties }: Element): string => String(properties.alt ?? '')

function ofText(value: string, inLink: boolean): Measure {
  const text = value.replace(/\s+/gu, '')
  const isProse =
    !inLink && (text.length >= 20 || /。/u.test(text)) && !/^(?:©|\(c\)|copyright)/iu.test(text)
  return {
    characters: text.length,
    linked: inLink ? text.length : 0,
    prose: isProse ? text.length : 0,
  }
}
