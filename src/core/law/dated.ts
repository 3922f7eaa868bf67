/**
 * What the law says, as data with its days: every entry holds from `since` to the day before `until`, names where it
 * was read, and how sure that is. A question is always asked as of a day, the effective date of an edition.
 */

/** `certain`: the text itself was read, or two sources agree; `likely`: one secondary source; else check it first. */
export type Certainty = 'certain' | 'likely' | 'unverified'

export type Dated = {
  readonly since: string
  /** The first day on which it no longer holds; absent while it does. */
  readonly until?: string
}
export type Sourced = { readonly source: string; readonly certainty: Certainty }

/** Whether a dated entry holds on a day, `YYYY-MM-DD`. */
export function holdsOn({ since, until }: Dated, day: string): boolean {
  return since <= day && (until === undefined || day < until)
}
