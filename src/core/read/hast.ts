import type { Element, Nodes, Text } from 'hast'
import { fold } from '../fold.ts'
import { readLabel } from '../numbering.ts'
import { describe } from './hast-descriptions.ts'
import { isElement, textIn } from './hast-nodes.ts'
import { tabulate } from './hast-tables.ts'
import { altOf } from './html-measure.ts'
import { type Around, LineBuilder } from './line-builder.ts'
import { type Counter, counterOf, drawnMarker } from './list-counters.ts'
import { shifted } from './marks.ts'
import type { Line, Mark } from './source.ts'

export type HastOptions = {
  /** The absolute address that a link leads to; null where it leads nowhere outside of the document. */
  readonly resolve: (href: string, place: number) => string | null
  /** Line ends within text may be meant: they are kept, as ends that may be wraps. */
  readonly softBreaks?: true
}

/**
 * The printed lines of an HTML tree, as a browser would break them; what a page draws beside its text, the numbers
 * and bullets of lists, is part of them. Everything in the tree is printed: what is no content goes before.
 */
export function linesOfHast(tree: Nodes, options: HastOptions): Line[] {
  return linesIn([tree], { options, builder: new LineBuilder(), around: {}, depth: 0 })
}

export type Walk = {
  readonly options: HastOptions
  readonly builder: LineBuilder
  readonly around: Around
  /** How many lists stand around. */
  readonly depth: number
  readonly counter?: Counter
  /** The line of the source, where it is not that of the HTML. */
  readonly place?: number
}

/** The lines of some nodes for themselves, for whoever puts them into their place. */
export function linesIn(nodes: readonly Nodes[], at: Walk): Line[] {
  const builder = new LineBuilder()
  const { options, depth, place } = at
  const alone = { options, builder, around: {}, depth, ...(place === undefined ? {} : { place }) }
  for (const node of nodes) walk(node, alone)
  builder.end({})
  return builder.lines
}

function walk(node: Nodes, at: Walk): void {
  if (node.type === 'text') write(node, at)
  else if (node.type === 'root') for (const child of node.children) walk(child, at)
  else if (node.type === 'element') {
    const { dataLine } = node.properties
    handlerOf(node)(node, dataLine === undefined ? at : { ...at, place: Number(dataLine) })
  }
}

function write({ value, position }: Text, { builder, around, options, place }: Walk): void {
  const start = place ?? position?.start.line
  if (!options.softBreaks || around.preformatted) {
    builder.write(value, start, around.preformatted)
    return
  }
  value.split('\n').forEach((line, i) => {
    if (i > 0) builder.end({ ...around, soft: true })
    builder.write(line, start === undefined ? start : start + i)
  })
}

type Handler = (node: Element, at: Walk) => void

function handlerOf(node: Element): Handler {
  if (isHeading(node)) return heading
  return handlers[node.tagName] ?? (blocks.has(node.tagName) ? block : inline)
}

const inside: Handler = (node, at) => {
  for (const child of node.children) walk(child, at)
}

const block: Handler = (node, at) => {
  at.builder.end(at.around)
  inside(node, at)
  at.builder.end(at.around)
}

/** A block with air around it. */
const apart: Handler = (node, at) => {
  at.builder.end(at.around)
  at.builder.space(1)
  inside(node, at)
  at.builder.end(at.around)
  at.builder.space(1)
}

const inline: Handler = (node, at) => {
  const style = String(node.properties.style ?? '')
  if (/display\s*:\s*block/iu.test(style)) block(node, at)
  else if (/font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(style)) emphasis(node, at)
  else inside(node, at)
}

const emphasis: Handler = (node, at) => {
  const close = at.builder.mark({ type: 'strong' })
  inside(node, at)
  close()
}

const link: Handler = (node, at) => {
  const { href } = node.properties
  const place = at.place ?? node.position?.start.line ?? 1
  const url = typeof href === 'string' ? at.options.resolve(href, place) : null
  if (url === null) return inside(node, at)
  const close = at.builder.mark({ type: 'link', url })
  inside(node, at)
  close()
}

/**
 * A heading is one line, unless its parts are the caption of an article and the number below it, or it holds paragraphs
 * that say what it only heads.
 */
