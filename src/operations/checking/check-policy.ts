import { isCalendarDay } from '../../core/calendar.ts'
import type { Finding } from '../../core/check/finding.ts'
import { check } from '../../core/check/index.ts'
import { nodesOf, type PolicyDocument } from '../../core/document.ts'
import type { PendingDecision } from '../../core/edition/index.ts'
import { law } from '../../core/law/index.ts'
import type { PolicyRecords } from '../../core/records.ts'
import type { Slugs } from '../../core/slugs.ts'
import { databaseClock } from '../database/database-clock.ts'
import { nextAmendment } from '../editions/next-edition.ts'
import { storedEditions } from '../editions/stored-editions.ts'
import { composeWhole, type Documents } from '../policy/compose-all.ts'
import { loadPolicy, type Reading } from '../policy/load-policy.ts'
import { policyMissing } from '../policy/policy-missing.ts'
import { comingTexts } from '../publishing/coming-texts.ts'
import type { Published } from '../publishing/publication.ts'
import { textToPublish } from '../publishing/text-to-publish.ts'
import { unreadableDay } from '../publishing/unreadable-day.ts'
import { baseLanguage, type Settings, settingsOf } from '../settings.ts'
import { type PolicyFinding, policyFinding } from './policy-finding.ts'

export type PolicyCheck = {
  readonly policy: string
  readonly organisationSlug: string
  readonly policySlug: string
  /** The day in Japan. */
  readonly today: string
  /** The day by whose law the text was read. */
  readonly effectiveFrom: string
  /** Language by language, the base first; each in the order of its text. */
  readonly findings: readonly PolicyFinding[]
  readonly suppressed: readonly { readonly finding: PolicyFinding; readonly reason: string }[]
  /** What is found besides in the texts of pending editions that would be published again along with it. */
  readonly reissued: readonly {
    readonly number: number
    readonly effectiveFrom: string
    readonly findings: readonly PolicyFinding[]
  }[]
  /** The headings of all sections, by their ids, in the base language. */
  readonly headings: { readonly [section: string]: string }
  /** The texts that were checked: what publishing on that day would print. */
  readonly documents: Documents
  /** Languages that were begun and are not whole, with what is missing: these were not checked. */
  readonly incomplete: Published['incomplete']
}

/** What members of its organisation are told of a policy. */
export type CheckAnswer = Omit<PolicyCheck, 'documents'> & {
  /** Whether the user may mend and suppress. */
  readonly may: { readonly edit: boolean }
  readonly collections: Slugs
}

/**
 * Checks a policy's working copy in every language, as the text that publishing it would print, by the law of the day
 * on which it would come into force, with what the policy suppresses and what its organisation answers on request.
 *
 * @throws OperationRefused when there is no such policy, or the day is none
 */
export async function checkPolicy(
  {
    policy,
    effectiveFrom,
    corrects = null,
    only = null,
    pendingDecision = null,
  }: {
    readonly policy: string
    readonly effectiveFrom?: string | null
    /** Of what would be published in part: the edition that it would correct, and the changes in it. */
    readonly corrects?: number | null
    readonly only?: readonly string[] | null
    /** What would become of editions that come into force after it. */
    readonly pendingDecision?: PendingDecision | null
  },
  reading: Reading,
): Promise<PolicyCheck> {
  const { req } = reading
  const settings = settingsOf(req.payload)
  if (effectiveFrom != null && !isCalendarDay(effectiveFrom)) throw unreadableDay(effectiveFrom)
  const records = await loadPolicy(policy, reading)
  if (!records) throw policyMissing(policy)
  const { today } = await databaseClock(req)
  const day = effectiveFrom ?? today
  const selection = { only, corrects, effectiveFrom: day }
  const editions = await storedEditions(policy, req, only && selection)
  const heads = editions.map(({ head }) => head)
  const { documents, incomplete } = only
    ? textToPublish(selection, { records, editions, settings })
    : composeWhole(records, settings)
  const kind = corrects === null ? ('amendment' as const) : ('erratum' as const)
  const [{ printed }, ...again] = await comingTexts(
    nextAmendment(heads, day),
    documents,
    { kind, effectiveFrom: day, corrects, withdraws: null, pendingDecision },
    { heads, today, policy: records.policy, req, settings },
  )
  const checked = checkDocuments(printed, records, { today, effectiveFrom: day }, settings)
  const known = new Set(checked.findings.map(({ key }) => key))
  return {
    policy,
    organisationSlug: records.organisation.slug,
    policySlug: records.policy.slug,
    today,
    effectiveFrom: day,
    ...checked,
    reissued: again.map(({ printed: text, reissues: { number, effectiveFrom } }) => {
      const { findings } = checkDocuments(text, records, { today, effectiveFrom }, settings)
      const own = findings.filter(({ key }) => !known.has(key))
      for (const { key } of own) known.add(key)
      return { number, effectiveFrom, findings: own }
    }),
    headings: headingsOf(printed[baseLanguage(settings)]),
    documents: printed,
    incomplete,
  }
}

/** The same of texts that are composed already, for who holds them in a transaction. */
export function checkDocuments(
  documents: Documents,
  records: Pick<PolicyRecords, 'organisation' | 'policy'>,
  days: { readonly today: string; readonly effectiveFrom: string },
  settings: Settings,
): Pick<PolicyCheck, 'findings' | 'suppressed'> {
  const { organisation, policy } = records
  const options = {
    law,
    ...days,
    answersOnRequest: organisation.answersOnRequest ?? false,
    suppressions: policy.suppressions ?? [],
  }
  const findings: PolicyFinding[] = []
  const suppressed: PolicyCheck['suppressed'][number][] = []
  for (const [language, document] of Object.entries(documents)) {
    const checked = check(document, options)
    const named = (finding: Finding) => policyFinding(finding, language, policy.id, settings)
    findings.push(...checked.findings.map(named))
    for (const { finding, reason } of checked.suppressed)
      suppressed.push({ finding: named(finding), reason })
  }
  return { findings, suppressed }
}

function headingsOf(document: PolicyDocument | undefined): PolicyCheck['headings'] {
  const sections = document ? nodesOf(document, 'section') : []
  return Object.fromEntries(sections.map(({ id, number, heading }) => [id, number + heading]))
}
