import { ownPlaces } from '../check/suppression.ts'
import type { Words } from '../words.ts'
import { recordIdProblem } from './record-id.ts'

/** Where a rule is switched off: the id of a section or a record, or a text of the policy itself. */
export function suppressionPlaceProblem(value: string): Words | null {
  if (!recordIdProblem(value) || (ownPlaces as readonly string[]).includes(value)) return null
  return {
    ja: `条項か記録のID（小文字のUUID）、または ${ownPlaces.join('、')} のいずれかを指定してください。`,
    en: `Give the id of a section or a record (a lower-case UUID), or one of ${ownPlaces.join(', ')}.`,
  }
}
