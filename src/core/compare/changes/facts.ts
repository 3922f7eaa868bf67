import { type Node, type NodeOf, type Section, textOf } from '../../document.ts'
import { squash } from '../../fold.ts'
import type { Matching } from '../matching.ts'
import { Pairing } from '../pairing.ts'
import type { Row } from '../rows.ts'
import type { Unit } from '../units.ts'
import type { Where } from './change.ts'

/** The nodes that mean more than their words. */
export const factTypes = [
  'purpose',
  'exceptionClause',
  'jointUsePartner',
  'jointUsePurpose',
  'jointUseDataItem',
  'jointUseStatement',
  'safetyMeasure',
  'contact',
  'fee',
  'procedureItem',
  'externalService',
  'date',
] as const
export type FactType = (typeof factTypes)[number]

/** A typed node where it stands. */
export type Fact<T extends FactType = FactType> = {
  readonly node: NodeOf<T>
  /** What it prints, without its marker. */
  readonly text: string
  readonly section: Section | null
}
/** What became of facts: one of one; none of one, or one of none; several of one where they were merged or split. */
export type Fate<T extends FactType> = {
  readonly before: readonly Fact<T>[]
  readonly after: readonly Fact<T>[]
}

export type Facts = { readonly of: <T extends FactType>(type: T) => readonly Fate<T>[] }

/** The facts of both documents, paired: those that say the same in their places are left out. */
export function factsOf({ parts, ids, sections }: Matching): Facts {
  const fates = new Map<FactType, Fate<FactType>[]>()
  const open = new Map<FactType, { before: Fact[]; after: Fact[] }>()
  for (const { before, after, rows } of parts)
    for (const row of rows) {
      const [own, other] = [
        factsIn(row.before, before?.section ?? null),
        factsIn(row.after, after?.section ?? null),
      ]
      for (const type of new Set([...own, ...other].map(({ node }) => node.type))) {
        const isOfType = ({ node }: Fact) => node.type === type
        const [left, right] = [own.filter(isOfType), other.filter(isOfType)]
        const known = fates.get(type) ?? []
        const waiting = open.get(type) ?? { before: [], after: [] }
        fates.set(type, known)
        open.set(type, waiting)
        pairInRow(row, left, right, known, waiting)
      }
    }
  for (const [type, { before, after }] of open)
    fates.get(type)?.push(...elsewhere(before, after, sections, ids === 'permanent'))
  return {
    of: <T extends FactType>(type: T) => (fates.get(type) ?? []) as unknown as readonly Fate<T>[],
  }
}

function pairInRow(
  row: Row,
  left: readonly Fact[],
  right: readonly Fact[],
  fates: Fate<FactType>[],
  open: { before: Fact[]; after: Fact[] },
): void {
  if (row.same && left.length === right.length) {
    left.forEach((one, i) => {
      const other = right[i] as Fact
      if (saying(one) !== saying(other)) fates.push({ before: [one], after: [other] })
    })
    return
  }
  const isParted = row.before.length + row.after.length > 2
  if (isParted && left.length > 0 && right.length > 0 && left.length !== right.length) {
    fates.push({ before: left, after: right })
    return
  }
  const gone = [...left]
  const fresh: Fact[] = []
  for (const fact of right) {
    const i = gone.findIndex((one) => saying(one) === saying(fact))
    if (i >= 0) gone.splice(i, 1)
    else fresh.push(fact)
  }
  if (gone.length === fresh.length)
    for (const [i, one] of gone.entries()) fates.push({ before: [one], after: [fresh[i] as Fact] })
  else {
    open.before.push(...gone)
    open.after.push(...fresh)
  }
}

