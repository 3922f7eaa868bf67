import { compareInstants, type Edition } from '../core/edition/index.ts'
import type { EditionSource, History } from './source.ts'

/** Reads editions from an array, as an export holds them, in whatever order. */
export function memorySource(editions: readonly Edition[]): EditionSource {
  const ofPolicy = (policy: string) =>
    editions.filter((edition) => edition.policy === policy).sort((a, b) => a.number - b.number)
  const historyOf = (policy: string): History => {
    const [first, ...rest] = ofPolicy(policy).map(({ documents, ...head }) => head)
    if (!first) throw new RangeError(`Expected a policy with editions, not \`${policy}\``)
    return [first, ...rest]
  }
  return {
    async history(organisation, policy) {
      const [last] = editions
        .filter(
          (edition) => edition.organisationSlug === organisation && edition.policySlug === policy,
        )
        .sort((a, b) => compareInstants(b.recordedAt, a.recordedAt))
      return last ? historyOf(last.policy) : null
    },
    async histories(organisation) {
      const policies = editions
        .filter(
          (edition) => organisation === undefined || edition.organisationSlug === organisation,
        )
        .map((edition) => edition.policy)
      return [...new Set(policies)].sort().map(historyOf)
    },
    async edition(id) {
      return editions.find((edition) => edition.id === id) ?? null
    },
    async editions(policy) {
      return ofPolicy(policy)
    },
  }
}
