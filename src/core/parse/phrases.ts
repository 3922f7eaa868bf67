import type { Phrasing } from '../document.ts'

/** A node and the place in a text that it prints. Of spans that overlap, the greater weight stands. */
export type Span = {
  readonly start: number
  readonly end: number
  readonly node: Phrasing
  readonly weight: number
}

/** A text with its spans as nodes; together they print the text. */
export function phrasing(text: string, spans: readonly Span[]): Phrasing[] {
  const nodes: Phrasing[] = []
  let from = 0
  for (const { start, end, node } of apart(spans)) {
    if (start > from) nodes.push({ type: 'text', value: text.slice(from, start) })
    nodes.push(node)
    from = end
  }
  if (from < text.length) nodes.push({ type: 'text', value: text.slice(from) })
  return nodes
}

/** The spans that stand, in reading order, none overlapping. */
function apart(spans: readonly Span[]): Span[] {
  const byWeight = [...spans].filter(({ start, end }) => end > start)
  byWeight.sort((a, b) => b.weight - a.weight || a.start - b.start || b.end - a.end)
  const weights = new Map<number, Span[]>()
  for (const span of byWeight) {
    const group = weights.get(span.weight)
    if (group) group.push(span)
    else weights.set(span.weight, [span])
  }
  let standing: Span[] = []
  for (const group of weights.values()) standing = merge(standing, group)
  return standing
}

/** Adds to spans in reading order those of a lesser weight that fit between them. */
function merge(standing: readonly Span[], lesser: readonly Span[]): Span[] {
  const merged: Span[] = []
  let next = 0
  let free = 0
  for (const span of lesser) {
    while (next < standing.length && (standing[next] as Span).end <= span.start) {
      const settled = standing[next++] as Span
      merged.push(settled)
      free = Math.max(free, settled.end)
    }
    const following = standing[next]
    if (span.start < free || (following && following.start < span.end)) continue
    merged.push(span)
    free = span.end
  }
  merged.push(...standing.slice(next))
  return merged
}
