import { labelOf, type PolicyDocument, type Section, textOf } from '../document.ts'
import { Pairing, type Piece, plain } from './pairing.ts'

/** Whether the same id names the same thing in both documents, as in editions of one policy, or by chance. */
export type Ids = 'permanent' | 'strange'

/** Which section before each section after goes on, by their ids. */
export function pairSections(
  before: PolicyDocument,
  after: PolicyDocument,
  ids: Ids,
): ReadonlyMap<string, string> {
  return pairing(before, after, ids).ids
}

/** The sections that go on, before and after. */
export function sectionPairs(
  before: PolicyDocument,
  after: PolicyDocument,
  ids: Ids,
): readonly (readonly [Section, Section])[] {
  return pairing(before, after, ids).pairs.map(([one, other]) => [one.section, other.section])
}

type SectionPiece = Piece & {
  readonly section: Section
  readonly parent: string | null
  /** What it prints itself, without its sub-sections. */
  readonly own: string
}

/** Permanent ids first, then equal texts, then what is alike: in its place before elsewhere. */
function pairing(before: PolicyDocument, after: PolicyDocument, ids: Ids): Pairing<SectionPiece> {
  const pairing = new Pairing(sectionsIn(before), sectionsIn(after))
  if (ids === 'permanent') pairing.byKey(({ id }) => id)
  pairing
    .byKey(({ own, section }) => JSON.stringify([labelOf(section), section.heading, own]))
    .byKey(({ own, section }) => JSON.stringify([section.heading, own]))
    .byUniqueKey((piece) => inside(String(piece.section.level), named(piece)))
  const known = pairing.ids
  return pairing
    .byUniqueKey(
      (piece) => inside(piece.parent ?? '', named(piece)),
      (piece) => inside(piece.parent === null ? '' : known.get(piece.parent), named(piece)),
    )
    .byLikeness((one, other, beside) => {
      const kin = one.section.kind === other.section.kind
      const name = named(one)
      if (name !== null && name === named(other)) return 0.2
      if (vague(one)) return beside && kin ? 0.5 : 0.6
      return kin ? (beside ? 0.35 : 0.5) : 0.6
    })
    .byUniqueKey((piece) => (vague(piece) || piece.parent !== null ? null : piece.section.kind))
    .byUniqueKey(({ id }) => id, holding(pairing))
}

/** Of a section after, the one before that holds what most of its sub-sections were. */
function holding(pairing: Pairing<SectionPiece>): (piece: SectionPiece) => string | null {
  let votes: Map<string, Map<string, number>> | undefined
  const count = () => {
    const counted = new Map<string, Map<string, number>>()
    for (const [one, other] of pairing.pairs) {
      if (one.parent === null || other.parent === null) continue
      const its = counted.get(other.parent) ?? new Map<string, number>()
      its.set(one.parent, (its.get(one.parent) ?? 0) + 1)
      counted.set(other.parent, its)
    }
    return counted
  }
  return ({ id }) => {
    votes ??= count()
    const its = [...(votes.get(id) ?? [])].sort((a, b) => b[1] - a[1])
    return its[0]?.[0] ?? null
  }
}

const named = ({ section }: SectionPiece) => plain(section.heading) || null
const inside = (place: string | undefined, name: string | null) =>
  place === undefined || name === null ? null : `${place} ${name}`
/** Kinds that say nothing of what a section is about. */
const vague = ({ section }: SectionPiece) =>
  section.kind === 'other' || section.kind === 'statement'

function sectionsIn(document: PolicyDocument): readonly SectionPiece[] {
  const pieces: SectionPiece[] = []
  const walk = (parent: PolicyDocument | Section) => {
    for (const section of parent.children) {
      if (section.type !== 'section') continue
      pieces.push(pieceOf(section, parent.type === 'section' ? parent.id : null))
      walk(section)
    }
  }
  walk(document)
  return pieces
}

/** What it says is read where it is asked for: who has its id on the other side is never asked. */
function pieceOf(section: Section, parent: string | null): SectionPiece {
  let own: string | undefined
  return {
    id: section.id,
    section,
    parent,
    get own() {
      own ??= section.children
        .filter((child) => child.type !== 'section')
        .map(textOf)
        .join('\n')
      return own
    },
    get text() {
      return `${section.heading}\n${this.own}`
    },
  }
}
