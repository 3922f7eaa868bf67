import { type NodeType, nodesOf } from '../../document.ts'
import { squash } from '../../fold.ts'
import type { Matching } from '../matching.ts'
import type { Row } from '../rows.ts'
import { printed, type Unit } from '../units.ts'
import type { ChangeOf } from './change.ts'
import { factTypes } from './facts.ts'

/** Lines that changed, and of which no typed change says it: prose, items, rows of tables. */
export function texts({ parts, split, merged }: Matching): readonly ChangeOf<'text'>[] {
  return parts.flatMap(({ before, after, rows }) => {
    const where = { before: before?.section?.id ?? null, after: after?.section?.id ?? null }
    const section = (before ?? after)?.section
    // What a new section says is the section's.
    if ((!before || !after) && section && !split.has(section) && !merged.has(section)) return []
    return rows.filter(isProse).map((row): ChangeOf<'text'> => {
      const side = (units: readonly Unit[]) =>
        units.length > 0 ? units.map(printed).join('\n') : null
      return {
        of: 'text',
        how: howOf(row),
        before: side(row.before),
        after: side(row.after),
        where,
      }
    })
  })
}

function howOf({ before, after }: Row): ChangeOf<'text'>['how'] {
  if (before.length === 0) return 'added'
  if (after.length === 0) return 'removed'
  if (before.length > after.length) return 'merged'
  return before.length < after.length ? 'split' : 'changed'
}

function isProse(row: Row): boolean {
  const units = [...row.before, ...row.after]
  if (units.some(({ kind }) => kind === 'heading' || kind === 'title' || kind === 'contact'))
    return false
  if (row.same) return false
  const [one, other] = [row.before, row.after].map((side) => squash(side.map(wordsAround).join('')))
  if (one === other) return false
  // 改定, beside a date that is told of.
  const isDated = (side: readonly Unit[]) => side.some((unit) => holds(unit, 'date'))
  return !(isDated([...row.before, ...row.after]) && `${one}${other}`.length <= 6)
}

/** What a line says around its typed nodes; a marker that counts on says nothing. */
function wordsAround({ nodes, text }: Unit): string {
  if (nodes.some(isTyped)) return ''
  let words = ''
  const walk = (node: Unit['nodes'][number]) => {
    if (isTyped(node)) return
    if ('children' in node) for (const child of node.children) walk(child)
    else if ('value' in node) words += node.value
    else if ('text' in node) words += node.text
    else if ('term' in node) words += node.term
  }
  for (const node of nodes) walk(node)
  return words || (nodes.length > 0 ? '' : text)
}

const holds = ({ nodes }: Unit, type: NodeType) =>
  nodes.some((node) => nodesOf(node, type).length > 0)

const typed: ReadonlySet<string> = new Set(factTypes)
const isTyped = ({ type }: Unit['nodes'][number]) => typed.has(type)
