import type { RelationKind } from '../lexical/relations.ts'
import type { PolicyRecords, SectionRecord } from '../records.ts'
import { mergeFields, type Three } from './merge-fields.ts'
import { mergeOrder } from './merge-order.ts'
import { same } from './same.ts'

/** A place that both sides changed, each in its own way. `field` is `id` where one side took out what the other changed. */
export type MergeConflict = {
  readonly collection: keyof PolicyRecords
  readonly id: string
  readonly field: string
}

export type Merged = {
  readonly records: PolicyRecords
  readonly conflicts: readonly MergeConflict[]
}

/**
 * Two policies made from one, made one again: what `ours` and what `theirs` changed in `base`, section by section and
 * record by record under their permanent ids. A place is never made up of both sides: what both changed is a conflict.
 */
export function mergeRecords(three: Three<PolicyRecords>): Merged {
  const conflicts: MergeConflict[] = []
  const conflict = (collection: keyof PolicyRecords, id: string) => (field: string) =>
    void conflicts.push({ collection, id, field })
  const of = <K extends keyof PolicyRecords>(name: K): Three<PolicyRecords[K]> => ({
    base: three.base[name],
    ours: three.ours[name],
    theirs: three.theirs[name],
  })
  const { organisation, policy } = three.theirs
  const printed = <K extends RelationKind>(kind: K) =>
    mergePrinted<PolicyRecords[K][number]>(of(kind), (id) => conflict(kind, id)) as PolicyRecords[K]
  return {
    records: {
      organisation: mergeFields(of('organisation'), conflict('organisation', organisation.id)),
      policy: mergeFields(of('policy'), conflict('policy', policy.id)),
      sections: mergeSections(of('sections'), (id) => conflict('sections', id)),
      purposes: printed('purposes'),
      exceptionClauses: printed('exceptionClauses'),
      jointUsePartners: printed('jointUsePartners'),
      safetyMeasures: printed('safetyMeasures'),
      contacts: printed('contacts'),
    },
    conflicts,
  }
}

type At = (id: string) => (field: string) => void
type Identified = { readonly id: string }

const idsOf = (records: readonly Identified[]) => records.map(({ id }) => id)
const index = <T extends Identified>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]))
const indices = <T extends Identified>({ base, ours, theirs }: Three<readonly T[]>) => ({
  base: index(base),
  ours: index(ours),
  theirs: index(theirs),
})

/** Records are there because a body prints them: what either side still has is there to be printed. */
function mergePrinted<T extends Identified>(three: Three<readonly T[]>, at: At): readonly T[] {
  const { base, ours, theirs } = indices(three)
  return [...new Set([...idsOf(three.theirs), ...idsOf(three.ours)])].map((id) => {
    const [own, other] = [ours.get(id), theirs.get(id)]
    if (own && other)
      return mergeFields(
        { base: base.get(id) ?? ({} as T), ours: own, theirs: other } as Three<Identified>,
        at(id),
      ) as T
    return (own ?? other) as T
  })
}

function mergeSections(three: Three<readonly SectionRecord[]>, at: At): readonly SectionRecord[] {
  const { base, ours, theirs } = indices(three)
  const kept = [...new Set([...idsOf(three.theirs), ...idsOf(three.ours)])].flatMap((id) => {
    const [before, own, other] = [base.get(id), ours.get(id), theirs.get(id)]
    if (own && other) {
      const placeless = { base: unplaced(before), ours: unplaced(own), theirs: unplaced(other) }
      return [mergeFields(placeless, at(id)) as SectionRecord]
    }
    const only = (own ?? other) as SectionRecord
    // Taken out on the other side: for good if nothing was changed on this one.
    if (before && !same(unplaced(before), unplaced(only))) at(id)('id')
    return before ? [] : [only]
  })
  return ordered(kept, three, at)
}

/** The order of a section is that among its siblings, which says nothing of itself. */
const unplaced = (section: SectionRecord | undefined) => ({ ...section, order: '' })

function ordered(
  kept: readonly SectionRecord[],
  three: Three<readonly SectionRecord[]>,
  at: At,
): readonly SectionRecord[] {
  const present = index(kept)
  const orphans = kept.filter(({ parent }) => parent !== null && !present.has(parent))
  for (const { id } of orphans) at(id)('parent')
  const parents = [...new Set(kept.map(({ parent }) => parent))]
  return parents.flatMap((parent) => {
    const siblings = (sections: readonly SectionRecord[]) =>
      sections
        .filter(({ id }) => present.get(id)?.parent === parent)
        .toSorted((a, b) => (a.order < b.order ? -1 : 1))
        .map(({ id }) => id)
    const lists = {
      base: siblings(three.base),
      ours: siblings(three.ours),
      theirs: siblings(three.theirs),
    }
    const order = mergeOrder(lists)
    if (!order) for (const id of lists.theirs.slice(0, 1)) at(id)('order')
    return (order ?? lists.theirs).map((id, i) => ({
      ...(present.get(id) as SectionRecord),
      order: String(i).padStart(6, '0'),
    }))
  })
}
