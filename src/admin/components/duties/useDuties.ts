'use client'
import { useConfig } from '@payloadcms/ui'
import type { EditionKind } from '../../../core/edition/edition.ts'
import type { DutiesAhead } from '../../../operations/duties-ahead.ts'
import { had, useAnswer } from '../useAnswer.ts'

/** null: they could not be had; undefined: they are not there yet. */
export type DutiesState = DutiesAhead | null | undefined

/** The duties that publishing a policy's working copy would ask for; asks nothing without a policy. */
export function useDuties(
  policies: string,
  policy: string | undefined,
  {
    kind,
    effectiveFrom,
    corrects,
    only,
    since,
  }: {
    readonly kind: EditionKind
    readonly effectiveFrom: string
    readonly corrects: number | null
    /** The changes that would be published, by their keys; null for all. */
    readonly only: readonly string[] | null
    readonly since: unknown
  },
): DutiesState {
  const { config } = useConfig()
  const query = new URLSearchParams({
    kind,
    effectiveFrom,
    ...(corrects !== null && { corrects: String(corrects) }),
    ...(only !== null && { only: only.join(',') }),
  })
  const url =
    policy && `${config.serverURL}${config.routes.api}/${policies}/${policy}/duties?${query}`
  return had(useAnswer<DutiesAhead>(url, { since }).answer)
}
