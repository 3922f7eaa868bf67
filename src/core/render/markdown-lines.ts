import type { PhrasingContent } from 'mdast'

/**
 * The lines of a content, as Markdown can print them: blank ones and the white space at their ends gone (it would be
 * code, or a break, or a backslash), neighbours of one kind made one (what is escaped depends on what stands beside).
 */
export function linesOf(content: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const node of content) {
    if (node.type === 'break') lines.push([])
    else lines.at(-1)?.push(node)
  }
  return lines.map((line) => trim(merge(line))).filter((line) => !line.every(isBlank))
}

/** Lines as one content, with a hard break or what else is given between them. */
export function joinLines(
  lines: readonly PhrasingContent[][],
  between: PhrasingContent = { type: 'break' },
): PhrasingContent[] {
  return lines.flatMap((line, i) => (i > 0 ? [between, ...line] : line))
}

function merge(line: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = []
  for (const node of line) {
    const last = merged.at(-1)
    if (node.type === 'text' && node.value === '') continue
    if (node.type === 'text' && last?.type === 'text') {
      merged.splice(-1, 1, { type: 'text', value: last.value + node.value })
    } else if (node.type === 'strong' && last?.type === 'strong') {
      merged.splice(-1, 1, {
        type: 'strong',
        children: merge([...last.children, ...node.children]),
      })
    } else merged.push(node)
  }
  return merged
}

function trim(line: readonly PhrasingContent[]): PhrasingContent[] {
  return line.map((node, i) => {
    if (node.type !== 'text') return node
    const start = i === 0 ? node.value.replace(/^[ \t]+/, '') : node.value
    return { ...node, value: i === line.length - 1 ? start.replace(/[ \t]+$/, '') : start }
  })
}

const isBlank = (node: PhrasingContent) => node.type === 'text' && !/\S/.test(node.value)
