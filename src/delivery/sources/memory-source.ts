import { at, compareInstants, type Edition, inOrder } from '../../core/edition/index.ts'
import type { EditionSource, EditionTexts, History, Texts, Wanted } from './source.ts'

/** Reads editions from an array, as an export holds them, in whatever order. */
export function memorySource(editions: readonly Edition[]): EditionSource {
  const ofPolicy = (policy: string) =>
    editions.filter((edition) => edition.policy === policy).sort((a, b) => a.number - b.number)
  const historyOf = (policy: string): History => {
    const [first, ...rest] = ofPolicy(policy).map(({ documents, ...head }) => head)
    if (!first) throw new RangeError(`Expected a policy with editions, not \`${policy}\``)
    return [first, ...rest]
  }
  const textsOf = (isWanted: (edition: Edition) => boolean, language?: string): Texts =>
    new Map(
      editions
        .filter((edition) => isWanted(edition) && Object.keys(edition.documents).length > 0)
        .map((edition) => [edition.id, textsIn(edition, language)] as const),
    )
  return {
    async open(where, wanted, language) {
      const [last] = editions
        .filter((edition) =>
          'id' in where
            ? edition.policy === where.id
            : edition.organisationSlug === where.organisation &&
              edition.policySlug === where.policy,
        )
        .sort((a, b) => compareInstants(b.recordedAt, a.recordedAt))
      if (!last) return null
      const history = historyOf(last.policy)
      const ids = wantedIn(history, wanted)
      return { history, texts: textsOf(({ id }) => ids.has(id), language) }
    },
    languages: () => [...new Set(editions.flatMap(({ documents }) => Object.keys(documents)))],
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
    async texts(ids) {
      return textsOf(({ id }) => ids.includes(id))
    },
  }
}

const textsIn = ({ documents }: Edition, language: string | undefined): EditionTexts =>
  Object.fromEntries(
    Object.entries(documents)
      .filter(([its]) => language === undefined || its === language || !(language in documents))
      .map(([its, document]) => [its, JSON.stringify(document)]),
  )

function wantedIn(history: History, wanted: Wanted): ReadonlySet<string> {
  if (wanted === 'none') return new Set()
  if (wanted === 'all') return new Set(history.map(({ id }) => id))
  if ('number' in wanted)
    return new Set(history.filter(({ number }) => number === wanted.number).map(({ id }) => id))
  if ('numbers' in wanted)
    return new Set(
      history.filter(({ number }) => wanted.numbers.includes(number)).map(({ id }) => id),
    )
  const { day, knownAt, ahead } = wanted
  const answer = at(history, day, knownAt)
  const current =
    answer.state === 'none' ? null : answer.state === 'inForce' ? answer.edition : answer.last
  const upcoming = inOrder(history, knownAt).filter(
    ({ effectiveFrom, kind }) => effectiveFrom > day && kind !== 'repeal',
  )
  return new Set([current, ...(ahead ? upcoming : [])].flatMap((edition) => edition?.id ?? []))
}
