import { type Change, compare } from '../compare/index.ts'
import { longestRise } from '../compare/sequence.ts'
import {
  type Block,
  childrenOf,
  headingOf,
  type Node,
  nodesOf,
  type PolicyDocument,
  type Section,
} from '../document.ts'
import { keyOf, organisationParts, type Place } from './places.ts'
import {
  kindOfNode,
  type PrintedPlace,
  printedPlaces,
  recordOf,
  recordsIn,
} from './printed-places.ts'

type RecordNode = Extract<Node, { readonly id: string }>

/**
 * What changes at each place, as a lawyer names it: each compared by itself, in texts that hold nothing else, so that
 * it costs what that place is long. A record that has a place of its own counts there, not where it is printed.
 */
export function typedChanges(
  before: PolicyDocument,
  after: PolicyDocument,
  places: readonly Place[],
): ReadonlyMap<string, readonly Change[]> {
  const known = new Set(places.map(({ key }) => key))
  const [old, now] = [printedPlaces(before), printedPlaces(after)]
  const [oldPlaces, newPlaces] = [indexOf(old), indexOf(now)]
  const [oldRecords, newRecords] = [recordNodes(before), recordNodes(after)]
  const asBefore = (node: Node) => (known.has(recordOf(node) ?? '') ? oldRecords : null)

  /** The text with these places in it and nothing else. */
  const alone = (
    own: readonly (PrintedPlace | undefined)[],
    facts: Partial<PolicyDocument> = {},
  ): PolicyDocument => ({
    ...before,
    ...facts,
    dates: [],
    children: own.flatMap((place): readonly (Block | Section)[] => {
      if (!place) return []
      return place.section ? [{ ...place.section, children: place.blocks }] : place.blocks
    }),
  })

  const inPlace = (key: string): readonly Change[] => {
    const [one, other] = [oldPlaces.get(key), newPlaces.get(key)]
    const said = other && {
      ...other,
      section:
        other.section && one?.section
          ? { ...unlabelled(other.section), number: one.section.number }
          : other.section,
      blocks: other.blocks.map((block) => exchanged(block, asBefore)),
    }
    const bare = one && {
      ...one,
      section: one.section && unlabelled(one.section, one.section.number),
    }
    return compare(alone([bare]), alone([said])).changes
  }

  const changesAt = (place: Place): readonly Change[] => {
    switch (place.of) {
      case 'policy':
        if (place.field === 'title')
          return compare(alone([]), alone([], { title: after.title })).changes
        if (place.field === 'service')
          return compare(alone([]), alone([], { organisation: withService(before, after) })).changes
        if (place.field === 'numbering') return renumbered(old, newPlaces)
        return inPlace(place.key)
      case 'organisation': {
        const fields = organisationParts[place.field]
        const facts = fields.map((field) => [field, after.organisation[field]])
        const organisation = { ...before.organisation, ...Object.fromEntries(facts) }
        return compare(alone([]), alone([], { organisation })).changes
      }
      case 'section':
        return place.how === 'moved'
          ? moved(oldPlaces.get(keyOf.section(place.id)), newPlaces.get(keyOf.section(place.id)))
          : inPlace(place.key)
      case 'record': {
        const printing = old.filter((own) => recordsIn(own).has(place.key))
        const change = (node: Node) => (recordOf(node) === place.key ? newRecords : null)
        return compare(
          alone(printing),
          alone(
            printing.map((own) => ({
              ...own,
              blocks: own.blocks.map((block) => exchanged(block, change)),
            })),
          ),
        ).changes
      }
      case 'order':
        return reordered(before, after, place.parent)
      case 'language':
        return []
    }
  }
  return new Map(places.map((place) => [place.key, changesAt(place)]))
}

const indexOf = (places: readonly PrintedPlace[]): ReadonlyMap<string, PrintedPlace> =>
  new Map(places.map((place) => [place.key, place]))

/** Numbers are counted anew wherever a section comes to stand. */
function unlabelled({ bullet: _, ...section }: Section, number = ''): Section {
  return { ...section, number }
}

function withService(before: PolicyDocument, after: PolicyDocument) {
  const { service: _, ...own } = before.organisation
  const { service } = after.organisation
  return service ? { ...own, service } : own
}

function renumbered(
  before: readonly PrintedPlace[],
  after: ReadonlyMap<string, PrintedPlace>,
): readonly Change[] {
  return before.flatMap(({ key, section }): Change[] => {
    const now = after.get(key)?.section
    if (!section || !now || headingOf(section) === headingOf(now)) return []
    return section.heading === now.heading ? [ofSection('renumbered', section, now)] : []
  })
}

function moved(one: PrintedPlace | undefined, other: PrintedPlace | undefined): readonly Change[] {
  return one?.section && other?.section ? [ofSection('moved', one.section, other.section)] : []
}

/** Of brothers that stay, as many as can stay in order; the rest moved. */
function reordered(
  before: PolicyDocument,
  after: PolicyDocument,
  parent: string | null,
): readonly Change[] {
  const inFamily = (document: PolicyDocument): readonly Section[] => {
    const own =
      parent === null ? document : nodesOf(document, 'section').find(({ id }) => id === parent)
    return (own?.children ?? []).filter((child) => child.type === 'section')
  }
  const [old, now] = [inFamily(before), inFamily(after)]
  const pairs = now.flatMap((section) => {
    const at = old.findIndex(({ id }) => id === section.id)
    const own = old[at]
    return own ? [{ at, own, section }] : []
  })
  const stayed = longestRise(pairs.map(({ at }) => at))
  return pairs.flatMap(({ own, section }, i) =>
    stayed.has(i) ? [] : [ofSection('moved', own, section)],
  )
}

const ofSection = (how: 'moved' | 'renumbered', one: Section, other: Section): Change => ({
  of: 'section',
  how,
  before: headingOf(one),
  after: headingOf(other),
  where: { before: one.id, after: other.id },
})

function recordNodes(document: PolicyDocument): ReadonlyMap<string, RecordNode> {
  const found = new Map<string, RecordNode>()
  for (const type of Object.keys(kindOfNode) as RecordNode['type'][])
    for (const node of nodesOf(document, type)) found.set(recordOf(node) ?? '', node as RecordNode)
  return found
}

/** The block with the records that `from` names as they stand there; where they stand is the block's. */
function exchanged<N extends Node>(
  node: N,
  from: (node: Node) => ReadonlyMap<string, RecordNode> | null,
): N {
  const other = from(node)?.get(recordOf(node) ?? '')
  if (other && node.type === 'value') {
    const text = (other as { readonly [field: string]: unknown })[node.field]
    return { ...node, text: typeof text === 'string' ? text : node.text }
  }
  if (other) {
    const { marker, joined, group } = node as { marker?: string; joined?: true; group?: string }
    const {
      marker: _,
      joined: __,
      group: ___,
      ...said
    } = other as object as {
      [field: string]: unknown
    }
    return {
      ...said,
      ...(marker !== undefined && { marker }),
      ...(joined && { joined }),
      ...(group !== undefined && { group }),
    } as unknown as N
  }
  if (!('children' in node)) return node
  return { ...node, children: childrenOf(node).map((child) => exchanged(child, from)) }
}
