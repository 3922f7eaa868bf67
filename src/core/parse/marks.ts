import { type Phrasing, textOf } from '../document.ts'
import type { Mark } from '../read/source.ts'

/**
 * The nodes of a line with what its format sets apart: emphasis over plain text, links around whatever they enclose.
 * What a typed node prints is the record's: no mark stands within it.
 */
export function marked(nodes: readonly Phrasing[], marks: readonly Mark[] | undefined): Phrasing[] {
  if (!marks?.length) return [...nodes]
  const links = within(marks.filter((mark) => mark.type === 'link'))
  const strong = within(marks.filter((mark) => mark.type === 'strong'))
  const content: Phrasing[] = []
  let current: (Mark & { type: 'link' }) | undefined
  let inside: Phrasing[] = []
  const close = () => {
    if (current) content.push(...linked(current.url, inside))
    inside = []
  }
  for (const piece of cutAt(nodes, marks)) {
    const link = links(piece)
    if (link !== current) close()
    current = link
    const { node } = piece
    const own: Phrasing =
      node.type === 'text' && strong(piece) ? { type: 'strong', children: [node] } : node
    if (link) inside.push(own)
    else content.push(own)
  }
  close()
  return content
}

/** Marks of a line for the part of it that begins at `from`. */
export function marksFrom(marks: readonly Mark[] | undefined, from: number): readonly Mark[] {
  return (marks ?? [])
    .filter(({ end }) => end > from)
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start - from), end: mark.end - from }))
}

/** An e-mail address, a telephone number, a page of a record needs no link: it leads there by itself. */
function linked(url: string, children: readonly Phrasing[]): Phrasing[] {
  const leads = children.every(({ type }) => type === 'contact' || type === 'value')
  return leads ? [...children] : [{ type: 'link', url, children }]
}

type Piece = { readonly node: Phrasing; readonly start: number; readonly end: number }

/** The mark around a piece, of marks and pieces in reading order. */
function within<M extends Mark>(marks: readonly M[]): (piece: Piece) => M | undefined {
  let i = 0
  return ({ start, end }) => {
    while (i < marks.length && (marks[i] as M).end <= start) i++
    const mark = marks[i]
    return mark && mark.start <= start && end <= mark.end ? mark : undefined
  }
}

/** The nodes with their places, plain text cut where a mark begins or ends. */
function cutAt(nodes: readonly Phrasing[], marks: readonly Mark[]): Piece[] {
  const cuts = marks.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b)
  const pieces: Piece[] = []
  let next = 0
  let at = 0
  for (const node of nodes) {
    const end = at + textOf(node).length
    while (next < cuts.length && (cuts[next] as number) <= at) next++
    let from = at
    while (node.type === 'text' && next < cuts.length && (cuts[next] as number) < end) {
      const cut = cuts[next++] as number
      if (cut === from) continue
      const value = node.value.slice(from - at, cut - at)
      pieces.push({ node: { type: 'text', value }, start: from, end: cut })
      from = cut
    }
    const rest = node.type === 'text' ? { ...node, value: node.value.slice(from - at) } : node
    pieces.push({ node: rest, start: from, end })
    at = end
  }
  return pieces
}
