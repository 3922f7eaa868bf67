import {
  type Contact,
  contactFields,
  type Node,
  nodesOf,
  type PolicyDocument,
  textOf,
} from '../document.ts'
import { Pairing, type Piece, plain } from './pairing.ts'
import { pairSections } from './section-pairs.ts'

/** Which id before each id after goes on; what is new after has none, and what no id leads to is gone. */
export type Alignment = {
  readonly sections: ReadonlyMap<string, string>
  /** List items that something refers to. */
  readonly items: ReadonlyMap<string, string>
} & { readonly [K in AlignedKind]: ReadonlyMap<string, string> }

const alignedKinds = {
  purposes: 'purpose',
  exceptionClauses: 'exceptionClause',
  jointUsePartners: 'jointUsePartner',
  safetyMeasures: 'safetyMeasure',
  contacts: 'contact',
} as const
export type AlignedKind = keyof typeof alignedKinds
type RecordNode = Extract<Node, { type: (typeof alignedKinds)[AlignedKind] }>

/**
 * Finds what of one text is still there in another whose ids say nothing of it: last year's policy in this year's.
 * Equal texts first, then what is alike, in its place before elsewhere; one to one, so that nothing that was split or
 * merged is forced to be two things. What moved is found where it went.
 */
export function align(before: PolicyDocument, after: PolicyDocument): Alignment {
  const sections = pairSections(before, after, 'strange')
  const placesBefore = placesIn(before, (id) => id)
  const placesAfter = placesIn(after, (id) => sections.get(id) ?? null)
  const records = <K extends AlignedKind>(kind: K) =>
    alignRecords(
      recordsIn(before, alignedKinds[kind], placesBefore),
      recordsIn(after, alignedKinds[kind], placesAfter),
    )
  return {
    sections,
    items: alignItems(itemsIn(before, placesBefore), itemsIn(after, placesAfter)),
    purposes: records('purposes'),
    exceptionClauses: records('exceptionClauses'),
    jointUsePartners: records('jointUsePartners'),
    safetyMeasures: records('safetyMeasures'),
    contacts: records('contacts'),
  }
}

/* What stands in sections: where, by the id that the section had before. */

type Placed<N> = Piece & { readonly node: N; readonly place: string | null }

/** The section that each node stands in, by its id before; null in a new one, '' outside all. */
function placesIn(
  document: PolicyDocument,
  idBefore: (id: string) => string | null,
): ReadonlyMap<Node, string | null> {
  const places = new Map<Node, string | null>()
  const walk = (node: Node, place: string | null) => {
    places.set(node, place)
    const inner = node.type === 'section' ? idBefore(node.id) : place
    if ('children' in node) for (const child of node.children) walk(child, inner)
  }
  walk(document, '')
  return places
}

function recordsIn<T extends RecordNode['type']>(
  document: PolicyDocument,
  type: T,
  places: ReadonlyMap<Node, string | null>,
): readonly Placed<RecordNode>[] {
  const found = new Map<string, Placed<RecordNode>>()
  for (const node of nodesOf(document, type) as RecordNode[])
    if (!found.has(node.id))
      found.set(node.id, {
        id: node.id,
        node,
        text: sayingOf(node),
        place: places.get(node) ?? null,
      })
  return [...found.values()]
}

function alignRecords(
  before: readonly Placed<RecordNode>[],
  after: readonly Placed<RecordNode>[],
): ReadonlyMap<string, string> {
  const inPlace = (key: string | null, { place }: Placed<unknown>) =>
    key === null || place === null ? null : `${place} ${key}`
  const pairing = new Pairing(before, after)
    .byKey((piece) => inPlace(JSON.stringify([piece.text, factsOf(piece.node)]), piece))
    .byKey(({ text, node }) => JSON.stringify([text, factsOf(node)]))
    .byKey(({ text }) => text)
    .byKey(({ text }) => plain(text))
  for (const handle of handles) pairing.byUniqueKey(({ node }) => handle(node))
  return pairing
    .byLikeness((one, other, beside) => {
      const there = one.place !== null && one.place === other.place
      return there ? (beside ? 0.4 : 0.5) : 0.65
    })
    .byUniqueKey((piece) => inPlace(onlyContact(piece.node), piece)).ids
}

/** What a record says, as a reader sees it; of a partner the part of its name that tells it from others. */
function sayingOf(node: RecordNode): string {
  switch (node.type) {
    case 'jointUsePartner':
      return (
        node.name.replace(/株式会社|有限会社|合同会社|(?:一般|公益)(?:社団|財団)法人/gu, '') ||
        node.name
      )
    case 'contact':
      return textOf(node)
    default:
      return node.text
  }
}

/** What else a record states: equal texts of two grounds are two clauses. */
function factsOf(node: RecordNode): unknown {
  switch (node.type) {
    case 'exceptionClause':
      return [node.basis, node.appliesTo]
    case 'safetyMeasure':
      return node.category
    case 'jointUsePartner':
      return [node.name, node.url ?? null]
    case 'contact':
      return [node.roles, contactFields.map((field) => node[field] ?? null)]
    case 'purpose':
      return null
  }
}

/** Where a record can be reached stays when its name changes. */
const handles: readonly ((node: RecordNode) => string | null)[] = [
  (node) =>
    node.type === 'jointUsePartner' || node.type === 'contact' ? (node.url ?? null) : null,
  (node) => (node.type === 'contact' ? (node.email ?? null) : null),
  (node) => (node.type === 'contact' ? (node.tel ?? node.tollFree ?? null) : null),
]

/** The one desk of a section is that desk, whatever of it has changed. */
const onlyContact = (node: RecordNode): string | null =>
  node.type === 'contact' ? rolesOf(node) : null
const rolesOf = (contact: Contact) => [...contact.roles].sort().join(' ')

/* List items that something refers to. */

function itemsIn(document: PolicyDocument, places: ReadonlyMap<Node, string | null>) {
  return nodesOf(document, 'listItem').flatMap((node) =>
    node.id === undefined
      ? []
      : [{ id: node.id, text: textOf(node.children[0]), node, place: places.get(node) ?? null }],
  )
}

type ItemPiece = ReturnType<typeof itemsIn>[number]

function alignItems(
  before: readonly ItemPiece[],
  after: readonly ItemPiece[],
): ReadonlyMap<string, string> {
  return new Pairing(before, after)
    .byKey(({ text, place }) => (place === null ? null : JSON.stringify([place, text])))
    .byLikeness((one, other) => (one.place === other.place && one.place !== null ? 0.5 : null)).ids
}
