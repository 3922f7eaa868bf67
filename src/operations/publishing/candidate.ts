import type { PayloadRequest } from 'payload'
import { type Edition, type EditionHead, sha256Of } from '../../core/edition/index.ts'
import { nextAmendment, printedAs } from '../editions/next-edition.ts'
import { storedEditions } from '../editions/stored-editions.ts'
import { loadPolicy } from '../policy/load-policy.ts'
import { policyMissing } from '../policy/policy-missing.ts'
import { settingsOf } from '../settings.ts'
import { textToPublish } from './text-to-publish.ts'

/** What publishing a policy now would make of its working copy, and the editions that stand before it. */
export type Candidate = {
  readonly edition: Edition
  readonly heads: readonly EditionHead[]
}

/**
 * Composes the working copy, or only some of its changes, as the edition that it would become from a day on. Its
 * `sha256` names what readers would read, and from when: any change of the text, the address or the day is another. It
 * is recorded nowhere, and nothing can be proven by it.
 *
 * @throws OperationRefused when the policy is not there, or its base language is not whole
 */
export async function composeCandidate(
  policy: string,
  effectiveFrom: string,
  req: PayloadRequest,
  only: readonly string[] | null = null,
): Promise<Candidate> {
  const records = await loadPolicy(policy, { req, overrideAccess: true })
  if (!records) throw policyMissing(policy)
  const selection = { only, effectiveFrom, corrects: null }
  const editions = await storedEditions(policy, req, only && selection)
  const heads = editions.map(({ head }) => head)
  const composed = textToPublish(selection, {
    records,
    editions,
    settings: settingsOf(req.payload),
  })
  const dated = nextAmendment(heads, effectiveFrom)
  const documents = printedAs(dated, composed.documents, heads, records.policy)
  const address = {
    organisationSlug: records.organisation.slug,
    policySlug: records.policy.slug,
  }
  const sha256 = sha256Of({ policy, ...address, effectiveFrom, documents })
  const edition: Edition = {
    id: `candidate-${sha256}`,
    policy,
    ...address,
    ...dated,
    languages: Object.fromEntries(
      Object.entries(documents).map(([language, document]) => [
        language,
        {
          sha256: sha256Of(document),
          title: document.title.text,
          organisation: document.organisation.legalName,
        },
      ]),
    ),
    schema: 1,
    internalSha256: '',
    previousSha256: heads.at(-1)?.sha256 ?? null,
    sha256,
    documents,
  }
  return { edition, heads }
}
