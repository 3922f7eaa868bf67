import type { Words } from '../../words.ts'
import type { Comparison } from '../index.ts'
import type { Rule } from './duty.ts'
import { externalTransmission } from './external-transmission.ts'
import { jointUseBeforehand } from './joint-use-beforehand.ts'
import { jointUseParticulars } from './joint-use-particulars.ts'
import { jointUseScope } from './joint-use-scope.ts'
import { optOut } from './opt-out.ts'
import { purposeLimits } from './purpose-limits.ts'
import { purposeNotice } from './purpose-notice.ts'
import { retainedData } from './retained-data.ts'
import { thirdParties } from './third-parties.ts'

/** What the law may ask of whom changes a policy, by what is asked first: before the change, then after it. */
const rules = {
  purposeLimits,
  thirdParties,
  jointUseScope,
  jointUseBeforehand,
  optOut,
  externalTransmission,
  purposeNotice,
  jointUseParticulars,
  retainedData,
} satisfies { readonly [name: string]: Rule }
export type DutyName = keyof typeof rules
export const dutyNames = Object.keys(rules) as readonly DutyName[]

/** A duty that changes may call for; `changes` are the places of those changes. */
export type Duty = Omit<Rule, 'applies'> & {
  readonly name: DutyName
  readonly changes: readonly number[]
}

/**
 * The duties that a comparison's changes may call for. A checklist for a person who decides: words tell that a purpose
 * changed, and not whether it is still related to the one before.
 */
export function dutiesOf(comparison: Comparison): readonly Duty[] {
  return (Object.keys(rules) as DutyName[]).flatMap((name) => {
    const { applies, ...rule } = rules[name]
    const changes = applies(comparison)
    return changes.length > 0 ? { name, ...rule, changes } : []
  })
}

/** To be said wherever duties are shown. */
export const dutiesDisclaimer: Words = {
  ja: 'これは確認のための一覧であり、法的助言ではありません。該当するかどうか、どう対応するかは、内容を見て人が判断してください。',
  en: 'A checklist, not legal advice: whether a duty applies, and how it is met, is for a person to decide.',
}
