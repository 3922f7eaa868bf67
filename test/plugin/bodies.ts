import type { LexicalNode, LexicalState } from '../../src/core/lexical/state.ts'

/* Bodies of sections as the editor stores them, short to write. */

const element = (type: string, children: readonly LexicalNode[], more: object = {}) =>
  ({ type, version: 1, format: '', indent: 0, direction: 'ltr', children, ...more }) as LexicalNode

export const body = (...children: readonly LexicalNode[]): LexicalState => ({
  root: element('root', children) as LexicalState['root'],
})

export const paragraph = (...children: readonly (string | LexicalNode)[]): LexicalNode =>
  element(
    'paragraph',
    children.map((child) =>
      typeof child === 'string'
        ? { type: 'text', version: 1, text: child, format: 0, detail: 0, mode: 'normal', style: '' }
        : child,
    ),
    { textFormat: 0, textStyle: '' },
  )

/** A list block whose rows print records, each after its marker. */
export const rowsOf = (
  blockType: string,
  ...rows: readonly { readonly record: string; readonly marker: string }[]
): LexicalNode => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: `rows of ${blockType}`, blockType, rows },
})

/** A record inside a sentence. */
export const inline = (blockType: string, record: string): LexicalNode => ({
  type: 'inlineBlock',
  version: 1,
  fields: { id: `inline ${record}`, blockType, record },
})
