import type { DutyRecord } from '../../../core/compare/duties/meet.ts'

/** What has been typed of a duty so far. */
export type DutyDraft = {
  readonly how: 'met' | 'waived'
  readonly where: string
  readonly when: string
  readonly leadDays: string
  readonly note: string
  readonly reason: string
}
export type DutyDrafts = { readonly [key: string]: DutyDraft }

export const blankDuty = (today: string): DutyDraft => ({
  how: 'met',
  where: '',
  when: today,
  leadDays: '',
  note: '',
  reason: '',
})

/** The record that a draft makes. */
export function recordOf(key: string, draft: DutyDraft): DutyRecord {
  const { how, where, when, leadDays, note, reason } = draft
  if (how === 'waived') return { key, waived: { reason: reason.trim() } }
  return {
    key,
    met: {
      where: where.trim(),
      when,
      ...(leadDays !== '' && { leadDays: Number(leadDays) }),
      ...(note.trim() !== '' && { note: note.trim() }),
    },
  }
}
