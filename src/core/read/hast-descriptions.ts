import type { Element, ElementContent } from 'hast'
import { columns } from '../fold.ts'
import { contactLineKind } from '../parse/contact-lines.ts'
import { linesIn, type Walk } from './hast.ts'
import { elementsIn } from './hast-nodes.ts'
import { shifted } from './marks.ts'
import type { Line } from './source.ts'

type Description = { readonly terms: ElementContent[]; readonly details: ElementContent[] }

/** A `dl`: each term above its details; what labels a line of an address stands before it. */
export function describe(list: Element, at: Walk): void {
  const { builder, around } = at
  builder.end(around)
  builder.space(1)
  for (const { terms, details } of descriptionsIn(list)) {
    labelled(linesIn(terms, at), linesIn(details, at), at)
    builder.space(1)
  }
}

/** A label and what it labels, on one line if it is one of an address: 電話　03-…; else above it. */
export function labelled(label: readonly Line[], value: readonly Line[], at: Walk): void {
  const { builder, around } = at
  const [first, ...rest] = value
  if (label.length === 1 && label[0] && first && labels(label[0], first)) {
    const text = `${label[0].text}\u3000${first.text}`
    const marks = shifted(first.marks ?? [], text.length - first.text.length)
    builder.line({ ...label[0], text, ...(marks.length > 0 ? { marks } : {}) }, around)
    for (const line of rest) builder.add(line, line)
    return
  }
  for (const line of label)
    builder.add(line.heading || line.item || line.row ? line : { ...line, leads: true }, line)
  for (const line of value) builder.add(line, line)
}

export function labels(label: Line, value: Line): boolean {
  if (value.heading || value.item || value.row || label.heading) return false
  // A label of labels: お問い合わせ窓口, then 名称　….
  if (contactLineKind(value.text) === 'labelled') return false
  if (columns(label.text) > 30 || columns(value.text) > 120) return false
  const kind = contactLineKind(`${label.text}\u3000${value.text}`)
  return kind === 'strong' || kind === 'labelled' || kind === 'url'
}

function descriptionsIn(list: Element): Description[] {
  const found: Description[] = []
  const add = (node: Element) => {
    if (node.tagName === 'div') return elementsIn(node).forEach(add)
    const last = found.at(-1)
    if (node.tagName === 'dt') {
      if (last && last.details.length === 0) last.terms.push(node)
      else found.push({ terms: [node], details: [] })
    } else if (last) last.details.push(node)
    else found.push({ terms: [], details: [node] })
  }
  elementsIn(list).forEach(add)
  return found
}
