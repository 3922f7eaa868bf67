import {
  $getNodeByKey,
  $getState,
  $setState,
  type EditorState,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import {
  $isListItemNode,
  $isListNode,
  ListItemNode,
  ListNode,
} from '@payloadcms/richtext-lexical/lexical/list'
import { $dfs, mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { $isHolder, anchorState, markerState } from './marker-state.ts'
import { continues, firstBelow, nextMarker, sameStyle, withNumber } from './markers.ts'

/**
 * Keeps the markers of lists in order while they are edited: a new item goes on from the item before it, and items
 * that went on from each other still do when one is added, removed or indented among them. Whatever was not a run
 * before stays as it is.
 */
export function registerRuns(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(ListItemNode, (item) => $keepItem(item, editor.getEditorState())),
    editor.registerNodeTransform(ListNode, (list) => $keepRun(list, editor.getEditorState())),
  )
}

type Marker = string | null

/** What an item was before the update. */
type Past = {
  readonly depth: number
  readonly list: string
  readonly listType: string
  /** The items that it went on from, the nearest first. */
  readonly run: readonly { readonly key: string; readonly marker: Marker }[]
}

function $keepRun(list: ListNode, before: EditorState): void {
  // A state that is being loaded has no past, and prints as it was written.
  if (before.isEmpty()) return
  const markers: Marker[] = []
  let previous: ListItemNode | null = null
  for (const item of $itemsOf(list)) {
    const past = before.read(() => $past(item.getKey()))
    const marker = $keptMarker(item, list, past, markers)
    if (marker !== $getState(item, markerState)) $setState(item, markerState, marker)
    if (!past && previous) $moveAnchor(previous, item)
    markers.push(marker)
    previous = item
  }
}

/** The marker that an item should have after these of its list. */
function $keptMarker(
  item: ListItemNode,
  list: ListNode,
  past: Past | null,
  markers: readonly Marker[],
): Marker {
  const marker = $getState(item, markerState)
  const last = markers.at(-1)
  const isFirst = last === undefined
  if (past?.depth !== item.getIndent()) {
    if (isFirst) return past && item.getIndent() > 0 ? $markerBelow(list) : marker
    return past || marker === null || marker === last ? next(markers) : marker
  }
  // The toolbar makes a list of the other kind by moving the items into a new one.
  if (past.list !== list.getKey() && past.listType !== list.getListType()) return null
  if (past.run.length === 0 || marker === null) return marker
  if (!isFirst) return last !== null && sameStyle(last, marker) ? next(markers) : marker
  // The items that it went on from are gone from here: it takes the place of the first of them.
  let inherited = marker
  for (const gone of past.run) {
    const node = $getNodeByKey(gone.key)
    if ($isListItemNode(node) && node.isAttached() && node.getIndent() === past.depth) break
    inherited = gone.marker ?? inherited
  }
  return inherited
}

/** The marker of a newly nested list: as the nested lists beside it begin, or the usual one below its parent's. */
function $markerBelow(list: ListNode): Marker {
  const holder = list.getParent()
  const parents = holder?.getParent()
  if (!$isListNode(parents)) return null
  for (const other of parents.getChildren()) {
    const nested = $isListItemNode(other) && !other.is(holder) ? other.getFirstChild() : null
    const first = $isListNode(nested) ? $itemsOf(nested)[0] : undefined
    const marker = first && $getState(first, markerState)
    if (marker) return withNumber(marker, 1)
  }
  const parent = holder
    ?.getPreviousSiblings()
    .findLast((one) => $isListItemNode(one) && !$isHolder(one))
  const marker = $isListItemNode(parent) ? $getState(parent, markerState) : null
  return marker === null ? null : firstBelow(marker)
}

/** Must be called on a state before the update. */
function $past(key: string): Past | null {
  const item = $getNodeByKey(key)
  const list = item?.getParent()
  if (!$isListItemNode(item) || !$isListNode(list) || $isHolder(item)) return null
  const items = $itemsOf(list)
  const run: { key: string; marker: Marker }[] = []
  let marker = $getState(item, markerState)
  for (const other of items
    .slice(
      0,
      items.findIndex((one) => one.is(item)),
    )
    .reverse()) {
    const otherMarker = $getState(other, markerState)
    if (marker === null || otherMarker === null || !continues(otherMarker, marker)) break
    run.push({ key: other.getKey(), marker: otherMarker })
    marker = otherMarker
  }
  return { depth: item.getIndent(), list: list.getKey(), listType: list.getListType(), run }
}

/** Enter at the start of an item leaves an empty one before it: what references point at is the one with the text. */
function $moveAnchor(from: ListItemNode, to: ListItemNode): void {
  const anchor = $getState(from, anchorState)
  if (anchor === null || !from.isEmpty() || to.isEmpty()) return
  $setState(to, anchorState, anchor)
  $setState(from, anchorState, null)
}

function $keepItem(item: ListItemNode, before: EditorState): void {
  // Reading makes the state known to Lexical, so that a copy of the item comes without its anchor.
  const anchor = $getState(item, anchorState)
  if ($isHolder(item)) {
    if ($getState(item, markerState) !== null) $setState(item, markerState, null)
    if (anchor !== null) $setState(item, anchorState, null)
    return
  }
  const isNew = !before.isEmpty() && before.read(() => $getNodeByKey(item.getKey())) === null
  if (anchor === null || !isNew) return
  const isTaken = $dfs().some(
    ({ node }) =>
      $isListItemNode(node) && !node.is(item) && $getState(node, anchorState) === anchor,
  )
  if (isTaken) $setState(item, anchorState, null)
}

/** The items of a list that print, without those that hold a nested list. */
export function $itemsOf(list: ListNode): ListItemNode[] {
  return list
    .getChildren()
    .filter($isListItemNode)
    .filter((item) => !$isHolder(item))
}

/** An item after one with the list's usual marker has it too. */
function next(markers: readonly Marker[]): Marker {
  const last = markers.lastIndexOf(null)
  return last === markers.length - 1 ? null : nextMarker(markers.slice(last + 1) as string[])
}
