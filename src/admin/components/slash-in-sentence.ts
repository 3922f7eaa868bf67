import {
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  TextNode,
} from '@payloadcms/richtext-lexical/lexical'

/** A slash, half or full width, after Japanese; after letters and digits it is one of a date, an address or `and/or`. */
const slashAfterJapanese =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。，．「」『』（）〔〕・])[/／]$/u
/** What is typed into the menu, to find an item. */
const search = /^\/[^\s、。/]{0,20}$/u

/**
 * Payload opens the menu for a slash after a space or at the start of a text node, and Japanese has no spaces. So the
 * slash gets a text node of its own, for as long as the menu may be meant; afterwards it is part of its sentence again.
 */
export function registerSlashInSentence(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TextNode, (node) => {
    if (editor.isComposing()) return
    if (node.isUnmergeable()) {
      if (!search.test(node.getTextContent())) node.toggleUnmergeable()
      return
    }
    const offset = $caretIn(node)
    if (offset === null || !node.isSimpleText()) return
    const typed = node.getTextContent().slice(0, offset)
    if (!slashAfterJapanese.test(typed)) return
    const slash = node.splitText(offset - 1, offset)[1]
    if (!slash) return
    slash.setTextContent('/').toggleUnmergeable().select(1, 1)
  })
}

function $caretIn(node: TextNode): number | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const { key, offset } = selection.anchor
  return key === node.getKey() ? offset : null
}
