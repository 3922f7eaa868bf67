import { applyFixes } from '../../core/check/apply-fixes.ts'
import type { Finding } from '../../core/check/finding.ts'
import { check } from '../../core/check/index.ts'
import type { PolicyDocument } from '../../core/document.ts'
import { law } from '../../core/law/index.ts'
import { databaseClock } from '../database/database-clock.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { amendPolicy } from '../importing/amend-policy.ts'
import { composeAll } from '../policy/compose-all.ts'
import { loadPolicy, type Reading } from '../policy/load-policy.ts'
import { policyMissing } from '../policy/policy-missing.ts'
import { settingsOf } from '../settings.ts'
import { policyFinding } from './policy-finding.ts'

export type PolicyFixed = {
  /** The findings that were mended, language by language. */
  readonly applied: readonly Finding[]
  /** Records that others use too: they stay, and this policy got its own. */
  readonly parted: readonly string[]
}

/** The same, counted. */
export type FixCounts = { readonly applied: number; readonly parted: number }

/**
 * Makes the safe fixes of a policy's findings, or of those with some keys, in its working copy, all or none, as an amendment does: every
 * record keeps its id, and a record that another policy prints too is left alone.
 *
 * @throws OperationRefused when there is no such policy, or it does not make a whole document
 */
export async function fixPolicy(
  policy: string,
  reading: Reading,
  { keys }: { readonly keys?: readonly string[] } = {},
): Promise<PolicyFixed> {
  const { req } = reading
  const settings = settingsOf(req.payload)
  return inTransaction(req, async () => {
    const records = await loadPolicy(policy, reading)
    if (!records) throw policyMissing(policy)
    const { today } = await databaseClock(req)
    const suppressions = records.policy.suppressions ?? []
    const applied: Finding[] = []
    const fixed: PolicyDocument[] = []
    const { documents } = composeAll(records, settings)
    for (const [language, document] of Object.entries(documents)) {
      const { findings } = check(document, { law, today, suppressions })
      const isWanted = (finding: Finding) =>
        !keys || keys.includes(policyFinding(finding, language, records.policy.id, settings).key)
      const its = applyFixes(document, findings.filter(isWanted))
      if (its.applied.length === 0) continue
      applied.push(...its.applied)
      fixed.push(its.document)
    }
    const [first, ...others] = fixed
    if (!first) return { applied, parted: [] }
    const { parted } = await amendPolicy(policy, [first, ...others], {}, reading)
    return { applied, parted }
  })
}
