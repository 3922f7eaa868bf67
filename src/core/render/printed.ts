import {
  childrenOf,
  type Node,
  type NodeType,
  type PolicyDocument,
  type Section,
} from '../document.ts'
import { type Handlers, handle } from './handlers.ts'

/** A part of a text, by UTF-16 offsets, as `slice` takes them. */
export type Range = { readonly start: number; readonly end: number }

/** Characters that stand in a property of a node, from offset `from` on, without a line break inside. */
export type Piece = Range & {
  readonly node: Node
  /** `value`, `text`, `marker`, `heading`, `lines.2.label` … */
  readonly property: string
  readonly from: number
}
/** The whole text, and where in it everything stands, both in reading order. */
export type Printed = {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Every node with what it prints, before those below it. */
  readonly nodes: readonly Spread[]
}
export type Spread = Range & {
  readonly node: Node
  /** Where its parent stands among `nodes`; -1 for the document. */
  readonly parent: number
}

/**
 * A document as plain text, each character traced to the node that prints it. What no node prints is air: line breaks
 * between blocks, a blank line around sections, the indent of what continues a list item.
 */
export function printed(document: PolicyDocument): Printed {
  const press = new Press(true)
  press.node(document)
  return press.printed()
}

/** The same text alone. */
export function printedText(document: PolicyDocument): string {
  const press = new Press(false)
  press.node(document)
  return press.printed().text
}

class Press {
  /** Whether it keeps where everything stands. */
  readonly #traces: boolean
  #text = ''
  readonly #pieces: Piece[] = []
  readonly #nodes: { node: Node; start: number; end: number; parent: number }[] = []
  #parent = -1
  /** Line breaks that are printed once something follows them, and how deep in lists they stand. */
  #air = ''
  #airDepth = 0
  /** How many list items deep the reader is, and was at the line break just printed; -1 within a line. */
  #depth = 0
  #newline = -1

  constructor(traces: boolean) {
    this.#traces = traces
  }

