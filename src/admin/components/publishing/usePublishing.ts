'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { EditionHead, EditionKind } from '../../../core/edition/edition.ts'
import type { PendingDecision } from '../../../core/edition/publication.ts'
import type { PublishingStatus } from '../../../operations/publishing/publication-status.ts'
import { ask, type ProblemPlace, type Refused } from '../ask.ts'
import { type DutyDrafts, recordOf } from '../duties/duty-draft.ts'
import { useAnswer } from '../useAnswer.ts'

/** What the form asks for. */
export type PublishDraft = {
  readonly kind: EditionKind
  readonly effectiveFrom: string
  readonly corrects: number | null
  readonly withdraws: number | null
  readonly summary: { readonly ja: string; readonly en: string }
  readonly pendingDecision: PendingDecision | null
  /** Why each error of the check is let pass, by its key. */
  readonly waivers: { readonly [key: string]: string }
  /** What was typed of each duty of the change, by its key. */
  readonly duties: DutyDrafts
  /** The changes that go into the edition, by their keys; null for all. */
  readonly only: readonly string[] | null
}

export type PublishedAnswer = {
  readonly edition: EditionHead
  readonly incomplete: { readonly [language: string]: readonly ProblemPlace[] }
}
export type RestoredAnswer = {
  readonly number: number
  readonly records: readonly { readonly outcome: string }[]
  readonly organisation: readonly string[]
}

/** A policy's state of publishing, and the two things that can be done with it. */
export function usePublishing() {
  const { config } = useConfig()
  const { id, collectionSlug } = useDocumentInfo()
  const api = `${config.serverURL}${config.routes.api}`
  const { answer, reload } = useAnswer<PublishingStatus>(
    `${api}/${collectionSlug}/${id}/publishing`,
  )
  const status: PublishingStatus | Refused | undefined =
    answer && ('done' in answer ? answer.done : answer.refused)

  const editions = status && 'policy' in status ? editionsOf(api, status) : ''
  return {
    api,
    status,
    reload,
    publish: (draft: PublishDraft, idempotencyKey: string, latest: number) =>
      ask<PublishedAnswer>('POST', editions, {
        ...draft,
        waivers: Object.entries(draft.waivers).map(([key, reason]) => ({ key, reason })),
        duties: Object.entries(draft.duties).map(([key, duty]) => recordOf(key, duty)),
        idempotencyKey,
        latest,
      }),
    restore: (number: number) => ask<RestoredAnswer>('POST', `${editions}/${number}/restore`),
  }
}

export const editionsOf = (
  api: string,
  { organisationSlug, policySlug }: { organisationSlug: string; policySlug: string },
): string => `${api}/privacy-policies/${organisationSlug}/${policySlug}/editions`

/** Names one wish to publish: as long as it is not answered, sending it again publishes once. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
