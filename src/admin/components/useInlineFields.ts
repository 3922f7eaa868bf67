'use client'
import { $isInlineBlockNode } from '@payloadcms/richtext-lexical/client'
import { $getNearestNodeFromDOMNode, $getNodeByKey } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Fields } from './printed.ts'

/**
 * The fields of the inline node that an element stands in, as the text has them: not what stands in its drawer
 * unsaved, and again the old ones after an undo.
 */
export function useInlineFields(element: RefObject<HTMLElement | null>): Fields {
  const [editor] = useLexicalComposerContext()
  const [fields, setFields] = useState<Fields>({})
  useLayoutEffect(() => {
    const key = editor.read(
      () => element.current && $getNearestNodeFromDOMNode(element.current)?.getKey(),
    )
    if (!key) return
    const read = () => {
      const node = $getNodeByKey(key)
      if ($isInlineBlockNode(node)) setFields(node.getFields())
    }
    editor.read(read)
    return editor.registerUpdateListener(({ dirtyLeaves, editorState }) => {
      if (dirtyLeaves.has(key)) editorState.read(read)
    })
  }, [editor, element])
  return fields
}
