import type { Node } from '../document.ts'
import type { Piece, Range } from '../render/printed.ts'
import type { Analysis, SectionPlace } from './analysis.ts'
import type { Place, RecordReference } from './finding.ts'
import type { Absent } from './rule.ts'

/** The place of a range: the record and field that print its first character, and the section around it. */
export function placeOf(analysis: Analysis, at: Range | Absent): Place {
  const range = 'absent' in at ? (at.near ?? { start: 0, end: 0 }) : at
  const { start, end } = range
  const text = analysis.text.slice(start, end)
  const piece = end > start ? pieceAt(analysis.pieces, start) : null
  const section = end > start ? sectionAround(analysis, start) : null
  const owner =
    'absent' in at
      ? at.absent
      : piece
        ? ownerOf(analysis, piece, section)
        : { record: null, field: null }
  return { ...owner, section: section?.node.id ?? null, start, end, text }
}

/** The piece that prints the character at an offset, or the first one behind it. */
export function pieceAt(pieces: readonly Piece[], offset: number): Piece | null {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return pieces[low] ?? null
}

/** The innermost section around an offset. */
function sectionAround({ sections }: Analysis, offset: number): SectionPlace | null {
  let low = 0
  let high = sections.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sections[middle]?.start ?? 0) > offset) high = middle
    else low = middle + 1
  }
  let section = sections[low - 1] ?? null
  while (section && section.end <= offset) section = section.parent
  return section
}

type Owner = Pick<Place, 'record' | 'field'>

function ownerOf(analysis: Analysis, piece: Piece, section: SectionPlace | null): Owner {
  return recordOf(piece.node, piece.property) ?? fieldAround(analysis, piece, section)
}

/** Running text is a section's body, or its end, behind its sub-sections; outside sections it is the policy's own. */
function fieldAround({ sections }: Analysis, piece: Piece, section: SectionPlace | null): Owner {
  if (piece.property === 'title') return { record: null, field: 'title' }
  const last = section
    ? section.sections.at(-1)
    : sections.findLast(({ parent }) => parent === null)
  const isBehind = last !== undefined && piece.start >= last.end
  return section
    ? at('sections', section.node.id, isBehind ? 'end' : 'body')
    : { record: null, field: isBehind ? 'closing' : 'preamble' }
}

/** The record whose field a node prints. */
function recordOf(node: Node, property: string): Owner | null {
  switch (node.type) {
    case 'purpose':
      return property === 'text' ? at('purposes', node.id, 'text') : null
    case 'exceptionClause':
      return property === 'text' ? at('exceptionClauses', node.id, 'text') : null
    case 'safetyMeasure':
      return property === 'text' ? at('safetyMeasures', node.id, 'text') : null
    case 'jointUsePartner':
      return property === 'name' ? at('jointUsePartners', node.id, 'name') : null
    case 'contact': {
      const [, index, part] = property.split('.')
      const field = part === 'text' ? node.lines[Number(index)]?.field : null
      return at('contacts', node.id, field ?? property)
    }
    case 'value':
      return at(
        node.of === 'organisation'
          ? 'organisation'
          : node.of === 'contact'
            ? 'contacts'
            : 'jointUsePartners',
        node.record,
        node.field,
      )
    case 'section':
      return at('sections', node.id, property === 'heading' ? 'heading' : 'number')
    default:
      return null
  }
}

const at = (collection: RecordReference['collection'], id: string, field: string): Owner => ({
  record: { collection, id },
  field,
})
