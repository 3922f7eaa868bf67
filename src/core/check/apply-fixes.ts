import {
  type Contact,
  datesOf,
  type LawReference,
  type Node,
  type PolicyDocument,
  type Text,
} from '../document.ts'
import { lawSpans } from '../parse/laws.ts'
import { definesIn } from '../printing.ts'
import { printed } from '../render/printed.ts'
import type { Edit, Finding } from './finding.ts'
import { pieceAt } from './place.ts'

export type Fixed = {
  readonly document: PolicyDocument
  /** The findings whose fix is in it; a fix that meets another one waits for the next time. */
  readonly applied: readonly Finding[]
}

/** A document with the safe fixes of its findings; what a record prints in several places is changed in all of them. */
export function applyFixes(document: PolicyDocument, findings: readonly Finding[]): Fixed {
  const { pieces } = printed(document)
  const changes = new Map<string | Node, Change[]>()
  const applied: Finding[] = []
  let taken: readonly Edit[] = []
  for (const finding of findings) {
    const edits = finding.fix?.edits ?? []
    const targets = edits.map(({ start }) => pieceAt(pieces, start))
    // A value is a field of another record: it is corrected there.
    if (edits.length === 0 || targets.some((piece) => !piece || piece.node.type === 'value'))
      continue
    if (
      edits.some((edit) => taken.some((other) => edit.start < other.end && other.start < edit.end))
    )
      continue
    taken = [...taken, ...edits]
    applied.push(finding)
    for (const [i, { start, text, replacement }] of edits.entries()) {
      const piece = targets[i]
      if (!piece) continue
      const key = identity(piece.node)
      const change = {
        property: piece.property,
        at: piece.from + start - piece.start,
        length: text.length,
        replacement,
      }
      const known = changes.get(key) ?? []
      if (!known.some((other) => other.property === change.property && other.at === change.at))
        changes.set(key, [...known, change])
    }
  }
  const changed = rebuilt(document, changes) as PolicyDocument
  return { document: applied.length ? { ...changed, dates: datesOf(changed) } : document, applied }
}

type Change = {
  readonly property: string
  readonly at: number
  readonly length: number
  readonly replacement: string
}

/** Prints of one record are one; other nodes are themselves. */
function identity(node: Node): string | Node {
  switch (node.type) {
    case 'purpose':
    case 'exceptionClause':
    case 'safetyMeasure':
    case 'jointUsePartner':
    case 'contact':
      return `${node.type} ${node.id}`
    default:
      return node
  }
}

function rebuilt(node: Node, changes: ReadonlyMap<string | Node, readonly Change[]>): Node {
  const own = changes.get(identity(node))
  const edited = own ? withChanges(node, own) : node
  if (!('children' in edited)) return edited
  const children = (edited.children as readonly Node[]).map((child) => rebuilt(child, changes))
  return { ...edited, children } as Node
}

function withChanges(node: Node, changes: readonly Change[]): Node {
  const say = (text: string, property: string) =>
    changes
      .filter((change) => change.property === property)
      .toSorted((a, b) => b.at - a.at)
      .reduce(
        (said, { at, length, replacement }) =>
          said.slice(0, at) + replacement + said.slice(at + length),
        text,
      )
  switch (node.type) {
    case 'document':
      return { ...node, title: { ...node.title, text: say(node.title.text, 'title') } }
    case 'section': {
      const heading = say(node.heading, 'heading')
      const { defines: _, ...rest } = node
      return { ...rest, heading, number: say(node.number, 'number'), ...definesIn(heading) }
    }
    case 'listItem':
      return { ...node, marker: say(node.marker, 'marker') }
    case 'text':
      return { ...node, value: say(node.value, 'value') }
    case 'definedTerm':
      return { ...node, term: say(node.term, 'term') }
    case 'jointUsePartner':
      return { ...node, name: say(node.name, 'name') }
    case 'contact':
      return withLines(node, say)
    case 'lawReference':
      return citationIn(say(node.text, 'text'))
    case 'date':
      return { type: 'text', value: say(node.text, 'text') }
    case 'sectionReference':
      return { ...node, text: say(node.text, 'text'), follow: false }
    case 'purpose':
    case 'exceptionClause':
    case 'safetyMeasure': {
      const text = say(node.text, 'text')
      const { defines: _, ...rest } = node
      return { ...rest, ...withMarker(node, say), text, ...definesIn(text) }
    }
    case 'jointUsePurpose':
    case 'jointUseDataItem':
    case 'jointUseStatement':
    case 'procedureItem':
    case 'externalService':
      return { ...node, ...withMarker(node, say), text: say(node.text, 'text') }
    case 'termReference':
    case 'fee':
    case 'endMark':
      return { ...node, text: say(node.text, 'text') }
    default:
      return node
  }
}

type Say = (text: string, property: string) => string

const withMarker = ({ marker }: { readonly marker?: string }, say: Say) =>
  marker === undefined ? {} : { marker: say(marker, 'marker') }

function withLines(node: Contact, say: Say): Contact {
  const lines = node.lines.map((line, i) => ({
    ...line,
    label: say(line.label, `lines.${i}.label`),
    text: say(line.text, `lines.${i}.text`),
  }))
  const fields = Object.fromEntries(
    lines.flatMap(({ field, text }) => (field && node[field] !== undefined ? [[field, text]] : [])),
  )
  return { ...node, ...fields, lines }
}

/** A citation is read anew, so that it points to the article that it now names. */
function citationIn(text: string): LawReference | Text {
  const [span] = lawSpans(text)
  const isWhole = span && span.start === 0 && span.end === text.length
  return isWhole && span.node.type === 'lawReference' ? span.node : { type: 'text', value: text }
}
