import type { PolicyDocument } from '../document.ts'
import { relationKinds } from '../lexical/relations.ts'
import type { PolicyRecords } from '../records.ts'
import { placeName } from './place-name.ts'
import { same } from './same.ts'

/** A place in which two policies differ, with what people call it. */
export type ChangedPlace = {
  readonly collection: keyof PolicyRecords
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly name: { readonly ja: string; readonly en: string }
}

/** Where two policies differ, section by section and record by record; named by the first document that prints it. */
export function changedPlaces(
  before: PolicyRecords,
  after: PolicyRecords,
  documents: readonly PolicyDocument[],
): readonly ChangedPlace[] {
  const place = (
    collection: keyof PolicyRecords,
    id: string,
    change: ChangedPlace['change'],
    field = '',
  ): ChangedPlace => ({
    collection,
    id,
    change,
    name: placeName({ collection, id, field }, documents),
  })
  const inPolicy = Object.entries(after.policy)
    .filter(([field, value]) => !same(before.policy[field as 'title'], value))
    .map(([field]) => place('policy', after.policy.id, 'changed', field))
  const inOrganisation = same(before.organisation, after.organisation)
    ? []
    : [place('organisation', after.organisation.id, 'changed')]
  const inRecords = (['sections', ...relationKinds] as const).flatMap((collection) => {
    const old: ReadonlyMap<string, object> = new Map(before[collection].map((one) => [one.id, one]))
    const now: ReadonlyMap<string, object> = new Map(after[collection].map((one) => [one.id, one]))
    return [
      ...[...now].flatMap(([id, one]) => {
        const known = old.get(id)
        if (!known) return [place(collection, id, 'added')]
        return same(placeless(known), placeless(one)) ? [] : [place(collection, id, 'changed')]
      }),
      ...[...old.keys()].filter((id) => !now.has(id)).map((id) => place(collection, id, 'removed')),
    ]
  })
  return [...inPolicy, ...inOrganisation, ...inRecords]
}

/** A section that another was put before says what it said. */
const placeless = (record: object) => ({ ...record, order: '' })
