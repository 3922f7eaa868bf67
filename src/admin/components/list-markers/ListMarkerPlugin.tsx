'use client'
import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_EDITOR,
  createCommand,
  type LexicalCommand,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import {
  $isListItemNode,
  $isListNode,
  type ListItemNode,
} from '@payloadcms/richtext-lexical/lexical/list'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { $findMatchingParent, mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { useEffect, useState } from 'react'
import { $itemsOf, registerRuns } from './keep-runs.ts'
import './list-markers.css'
import { MarkerEditor } from './MarkerEditor.tsx'
import { $isHolder, $printedMarker, markerState } from './marker-state.ts'
import { ordinalOf, remarked } from './markers.ts'
import { registerMarkers } from './show-markers.ts'

/** Opens the input for the marker of the item that the caret is in. */
export const CHANGE_MARKER: LexicalCommand<void> = createCommand('CHANGE_MARKER')

type Edited = {
  readonly key: string
  readonly marker: string
  readonly top: number
  readonly left: number
}

/** Shows the printed markers of lists, keeps them in order, and lets the editor change them. */
export function ListMarkerPlugin({ anchorElem }: { readonly anchorElem: HTMLElement }) {
  const [editor] = useLexicalComposerContext()
  const [edited, setEdited] = useState<Edited | null>(null)

  useEffect(() => {
    const $open = (item: ListItemNode | null) => {
      const element = item && editor.getElementByKey(item.getKey())
      if (!item || !element || !editor.isEditable()) return false
      const box = element.getBoundingClientRect()
      const anchor = anchorElem.getBoundingClientRect()
      setEdited({
        key: item.getKey(),
        marker: $printedMarker(item),
        top: box.top - anchor.top + 28,
        left: box.left - anchor.left,
      })
      return true
    }
    const openClicked = (event: MouseEvent) => {
      const item = event.target
      if (!(item instanceof HTMLLIElement) || item.dataset.marker === undefined) return
      if (event.offsetX > Number.parseFloat(getComputedStyle(item).paddingInlineStart)) return
      editor.read(() => {
        const node = $getNearestNodeFromDOMNode(item)
        if ($isListItemNode(node)) $open(node)
      })
    }
    return mergeRegister(
      registerRuns(editor),
      registerMarkers(editor),
      editor.registerCommand(CHANGE_MARKER, () => $open($selectedItem()), COMMAND_PRIORITY_EDITOR),
      editor.registerRootListener((root, previous) => {
        previous?.removeEventListener('click', openClicked)
        root?.addEventListener('click', openClicked)
      }),
    )
  }, [editor, anchorElem])

  if (!edited) return null
  const close = () => {
    setEdited(null)
    editor.getRootElement()?.focus({ preventScroll: true })
  }
  return (
    <MarkerEditor
      key={edited.key}
      marker={edited.marker}
      top={edited.top}
      left={edited.left}
      onClose={close}
      onApply={(marker, onlyThis) => {
        editor.update(() => $mark(edited.key, marker, onlyThis))
        close()
      }}
    />
  )
}

/** The item that prints and that the caret is in. */
export function $selectedItem(): ListItemNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const item = $findMatchingParent(selection.anchor.getNode(), (node: LexicalNode) =>
    $isListItemNode(node),
  )
  return $isListItemNode(item) && !$isHolder(item) ? item : null
}

function $mark(key: string, marker: string, onlyThis: boolean): void {
  const item = $getNodeByKey(key)
  const list = item?.getParent()
  if (!$isListItemNode(item) || !$isListNode(list)) return
  const items = $itemsOf(list)
  const markers = items.map($printedMarker)
  const index = items.findIndex((one) => one.is(item))
  const wanted = onlyThis ? markers.with(index, marker) : remarked(markers, index, marker)
  for (const [i, one] of items.entries())
    if (wanted[i] !== markers[i]) $setState(one, markerState, wanted[i] ?? null)
  const type = ordinalOf(wanted[0] ?? '') === null ? 'bullet' : 'number'
  if (list.getListType() !== type) list.setListType(type)
}
