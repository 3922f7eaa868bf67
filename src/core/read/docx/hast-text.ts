import type { ElementContent } from 'hast'

/** The text of a piece of hast, a line break for each `br`. */
export function textOfHast(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  return node.tagName === 'br' ? '\n' : node.children.map(textOfHast).join('')
}
