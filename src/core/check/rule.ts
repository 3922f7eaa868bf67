/**
 * A rule is one file in `rules/<section>/`, named by its id, and one line in `rules/index.ts`. It reads the analysis and
 * yields drafts; the engine (`index.ts`) adds rule, severity, law, record, field, key, and drops a fix that is not safe.
 *
 *  - Words are looked for by `matches` and `matchesIn` (`search.ts`): global patterns over folded text without spaces.
 *    A range found so is a place. Where spaces matter, read `passage.text`: its offsets start at `passage.start`.
 *  - What two rules need is a fact in `facts/` (`fact.ts`); law is asked of `context.law` as of `context.day`.
 *  - One defect is one finding: its place is the first place, its evidence all of them, each as printed, short.
 *  - A message says what was met, quoting the text, then what to do; a question asks, and says who can answer it.
 *  - When in doubt, silent: a wrong finding costs more than one that is missed. What a text may say in any words, wherever
 *    (`facts/*-mentions.ts`), is not missing: the rule asks, in words that are true whatever the answer, or is silent.
 */
import type { LawBasis } from '../law/basis.ts'
import type { Law } from '../law/index.ts'
import type { Range } from '../render/printed.ts'
import type { Words } from '../words.ts'
import type { Analysis } from './analysis.ts'
import type { Fix, RecordReference, Severity } from './finding.ts'

export type Context = {
  readonly law: Law
  /** The day of the check. */
  readonly today: string
  /** The day by whose law the text is read: the first day that the edition is in force. */
  readonly day: string
  /** Whether the operator answers on request what 32条1項 lets it answer instead of posting. */
  readonly answersOnRequest: boolean
  /** Lines of the file in which links stood that the document does not hold. */
  readonly linked: readonly string[]
}

/** Something that stands nowhere: the field that would hold it, and where a reader would look for it, if anywhere. */
export type Absent = {
  readonly absent: { readonly record: RecordReference | null; readonly field: string }
  readonly near?: Range
}

/** What a rule says; the engine adds what follows from the rule and the place. */
export type Draft = {
  readonly at: Range | Absent
  readonly message: Words
  /** @default what stands at `at` */
  readonly evidence?: readonly string[]
  /** @default the rule's */
  readonly severity?: Severity
  readonly isQuestion?: boolean
  readonly law?: LawBasis | null
  /** The replacement of all that stands at `at`, or several edits. Left out where it is not safe. */
  readonly fix?: string | Pick<Fix, 'title' | 'edits'>
}

export type Rule = {
  readonly id: string
  /** What it sees to, as a heading: 代表者の氏名 */
  readonly title: Words
  readonly severity: Severity
  readonly basis: LawBasis | null
  readonly isQuestion?: true
  /** A matter of 32条1項: information only, where the operator answers on request. */
  readonly answeredOnRequest?: true
  /** Speaks of what is missing: silent where the document is one notice of several. */
  readonly ofWhole?: true
  /** Reads the tree and no words, so it holds for a text in any language. @default Japanese texts only */
  readonly anyLanguage?: true
  readonly check: (analysis: Analysis, context: Context) => Iterable<Draft>
}