/** What left its place may stand in another: then it says the same, or nearly. */
function elsewhere(
  before: readonly Fact[],
  after: readonly Fact[],
  sections: ReadonlyMap<Section, Section>,
  hasPermanentIds: boolean,
): Fate<FactType>[] {
  const pieces = (facts: readonly Fact[]) =>
    facts.map((fact, i) => ({ id: String(i), text: fact.text, fact }))
  const [own, other] = [pieces(before), pieces(after)]
  const idOf = ({ node }: Fact) => ('id' in node && hasPermanentIds ? node.id : null)
  const { pairs } = new Pairing(own, other)
    .byKey(({ fact }) => saying(fact))
    .byKey(({ fact }) => idOf(fact))
    .byKey(({ text }) => text)
    .byLikeness((one) => (one.text.length >= 8 ? 0.65 : null))
    .byUniqueKey(
      ({ fact }) => roleIn(fact.section, fact),
      ({ fact }) => roleIn(fact.section && (sections.get(fact.section) ?? null), fact),
    )
  const paired = new Set(pairs.flat().map(({ fact }) => fact))
  const fates: Fate<FactType>[] = pairs.map(([one, two]) => ({
    before: [one.fact],
    after: [two.fact],
  }))
  for (const side of ['before', 'after'] as const)
    for (const fact of side === 'before' ? before : after)
      if (!paired.has(fact)) join(fact, side, fates)
  return fates.filter(
    ({ before: [one, ...more], after: [two, ...others] }) =>
      !one || !two || more.length + others.length > 0 || saying(one) !== saying(two),
  )
}

/** What stands alone may make a pair whole: two items that were merged into one, or one that was split. */
function join(fact: Fact, side: 'before' | 'after', fates: Fate<FactType>[]): void {
  const other = side === 'before' ? 'after' : 'before'
  const i = fates.findIndex((fate) => {
    const [own, ...more] = fate[side]
    const [whole, ...others] = fate[other]
    if (!own || !whole || more.length + others.length > 0) return false
    const joined = squash(whole.text)
    return [own.text + fact.text, fact.text + own.text].some((text) => squash(text) === joined)
  })
  const fate = fates[i]
  if (fate) fates.splice(i, 1, { ...fate, [side]: [...fate[side], fact] })
  else fates.push({ before: [], after: [], [side]: [fact] })
}

/**
 * The one desk of a section is that desk, what is said of who answers for joint use is said of it, and who alone came
 * where one alone left took that one's place.
 */
function roleIn(sectionBefore: Section | null, { node }: Fact): string | null {
  if (node.type === 'jointUseStatement') return node.about
  return (node.type === 'contact' || node.type === 'jointUsePartner') && sectionBefore
    ? sectionBefore.id
    : null
}

function factsIn(units: readonly Unit[], section: Section | null): Fact[] {
  const facts: Fact[] = []
  const walk = (node: Node) => {
    if (isFact(node)) {
      facts.push(factOf(node, section))
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  for (const { kind, nodes } of units) if (kind !== 'heading') for (const node of nodes) walk(node)
  return facts
}

/** What it says is read where it is asked for: most facts are the same as before. */
function factOf(node: NodeOf<FactType>, section: Section | null): Fact {
  let text: string | undefined
  return {
    node,
    section,
    get text() {
      text ??= textOf('marker' in node ? { ...node, marker: '' } : node)
      return text
    },
  }
}

const types: ReadonlySet<string> = new Set(factTypes)
const isFact = (node: Node): node is NodeOf<FactType> => types.has(node.type)

/** What counts a fact is no part of what it says, nor is its id; whether it has a line of its own is. */
function saying({ node }: Fact): string {
  const { id: _, marker: __, ...own } = node as Partial<Record<'id' | 'marker', unknown>>
  return JSON.stringify(own)
}

/** What a fate says in print, and where. */
export function told<T extends FactType>({
  before,
  after,
}: Fate<T>): {
  readonly before: string | null
  readonly after: string | null
  readonly where: Where
} {
  const text = (facts: readonly Fact<T>[]) =>
    facts.length > 0 ? facts.map((fact) => fact.text).join('\n') : null
  return {
    before: text(before),
    after: text(after),
    where: { before: before[0]?.section?.id ?? null, after: after[0]?.section?.id ?? null },
  }
}

/** Whether something was added, removed, changed, and of several, whether they were merged or split. */
export function howOf<T extends FactType>({ before, after }: Fate<T>) {
  if (before.length === 0) return 'added'
  if (after.length === 0) return 'removed'
  if (before.length > after.length) return 'merged'
  return before.length < after.length ? 'split' : 'changed'
}

/** The same for kinds of which one is never several. */
export function made<T extends FactType>(fate: Fate<T>): 'added' | 'removed' | 'changed' {
  const how = howOf(fate)
  return how === 'added' || how === 'removed' ? how : 'changed'
}

/** The fact that stands for a fate: what is now, or what was. */
export function standing<T extends FactType>({ before, after }: Fate<T>): NodeOf<T> {
  const fact = after[0] ?? before[0]
  if (!fact) throw new RangeError('Expected a fate of at least one fact')
  return fact.node
}
