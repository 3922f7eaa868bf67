import { ComposeRefused, compose } from '../core/compose.ts'
import type { PolicyDocument } from '../core/document.ts'
import { datesPrintedTwice } from '../core/history/dates-printed-twice.ts'
import type { PolicyRecords } from '../core/records.ts'
import type { Published } from './publication.ts'
import { OperationRefused } from './refused.ts'
import { baseLanguage, type Settings } from './settings.ts'

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
): { readonly documents: Documents; readonly incomplete: Published['incomplete'] } {
  const { documents, incomplete } = composeWhole(records, settings)
  const problems = incomplete[baseLanguage(settings)]
  if (!problems) return { documents, incomplete }
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
): { readonly documents: Documents; readonly incomplete: Published['incomplete'] } {
  const base = baseLanguage(settings)
  const documents: { [language: string]: PolicyDocument } = {}
  const incomplete: { [language: string]: Published['incomplete'][string] } = {}
  for (const language of Object.keys(settings.locales)) {
    const result = composeOne(records, language, base)
    if ('document' in result) documents[language] = result.document
    else if (language === base || isBegun(records, language)) incomplete[language] = result.problems
  }
  return { documents, incomplete }
}

function composeOne(records: PolicyRecords, language: string, base: string) {
  try {
    const document = compose(records, language, base)
    const problems = datesPrintedTwice(document, records.policy)
    return problems.length ? { problems } : { document }
  } catch (error) {
    if (error instanceof ComposeRefused) return { problems: error.problems }
    throw error
  }
}

/** Whether any section of the policy has been written in a language. */
const isBegun = ({ policy, sections }: PolicyRecords, language: string): boolean =>
  Boolean(policy.title[language]) ||
  sections.some((section) => section.heading[language] || section.body[language])
