import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type DroppedList, reasons } from './dropped.ts'
import { textOfHast } from './hast-text.ts'
import { childOf, childrenOf, elementsOf, numberOf, switchOf, type Xml } from './xml.ts'

type Cell = { readonly content: Element[]; readonly span: number; rows: number }
type Row = { readonly head: boolean; readonly cells: Cell[] }

/** A table with its merged cells; null where all its rows were deleted. */
export function tableOf(
  table: Xml,
  context: { readonly dropped: DroppedList },
  read: (cell: Xml) => Element[],
): Element | null {
  const rows: Row[] = []
  /** The cell that reaches down over each column of the grid. */
  const above = new Map<number, Cell>()
  for (const element of contentOf(table, 'w:tr')) {
    const properties = childOf(element, 'w:trPr')
    const deleted = childOf(properties, 'w:del') !== undefined
    const row: Row = { head: switchOf(properties, 'w:tblHeader') ?? false, cells: [] }
    let column = numberOf(properties, 'w:gridBefore') ?? 0
    for (const cell of contentOf(element, 'w:tc')) {
      const own = childOf(cell, 'w:tcPr')
      const span = Math.max(1, Math.min(63, numberOf(own, 'w:gridSpan') ?? 1))
      const content = read(cell)
      if (deleted || childOf(own, 'w:cellDel')) {
        drop(content, context.dropped, reasons.deleted)
        continue
      }
      if (goesOn(own, 'w:hMerge')) {
        drop(content, context.dropped, reasons.merged)
        column += span
        continue
      }
      const reaching = above.get(column)
      if (goesOn(own, 'w:vMerge') && reaching) {
        reaching.rows++
        drop(content, context.dropped, reasons.merged)
      } else {
        const made = { content, span, rows: 1 }
        row.cells.push(made)
        if (childOf(own, 'w:vMerge')) above.set(column, made)
        else above.delete(column)
      }
      column += span
    }
    if (!deleted) rows.push(row)
  }
  if (rows.length === 0) return null
  return h('table', h('tbody', rows.map(rowElement)))
}

/** Rows and cells may stand in content controls and the like. */
function contentOf(parent: Xml, name: string): Xml[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child]
    if (child.name === 'w:sdt') return contentOf(childOf(child, 'w:sdtContent') ?? child, name)
    return ['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'].includes(child.name)
      ? contentOf(child, name)
      : []
  })
}

function goesOn(properties: Xml | undefined, name: string): boolean {
  const [merge] = childrenOf(properties, name)
  return merge !== undefined && merge.attributes['w:val'] !== 'restart'
}

function drop(content: readonly Element[], dropped: DroppedList, why: typeof reasons.merged) {
  const text = content.map(textOfHast).join('\n')
  if (text === '') return
  dropped.apart(text, why)
}

function rowElement({ head, cells }: Row): ElementContent {
  return h(
    'tr',
    cells.map(({ content, span, rows }) =>
      h(
        head ? 'th' : 'td',
        { ...(span > 1 ? { colSpan: span } : {}), ...(rows > 1 ? { rowSpan: rows } : {}) },
        content,
      ),
    ),
  )
}
