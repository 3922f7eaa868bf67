import type { Nodes, Paragraph, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** Markdown as CommonMark reads it, tables as GFM reads them (4.10). */
export function readMarkdown(markdown: string): Root {
  const root = fromMarkdown(markdown)
  return { ...root, children: root.children.flatMap((node) => tableIn(node, markdown) ?? [node]) }
}

/** What a reader sees; `<br>` is the one piece of HTML that may stand there. */
export function textIn(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'html') {
    if (node.value !== '<br>') throw new SyntaxError(`Unexpected HTML \`${node.value}\``)
    return '\n'
  }
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textIn).join('') : ''
}

export function nodesIn(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesIn)] : [node]
}

/** The cells of a table, a paragraph each. */
function tableIn(node: Root['children'][number], markdown: string): Root['children'] | null {
  const lines = markdown.slice(node.position?.start.offset, node.position?.end.offset).split('\n')
  const [head = '', delimiter = '', ...rows] = lines
  if (!/^\|(?: -+ \|)+$/.test(delimiter)) return null
  const width = cellsOf(delimiter).length
  return [head, ...rows].flatMap((row) => {
    const cells = cellsOf(row)
    if (cells.length > width) throw new SyntaxError(`Expected ${width} cells, not \`${row}\``)
    return cells.map((cell) => inline(cell.replaceAll('\\|', '|')))
  })
}

/** Text that is read as the inside of a line even if it begins like a list. */
function inline(source: string): Paragraph {
  const [paragraph] = fromMarkdown(`x${source}`).children
  if (paragraph?.type !== 'paragraph') throw new SyntaxError(`Expected a line, not \`${source}\``)
  const [first, ...rest] = paragraph.children
  if (first?.type !== 'text') throw new SyntaxError(`Expected text, not \`${source}\``)
  return { type: 'paragraph', children: [{ ...first, value: first.value.slice(1) }, ...rest] }
}

const cellsOf = (row: string) => row.split(/(?<!\\)\|/).slice(1, -1)
