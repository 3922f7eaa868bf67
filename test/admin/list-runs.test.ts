import {
  $getState,
  $setState,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  type TextNode,
} from '@payloadcms/richtext-lexical/lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import {
  $isListItemNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  ListItemNode,
  ListNode,
  registerList,
} from '@payloadcms/richtext-lexical/lexical/list'
import { registerRichText } from '@payloadcms/richtext-lexical/lexical/rich-text'
import { $dfs } from '@payloadcms/richtext-lexical/lexical/utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { registerRuns } from '../../src/admin/components/list-markers/keep-runs.ts'
import { $isHolder, anchorState } from '../../src/admin/components/list-markers/marker-state.ts'
import type { Block, List } from '../../src/core/document.ts'
import { fromLexical, type RecordSource } from '../../src/core/lexical/from-lexical.ts'
import { toLexical } from '../../src/core/lexical/to-lexical.ts'

/** `（１）氏名を確認するため`: the marker, then the text; what is indented is nested. */
type Item = readonly [marker: string, text: string, nested?: readonly Item[]]

let editor: LexicalEditor
beforeEach(() => {
  editor = createHeadlessEditor({
    nodes: [ListNode, ListItemNode],
    onError: (error) => {
      throw error
    },
  })
  registerRichText(editor)
  registerList(editor)
  registerRuns(editor)
})

describe('Enter', () => {
  test('goes on with the next marker, and the items that went on from there move on', () => {
    load(['（１）', '会員管理のため'], ['（２）', '商品発送のため'], ['（３）', '採用選考のため'])
    enterAfter('会員管理のため')
    expect(lines()).toEqual([
      '（１）会員管理のため',
      '（２）',
      '（３）商品発送のため',
      '（４）採用選考のため',
    ])
  })

  test('in the middle of an item divides it', () => {
    load(['①', '氏名住所'], ['②', '電話番号'])
    enterAfter('氏名住所', 2)
    expect(lines()).toEqual(['①氏名', '②住所', '③電話番号'])
  })

  test('leaves alone items that were no run', () => {
    load(['（１）', '氏名'], ['（５）', '住所'], ['・', '電話番号'])
    enterAfter('氏名')
    expect(lines()).toEqual(['（１）氏名', '（２）', '（５）住所', '・電話番号'])
  })

  test('keeps a bullet, and the usual marker where none was given', () => {
    load(['・', '氏名'], ['・', '住所'])
    enterAfter('住所')
    expect(lines()).toEqual(['・氏名', '・住所', '・'])
  })

  test('twice ends the list; what follows goes on counting', () => {
    load(['（１）', '氏名'], ['（２）', '住所'], ['（３）', '電話番号'])
    enterAfter('住所')
    press()
    expect(lines()).toEqual(['（１）氏名', '（２）住所', '（３）電話番号'])
  })

  test('twice in a nested list goes on with the outer one', () => {
    load(['（１）', '会員情報', [['①', '氏名']]], ['（２）', '採用情報'])
    enterAfter('氏名')
    press()
    expect(lines()).toEqual(['（１）会員情報', ' ①氏名', '（２）', '（３）採用情報'])
  })
})

describe('an item', () => {
  test('that is taken out closes the gap', () => {
    load(['（１）', '氏名'], ['（２）', '住所'], ['（３）', '電話番号'])
    edit(() => $item('住所').remove())
    expect(lines()).toEqual(['（１）氏名', '（２）電話番号'])
  })

  test('that is taken out at the start leaves its marker to the next', () => {
    load(['ア　', '氏名'], ['イ　', '住所'], ['ウ　', '電話番号'])
    edit(() => {
      $item('氏名').remove()
      $item('住所').remove()
    })
    expect(lines()).toEqual(['ア　電話番号'])
  })

  test('that is indented starts a level below, and comes back into the run', () => {
    load(['（１）', '会員情報'], ['（２）', '氏名'], ['（３）', '採用情報'])
    edit(() => $item('氏名').setIndent(1))
    expect(lines()).toEqual(['（１）会員情報', ' ①氏名', '（２）採用情報'])
    edit(() => $item('氏名').setIndent(0))
    expect(lines()).toEqual(['（１）会員情報', '（２）氏名', '（３）採用情報'])
  })

  test('that is indented begins as the nested lists beside it do', () => {
    load(['（１）', '会員情報', [['ア　', '氏名']]], ['（２）', '採用情報'], ['（３）', '職歴'])
    edit(() => $item('職歴').setIndent(1))
    expect(lines()).toEqual(['（１）会員情報', ' ア　氏名', '（２）採用情報', ' ア　職歴'])
  })
})

