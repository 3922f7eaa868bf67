import type { Finding, Place } from './finding.ts'

/** A rule that somebody switched off, for the whole policy or for one place in it, and why. */
export type Suppression = {
  readonly ruleId: string
  /** The id of a record or a section, or one of `ownPlaces`. @default the whole policy */
  readonly place?: string
  readonly reason: string
}
export type Suppressed = { readonly finding: Finding; readonly reason: string }

/** The texts that are the policy's own and no record's. */
export const ownPlaces = ['title', 'preamble', 'closing'] as const

export function suppress(
  all: readonly Finding[],
  suppressions: readonly Suppression[],
): { readonly findings: readonly Finding[]; readonly suppressed: readonly Suppressed[] } {
  const findings: Finding[] = []
  const suppressed: Suppressed[] = []
  for (const finding of all) {
    const { ruleId, place } = finding
    const why = suppressions.find(
      (one) => one.ruleId === ruleId && (one.place === undefined || isAt(place, one.place)),
    )
    if (why) suppressed.push({ finding, reason: why.reason })
    else findings.push(finding)
  }
  return { findings, suppressed }
}

const isAt = (place: Place, name: string) =>
  name === place.section || name === place.record?.id || name === ownPlaceOf(place)

/** The text of the policy itself that a finding speaks of; null where it speaks of a record's, or of the whole. */
export function ownPlaceOf({ record, section, field }: Place): string | null {
  return record === null && section === null
    ? (ownPlaces.find((one) => one === field) ?? null)
    : null
}
