'use client'
import { useConfig } from '@payloadcms/ui'
import type { PendingDecision } from '../../../core/edition/publication.ts'
import type { CheckAnswer } from '../../../operations/check-policy.ts'
import { ask } from '../ask.ts'
import { had, useAnswer } from '../useAnswer.ts'

export type Finding = CheckAnswer['findings'][number]
/**
 * The check of a policy's working copy (null: it could not be had), and what can be done about its findings; asks
 * nothing without a policy.
 */
export function useCheck(
  policies: string,
  policy: string | undefined,
  {
    effectiveFrom = '',
    corrects = null,
    only = null,
    pendingDecision = null,
    since,
  }: {
    readonly effectiveFrom?: string
    readonly corrects?: number | null
    /** The changes that would be published, by their keys; null for all. */
    readonly only?: readonly string[] | null
    readonly pendingDecision?: PendingDecision | null
    readonly since?: unknown
  } = {},
) {
  const { config } = useConfig()
  const at = policy && `${config.serverURL}${config.routes.api}/${policies}/${policy}`
  const query = new URLSearchParams({
    ...(effectiveFrom && { effectiveFrom }),
    ...(corrects !== null && { corrects: String(corrects) }),
    ...(only !== null && { only: only.join(',') }),
    ...(pendingDecision !== null && { pendingDecision }),
  })
  const { answer, reload } = useAnswer<CheckAnswer>(at && `${at}/check?${query}`, { since })

  return {
    checked: had(answer),
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
