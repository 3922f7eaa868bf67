import type { Stretch } from '../words.ts'

/** What a cell says in the place of a text: （新設）, （削る）, and （略） after the numbers of what is left out. */
export type CellNote = 'new' | 'removed' | 'omitted'

export type CellLine = {
  readonly stretches: readonly Stretch[]
  /** How far the line stands within lists. */
  readonly depth: number
  readonly isHeading: boolean
}
export type Cell = { readonly lines: readonly CellLine[]; readonly note: CellNote | null }

/** Texts that stand beside each other, the later one first or last as the table has it. */
export type TableRow = {
  readonly before: Cell
  readonly after: Cell
  /** Begins another 条, or what stands in its place. */
  readonly opens: boolean
}

/** A 新旧対照表 as data: all that is printed, in the order in which it is printed. */
export type ComparisonTable = {
  readonly locale: 'ja' | 'en'
  readonly title: string
  /** Whose policy it is, and from when the later text holds. */
  readonly lines: readonly string[]
  readonly columns: readonly [Column, Column]
  readonly rows: readonly TableRow[]
  readonly remarks: readonly string[]
}
export type Column = { readonly side: 'before' | 'after'; readonly label: string }

/** What is known of a text beside its words. */
export type Text = {
  /** The number of the edition. */
  readonly edition?: number
  /** Its first day, YYYY-MM-DD. */
  readonly effectiveFrom?: string
}

/** `amended`: 改正後 on the left, 改正前 on the right, as ministries print it. `old-new`: 旧, then 新, as many firms do. */
export const layouts = ['amended', 'old-new'] as const
export type Layout = (typeof layouts)[number]
