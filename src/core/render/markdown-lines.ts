import type { PhrasingContent, Text } from 'mdast'

/** What is printed on one line; a string where that is nothing but text. */
export type Line = string | readonly PhrasingContent[]

export const plain = (value: string): Text => ({ type: 'text', value })

/**
 * The lines of a content, as Markdown can print them: blank ones and the white space at their ends gone (it would be
 * code, or a break, or a backslash), neighbours of one kind made one (what is escaped depends on what stands beside).
 */
export function linesOf(content: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = []
  let line: PhrasingContent[] = []
  const end = () => {
    trim(line)
    if (!line.every(isBlank)) lines.push(line)
    line = []
  }
  for (const node of content) {
    if (node.type === 'break') end()
    else append(line, node)
  }
  end()
  return lines
}

/** The same of what is nothing but text. */
export function plainLines(text: string): string[] {
  const lines: string[] = []
  for (const line of text.split(lineEnd)) {
    const bare = line.trim()
    if (bare !== '') lines.push(bare.length === line.length ? line : trimmed(line))
  }
  return lines
}

export const lineEnd = /\r\n|\r|\n/

/** Lines as one content, with a hard break or what else is given between them. */
export function joinLines(
  lines: readonly Line[],
  between: PhrasingContent = { type: 'break' },
): PhrasingContent[] {
  const content: PhrasingContent[] = []
  lines.forEach((line, i) => {
    if (i > 0) content.push(between)
    if (typeof line === 'string') content.push(plain(line))
    else content.push(...line)
  })
  return content
}

function append(line: PhrasingContent[], node: PhrasingContent): void {
  const last = line.at(-1)
  if (node.type === 'text') {
    if (node.value === '') return
    if (last?.type !== 'text') line.push(node)
    else line[line.length - 1] = { type: 'text', value: last.value + node.value }
  } else if (node.type === 'strong' && last?.type === 'strong') {
    const children = [...last.children]
    for (const child of node.children) append(children, child)
    line[line.length - 1] = { type: 'strong', children }
  } else line.push(node)
}

function trim(line: PhrasingContent[]): void {
  const [first, last] = [line[0], line.length - 1]
  if (first?.type === 'text') line[0] = plain(trimmedStart(first.value))
  const end = line[last]
  if (end?.type === 'text') line[last] = plain(trimmedEnd(end.value))
}

const trimmedStart = (text: string) => text.replace(/^[ \t]+/, '')
const trimmedEnd = (text: string) => (/[ \t]$/.test(text) ? text.replace(/[ \t]+$/, '') : text)
const trimmed = (text: string) => trimmedEnd(trimmedStart(text))

const isBlank = (node: PhrasingContent) => node.type === 'text' && !/\S/.test(node.value)