const heading: Handler = (node, at) => {
  const all = linesIn(node.children, at).flatMap(captionApart)
  const said = all.findIndex(({ text }, i) => i > 0 && text.length > 40 && text.endsWith('。'))
  const lines = said < 0 ? all : all.slice(0, said)
  const [first, second] = lines
  at.builder.end(at.around)
  at.builder.space(1)
  const rank = rankOf(node)
  if (first && second && lines.length === 2 && isCaption(first)) {
    at.builder.line(first, at.around)
    at.builder.line(second, { ...at.around, heading: rank })
  } else if (first) at.builder.line(inOne(lines), { ...at.around, heading: rank })
  at.builder.space(1)
  for (const line of said < 0 ? [] : all.slice(said)) at.builder.line(line, at.around)
}

function rankOf({ tagName, properties }: Element): number {
  return Number(/^h([1-6])$/u.exec(tagName)?.[1] ?? properties.ariaLevel ?? 2) || 2
}

/** （目的） 第1条: where a heading has but one line, the number of an article stands behind its caption. */
function captionApart(line: Line): Line[] {
  const match = /^([(（][^()（）]*[)）])\s+(\S.*)$/u.exec(line.text)
  const isNumber = (text: string) => readLabel(fold(text))?.label === fold(text)
  return match?.[1] && match[2] && isNumber(match[2]) && !isNumber(match[1])
    ? [
        { ...line, text: match[1], marks: [] },
        { ...line, text: match[2], marks: [] },
      ]
    : [line]
}

/** Lines that are one: Japanese joins without a space. */
function inOne(lines: readonly Line[]): Line {
  const [first] = lines as readonly [Line]
  const marks: Mark[] = []
  let text = ''
  for (const line of lines) {
    if (/[^\u2e80-\uffff]$/u.test(text) || /^[^\u2e80-\uffff]/u.test(line.text)) text += text && ' '
    marks.push(...shifted(line.marks ?? [], text.length))
    text += line.text
  }
  return { ...first, text, marks }
}

const isCaption = ({ text }: Line) => /^[(（][^()（）]*[)）]$/u.test(text)

const list: Handler = (node, at) => {
  const outermost = at.depth === 0
  at.builder.end(at.around)
  if (outermost) at.builder.space(1)
  inside(node, { ...at, depth: at.depth + 1, counter: counterOf(node) })
  at.builder.end(at.around)
  if (outermost) at.builder.space(1)
}

const item: Handler = (node, at) => {
  const depth = Math.max(1, at.depth)
  const counter = at.counter ?? { style: 'bullet', next: 1, step: 1 }
  const open = { depth, drawn: drawnMarker(counter, node, depth), begun: false }
  at.builder.end(at.around)
  const within = { ...at, around: { ...at.around, item: open } }
  const [first] = node.children.filter((child) => isElement(child) || textIn(child).trim() !== '')
  // An item that begins with a heading is a section: the lists in it are its own.
  const section = first && isElement(first) && isHeading(first)
  for (const child of node.children)
    walk(child, section && child !== first ? { ...at, depth: 0 } : within)
  at.builder.end(section ? at.around : within.around)
}

const isHeading = ({ tagName, properties }: Element) =>
  /^h[1-6]$/u.test(tagName) || properties.role === 'heading'

/** Set above what follows: a summary, a caption, the title of a fieldset. */
const leading: Handler = (node, at) => {
  const around = { ...at.around, leads: true as const }
  at.builder.end(at.around)
  inside(node, { ...at, around })
  at.builder.end(around)
}

const handlers: { readonly [name: string]: Handler } = {
  a: link,
  b: emphasis,
  strong: emphasis,
  br: (_, at) => at.builder.break(at.around),
  hr: (_, at) => {
    at.builder.end(at.around)
    at.builder.space(1)
  },
  wbr: () => {},
  img: (node, at) => at.builder.write(altOf(node), node.position?.start.line),
  pre: (node, at) => block(node, { ...at, around: { ...at.around, preformatted: true } }),
  ...Object.fromEntries(['p', 'blockquote', 'figure', 'fieldset'].map((name) => [name, apart])),
  ...Object.fromEntries(['ul', 'ol', 'menu', 'dir'].map((name) => [name, list])),
  li: item,
  summary: leading,
  legend: leading,
  caption: leading,
  figcaption: leading,
  dl: (node, at) => describe(node, at),
  table: (node, at) => tabulate(node, at),
}

/** The elements that stand on lines of their own, beside those that have a handler. */
const blocks = new Set(
  'address article aside body center details dd dialog div dt fieldset footer form header hgroup html main nav optgroup option section search tbody td tfoot th thead tr'.split(
    ' ',
  ),
)
