import { createHash } from 'node:crypto'
import type { PlannedEvent } from './events.ts'

/**
 * The identifier of a message (Standard Webhooks, `webhook-id`): the same however often it is sent, so that whoever
 * receives it twice knows it. One for each endpoint, edition, event and lead.
 */
export function messageId(endpoint: string, { event, edition, leadDays }: PlannedEvent): string {
  const name = [endpoint, edition.id, event, leadDays ?? ''].join('\n')
  return `msg_${createHash('sha256').update(name).digest('base64url').slice(0, 27)}`
}

/** Where an edition is read, for who is told of it. */
export type MessageLinks = { readonly [name: string]: string }

/**
 * The body of a message: the type, when it happened, and what identifies the edition. No text: who wants it reads it
 * where the links lead, and can verify it by the hash.
 */
export function messageBody(
  { event, edition, leadDays, dueAt }: PlannedEvent,
  links: MessageLinks,
) {
  const { id, number, kind, effectiveFrom, recordedAt, corrects, withdraws, summary } = edition
  return {
    type: event,
    timestamp: dueAt,
    data: {
      edition: {
        id,
        number,
        kind,
        effectiveFrom,
        recordedAt,
        corrects,
        withdraws,
        summary,
        languages: Object.keys(edition.languages),
        sha256: edition.sha256,
      },
      policy: {
        id: edition.policy,
        slug: edition.policySlug,
        organisation: edition.organisationSlug,
      },
      ...(leadDays !== null && { leadDays }),
      links,
    },
  }
}
