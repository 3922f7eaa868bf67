import type { PlannedFinding, PolicyReached } from '../../core/bulk/plan.ts'
import { dutiesOf } from '../../core/compare/duties/index.ts'
import { articleName } from '../../core/compare/duties/words.ts'
import { type Comparison, compare } from '../../core/compare/index.ts'
import type { PolicyRecords } from '../../core/records.ts'
import type { Words } from '../../core/words.ts'
import { checkDocuments } from '../checking/check-policy.ts'
import type { PolicyFinding } from '../checking/policy-finding.ts'
import { storedEditions } from '../editions/stored-editions.ts'
import { composeWhole } from '../policy/compose-all.ts'
import type { Reading } from '../policy/load-policy.ts'
import { isUnpublished } from '../publishing/publication-status.ts'
import { OperationRefused } from '../refused.ts'
import { baseLanguage, settingsOf } from '../settings.ts'
import type { Scope } from './change-records.ts'
import { policyRecords } from './read-records.ts'

/** What one policy says before and after, in one language. */
export type PolicyComparison = {
  readonly policy: string
  readonly slug: string
  readonly language: string
  readonly comparison: Comparison
}

/**
 * The policies of an organisation whose text the changes reach, what is found in it that was not, and how the texts
 * compare. A policy that prints a changed record in every language as before is not reached.
 *
 * @throws OperationRefused when a text that was whole would not be whole any more
 */
export async function policiesReached(
  before: Scope,
  after: Scope,
  today: string,
  { req }: Reading,
): Promise<{
  readonly policies: readonly PolicyReached[]
  readonly comparisons: readonly PolicyComparison[]
}> {
  const settings = settingsOf(req.payload)
  const policies: PolicyReached[] = []
  const comparisons: PolicyComparison[] = []
  for (const [i, policy] of before.own.policies.entries()) {
    const becomes = after.own.policies[i] ?? policy
    const old = policyRecords(policy, before.own, before.library, settings)
    const own = policyRecords(becomes, after.own, after.library, settings)
    const was = composeWhole(old, settings)
    const is = composeWhole(own, settings)
    const broken = is.incomplete[baseLanguage(settings)]
    if (broken && !was.incomplete[baseLanguage(settings)]) throw breaks(String(policy.slug), broken)
    const slug = String(policy.slug)
    const differ = Object.keys({ ...was.documents, ...is.documents }).filter(
      (language) =>
        JSON.stringify(was.documents[language]) !== JSON.stringify(is.documents[language]),
    )
    if (differ.length === 0) continue
    const compared = differ.flatMap((language): readonly PolicyComparison[] => {
      const [a, b] = [was.documents[language], is.documents[language]]
      return a && b ? [{ policy: policy.id, slug, language, comparison: compare(a, b) }] : []
    })
    comparisons.push(...compared)
    const findings = (documents: typeof was.documents, records: PolicyRecords) =>
      checkDocuments(
        Object.fromEntries(
          differ.flatMap((language) =>
            documents[language] ? [[language, documents[language]]] : [],
          ),
        ),
        records,
        { today, effectiveFrom: today },
        settings,
      ).findings
    const [found, now] = [findings(was.documents, old), findings(is.documents, own)]
    const heads = (await storedEditions(policy.id, req)).map(({ head }) => head)
    policies.push({
      id: policy.id,
      slug,
      unpublished: isUnpublished(was, heads, old.policy.prints ?? {}, settings),
      appeared: without(now, found),
      vanished: without(found, now),
      changes: compared.reduce((sum, { comparison }) => sum + comparison.changes.length, 0),
      duties: dutiesIn(compared),
    })
  }
  return { policies, comparisons }
}

/**
 * The findings that the others have no counterpart for: the same by its key, or else one of the same rule on the same
 * record and section, whose quotation has changed along with the text.
 */
function without(
  findings: readonly PolicyFinding[],
  others: readonly PolicyFinding[],
): readonly PlannedFinding[] {
  const keys = new Set(others.map(({ key }) => key))
  const own = new Set(findings.map(({ key }) => key))
  const spare = new Map<string, number>()
  for (const other of others)
    if (!own.has(other.key)) spare.set(standing(other), (spare.get(standing(other)) ?? 0) + 1)
  return findings.flatMap((finding) => {
    if (keys.has(finding.key)) return []
    const left = spare.get(standing(finding)) ?? 0
    if (left > 0) {
      spare.set(standing(finding), left - 1)
      return []
    }
    const { key, ruleId, severity, message } = finding
    return { key, ruleId, severity, message }
  })
}

const standing = ({ ruleId, language, opens, place }: PolicyFinding) =>
  JSON.stringify([ruleId, language, opens.collection, opens.id, place.section])

/** The articles that may ask for something, each once. */
function dutiesIn(comparisons: readonly PolicyComparison[]): readonly Words[] {
  const found = new Map<string, Words>()
  for (const { comparison } of comparisons)
    for (const { articles } of dutiesOf(comparison))
      for (const article of articles) {
        const words = articleName(article)
        found.set(words.ja, words)
      }
  return [...found.values()]
}

const breaks = (slug: string, problems: readonly { readonly message: Words }[]) =>
  new OperationRefused(
    'bulk-invalid',
    {
      ja: `この変更を行うと、ポリシー「${slug}」を組み立てられなくなります。何も書き込んでいません。${problems.map(({ message }) => message.ja).join('')}`,
      en: `With this change the policy \`${slug}\` would not make a whole document; nothing was written. ${problems.map(({ message }) => message.en).join(' ')}`,
    },
    problems,
  )
