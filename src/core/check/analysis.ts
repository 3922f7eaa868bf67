import type { Node, NodeOf, NodeType, PolicyDocument, Section, SectionKind } from '../document.ts'
import { fold, squash } from '../fold.ts'
import { sentencesOf } from '../parse/sentences.ts'
import { type Piece, printed, type Range, type Spread } from '../render/printed.ts'

/**
 * A document as the rules read it, worked out once: its printed text, and where in it everything stands. What several
 * rules need beyond this is a fact (`fact.ts`), worked out when the first of them asks.
 */
export type Analysis = {
  readonly document: PolicyDocument
  /** The printed text: all offsets of a check are offsets in it. */
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Sections in reading order. */
  readonly sections: readonly SectionPlace[]
  /** What stands on a line of its own, in reading order: the title, headings, paragraphs, items, cells, contacts. */
  readonly passages: readonly Passage[]
  readonly sentences: readonly Sentence[]
  /** Every node of a type with its place, in reading order. */
  readonly of: <K extends NodeType>(type: K) => readonly Placed<NodeOf<K>>[]
  /** The sections of these kinds, in reading order. */
  readonly ofKind: (...kinds: readonly SectionKind[]) => readonly SectionPlace[]
}

export type SectionPlace = Range & {
  readonly node: Section
  /** Its heading without number; an empty range where it has none. */
  readonly heading: Range
  readonly parent: SectionPlace | null
  /** The sections directly below it. */
  readonly sections: readonly SectionPlace[]
}

export type Placed<N extends Node> = Range & {
  readonly node: N
  readonly section: SectionPlace | null
  /** The passage it stands in; null where it prints nothing, or holds passages itself. */
  readonly passage: Passage | null
}

export type PassageKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'cell'
  | 'contact'
  | 'endMark'
/** A passage without its marker. */
export type Passage = Range & {
  readonly kind: PassageKind
  /** The node that prints it: for an item of a plain list, its `listItem`. */
  readonly node: Node
  readonly marker: string
  readonly section: SectionPlace | null
  readonly text: string
  /** Folded (`fold.ts`), so look-alikes are one; same offsets as `text`. */
  readonly plain: string
  /** Folded and without spaces, as vocabulary is looked for: copied text has stray spaces inside words. */
  readonly key: string
  /** Where in `text` each character of `key` stands; null where they are the same. */
  readonly offsets: readonly number[] | null
}

/** A sentence, or a passage without one. */
export type Sentence = Range & {
  readonly text: string
  readonly key: string
  readonly passage: Passage
}

export function analyse(document: PolicyDocument): Analysis {
  const { text, pieces, nodes } = printed(document)
  const sections: SectionPlace[] = []
  const below = new Map<SectionPlace, SectionPlace[]>()
  const passages: Passage[] = []
  const byType = new Map<NodeType, Placed<Node>[]>()
  const sectionAt: (SectionPlace | null)[] = []
  const passageAt: (Passage | null)[] = []
  const headings = headingRanges(pieces)

  for (const spread of nodes) {
    const { node, start, end, parent } = spread
    const above = sectionAt[parent] ?? null
    let section = above
    if (node.type === 'section') {
      const heading = headings.get(node) ?? { start, end: start }
      const here = { node, start, end, heading, parent: above, sections: [] }
      section = here
      sections.push(here)
      const beside = above ? below.get(above) : undefined
      beside?.push(here)
      below.set(here, here.sections)
      if (heading.end > heading.start)
        passages.push(passage('heading', node, '', section, text, heading))
    }
    if (node.type === 'document' && node.title.printed) {
      const title = headings.get(node)
      if (title) passages.push(passage('title', node, '', null, text, title))
    }
    const made = passageOf(spread, nodes[parent], section, text)
    if (made) passages.push(made)
    const passageHere = made ?? passageAt[parent] ?? null
    sectionAt.push(section)
    passageAt.push(passageHere)
    const placed = { node, start, end, section, passage: passageHere }
    const known = byType.get(node.type)
    if (known) known.push(placed)
    else byType.set(node.type, [placed])
  }
  const sentences = passages.flatMap(sentencesIn)
  return {
    document,
    text,
    pieces,
    sections,
    passages,
    sentences,
    of: <K extends NodeType>(type: K) =>
      (byType.get(type) ?? []) as unknown as readonly Placed<NodeOf<K>>[],
    ofKind: (...kinds) => sections.filter(({ node }) => kinds.includes(node.kind)),
  }
}

/** Where each section's heading and the document's title print. */
function headingRanges(pieces: readonly Piece[]): Map<Node, Range> {
  const ranges = new Map<Node, Range>()
  for (const { node, property, start, end } of pieces)
    if (property === 'heading' || property === 'title')
      ranges.set(node, { start: ranges.get(node)?.start ?? start, end })
  return ranges
}

function passageOf(
  { node, start, end }: Spread,
  parent: Spread | undefined,
  section: SectionPlace | null,
  text: string,
): Passage | null {
  if (end === start) return null
  switch (node.type) {
    case 'paragraph':
      return parent?.node.type === 'listItem'
        ? passage('item', parent.node, parent.node.marker, section, text, { start, end })
        : passage('paragraph', node, '', section, text, { start, end })
    case 'tableCell':
      return passage('cell', node, '', section, text, { start, end })
    case 'endMark':
      return passage('endMark', node, '', section, text, { start, end })
    case 'contact':
      return isInLine(parent?.node)
        ? null
        : passage('contact', node, '', section, text, { start, end })
    case 'purpose':
    case 'exceptionClause':
    case 'safetyMeasure':
    case 'jointUsePartner':
    case 'jointUsePurpose':
    case 'jointUseDataItem':
    case 'jointUseStatement':
    case 'procedureItem':
    case 'externalService': {
      if (isInLine(parent?.node)) return null
      const marker = node.marker ?? ''
      const from = start + marker.length
      return from < end ? passage('item', node, marker, section, text, { start: from, end }) : null
    }
    default:
      return null
  }
}

const isInLine = (parent: Node | undefined) =>
  parent?.type === 'paragraph' ||
  parent?.type === 'tableCell' ||
  parent?.type === 'link' ||
  parent?.type === 'strong'

function passage(
  kind: PassageKind,
  node: Node,
  marker: string,
  section: SectionPlace | null,
  text: string,
  { start, end }: Range,
): Passage {
  const own = text.slice(start, end)
  const plain = fold(own)
  return { kind, node, marker, section, start, end, text: own, plain, ...squashed(plain) }
}

/** A folded text without spaces, and where each of its characters stood. */
function squashed(plain: string): Pick<Passage, 'key' | 'offsets'> {
  if (!/\s/u.test(plain)) return { key: plain, offsets: null }
  let key = ''
  const offsets: number[] = []
  for (let i = 0; i < plain.length; i++) {
    const sign = plain.charAt(i)
    if (sign.trim() === '') continue
    key += sign
    offsets.push(i)
  }
  return { key, offsets }
}

function sentencesIn(passage: Passage): Sentence[] {
  return sentencesOf(passage.text, passage.plain).map(({ start, text }) => ({
    start: passage.start + start,
    end: passage.start + start + text.length,
    text,
    key: squash(passage.plain.slice(start, start + text.length)),
    passage,
  }))
}
