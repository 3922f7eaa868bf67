import type { PolicyDocument } from '../../core/document.ts'
import {
  type EditionHead,
  type EditionInternal,
  inOrder,
  type Standing,
  sha256Of,
  standings,
} from '../../core/edition/index.ts'
import { extract } from '../../core/extract.ts'
import { historyOf } from '../../core/history/history.ts'
import type { HistoryPrinting } from '../../core/history/print-history.ts'
import { printHistory } from '../../core/history/print-history.ts'
import { type ChangedPlace, changedPlaces } from '../../core/merge/changed-places.ts'
import type { ComposeProblem } from '../../core/printing.ts'
import type { Slugs } from '../../core/slugs.ts'
import { databaseClock } from '../database/database-clock.ts'
import { editionTexts, storedEditions } from '../editions/stored-editions.ts'
import { composeWhole, type Documents } from '../policy/compose-all.ts'
import { loadPolicy, type Reading } from '../policy/load-policy.ts'
import { policyMissing } from '../policy/policy-missing.ts'
import { baseLanguage, type Settings, settingsOf } from '../settings.ts'

/** How a language of the working copy stands to an edition: `incomplete`: begun, and not to be published yet. */
export type LanguageState = 'same' | 'changed' | 'new' | 'incomplete' | 'none'

export type PublicationStatus = {
  readonly policy: string
  readonly organisationSlug: string
  readonly policySlug: string
  readonly title: string
  /** The day in Japan. */
  readonly today: string
  readonly unpublished: {
    /** Whether the working copy says anything that the newest edition with a text does not. */
    readonly any: boolean
    /** The number of that edition; null before the first. */
    readonly against: number | null
    /** The number of another standing edition that the working copy equals. */
    readonly equals: number | null
    readonly languages: { readonly [language: string]: LanguageState }
    /** Where they differ in the base language. */
    readonly places: readonly ChangedPlace[]
  }
  /** What is missing in each language that is not whole. */
  readonly problems: { readonly [language: string]: readonly ComposeProblem[] }
  readonly editions: readonly (EditionHead & {
    readonly standing: Standing | null
    /** The findings that it was published in spite of: for members of the organisation. */
    readonly waivers: EditionInternal['waivers']
    /** How the duties of its change are met: for members too. */
    readonly duties: EditionInternal['duties']
  })[]
  /** Whether errors of the check stand in the way of publishing. */
  readonly gate: boolean
  /** Whether duties that are not recorded do. */
  readonly dutiesGate: boolean
}

/** What the admin's screen shows of a policy, and what its user may do there. */
export type PublishingStatus = PublicationStatus & {
  readonly may: { readonly publish: boolean; readonly restore: boolean }
  /** The collection of each kind of place, for links to it. */
  readonly collections: Slugs
  /** Before `/{organisation}/{policy}` of the pages for people; null where there are none. */
  readonly pagePath: string | null
}

/** What publishing a policy would publish, and what has been published: what the publisher looks at before he does. */
export async function publicationStatus(
  policy: string,
  reading: Reading,
): Promise<PublicationStatus> {
  const { req } = reading
  const settings = settingsOf(req.payload)
  const records = await loadPolicy(policy, reading)
  if (!records) throw policyMissing(policy)
  const stored = await storedEditions(policy, req)
  const heads = stored.map(({ head }) => head)
  const { today } = await databaseClock(req)
  const { documents, incomplete } = composeWhole(records, settings)
  const base = baseLanguage(settings)

  const standing = inOrder(heads).filter(({ languages }) => languages[base])
  const newest = standing.toSorted((a, b) => a.number - b.number).at(-1) ?? null
  const states = (edition: EditionHead | null) =>
    languageStates(Object.keys(settings.locales), { documents, incomplete, edition }, (document) =>
      hashAs(edition, document, heads, records.policy.prints ?? {}),
    )
  const isSame = (edition: EditionHead) =>
    Object.values(states(edition)).every((state) => state === 'same' || state === 'none')
  const languages = states(newest)
  const any = newest === null || !isSame(newest)
  const own = documents[base]
  const texts = any && newest && own ? await editionTexts(policy, [newest.number], req) : null
  const published = texts?.get(newest?.number ?? 0)?.[base]
  const on = standings(heads, today)
  return {
    policy,
    organisationSlug: records.organisation.slug,
    policySlug: records.policy.slug,
    title: records.policy.title[base] ?? '',
    today,
    unpublished: {
      any,
      against: newest?.number ?? null,
      equals: any ? (standing.find(isSame)?.number ?? null) : null,
      languages,
      places:
        own && published ? changedPlaces(extract(published), extract(own), [own, published]) : [],
    },
    problems: incomplete,
    editions: stored.map(({ head, waivers, duties }) => ({
      ...head,
      standing: on.get(head.number) ?? null,
      waivers,
      duties,
    })),
    gate: settings.publishingGate,
    dutiesGate: settings.dutiesGate,
  }
}

function languageStates(
  languages: readonly string[],
  {
    documents,
    incomplete,
    edition,
  }: {
    readonly documents: Documents
    readonly incomplete: PublicationStatus['problems']
    readonly edition: EditionHead | null
  },
  hash: (document: PolicyDocument) => string,
): { readonly [language: string]: LanguageState } {
  const state = (language: string): LanguageState => {
    const document = documents[language]
    const published = edition?.languages[language]?.sha256
    if (!document) return incomplete[language] ? 'incomplete' : published ? 'changed' : 'none'
    if (!published) return 'new'
    return published === hash(document) ? 'same' : 'changed'
  }
  return Object.fromEntries(languages.map((language) => [language, state(language)]))
}

/** Whether composed texts say anything that the newest edition with a text does not; null before the first. */
export function isUnpublished(
  composed: { readonly documents: Documents; readonly incomplete: PublicationStatus['problems'] },
  heads: readonly EditionHead[],
  prints: HistoryPrinting,
  settings: Settings,
): boolean | null {
  const base = baseLanguage(settings)
  const edition = inOrder(heads)
    .filter(({ languages }) => languages[base])
    .toSorted((a, b) => a.number - b.number)
    .at(-1)
  if (!edition) return null
  const states = languageStates(
    Object.keys(settings.locales),
    { ...composed, edition },
    (document) => hashAs(edition, document, heads, prints),
  )
  return !Object.values(states).every((state) => state === 'same' || state === 'none')
}

/** The hash that a document would have had as that edition: with what the policy prints, as of that edition. */
function hashAs(
  edition: EditionHead | null,
  document: PolicyDocument,
  heads: readonly EditionHead[],
  prints: HistoryPrinting,
): string {
  if (!edition) return sha256Of(document)
  return sha256Of(printHistory(document, prints, historyOf(heads, edition, prints.earlier)))
}
