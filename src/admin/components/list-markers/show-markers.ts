import { $getNodeByKey, type LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import {
  $isListItemNode,
  $isListNode,
  ListItemNode,
  ListNode,
} from '@payloadcms/richtext-lexical/lexical/list'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { $itemsOf } from './keep-runs.ts'
import { $isHolder, $printedMarker } from './marker-state.ts'

/** Writes each item's marker into `data-marker`, from which the style sheet prints it in place of the browser's. */
export function registerMarkers(editor: LexicalEditor): () => void {
  const showMutated = (mutations: ReadonlyMap<string, unknown>) =>
    editor.read(() => {
      const lists = new Set<ListNode>()
      for (const key of mutations.keys()) {
        const node = $getNodeByKey(key)
        const list = $isListItemNode(node) ? node.getParent() : node
        if ($isListNode(list)) lists.add(list)
      }
      for (const list of lists) $show(list, editor)
    })
  return mergeRegister(
    editor.registerMutationListener(ListItemNode, showMutated),
    editor.registerMutationListener(ListNode, showMutated),
  )
}

function $show(list: ListNode, editor: LexicalEditor): void {
  const width = Math.max(1, ...$itemsOf(list).map((item) => widthOf($printedMarker(item))))
  editor.getElementByKey(list.getKey())?.style.setProperty('--marker-width', `${width}em`)
  for (const item of list.getChildren()) {
    const element = editor.getElementByKey(item.getKey())
    if (!element || !$isListItemNode(item)) continue
    if ($isHolder(item)) delete element.dataset.marker
    else element.dataset.marker = $printedMarker(item)
  }
}

/** In em, about: Japanese signs are square, others a little over half as wide. */
function widthOf(marker: string): number {
  return [...marker].reduce((width, sign) => width + (sign < '\u0100' ? 0.6 : 1), 0)
}
