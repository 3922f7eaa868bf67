'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { EditionHead, EditionKind } from '../../../core/edition/edition.ts'
import type { PendingDecision } from '../../../core/edition/publication.ts'
import type { PublishingStatus } from '../../../operations/publication-status.ts'
import { type DutyDrafts, recordOf } from '../duties/duty-draft.ts'

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

/** A place where something has to be done. */
export type ProblemPlace = {
  readonly collection?: string
  readonly id?: string
  readonly name?: { readonly ja: string; readonly en: string }
  readonly message?: { readonly ja: string; readonly en: string }
}
export type Refused = { readonly detail: string; readonly errors?: readonly ProblemPlace[] }
export type Outcome<T> = { readonly done: T } | { readonly refused: Refused }

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
  const [status, setStatus] = useState<PublishingStatus | Refused | undefined>()

  const load = useCallback(async () => {
    const answer = await ask<PublishingStatus>('GET', `${api}/${collectionSlug}/${id}/publishing`)
    setStatus('done' in answer ? answer.done : answer.refused)
  }, [api, collectionSlug, id])
  useEffect(() => {
    load()
  }, [load])

  const editions = status && 'policy' in status ? editionsOf(api, status) : ''
  return {
    api,
    status,
    reload: load,
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

async function ask<T>(method: string, url: string, body?: object): Promise<Outcome<T>> {
  try {
    const response = await fetch(url, {
      method,
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    })
    const answer = await response.json()
    if (response.ok) return { done: answer as T }
    const detail = answer.detail ?? answer.errors?.[0]?.message ?? String(response.status)
    return { refused: { detail, errors: answer.detail ? (answer.errors ?? []) : [] } }
  } catch (error) {
    return { refused: { detail: String(error) } }
  }
}
