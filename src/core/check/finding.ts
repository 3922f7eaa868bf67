import type { LawBasis } from '../law/basis.ts'
import type { PolicyRecords } from '../records.ts'
import type { Range } from '../render/printed.ts'
import type { Words } from '../words.ts'

/** error: a statute asks for it, or the text contradicts a statute or itself · warning: guideline or practice. */
export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

export type RecordReference = { readonly collection: keyof PolicyRecords; readonly id: string }

/**
 * Where a finding stands: the record and the field that an editor opens, and the characters of the printed text
 * (`render` as text) that it speaks of; none (start = end) where something is missing that stands nowhere.
 * `record` is null for the policy itself (its title, preamble and closing).
 */
export type Place = Range & {
  readonly record: RecordReference | null
  readonly field: string | null
  /** The id of the section around it. */
  readonly section: string | null
  readonly text: string
}

/** A replacement of printed characters that all stand in one property of one node. */
export type Edit = Range & { readonly text: string; readonly replacement: string }
/** Offered only where it cannot be wrong whatever the policy means. */
export type Fix = { readonly title: Words; readonly edits: readonly Edit[] }

export type Finding = {
  /** Names the finding through edits elsewhere and renumbering: rule, record or section, and what is quoted. */
  readonly key: string
  readonly ruleId: string
  readonly severity: Severity
  /** Needs the judgement of somebody who knows the operator. */
  readonly isQuestion: boolean
  /** What was met, then what to do. */
  readonly message: Words
  readonly law: LawBasis | null
  readonly place: Place
  /** What the finding rests on, as printed; the first is what `place` quotes, unless something is missing. */
  readonly evidence: readonly string[]
  readonly fix: Fix | null
}
