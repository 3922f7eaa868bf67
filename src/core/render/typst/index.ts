import type { PolicyDocument } from '../../document.ts'
import { type Paper, type PaperBlock, type PaperList, paperOf, type Run } from '../paper/index.ts'
import { template } from './template.ts'

/** What Typst makes a PDF of: a fixed program, and the policy as JSON beside it. */
export type TypstSource = {
  readonly main: string
  /** Named `paper.json`. All text of the policy stands in its strings, so that none of it can act as code. */
  readonly paper: string
}

export function typstOf(document: PolicyDocument): TypstSource {
  return { main: template, paper: JSON.stringify(dataOf(paperOf(document))) }
}

/** The paper with its anchors as labels of Typst, `a1`, `a2` …, and of its links only those that lead somewhere. */
function dataOf(paper: Paper) {
  const labels = new Map<string, string>()
  const labelsOf = (anchors: readonly string[]) =>
    anchors.map((id) => {
      const label = `a${labels.size + 1}`
      labels.set(id, label)
      return label
    })
  const listOf = (list: PaperList): object => ({
    ...list,
    run: undefined,
    items: list.items.map((item) => ({
      ...item,
      labels: labelsOf(item.anchors),
      nested: item.nested && listOf(item.nested),
    })),
  })
  const blockOf = (block: PaperBlock): object => {
    if (block.type === 'title') return block
    if (block.type === 'list') return listOf(block)
    const { anchors, ...rest } = block
    return { ...rest, run: undefined, labels: labelsOf(anchors) }
  }
  const blocks = paper.blocks.map(blockOf)
  return JSON.parse(JSON.stringify({ ...paper, blocks }), (key, value) =>
    key === 'lines' ? linesOf(value, labels) : value,
  )
}

function linesOf(lines: readonly (readonly Run[])[], labels: ReadonlyMap<string, string>) {
  return lines.map((line) =>
    line.map(({ target, ...run }) => {
      const label = target === undefined ? undefined : labels.get(target)
      return { ...run, ...(label && { label }) }
    }),
  )
}
