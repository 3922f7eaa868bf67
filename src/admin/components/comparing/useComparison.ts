'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import type { PolicyComparison } from '../../../operations/comparing/compare-policy.ts'
import type { Refused } from '../ask.ts'
import { useAnswer } from '../useAnswer.ts'
import { queryOf, usePolicyUrl } from '../usePolicyAnswer.ts'

/** What is compared: numbers of editions; null for the edition in force, and for the working copy. */
export type Asked = {
  readonly before: number | null
  readonly after: number | null
  readonly effectiveFrom: string
  readonly locale: string
}
export type Compared = PolicyComparison | Refused

/** The comparison that is asked for, and where its files are; the one before stays until the next is there. */
export function useComparison(asked: Asked) {
  const { id, collectionSlug } = useDocumentInfo()
  const query = queryOf(asked)
  const at = `${usePolicyUrl(String(collectionSlug), String(id))}/compare?${query}`
  const { answer } = useAnswer<PolicyComparison>(at, { keepsLast: true })
  const compared: Compared | undefined = answer && ('done' in answer ? answer.done : answer.refused)
  return { compared, fileAt: (format: string) => `${at}${query ? '&' : ''}format=${format}` }
}
