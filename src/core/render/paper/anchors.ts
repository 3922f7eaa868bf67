import type { PaperBlock, PaperList } from './paper.ts'

/** Every anchor, in reading order; none twice. */
export function anchorsOf(blocks: readonly PaperBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'title') return []
    return block.type === 'list' ? anchorsOfList(block) : block.anchors
  })
}

function anchorsOfList({ items }: PaperList): string[] {
  return items.flatMap(({ anchors, nested }) => [
    ...anchors,
    ...(nested ? anchorsOfList(nested) : []),
  ])
}
