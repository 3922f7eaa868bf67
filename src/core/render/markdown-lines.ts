import type { PhrasingContent } from 'mdast'

/** What is printed on one line. */
export type Line = readonly PhrasingContent[]

/**
 * The lines of a content, as Markdown can print them: blank ones and the white space at their ends gone (it would be
 * code, or a break, or a backslash), neighbours of one kind made one (what is escaped depends on what stands beside).
 */
export function linesOf(content: readonly PhrasingContent[]): Line[] {
  const lines: Line[] = []
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

/** Lines as one content, with a hard break or what else is given between them. */
export function joinLines(
  lines: readonly Line[],
  between: PhrasingContent = { type: 'break' },
): PhrasingContent[] {
  const content: PhrasingContent[] = []
  lines.forEach((line, i) => {
    if (i > 0) content.push(between)
    content.push(...line)
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
  if (first?.type === 'text' && /^[ \t]/.test(first.value))
    line[0] = { type: 'text', value: first.value.replace(/^[ \t]+/, '') }
  const end = line[last]
  if (end?.type === 'text' && /[ \t]$/.test(end.value))
    line[last] = { type: 'text', value: end.value.replace(/[ \t]+$/, '') }
}

const isBlank = (node: PhrasingContent) => node.type === 'text' && !/\S/.test(node.value)
