import { $getState, createState } from '@payloadcms/richtext-lexical/lexical'
import { $isListNode, type ListItemNode } from '@payloadcms/richtext-lexical/lexical/list'

const parse = (value: unknown) => (typeof value === 'string' ? value : null)

/** The printed marker of a list item; null where the list's usual one prints. `src/core/lexical` reads the same name. */
export const markerState = createState('marker', { parse })

/** The id by which references point at an item. It names one item, so a copy has none. */
export const anchorState = createState('anchor', { parse, resetOnCopyNode: true })

/** What prints before an item; `fromLexical` prints the same where no marker was given. */
export function $printedMarker(item: ListItemNode): string {
  const list = item.getParent()
  const usual = $isListNode(list) && list.getListType() === 'number' ? `${item.getValue()}. ` : '・'
  return $getState(item, markerState) ?? usual
}

/** Lexical keeps a nested list in an item of its own, which has no marker and prints nothing else. */
export function $isHolder(item: ListItemNode): boolean {
  return $isListNode(item.getFirstChild())
}
