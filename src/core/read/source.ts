import type { Message } from '../parse/report.ts'

/**
 * What a reader of a format hands to the parser: the printed lines, each with what the format knows of it for certain,
 * and what of the file it left out. All else is the parser's affair: readers understand formats, not policies.
 */
export type Source = {
  readonly lines: readonly Line[]
  /** What the file shows and no line holds. White space aside, lines and this are all that the file prints. */
  readonly dropped: readonly Dropped[]
  /** Links of the text whose addresses lead nowhere by themselves: `/contact`, in a file that does not say where it stood, and `#contact`. */
  readonly adrift?: readonly { readonly href: string; readonly place: number }[]
  /** The name that the file gives itself, which it need not print: `<title>`, the properties of a DOCX. */
  readonly name?: string
  /** The language that the file names, as BCP 47: `ja`, `en-US`. */
  readonly locale?: string
}

export type Dropped = { readonly text: string; readonly why: Message }

/**
 * A printed line: its text without the space around it, markers and numbers included, and where it stands. Of what a
 * format can say of it, plain text says nothing.
 */
export type Line = {
  /** The number of the line in its source, from 1. */
  readonly place: number
  /** Spaces before the text, in half-width columns. */
  readonly indent: number
  readonly text: string
  /** Empty lines between this line and the one before. */
  readonly gap: number

  /** The author ended the line here: what follows is no continuation of it that a page's width broke off. */
  readonly ends?: true
  /** A heading, of this rank: 1 for that of the whole. */
  readonly heading?: number
  /** Set above what follows without a rank of its own: the term of a description, the summary of details. */
  readonly leads?: true
  /** The line begins a list item, or goes on with one. */
  readonly item?: LineItem
  /** A row of a table. Its text is that of its cells, joined by `\n`. */
  readonly row?: LineRow
  /** What is set apart within the text, in reading order; marks of one kind don't overlap. */
  readonly marks?: readonly Mark[]
}

export type LineItem = {
  /** 1 for an item of a list, 2 for one of a list within it … */
  readonly depth: number
  /** What marks the item, the space after it included: the start of the text. '' for an item that nothing marks. */
  readonly marker: string
  /** The line goes on with the item above it; it has no marker. */
  readonly more?: true
}

export type LineRow = {
  /** Rows that follow each other with one number are of one table. */
  readonly table: number
  readonly cells: readonly Cell[]
}

/** A cell's text can hold several lines, joined by `\n`. Its marks count within its own text. */
export type Cell = {
  readonly text: string
  readonly header: boolean
  readonly marks?: readonly Mark[]
}

export type Mark = { readonly start: number; readonly end: number } & (
  | { readonly type: 'strong' }
  /** `url` is absolute. */
  | { readonly type: 'link'; readonly url: string }
)
