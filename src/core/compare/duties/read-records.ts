import { isStorable } from '../../storable.ts'
import type { DutyRecord, Met } from './meet.ts'

/** How records are written, for who wrote something else. */
export const dutiesForm =
  '[{ "key": "…", "met": { "where": "…", "when": "2027-03-01", "leadDays": 30, "note": "…" } }, { "key": "…", "waived": { "reason": "…" } }]'

/** The records of duties in a request or a file, as they come from outside; null for what is none. */
export function dutiesIn(value: unknown): readonly DutyRecord[] | null {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return null
  const records = value.map(recordIn)
  return records.every((record) => record !== null) ? records : null
}

function recordIn(value: unknown): DutyRecord | null {
  const { key, met, waived } = fieldsOf(value, ['key', 'met', 'waived']) ?? {}
  if (!isStorable(key) || (met === undefined) === (waived === undefined)) return null
  if (met === undefined) {
    const { reason } = fieldsOf(waived, ['reason']) ?? {}
    return isStorable(reason) ? { key, waived: { reason } } : null
  }
  const how = metIn(met)
  return how && { key, met: how }
}

function metIn(value: unknown): Met | null {
  const known = fieldsOf(value, ['where', 'when', 'leadDays', 'note'])
  if (!known) return null
  const { where, when, leadDays, note } = known
  if (!isStorable(where) || !isStorable(when)) return null
  if (leadDays !== undefined && !Number.isSafeInteger(leadDays)) return null
  if (note !== undefined && !isStorable(note)) return null
  return {
    where,
    when,
    ...(leadDays !== undefined && { leadDays: leadDays as number }),
    ...(note && { note }),
  }
}

/** The fields of an object that has no others; those that are null are not there. */
function fieldsOf(
  value: unknown,
  names: readonly string[],
): { readonly [name: string]: unknown } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const fields = Object.entries(value).filter(([, one]) => one !== null && one !== undefined)
  return fields.every(([name]) => names.includes(name)) ? Object.fromEntries(fields) : null
}
