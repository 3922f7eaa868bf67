import type { Element, Nodes, Root } from 'hast'
import type { Message } from '../parse/report.ts'
import { elementsIn, isElement, within } from './hast-nodes.ts'
import { belongs, furniture, why } from './html-furniture.ts'
import { altOf, type Measure, type Measures, measured, silent } from './html-measure.ts'
import type { Dropped } from './source.ts'

type Page = { readonly measures: Measures; readonly total: Measure }

/**
 * The text of a page without what stands around it:
 *
 *  1. what is furniture by itself goes: navigation, hidden parts, consent banners, tables of contents;
 *  2. the main text is what the page says it is (`main`, `article`), else the element that holds nearly all of what is
 *     left of its running text;
 *  3. what stands beside the main text goes unless it belongs to it.
 *
 * What goes is reported, in reading order; what may be text stays. Of a fragment, all is main text.
 */
export function contentOf(tree: Root): { readonly content: Root; readonly dropped: Dropped[] } {
  const measures = measured(tree)
  const body = [...within(tree)].find(({ tagName }) => tagName === 'body')
  const total = measures.get(body ?? tree) ?? { characters: 0, linked: 0, prose: 0 }
  const first = withoutFurniture(tree, { measures, total })
  const second = body ? withoutSurroundings(first.tree) : { tree: first.tree, dropped: [] }
  return {
    content: second.tree,
    dropped: inOrder([...first.dropped, ...second.dropped]),
  }
}

type Gone = { readonly element: Element; readonly why: Message }

function withoutFurniture(
  tree: Root,
  page: Page,
): { readonly tree: Root; readonly dropped: Gone[] } {
  const dropped: Gone[] = []
  const prune = <N extends Element | Root>(node: N, ancestors: readonly Element[]): N => {
    const inner = isElement(node) ? [...ancestors, node] : ancestors
    return {
      ...node,
      children: (node.children as Nodes[]).flatMap((child): Nodes[] => {
        if (child.type === 'comment' || child.type === 'doctype') return []
        if (!isElement(child)) return [child]
        if (silent.has(child.tagName)) return []
        const reason = furniture(child, inner, page)
        if (!reason) return [prune(child, inner)]
        dropped.push({ element: child, why: reason })
        return []
      }),
    } as N
  }
  return { tree: prune(tree, []), dropped }
}

/** Without what stands beside the way from the root to the main text and does not belong to it. */
function withoutSurroundings(tree: Root): { readonly tree: Root; readonly dropped: Gone[] } {
  const measures = measured(tree)
  const total = measures.get(tree)
  if (!total) return { tree, dropped: [] }
  const page = { measures, total }
  const way = wayToMain(tree, page)
  const dropped: Gone[] = []
  const keep = <N extends Element | Root>(node: N, step: number, declared: boolean): N => {
    const next = way[step]
    if (!next) return node
    const inMain = declared || (isElement(node) && isMain(node))
    return {
      ...node,
      children: (node.children as Nodes[]).flatMap((child): Nodes[] => {
        if (!isElement(child)) return [child]
        if (child === next) return [keep(child, step + 1, inMain)]
        if (inMain || belongs(child, page)) return [child]
        dropped.push({ element: child, why: why.outside })
        return []
      }),
    } as N
  }
  return { tree: keep(tree, 0, false), dropped }
}

const isMain = ({ tagName, properties }: Element) =>
  tagName === 'main' || properties.role === 'main' || tagName === 'article'

/** From the root down to the element that still holds nearly all of the running text. */
function wayToMain(tree: Root, { measures, total }: Page): Element[] {
  const way: Element[] = []
  let at: Element | Root = tree
  for (;;) {
    const next: Element | undefined = elementsIn(at).find((child) => {
      const { prose } = measures.get(child) ?? total
      return prose > total.prose * (isMain(child) ? 0.5 : 0.85)
    })
    if (!next || total.prose === 0 || /^(?:p|ul|ol|li|dl|h[1-6])$/u.test(next.tagName)) return way
    way.push(next)
    at = next
  }
}

function inOrder(gone: readonly Gone[]): Dropped[] {
  const placed = gone.flatMap(({ element, why: reason }) => {
    const text = shown(element)
    return text === '' ? [] : [{ text, why: reason, at: element.position?.start.offset ?? 0 }]
  })
  return placed
    .toSorted((a, b) => a.at - b.at)
    .map(({ text, why: reason }) => ({ text, why: reason }))
}

/** The characters that an element prints, white space made one. */
function shown(node: Element): string {
  const pieces: string[] = []
  const collect = (element: Element) => {
    for (const child of element.children)
      if (child.type === 'text') pieces.push(child.value)
      else if (isElement(child) && child.tagName === 'img') pieces.push(` ${altOf(child)} `)
      else if (isElement(child) && !silent.has(child.tagName)) {
        pieces.push(' ')
        collect(child)
      }
  }
  if (!silent.has(node.tagName)) collect(node)
  return pieces.join('').replace(/\s+/gu, ' ').trim()
}
