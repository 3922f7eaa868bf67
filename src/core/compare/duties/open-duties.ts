import type { PolicyDocument } from '../../document.ts'
import { sha256Of } from '../../edition/canonical-json.ts'
import { type Change, compare } from '../index.ts'
import { type Duty, dutiesOf } from './index.ts'

/** A duty of a text that takes another's place, in all its languages. */
export type OpenDuty = Omit<Duty, 'changes'> & {
  /** Names the duty and the changes that raise it: when these change, so does it. */
  readonly key: string
  readonly changes: readonly DutyChange[]
}
export type DutyChange = Change & { readonly language: string }

type Documents = { readonly [language: string]: PolicyDocument }

/**
 * The duties that one text may call for in the place of another. A duty is one, whatever the languages that its changes
 * stand in; a language that is new or gone raises none, for it says what the others say.
 */
export function openDuties(before: Documents, after: Documents): readonly OpenDuty[] {
  const found = new Map<string, { duty: Duty; changes: DutyChange[] }>()
  for (const [language, document] of Object.entries(after)) {
    const { [language]: own } = before
    if (!own) continue
    const comparison = compare(own, document)
    for (const duty of dutiesOf(comparison)) {
      const changes = found.get(duty.name)?.changes ?? []
      for (const place of duty.changes) {
        const change = comparison.changes[place]
        if (change) changes.push({ ...change, language })
      }
      found.set(duty.name, { duty, changes })
    }
  }
  return [...found.values()].map(({ duty, changes }) => ({
    ...duty,
    key: `${duty.name}-${sha256Of(changes).slice(0, 12)}`,
    changes,
  }))
}
