'use client'
import { useConfig } from '@payloadcms/ui'
import type { PickableText } from '../../../operations/pickable-text.ts'
import { had, useAnswer } from '../useAnswer.ts'

/** The changes of a policy's working copy that can be published by themselves; asks nothing without a policy. */
export function useChanges(
  policies: string,
  policy: string | undefined,
  {
    effectiveFrom,
    corrects,
    since,
  }: {
    readonly effectiveFrom: string
    readonly corrects: number | null
    readonly since: unknown
  },
): PickableText | null {
  const { config } = useConfig()
  const query = new URLSearchParams({
    effectiveFrom,
    ...(corrects !== null && { corrects: String(corrects) }),
  })
  const url =
    policy && `${config.serverURL}${config.routes.api}/${policies}/${policy}/changes?${query}`
  return had(useAnswer<PickableText>(url, { since }).answer) ?? null
}
