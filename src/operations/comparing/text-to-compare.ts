import { jstDay } from '../../core/calendar.ts'
import type { PolicyDocument } from '../../core/document.ts'
import type { Edition } from '../../core/edition/index.ts'
import { editionTexts, storedEditions } from '../editions/stored-editions.ts'
import { findPolicy } from '../policy/find-policy.ts'
import type { Reading } from '../policy/load-policy.ts'
import { composeCandidate } from '../publishing/candidate.ts'
import { OperationRefused } from '../refused.ts'
import { baseLanguage, settingsOf } from '../settings.ts'

/** A text of a policy, and what stands beside it in a 新旧対照表. */
export type TextToCompare = {
  readonly document: PolicyDocument
  /** Of the policy: ids are permanent within it. */
  readonly policy: string
  readonly edition?: number
  readonly effectiveFrom?: string
}

/**
 * The text of an edition by its number; without one, that of the working copy, as it would be published today. In the
 * language asked for, or else the policy's first.
 *
 * @throws OperationRefused naming what there is instead
 */
export async function textToCompare(
  name: string,
  { edition, locale }: { readonly edition: number | null; readonly locale: string | null },
  reading: Reading,
  now: Date,
): Promise<TextToCompare> {
  const { req } = reading
  const { policy } = await findPolicy(name, reading)
  const language = locale ?? baseLanguage(settingsOf(req.payload))
  if (edition === null) {
    const { edition: candidate } = await composeCandidate(policy, jstDay(now), req)
    return { document: inLanguage(candidate.documents, name, language), policy }
  }
  const heads = (await storedEditions(policy, req)).map(({ head }) => head)
  const head = heads.find(({ number }) => number === edition)
  if (!head) throw noSuchEdition(name, edition, heads.length)
  const documents = (await editionTexts(policy, [edition], req)).get(edition) ?? {}
  const { effectiveFrom } = head
  return { document: inLanguage(documents, name, language), policy, edition, effectiveFrom }
}

function inLanguage(
  documents: Edition['documents'],
  name: string,
  language: string,
): PolicyDocument {
  const languages = Object.keys(documents)
  const { [language]: document } = documents
  if (document) return document
  throw new OperationRefused('bad-request', {
    ja: `「${name}」に言語「${language}」の本文がありません。ある言語: ${languages.join('、') || 'なし'}`,
    en: `\`${name}\` has no text in \`${language}\`. It has: ${languages.join(', ') || 'none'}.`,
  })
}

const noSuchEdition = (name: string, edition: number, count: number) =>
  new OperationRefused('edition-missing', {
    ja:
      count === 0
        ? `「${name}」はまだ公表されていません。作業中の版を比べるには「${name}」と指定してください。`
        : `「${name}」に第${edition}版はありません。第1版から第${count}版までがあります。`,
    en:
      count === 0
        ? `\`${name}\` has not been published yet. For its working copy give \`${name}\`.`
        : `\`${name}\` has no edition ${edition}, only 1 to ${count}.`,
  })
