import type { Finding } from '../../core/check/finding.ts'
import { storedIn } from '../policy/stored-in.ts'
import { baseLanguage, type Settings } from '../settings.ts'

/** A finding in one language of a stored policy. */
export type PolicyFinding = Finding & {
  readonly language: string
  /** What an editor opens to mend it: the document of a collection, by its slug, and the path of the field. */
  readonly opens: {
    readonly collection: string
    readonly id: string
    readonly field: string | null
  }
}

/** The finding as one of the policy's; its key names the language too, where that is not the base. */
export function policyFinding(
  finding: Finding,
  language: string,
  policy: string,
  settings: Settings,
): PolicyFinding {
  const { record, field } = finding.place
  // What an organisation's text prints of a service stands in the policy.
  const isPolicy = record === null || field?.startsWith('service.')
  const collection = isPolicy ? 'policies' : storedIn[record.collection]
  return {
    ...finding,
    key: language === baseLanguage(settings) ? finding.key : `${language}|${finding.key}`,
    language,
    opens: {
      collection: settings.slugs[collection],
      id: isPolicy ? policy : record.id,
      field,
    },
  }
}
