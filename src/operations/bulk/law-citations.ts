import { amendment } from '../../core/amendment.ts'
import { lineKey } from '../../core/bulk/changes/record-lines.ts'
import type { Selection } from '../../core/bulk/define-change.ts'
import type { Fields } from '../../core/bulk/plan.ts'
import type { BulkCollection } from '../../core/bulk/records.ts'
import { applyFixes } from '../../core/check/apply-fixes.ts'
import { check } from '../../core/check/index.ts'
import type { PolicyDocument } from '../../core/document.ts'
import { extract } from '../../core/extract.ts'
import { law } from '../../core/law/index.ts'
import { relationKinds } from '../../core/lexical/relations.ts'
import { composeWhole } from '../policy/compose-all.ts'
import type { Settings } from '../settings.ts'
import type { Scope } from './change-records.ts'
import type { Plannable } from './plan.ts'
import { policyRecords } from './read-records.ts'

/** The rules whose safe fixes bring a citation up to date. */
const citationRules = ['cite-stale-article', 'cite-stale-authority']

/** Brings what policies cite of the law up to date: the safe fixes of the check, in every record that prints them. */
export function updateLawCitations(settings: Settings, select: Partial<Selection> = {}): Plannable {
  let wanted = new Map<string, Fields>()
  return {
    title: '法令の引用の更新',
    select: {
      ...select,
      collections: select.collections ?? [...relationKinds, 'policies', 'policySections'],
    },
    prepare: async (scope, today) => {
      wanted = fixesIn(scope, today, settings)
    },
    change: ({ id }: { readonly id: string }, { collection }) =>
      wanted.get(lineKey(collection, id)),
  }
}

function fixesIn({ own, library }: Scope, today: string, settings: Settings): Map<string, Fields> {
  const wanted = new Map<string, Fields>()
  if (own.organisations.length === 0) return wanted
  for (const policy of own.policies) {
    const records = policyRecords(policy, own, library, settings)
    const suppressions = records.policy.suppressions ?? []
    const before: PolicyDocument[] = []
    const fixed: PolicyDocument[] = []
    for (const document of Object.values(composeWhole(records, settings).documents)) {
      const { findings } = check(document, { law, today, suppressions })
      const its = applyFixes(
        document,
        findings.filter(({ ruleId }) => citationRules.includes(ruleId)),
      )
      if (its.applied.length === 0) continue
      before.push(document)
      fixed.push(its.document)
    }
    const [firstOld, ...otherOld] = before
    const [first, ...others] = fixed
    if (!first || !firstOld) continue
    const [old, now] = [extract(firstOld, ...otherOld), extract(first, ...others)]
    const fate = amendment(old, now)
    const put = (collection: BulkCollection, was: object | undefined, is: object) => {
      const { id } = is as { readonly id: string }
      const changed = Object.entries(is).filter(
        ([field, value]) =>
          field !== 'parent' &&
          field !== 'order' &&
          JSON.stringify((was as Fields | undefined)?.[field]) !== JSON.stringify(value),
      )
      const key = lineKey(collection, id)
      wanted.set(key, { ...wanted.get(key), ...Object.fromEntries(changed) })
    }
    for (const kind of relationKinds)
      for (const record of now[kind])
        if (fate[kind].changed.includes(record.id))
          put(
            kind,
            old[kind].find(({ id }) => id === record.id),
            record,
          )
    for (const section of now.sections)
      if (fate.sections.changed.includes(section.id))
        put(
          'policySections',
          old.sections.find(({ id }) => id === section.id),
          section,
        )
    if (fate.policyChanged) {
      const { organisation: _, slug: __, ...text } = now.policy
      const { organisation: ___, slug: ____, ...was } = old.policy
      put('policies', { ...was, id: policy.id }, { ...text, id: policy.id })
    }
  }
  return wanted
}
