import type { Node, PolicyDocument, Section } from '../document.ts'
import { sideBySide } from './sequence.ts'

/**
 * How a node is made out of the document before: taken over (with `count` from its brothers), taken over with other
 * fields or children, or new. Places are JSON Pointers (RFC 6901) into the document before.
 */
export type Patch =
  | { readonly keep: string; readonly count?: number }
  | {
      readonly change: string
      readonly set?: { readonly [field: string]: unknown }
      readonly drop?: readonly string[]
      /** Without them, the children stay as they were. */
      readonly children?: readonly Patch[]
    }
  /** With `children`, what is new holds what was there. */
  | { readonly insert: Node; readonly children?: readonly Patch[] }

/** What has to be done to the one document to get the other. */
export function patchOf(
  before: PolicyDocument,
  after: PolicyDocument,
  sections: ReadonlyMap<Section, Section>,
): Patch {
  const places = new Map<Node, string>()
  const walk = (node: Node, place: string) => {
    places.set(node, place)
    if ('children' in node)
      for (const [i, child] of node.children.entries()) walk(child, `${place}/children/${i}`)
  }
  walk(before, '')
  /** The same number for what is the same to the character, and for nothing else. */
  const numbers = new Map<string, number>()
  const known = new Map<Node, number>()
  const numberOf = (node: Node): number => {
    const own = known.get(node)
    if (own !== undefined) return own
    const text = JSON.stringify(
      'children' in node ? { ...node, children: node.children.map(numberOf) } : node,
    )
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    known.set(node, number)
    return number
  }
  const placeOf = (node: Node) => places.get(node) ?? ''

  function changed(one: Node, other: Node): Patch {
    if (numberOf(one) === numberOf(other)) return { keep: placeOf(one) }
    const { children: _, ...own } = one as Fields
    const { children: __, ...wanted } = other as Fields
    const set = Object.fromEntries(
      Object.entries(wanted).filter(
        ([field, value]) => JSON.stringify(own[field]) !== JSON.stringify(value),
      ),
    )
    const drop = Object.keys(own).filter((field) => !(field in wanted))
    const within =
      'children' in one && 'children' in other && !sameChildren(one.children, other.children)
        ? { children: inside(one, other) }
        : {}
    return {
      change: placeOf(one),
      ...(Object.keys(set).length > 0 && { set }),
      ...(drop.length > 0 && { drop }),
      ...within,
    }
  }

  const sameChildren = (one: readonly Node[], other: readonly Node[]) =>
    one.length === other.length &&
    one.every((child, i) => numberOf(child) === numberOf(other[i] as Node))

  /** Sections come from wherever they stood; everything else from its brothers. */
  function inside(one: Parent, other: Parent): readonly Patch[] {
    const isBlock = (child: Node) => child.type !== 'section'
    const own = (one.children as readonly Node[]).filter(isBlock)
    const made = new Map<Node, Patch>()
    for (const { same, before: left, after: right } of sideBySide(
      own,
      (other.children as readonly Node[]).filter(isBlock),
      (child) => String(numberOf(child)),
    ))
      right.forEach((child, i) => {
        const partner = left[i]
        if (same && partner) made.set(child, { keep: placeOf(partner) })
        else if (partner?.type === child.type && 'children' in child)
          made.set(child, changed(partner, child))
      })
    return runs(
      other.children.map((child): Patch => {
        const partner = child.type === 'section' ? sections.get(child) : undefined
        return partner ? changed(partner, child) : (made.get(child) ?? inserted(child))
      }),
    )
  }

  function inserted(node: Node): Patch {
    return node.type === 'section' && holdsOld(node)
      ? { insert: { ...node, children: [] }, children: inside({ ...node, children: [] }, node) }
      : { insert: node }
  }
  const holdsOld = (section: Section): boolean =>
    section.children.some(
      (child) => child.type === 'section' && (sections.has(child) || holdsOld(child)),
    )

  return changed(before, after)
}

/** The document that a patch makes of the one before. */
export function apply(before: PolicyDocument, patch: Patch): PolicyDocument {
  const [document] = made(before, patch)
  if (document?.type !== 'document')
    throw new TypeError(`Expected a patch of a document, not of \`${document?.type}\``)
  return document
}

function made(before: PolicyDocument, patch: Patch): readonly Node[] {
  if ('insert' in patch)
    return [
      patch.children
        ? ({ ...patch.insert, children: childrenOf(before, patch.children) } as Node)
        : patch.insert,
    ]
  if ('keep' in patch) {
    const [, parent = '', index = ''] = /^(.*)\/children\/(\d+)$/.exec(patch.keep) ?? []
    if (index === '') return [at(before, patch.keep)]
    const { children = [] } = at(before, parent) as Fields & { children?: readonly Node[] }
    return children.slice(Number(index), Number(index) + (patch.count ?? 1))
  }
  const { children, ...own } = at(before, patch.change) as Fields & { children?: readonly Node[] }
  const kept = Object.entries(own).filter(([field]) => !patch.drop?.includes(field))
  return [
    {
      ...Object.fromEntries(kept),
      ...patch.set,
      ...(patch.children
        ? { children: childrenOf(before, patch.children) }
        : children && { children }),
    } as unknown as Node,
  ]
}

const childrenOf = (before: PolicyDocument, patches: readonly Patch[]) =>
  patches.flatMap((child) => made(before, child))

function at(document: PolicyDocument, place: string): Node {
  let node: Node | undefined = document
  for (const [, index] of place.matchAll(/\/children\/(\d+)/g)) {
    const inner: readonly Node[] = node && 'children' in node ? node.children : []
    node = inner[Number(index)]
  }
  if (!node) throw new RangeError(`Expected a node of the document at \`${place}\``)
  return node
}

/** Brothers that are taken over one after the other, as one. */
function runs(patches: readonly Patch[]): readonly Patch[] {
  const done: Patch[] = []
  for (const patch of patches) {
    const last = done.at(-1)
    if (last && 'keep' in last && 'keep' in patch && follows(last, patch.keep))
      done.splice(-1, 1, { keep: last.keep, count: (last.count ?? 1) + 1 })
    else done.push(patch)
  }
  return done
}

function follows(
  { keep, count = 1 }: { readonly keep: string; readonly count?: number },
  next: string,
) {
  const [, parent, index] = /^(.*\/)(\d+)$/.exec(keep) ?? []
  return index !== undefined && next === `${parent}${Number(index) + count}`
}

type Parent = Extract<Node, { readonly children: readonly Node[] }>
type Fields = { readonly [field: string]: unknown }