  printed(): Printed {
    return { text: this.#text, pieces: this.#pieces, nodes: this.#nodes }
  }

  get length(): number {
    return this.#text.length
  }

  node(node: Node): void {
    if (!this.#traces) {
      handle(handlers, node, this)
      return
    }
    const entry = { node, start: -1, end: 0, parent: this.#parent }
    this.#parent = this.#nodes.push(entry) - 1
    handle(handlers, node, this)
    this.#parent = entry.parent
    if (entry.start < 0) entry.start = this.#text.length
    entry.end = this.#text.length
  }

  /** What a property of a node prints. */
  print(node: Node, property: string, text: string): void {
    if (!this.#traces && !text.includes('\n')) {
      if (text !== '') this.#write(text, false)
      return
    }
    let from = 0
    for (;;) {
      const end = text.indexOf('\n', from)
      const line = text.slice(from, end < 0 ? text.length : end)
      if (line !== '') {
        this.#land()
        const start = this.#text.length
        this.#write(line, false)
        if (this.#traces) this.#pieces.push({ node, property, from, start, end: this.#text.length })
      }
      if (end < 0) return
      this.#write('\n', true)
      from = end + 1
    }
  }

  /** A line break that stands whatever follows. */
  breakLine(): void {
    this.#write('\n', true)
  }

  /** Prints something below what `since` stands for; without a trace when it prints nothing. */
  below(since: number, air: string, print: () => void): boolean {
    const before = this.#text.length
    const outer = this.#air
    if (this.#text.length > since) {
      this.#air = air
      this.#airDepth = this.#depth
    }
    print()
    const grown = this.#text.length > before
    if (!grown) this.#air = outer
    return grown
  }

  /** What continues a list item. */
  inItem(print: () => void): void {
    this.#depth++
    print()
    this.#depth--
  }

  #write(text: string, isBreak: boolean): void {
    this.#land(isBreak)
    this.#text += text
    if (isBreak) this.#newline = this.#depth
  }

  /** The air before what is printed next, and the names of the nodes that begin with it. */
  #land(isBreak = false): void {
    if (this.#air) {
      this.#text += this.#air
      this.#newline = this.#airDepth
      this.#air = ''
    }
    if (this.#newline > 0 && !isBreak) {
      this.#text += '  '.repeat(this.#newline)
    }
    if (!isBreak) this.#newline = -1
    for (let i = this.#parent; i >= 0; i = this.#nodes[i]?.parent ?? -1) {
      const entry = this.#nodes[i]
      if (!entry || entry.start >= 0) break
      entry.start = this.#text.length
    }
  }
}

const handlers = {
  document: (node, press) => {
    const since = press.length
    if (node.title.printed) press.print(node, 'title', node.title.text)
    flow(node.children, since, true, press)
  },
  section: (node, press) => {
    const since = press.length
    if (node.headingAbove) {
      press.print(node, 'heading', node.heading)
      press.below(since, '\n', () => label(node, press))
    } else {
      label(node, press)
      press.print(node, 'heading', node.heading)
    }
    flow(node.children, since, false, press)
  },
  list: stacked,
  listItem: (node, press) => {
    press.print(node, 'marker', node.marker)
    const since = press.length
    press.inItem(() => stacked(node, press, since))
  },
  table: stacked,
  tableRow: stacked,
  signature: stacked,
  paragraph: inLine,
  tableCell: inLine,
  strong: inLine,
  link: inLine,
  purposeList: placed,
  exceptionClauseList: placed,
  safetyMeasureList: placed,
  jointUse: placed,
  procedure: placed,
  externalServiceList: placed,
  contact: (node, press) => {
    for (const [i, line] of node.lines.entries()) {
      if (i && !line.joined) press.breakLine()
      press.print(node, `lines.${i}.label`, line.label)
      press.print(node, `lines.${i}.text`, line.text)
    }
  },
  break: (_, press) => press.breakLine(),
  text: (node, press) => press.print(node, 'value', node.value),
  definedTerm: (node, press) => press.print(node, 'term', node.term),
  jointUsePartner: (node, press) => {
    press.print(node, 'marker', node.marker ?? '')
    press.print(node, 'name', node.name)
  },
  purpose: marked,
  exceptionClause: marked,
  safetyMeasure: marked,
  jointUsePurpose: marked,
  jointUseDataItem: marked,
  jointUseStatement: marked,
  procedureItem: marked,
  externalService: marked,
  sectionReference: alone,
  termReference: alone,
  lawReference: alone,
  date: alone,
  value: alone,
  fee: alone,
  endMark: alone,
} satisfies Handlers<NodeType, Press, void>

/** A heading's blocks and sections below what stands since `since`; `apart`: with a blank line between. */
function flow(children: readonly Node[], since: number, apart: boolean, press: Press): void {
  let gap = apart
  for (const child of children) {
    const air = gap || standsApart(child) ? '\n\n' : '\n'
    if (press.below(since, air, () => press.node(child))) gap = child.type === 'section'
  }
}
const standsApart = ({ type }: Node) =>
  type === 'section' || type === 'endMark' || type === 'signature'

function label(node: Section, press: Press): void {
  press.print(node, 'bullet', node.bullet ?? '')
  press.print(node, 'number', node.number)
}

/** One below the other. */
function stacked(node: Node, press: Press, since = press.length): void {
  for (const child of childrenOf(node)) press.below(since, '\n', () => press.node(child))
}

/** One after the other. */
function inLine(node: Node, press: Press): void {
  for (const child of childrenOf(node)) press.node(child)
}

/** Records one below the other, but for those that continue a line. */
function placed(node: Node, press: Press): void {
  for (const [i, child] of childrenOf(node).entries()) {
    if (i && !('joined' in child && child.joined)) press.breakLine()
    press.node(child)
  }
}

type Marked = Node & { readonly marker?: string; readonly text: string }
function marked(node: Marked, press: Press): void {
  press.print(node, 'marker', node.marker ?? '')
  press.print(node, 'text', node.text)
}

function alone(node: Node & { readonly text: string }, press: Press): void {
  press.print(node, 'text', node.text)
}
