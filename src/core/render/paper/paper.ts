/**
 * A policy as paper takes it, before PDF and DOCX part: blocks below each other, made of lines, made of runs. What is
 * decided here is decided once: what hangs, what stands to the right, what must not be parted from what follows.
 */
export type Paper = {
  readonly locale: string
  /** What the document is called, whether its first line says so or not. */
  readonly title: string
  readonly blocks: readonly PaperBlock[]
}

/** A stretch of a line; never empty, without line ends and tabs. */
export type Run = {
  readonly text: string
  readonly strong?: true
  /** Where it leads outside: absolute http, https, mailto or tel. */
  readonly url?: string
  /** The id that it leads to; one that is no anchor of this paper leads nowhere. */
  readonly target?: string
}
export type Line = readonly Run[]

type Anchored = {
  /** The ids of the sections and list items that begin here; each stands on one block only. */
  readonly anchors: readonly string[]
}
type Kept = {
  /** No page ends between this block and the next. */
  readonly keepsWithNext: boolean
}

export type PaperBlock =
  | PaperTitle
  | PaperHeading
  | PaperParagraph
  | PaperList
  | PaperTable
  | PaperContact
export type PaperTitle = { readonly type: 'title'; readonly lines: readonly Line[] }
export type PaperHeading = Anchored & {
  readonly type: 'heading'
  /** 1 to 6, without gaps from one heading to those below it (PDF/UA-1, ISO 14289-1 7.4). */
  readonly rank: number
  /** The printed number where it begins the heading's only line; '' otherwise. */
  readonly number: string
  /** Among its siblings, and what they count; null for a number that stands alone. */
  readonly run: MarkerRun | null
  readonly lines: readonly Line[]
}
export type PaperParagraph = Anchored &
  Kept & {
    readonly type: 'paragraph'
    /** Signatures and 以上 stand to the right. */
    readonly part: 'body' | 'signature' | 'endMark'
    readonly lines: readonly Line[]
  }
export type PaperList = {
  readonly type: 'list'
  /** How far its lines hang, in full-width characters. */
  readonly hang: number
  readonly run: MarkerRun | null
  readonly items: readonly PaperItem[]
}
export type PaperItem = Anchored &
  Kept & {
    /** As printed, with the space that follows it. */
    readonly marker: string
    readonly lines: readonly Line[]
    readonly nested: PaperList | null
  }
export type PaperTable = Anchored & {
  readonly type: 'table'
  /** Rows at the top that are repeated on every page. */
  readonly heads: number
  /** Of the columns, as parts of one. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly PaperCell[])[]
}
export type PaperCell = { readonly header: boolean; readonly lines: readonly Line[] }
export type PaperContact = Anchored &
  Kept & { readonly type: 'contact'; readonly lines: readonly Line[] }

/** Markers that count without a gap: 第１条, 第２条 … or ・, ・. */
export type MarkerRun =
  | { readonly counts: 'nothing'; readonly sign: string }
  | {
      readonly counts: CountedNumerals
      readonly before: string
      readonly after: string
      readonly first: number
    }
/** The families of `numerals.ts` that a word processor can count. */
export type CountedNumerals =
  | 'arabic'
  | 'fullWidth'
  | 'padded'
  | 'kanji'
  | 'circled'
  | 'parenthesised'
  | 'dotted'
  | 'katakana'
  | 'iroha'
  | 'letter'
  | 'capital'
  | 'roman'
  | 'romanCapital'
