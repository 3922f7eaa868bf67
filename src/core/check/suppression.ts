import type { Finding } from './finding.ts'

/** A rule that somebody switched off, for the whole policy or for one record or section, and why. */
export type Suppression = {
  readonly ruleId: string
  /** The id of a record or a section. @default the whole policy */
  readonly place?: string
  readonly reason: string
}
export type Suppressed = { readonly finding: Finding; readonly reason: string }

export function suppress(
  all: readonly Finding[],
  suppressions: readonly Suppression[],
): { readonly findings: readonly Finding[]; readonly suppressed: readonly Suppressed[] } {
  const findings: Finding[] = []
  const suppressed: Suppressed[] = []
  for (const finding of all) {
    const { ruleId, place } = finding
    const why = suppressions.find(
      (one) =>
        one.ruleId === ruleId &&
        (one.place === undefined || one.place === place.section || one.place === place.record?.id),
    )
    if (why) suppressed.push({ finding, reason: why.reason })
    else findings.push(finding)
  }
  return { findings, suppressed }
}
