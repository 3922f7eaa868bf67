import { type RelationKind, relationKinds } from '../lexical/relations.ts'
import { same } from '../merge/same.ts'
import type { OrganisationRecord, PolicyRecords, SectionRecord } from '../records.ts'
import { inFamily } from './families.ts'
import type { Sides } from './sides.ts'

/** What differs between an edition and the working copy, and can be taken over without the rest. */
export type Place =
  | { readonly key: string; readonly of: 'policy'; readonly field: PolicyField }
  | { readonly key: string; readonly of: 'organisation'; readonly field: OrganisationPart }
  | {
      readonly key: string
      readonly of: 'section'
      readonly id: string
      /** `moved`: it stands below another section. */
      readonly how: 'added' | 'removed' | 'changed' | 'moved'
    }
  /** The order of what stays below one section, or of what stands below none. */
  | { readonly key: string; readonly of: 'order'; readonly parent: string | null }
  | {
      readonly key: string
      readonly of: 'record'
      readonly kind: RelationKind
      readonly id: string
    }
  | { readonly key: string; readonly of: 'language'; readonly language: string }

const policyFields = ['title', 'service', 'numbering', 'preamble', 'closing'] as const
type PolicyField = (typeof policyFields)[number]

/** The facts of an organisation that change together. */
export const organisationParts = {
  legalName: ['legalName'],
  selfTerm: ['selfTerm'],
  representatives: ['representatives'],
  address: ['postalCode', 'address'],
  corporateNumber: ['corporateNumber'],
  url: ['url'],
} as const satisfies { readonly [part: string]: readonly (keyof OrganisationRecord)[] }
export type OrganisationPart = keyof typeof organisationParts

/** What a section says, whatever its number and its place. */
const sectionText = ['kind', 'heading', 'headingAbove', 'body', 'end'] as const
const sectionNumber = ['numbered', 'number'] as const

export const keyOf = {
  policy: (field: PolicyField) => `policy/${field}`,
  organisation: (part: OrganisationPart) => `organisation/${part}`,
  section: (id: string) => `sections/${id}`,
  moved: (id: string) => `sections/${id}/place`,
  order: (parent: string | null) => `sections/${parent === null ? '' : `${parent}/`}order`,
  record: (kind: RelationKind, id: string) => `${kind}/${id}`,
  language: (language: string) => `languages/${language}`,
}

type Identified = { readonly id: string }
export const byId = <T extends Identified>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]))

/** All that differs, place by place. A record that only one side has comes and goes with what prints it. */
export function differingPlaces(sides: Sides): readonly Place[] {
  const { edition, working } = sides
  return [
    ...policyFields
      .filter((field) => differsInPolicy(field, edition, working))
      .map((field): Place => ({ key: keyOf.policy(field), of: 'policy', field })),
    ...(Object.keys(organisationParts) as OrganisationPart[])
      .filter(
        (part) => !sameIn(organisationParts[part], edition.organisation, working.organisation),
      )
      .map((field): Place => ({ key: keyOf.organisation(field), of: 'organisation', field })),
    ...sectionPlaces(edition, working),
    ...relationKinds.flatMap((kind) => recordPlaces(kind, edition[kind], working[kind])),
    ...[...sides.newLanguages, ...sides.goneLanguages].map(
      (language): Place => ({ key: keyOf.language(language), of: 'language', language }),
    ),
  ]
}

function differsInPolicy(
  field: PolicyField,
  { policy: before, sections: old }: PolicyRecords,
  { policy: after, sections: now }: PolicyRecords,
): boolean {
  switch (field) {
    case 'title':
      return !sameIn(['title', 'titlePrinted'], before, after)
    case 'numbering': {
      const known = byId(old)
      return (
        before.numbering.some(({ style }, i) =>
          Object.entries(style).some(([language, own]) => {
            const other = after.numbering[i]?.style[language]
            return own && other && own !== other
          }),
        ) ||
        now.some((section) => {
          const own = known.get(section.id)
          return own !== undefined && !sameIn(sectionNumber, own, section)
        })
      )
    }
    default:
      return !same(before[field], after[field])
  }
}

/** Whether a section that both sides have is numbered by hand, and otherwise than before. */
export function isNumberedByHand(edition: PolicyRecords, working: PolicyRecords): boolean {
  const known = byId(edition.sections)
  return working.sections.some((section) => {
    const own = known.get(section.id)
    return (
      own !== undefined &&
      !sameIn(sectionNumber, own, section) &&
      (own.numbered === 'printed' || section.numbered === 'printed')
    )
  })
}

function sameIn<T>(fields: readonly (keyof T)[], one: T, other: T): boolean {
  return fields.every((field) => same(one[field], other[field]))
}

function sectionPlaces(edition: PolicyRecords, working: PolicyRecords): readonly Place[] {
  const [old, now] = [byId(edition.sections), byId(working.sections)]
  const place = (id: string, how: 'added' | 'removed' | 'changed' | 'moved'): Place => ({
    key: how === 'moved' ? keyOf.moved(id) : keyOf.section(id),
    of: 'section',
    id,
    how,
  })
  const parents = new Set(working.sections.map(({ parent }) => parent))
  return [
    ...[...now.values()].flatMap((section): Place[] => {
      const own = old.get(section.id)
      if (!own) return [place(section.id, 'added')]
      return [
        ...(sameIn<SectionRecord>(sectionText, own, section) ? [] : [place(own.id, 'changed')]),
        ...(own.parent === section.parent ? [] : [place(own.id, 'moved')]),
      ]
    }),
    ...[...old.keys()].filter((id) => !now.has(id)).map((id) => place(id, 'removed')),
    ...[...parents]
      .filter((parent) => {
        const before = inFamily(edition.sections, parent)
        const after = inFamily(working.sections, parent)
        const stayed = before.filter((id) => after.includes(id))
        return after.filter((id) => before.includes(id)).some((id, i) => id !== stayed[i])
      })
      .map((parent): Place => ({ key: keyOf.order(parent), of: 'order', parent })),
  ]
}

function recordPlaces(
  kind: RelationKind,
  before: readonly Identified[],
  after: readonly Identified[],
): readonly Place[] {
  const old = byId(before)
  return after
    .filter((record) => {
      const own = old.get(record.id)
      return own !== undefined && !same(own, record)
    })
    .map(({ id }): Place => ({ key: keyOf.record(kind, id), of: 'record', kind, id }))
}