describe('the toolbar', () => {
  test('gives the usual markers of the other kind of list', () => {
    load(['（１）', '氏名'], ['（２）', '住所'])
    select('氏名')
    editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined)
    flush()
    expect(lines()).toEqual(['・氏名', '・住所'])
    editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined)
    flush()
    expect(lines()).toEqual(['1. 氏名', '2. 住所'])
  })
})

describe('what is stored', () => {
  test('is what was loaded, when nothing was edited', () => {
    const odd: Item[] = [
      ['（１）', '氏名'],
      ['（１）', '住所', [['', '電話番号']]],
      ['第3号　', '勤務先'],
    ]
    load(...odd)
    flush()
    expect(stored()).toEqual([list(odd)])
  })

  test('an item that references point at stays the one with its text', () => {
    load(['（１）', '氏名'], ['（２）', '住所'])
    edit(() => $setState($item('住所'), anchorState, 'a1'))
    enterAfter('住所')
    expect(anchors()).toEqual({ 住所: 'a1' })
    enterAfter('住所', 0)
    expect(lines()).toEqual(['（１）氏名', '（２）', '（３）住所', '（４）'])
    expect(anchors()).toEqual({ 住所: 'a1' })
  })
})

function load(...items: readonly Item[]) {
  const state = toLexical([list(items)], { isSection: () => true, isTrue: () => true })
  if (!state) throw new Error('Expected a list with items')
  editor.setEditorState(editor.parseEditorState(JSON.stringify(state)))
}

function list(items: readonly Item[]): List {
  return {
    type: 'list',
    children: items.map(([marker, text, nested]) => {
      const paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }] } as const
      return {
        type: 'listItem',
        marker,
        children: nested ? [paragraph, list(nested)] : [paragraph],
      }
    }),
  }
}

function edit(change: () => void): void {
  editor.update(change, { discrete: true })
}

const flush = () => edit(() => {})

function select(text: string, offset = text.length): void {
  edit(() => $item(text).getFirstChildOrThrow<TextNode>().select(offset, offset))
}

function press(): void {
  editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
  flush()
}

function enterAfter(text: string, offset?: number): void {
  select(text, offset)
  press()
}

function $item(text: string): ListItemNode {
  const found = $dfs().find(
    ({ node }) => $isListItemNode(node) && !$isHolder(node) && node.getTextContent() === text,
  )
  if (!$isListItemNode(found?.node)) throw new Error(`Expected an item \`${text}\``)
  return found.node
}

function stored(): readonly Block[] {
  return fromLexical(editor.getEditorState().toJSON() as never, {} as RecordSource)
}

/** The printed lines of all lists, a space before what is nested. */
function lines(): string[] {
  const of = (one: List, indent: string): string[] =>
    one.children.flatMap(({ marker, children: [paragraph, nested] }) => [
      indent +
        marker +
        paragraph.children.map((node) => (node.type === 'text' ? node.value : '')).join(''),
      ...(nested ? of(nested, `${indent} `) : []),
    ])
  return stored().flatMap((block) => (block.type === 'list' ? of(block, '') : []))
}

function anchors(): { readonly [text: string]: string } {
  return editor.getEditorState().read(() =>
    Object.fromEntries(
      $dfs().flatMap(({ node }) => {
        const anchor = $isListItemNode(node) ? $getState(node, anchorState) : null
        return anchor === null ? [] : [[node.getTextContent(), anchor]]
      }),
    ),
  )
}
