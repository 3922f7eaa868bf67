import type { EditionHead, HistoryIndex } from '../../core/edition/index.ts'
import type { Stamp } from '../answer.ts'
import type { EditionTexts, Heard, History } from '../sources/source.ts'

/** A policy as it is kept in memory, with the texts that are in force and to come. */
export type KeptPolicy = {
  readonly stamp: Stamp
  readonly history: History
  readonly index: HistoryIndex<EditionHead>
  readonly texts: Map<string, EditionTexts>
  /** Whether an edition was heard of, or may have been missed, that is not in the history. */
  isOutdated: boolean
  /** Whether the texts in force and to come are here, or on their way, at least in the language asked for. */
  hasAhead: boolean
}

/** The editions that are asked for from a day on: the one in force, or the last there was, and those to come. */
export function inForceAndToCome({ index }: KeptPolicy, day: string): readonly EditionHead[] {
  const answer = index.at(day)
  const current =
    answer.state === 'none' ? null : answer.state === 'inForce' ? answer.edition : answer.last
  const upcoming = index.upcoming(day).filter(({ kind }) => kind !== 'repeal')
  return [...(current ? [current] : []), ...upcoming]
}

export const hasAll = (texts: EditionTexts = {}, languages: EditionHead['languages']) =>
  Object.keys(languages).every((language) => language in texts)

/** Whether the texts in force and to come are there in every language. */
export const isWhole = (policy: KeptPolicy, day: string) =>
  inForceAndToCome(policy, day).every(({ id, languages }) =>
    hasAll(policy.texts.get(id), languages),
  )

/** Whether an edition that was heard of is in a history. */
export const holds = (history: History, { id, number }: Heard) =>
  (history[number - 1] ?? history.find((edition) => edition.number === number))?.id === id

/** About what a policy takes up in memory: heads as objects, and texts of two bytes a character. */
export function sizeOf({ history, texts }: KeptPolicy): number {
  const sizes = [...texts.values()].map(sizeOfTexts)
  return sizeOfHeads(history) + sizes.reduce((sum, size) => sum + size, 0)
}

export const sizeOfTexts = (texts: EditionTexts) =>
  2 * Object.values(texts).reduce((sum, text) => sum + text.length, 0)

/** Objects take up about three times their JSON. */
const sizeOfHeads = (heads: readonly EditionHead[]) => 3 * JSON.stringify(heads).length
