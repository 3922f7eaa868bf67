import { relationKinds } from '../lexical/relations.ts'
import type { Localised, OrganisationRecord, PolicyRecords, SectionRecord } from '../records.ts'
import { inFamily, unionOrder } from './families.ts'
import { byId, keyOf, type OrganisationPart, organisationParts } from './places.ts'
import type { Sides } from './sides.ts'

/**
 * The records of an edition with some changes of the working copy taken over: these as the working copy has them, and
 * everything else as the edition had it. The keys are closed over what they need; `pick` sees to it.
 */
export function taken(sides: Sides, keys: ReadonlySet<string>): PolicyRecords {
  const { edition, working, stored } = sides
  const of = <T>(key: string, { edition: own, working: other }: { edition: T; working: T }): T =>
    keys.has(key) ? other : own
  const both = <K extends keyof PolicyRecords['policy']>(field: K) => ({
    edition: edition.policy[field],
    working: working.policy[field],
  })
  return {
    organisation: { ...stored.organisation, ...organisation(sides, keys) },
    policy: {
      ...stored.policy,
      title: of(keyOf.policy('title'), both('title')),
      titlePrinted: of(keyOf.policy('title'), both('titlePrinted')),
      service: of(keyOf.policy('service'), both('service')),
      numbering: numbering(sides, keys.has(keyOf.policy('numbering'))),
      preamble: of(keyOf.policy('preamble'), both('preamble')),
      closing: of(keyOf.policy('closing'), both('closing')),
    },
    sections: sections(sides, keys),
    ...records(sides, keys),
  }
}

function organisation({ edition, working }: Sides, keys: ReadonlySet<string>) {
  const parts = Object.entries(organisationParts) as [
    OrganisationPart,
    readonly (keyof OrganisationRecord)[],
  ][]
  return Object.fromEntries(
    parts.flatMap(([part, fields]) => {
      const side = keys.has(keyOf.organisation(part)) ? working : edition
      return fields.map((field) => [field, side.organisation[field]])
    }),
  )
}

/** Level by level; a level that is numbered on one side only is numbered as there. */
function numbering(
  { edition, working, languages }: Sides,
  isTaken: boolean,
): PolicyRecords['policy']['numbering'] {
  const [first, second] = (
    isTaken ? [working.policy, edition.policy] : [edition.policy, working.policy]
  ).map((policy) => policy.numbering)
  const depth = Math.max(first?.length ?? 0, second?.length ?? 0)
  return Array.from({ length: depth }, (_, i) => ({
    style: Object.fromEntries(
      languages.map((language) => [
        language,
        first?.[i]?.style[language] || second?.[i]?.style[language] || null,
      ]),
    ) as Localised<string>,
  }))
}

function sections(
  { edition, working }: Sides,
  keys: ReadonlySet<string>,
): readonly SectionRecord[] {
  const [old, now] = [byId(edition.sections), byId(working.sections)]
  const isNumbered = keys.has(keyOf.policy('numbering'))
  const kept = [...new Set([...now.keys(), ...old.keys()])].flatMap((id): SectionRecord[] => {
    const [own, other] = [old.get(id), now.get(id)]
    const isTaken = keys.has(keyOf.section(id))
    if (own && other) {
      const { numbered, number } = isNumbered ? other : own
      const { parent } = keys.has(keyOf.moved(id)) ? other : own
      return [{ ...(isTaken ? other : own), numbered, number, parent }]
    }
    if (other) return isTaken ? [other] : []
    return own && !isTaken ? [own] : []
  })
  const present = byId(kept)
  return [...new Set(kept.map(({ parent }) => parent))].flatMap((parent) =>
    unionOrder(
      inFamily(edition.sections, parent),
      inFamily(working.sections, parent),
      keys.has(keyOf.order(parent)),
    )
      .flatMap((id) => present.get(id) ?? [])
      .filter((section) => section.parent === parent)
      .map((section, i) => ({ ...section, order: String(i).padStart(6, '0') })),
  )
}

function records(
  { edition, working }: Sides,
  keys: ReadonlySet<string>,
): Pick<PolicyRecords, (typeof relationKinds)[number]> {
  return Object.fromEntries(
    relationKinds.map((kind) => {
      const [old, now] = [edition[kind], working[kind]].map((list) =>
        byId(list as readonly { readonly id: string }[]),
      ) as [ReadonlyMap<string, object>, ReadonlyMap<string, object>]
      const ids = [...new Set([...now.keys(), ...old.keys()])]
      return [
        kind,
        ids.map((id) => {
          const [own, other] = [old.get(id), now.get(id)]
          return keys.has(keyOf.record(kind, id)) ? (other ?? own) : (own ?? other)
        }),
      ]
    }),
  ) as unknown as Pick<PolicyRecords, (typeof relationKinds)[number]>
}
