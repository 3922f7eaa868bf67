import {
  type Block,
  type ContactLine,
  type List,
  labelOf,
  type Node,
  type PolicyDocument,
  type Section,
  type TypedList,
  textOf,
} from '../document.ts'
import { squash } from '../fold.ts'

/**
 * What stands beside its counterpart in a 新旧対照表: a heading, a paragraph, an item, a row of a table, a line of a
 * contact. All units of a document, in order, are its printed text.
 */
export type Unit = {
  readonly kind: 'title' | 'heading' | 'text' | 'item' | 'contact'
  /** As printed, with the space that follows it: a section's number, an item's marker. */
  readonly marker: string
  readonly text: string
  /** The marker stands on the line below the text: （目的）, then 第1条. */
  readonly markerBelow?: true
  /** How far it stands within lists: 0 for what stands in none. */
  readonly depth: number
  /** What it prints; of a contact, the block whose line it is. */
  readonly nodes: readonly Node[]
  /** Of the record or item that it prints. */
  readonly id?: string
  /** What it states, whoever words it how: who answers for joint use, a telephone number. */
  readonly about?: string
}

/** A section's own units: its heading and what stands before its sub-sections, or what stands after them. */
export type Part = {
  /** Null for what stands outside all sections. */
  readonly section: Section | null
  readonly place: 'body' | 'end'
  readonly units: readonly Unit[]
}

/** The parts of a document in reading order. */
export function partsOf(document: PolicyDocument): readonly Part[] {
  const parts: Part[] = []
  const walk = (parent: PolicyDocument | Section, opening: readonly Unit[]) => {
    const section = parent.type === 'section' ? parent : null
    const first = parent.children.findIndex(({ type }) => type === 'section')
    const bodyEnd = first < 0 ? parent.children.length : first
    const body = parent.children.slice(0, bodyEnd).flatMap(unitsOf)
    parts.push({ section, place: 'body', units: [...opening, ...body] })
    const end: Unit[] = []
    for (const child of parent.children.slice(bodyEnd))
      if (child.type === 'section') walk(child, headingUnits(child))
      else end.push(...unitsOf(child))
    if (end.length > 0) parts.push({ section, place: 'end', units: end })
  }
  const { title } = document
  walk(
    document,
    title.printed ? [{ kind: 'title', marker: '', text: title.text, depth: 0, nodes: [] }] : [],
  )
  return parts
}

/** The unit as it is printed. */
export function printed({ marker, text, markerBelow }: Unit): string {
  return markerBelow ? [text, marker].filter(Boolean).join('\n') : marker + text
}

function headingUnits(section: Section): Unit[] {
  const marker = labelOf(section)
  const { heading: text } = section
  if (marker === '' && text === '') return []
  const above = section.headingAbove && { markerBelow: true as const }
  return [{ kind: 'heading', marker, text, ...above, depth: 0, nodes: [section] }]
}

function unitsOf(block: Block | Section): Unit[] {
  switch (block.type) {
    case 'section':
      return []
    case 'paragraph':
    case 'endMark':
      return said([
        {
          kind: 'text',
          marker: '',
          text: textOf(block),
          depth: 0,
          nodes: [block],
          ...about(block),
        },
      ])
    case 'signature':
      return block.children.flatMap(unitsOf)
    case 'list':
      return itemsOf(block, 1)
    case 'table':
      return said(
        block.children.map((row): Unit => {
          const text = row.children.map(textOf).join('\t')
          return { kind: 'item', marker: '', text, depth: 1, nodes: [row] }
        }),
      )
    case 'contact':
      return said(contactUnits(block))
    default:
      return said(typedUnits(block))
  }
}

/** What a line states of joint use. */
function about(line: object): { readonly about?: string } {
  const { children = [] } = line as { children?: readonly Node[] }
  const statement = children.find((child) => child.type === 'jointUseStatement')
  return statement ? { about: statement.about } : {}
}

const said = (units: readonly Unit[]) =>
  units.filter(({ marker, text }) => squash(marker + text) !== '')

function itemsOf(list: List, depth: number): Unit[] {
  return list.children.flatMap((item) => {
    const [body, nested] = item.children
    const unit: Unit = {
      kind: 'item',
      marker: item.marker,
      text: textOf(body),
      depth,
      nodes: [body],
      ...(item.id !== undefined && { id: item.id }),
      ...about(body),
    }
    return [...said([unit]), ...(nested ? itemsOf(nested, depth + 1) : [])]
  })
}

/** One that is joined stands in the unit of the one before. */
function typedUnits({ children }: TypedList): Unit[] {
  const units: Unit[] = []
  for (const child of children) {
    const { marker = '' } = child
    const own = textOf({ ...child, marker: '' })
    const last = units.at(-1)
    if (child.joined && last)
      units.splice(-1, 1, {
        ...last,
        text: last.text + marker + own,
        nodes: [...last.nodes, child],
      })
    else
      units.push({
        kind: 'item',
        marker,
        text: own,
        depth: 1,
        nodes: [child],
        ...('id' in child && { id: child.id }),
        ...about({ children: [child] }),
      })
  }
  return units
}

/** Lines; what continues a line stands in its unit. */
function contactUnits(contact: Extract<Block, { type: 'contact' }>): Unit[] {
  const lines: ContactLine[][] = []
  for (const line of contact.lines) {
    const last = lines.at(-1)
    if (line.joined && last) last.push(line)
    else lines.push([line])
  }
  return lines.map((line, i): Unit => {
    const fields = line.flatMap(({ field }) => field ?? [])
    return {
      kind: 'contact',
      marker: '',
      text: line.map(({ label, text }) => label + text).join(''),
      depth: 0,
      nodes: i === 0 ? [contact] : [],
      ...(fields.length > 0 && { about: fields.join(' ') }),
    }
  })
}
