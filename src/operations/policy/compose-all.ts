import { composeDraft } from '../../core/compose.ts'
import type { PolicyDocument } from '../../core/document.ts'
import { datesPrintedTwice } from '../../core/history/dates-printed-twice.ts'
import type { PolicyRecords } from '../../core/records.ts'
import type { Published } from '../publishing/publication.ts'
import { OperationRefused } from '../refused.ts'
import { baseLanguage, type Settings } from '../settings.ts'

export type Documents = { readonly [language: string]: PolicyDocument }

/**
 * The document in every language that the records state wholly. The base language must be one of them; another that
 * is begun and not finished is left out, and said so.
 *
 * @throws OperationRefused when the base language is not whole
 */
export function composeAll(
  records: PolicyRecords,
  settings: Settings,
): ReturnType<typeof composeWhole> {
  const composed = composeWhole(records, settings)
  const problems = composed.incomplete[baseLanguage(settings)]
  if (!problems) return composed
  throw new OperationRefused(
    'not-composable',
    {
      ja: `ポリシーを組み立てられません。${problems.map(({ message }) => message.ja).join('')}`,
      en: `The policy does not make a whole document. ${problems.map(({ message }) => message.en).join(' ')}`,
    },
    problems,
  )
}

/** The same without refusing: the base language may be among those that are not whole. */
export function composeWhole(
  records: PolicyRecords,
  settings: Settings,
): {
  readonly documents: Documents
  readonly incomplete: Published['incomplete']
  /** What there is of the languages that are not whole. */
  readonly drafts: Documents
} {
  const base = baseLanguage(settings)
  const documents: { [language: string]: PolicyDocument } = {}
  const drafts: { [language: string]: PolicyDocument } = {}
  const incomplete: { [language: string]: Published['incomplete'][string] } = {}
  for (const language of Object.keys(settings.locales)) {
    const { document, problems: missing } = composeDraft(records, language, base)
    const problems = missing.length ? missing : datesPrintedTwice(document, records.policy)
    if (problems.length === 0) documents[language] = document
    else if (language === base || isBegun(records, language)) {
      incomplete[language] = problems
      drafts[language] = document
    }
  }
  return { documents, incomplete, drafts }
}

/** Whether any section of the policy has been written in a language. */
const isBegun = ({ policy, sections }: PolicyRecords, language: string): boolean =>
  Boolean(policy.title[language]) ||
  sections.some((section) => section.heading[language] || section.body[language])
