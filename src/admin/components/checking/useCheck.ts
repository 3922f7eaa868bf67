'use client'
import type { CheckAnswer } from '../../../operations/checking/check-policy.ts'
import { ask } from '../ask.ts'
import { had } from '../useAnswer.ts'
import { usePolicyAnswer, usePolicyUrl } from '../usePolicyAnswer.ts'

export type Finding = CheckAnswer['findings'][number]

/** The check of a policy's working copy as of today, and what can be done about its findings. */
export function useCheck(policies: string, policy: string) {
  const at = usePolicyUrl(policies, policy)
  const { answer: checked, reload } = usePolicyAnswer<CheckAnswer>('check', at, {})
  return {
    checked,
    reload,
    fix: async (key: string) => had(await ask<object>('POST', `${at}/fix`, { keys: [key] })),
    /** Adds a suppression to those that the policy has. */
    suppress: async (suppression: object) => {
      const doc = had(
        await ask<{ suppressions?: readonly object[] }>('GET', `${at}?depth=0&joins=false`),
      )
      if (!doc) return null
      const suppressions = [...(doc.suppressions ?? []), suppression]
      return had(await ask<object>('PATCH', String(at), { suppressions }))
    },
  }
}
