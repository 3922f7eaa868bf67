import type { Heading, Paragraph, PhrasingContent, Table, TableCell } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { unsafeInGfm } from './markdown-escapes.ts'
import { joinLines } from './markdown-lines.ts'

/** The blocks that a text is printed in; `lines` is a paragraph of nothing but text. */
export type MarkdownBlock = Heading | Paragraph | Table | PlainLines
export type PlainLines = { readonly type: 'lines'; readonly lines: readonly string[] }

/**
 * Blocks as mdast-util-to-markdown writes them, which asks of every text what in it Markdown could read as something
 * else. A line that holds no such sign goes out as it is, in a hundredth of the time; any other is the library's.
 */
export function sourceOf(blocks: readonly MarkdownBlock[]): string {
  const source = blocks.map(blockSource).join('\n\n')
  const isEnded = source === '' || source.endsWith('\n') || source.endsWith('\r')
  return isEnded ? source : `${source}\n`
}

/** The same, all of it by the library. */
export const sourceByLibrary = (blocks: readonly MarkdownBlock[]): string =>
  toMarkdown(
    {
      type: 'root',
      children: blocks.map((block) => (block.type === 'lines' ? paragraphOf(block) : block)),
    },
    { extensions: [gfmTableToMarkdown({ tablePipeAlign: false })], unsafe: unsafeInGfm },
  )

function blockSource(block: MarkdownBlock): string {
  switch (block.type) {
    case 'heading':
      return headingSource(block)
    case 'lines':
      return linesSource(block)
    case 'paragraph':
      return paragraphSource(block)
    case 'table':
      return tableSource(block)
  }
}

/** One block as it stands before another. */
const byLibrary = (block: MarkdownBlock): string =>
  sourceByLibrary([block, nextBlock]).slice(0, -'\n\nx\n'.length)
const nextBlock: MarkdownBlock = { type: 'paragraph', children: [{ type: 'text', value: 'x' }] }

function headingSource(heading: Heading): string {
  const source = plainSource(heading.children)
  return source && !heading.children.some(mayClose)
    ? `${'#'.repeat(heading.depth)} ${source}`
    : byLibrary(heading)
}

/** A heading ends before a row of `#`; the library sees one where a text ends that nothing, or an empty one, follows. */
const mayClose = (node: PhrasingContent) => node.type === 'text' && node.value.endsWith('#')

function linesSource(block: PlainLines): string {
  const { lines } = block
  return lines.every(isItself) ? lines.join(hardBreak) : paragraphSource(paragraphOf(block))
}

const isItself = (line: string) => !mayBeMore.test(line) && !mayBegin.test(line) && !isPadded(line)

const paragraphOf = ({ lines }: PlainLines): Paragraph => ({
  type: 'paragraph',
  children: joinLines(lines),
})

function paragraphSource(paragraph: Paragraph): string {
  const lines = linesIn(paragraph)
  const sources: string[] = []
  for (const [i, line] of lines.entries()) {
    const plain = plainSource(line)
    const isAlone = plain !== null && !mayBegin.test(plain)
    const its = isAlone ? plain : lineByLibrary(line, i === lines.length - 1)
    if (its === null) return byLibrary(paragraph)
    sources.push(its)
  }
  return sources.join(hardBreak)
}

function linesIn({ children }: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type === 'break') lines.push([])
    else lines.at(-1)?.push(child)
  }
  return lines
}

const hardBreak = '\\\n'

/** A line, with a line after it unless it is the last; null when it is not to be had alone. */
function lineByLibrary(line: PhrasingContent[], isLast: boolean): string | null {
  if (isLast) return byLibrary({ type: 'paragraph', children: line })
  const next: PhrasingContent[] = [{ type: 'break' }, { type: 'text', value: 'x' }]
  const source = byLibrary({ type: 'paragraph', children: [...line, ...next] })
  return source.endsWith(`${hardBreak}x`) ? source.slice(0, -hardBreak.length - 1) : null
}

function tableSource({ children: rows }: Table): string {
  const width = Math.max(...rows.map(({ children }) => children.length))
  const [head = [], ...rest] = rows.map(({ children }) => children.map(cellSource))
  while (head.length < width) head.push('')
  return [head, head.map(() => '-'), ...rest].map(rowSource).join('\n')
}

const rowSource = (cells: readonly string[]): string =>
  `${(cells.length > 0 ? cells : ['']).map((cell) => (cell ? `| ${cell} ` : '| ')).join('')}|`

function cellSource(cell: TableCell): string {
  const source = plainSource(cell.children)
  if (source !== null && !source.includes('|')) return source
  const alone = byLibrary({ type: 'table', children: [{ type: 'tableRow', children: [cell] }] })
  return alone.slice('| '.length, alone.indexOf('\n') - ' |'.length)
}

/** What stands in a line when nothing in it could be read as anything but itself; null when something could. */
function plainSource(line: readonly PhrasingContent[]): string | null {
  let source = ''
  let text = ''
  for (const node of line) {
    if (node.type === 'text') {
      text += node.value
      continue
    }
    const its = node.type === 'html' ? node.value : node.type === 'link' ? addressOf(node) : null
    if (its === null || mayBeMore.test(text)) return null
    source += text + its
    text = ''
  }
  if (mayBeMore.test(text)) return null
  source += text
  return isPadded(source) ? null : source
}

const isPadded = (line: string) => line.startsWith(' ') || line.endsWith(' ')

/** At least all that the library escapes within a line: what is something anywhere, or beside something. */
const mayBeMore = /[\t\r\n*[\\_`~]|&[#A-Za-z]|\]\(|<[!/?A-Za-z]|[\w+.-]@|[Ww]\.|[ps]:\//
/** And at least all that it escapes because a line begins with it. */
const mayBegin = /^(?:[#+=>|-]|:-|\d+[).])/

/** `<https://…>`, for a link that shows where it leads (CommonMark 6.5: without controls and spaces). */
function addressOf({ url, title, children }: Extract<PhrasingContent, { type: 'link' }>) {
  const [shown, ...more] = children
  const isPlain = !title && shown?.type === 'text' && more.length === 0
  if (!isPlain || (shown.value !== url && `mailto:${shown.value}` !== url)) return null
  return /^(?:https?|mailto):[^\0- <>|\x7F]+$/.test(url) ? `<${shown.value}>` : null
}
