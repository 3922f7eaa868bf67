import type { DocumentOrganisation, ExceptionScope, SectionKind } from '../document.ts'
import type { Records } from './records.ts'
import type { SectionIndex } from './references.ts'
import type { Report } from './report.ts'

/** Where a text stands, as far as that tells what it means. */
export type Context = {
  readonly kind: SectionKind
  readonly section: string | null
  /** The headings above, the nearest last, folded and squashed. */
  readonly headings: readonly string[]
  /** The paragraph that leads to a list, or ''. */
  readonly lead: string
  /** The paragraph that leads to the section within which this one stands, or ''. */
  readonly intro: string
  /** What the cases of a list are exceptions to, where its items say so. */
  readonly scope?: ExceptionScope
  /** The items of a list end as purposes do, whatever leads to it. */
  readonly statesPurposes?: true
  /** What heads the column of a table that the text stands in. */
  readonly column?: string
  /** The group that purposes here are of, if a heading names one. */
  readonly group: string | null
  readonly organisation: DocumentOrganisation
  readonly records: Records
  readonly report: Report
  readonly index: SectionIndex
}
export const nearest = (context: Context) => context.headings.at(-1) ?? ''
