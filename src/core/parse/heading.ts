import type { Row } from './rows.ts'

/** Why a row is a heading: what ranks it among the others, and how sure that is. */
export type Heading = {
  /** Headings of one rank stand on one level: `bare`, `【】`, or the series of their number. */
  readonly rank: string
  readonly confidence: number
  /** How deep the format says that it stands, comparable among its headings. */
  readonly depth?: number
  /** The caption row above an article's number. */
  readonly caption?: Row
}

/** 附則 stands beside the articles, whatever it stands below. */
export const supplement = '附則'
/** The title of a further document on the page closes all that stands above it. */
export const further = 'document'
