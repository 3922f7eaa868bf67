import type { Range } from '../../render/printed.ts'

/** A place with the words around it, so that it can be found: 従業者およびその. */
export function wordsAround(text: string, { start, end }: Range): Range {
  const before = wordBehind.exec(text.slice(Math.max(0, start - 12), start))
  const after = wordAhead.exec(text.slice(end, end + 12))
  return { start: start - (before?.[0].length ?? 0), end: end + (after?.[0].length ?? 0) }
}
const run = '(?:[\\p{Script=Han}々]{1,8}|[ァ-ヴー]{1,12}|[ぁ-ん]{1,4}|[A-Za-z]{1,12})'
const wordBehind = new RegExp(`${run}$`, 'u')
const wordAhead = new RegExp(`^${run}`, 'u')

/** The part of a sentence around a place, between its nearest marks of punctuation. */
export function clauseAround(text: string, { start, end }: Range): Range {
  const before = /[^、。「」『』\n]{0,40}$/u.exec(text.slice(Math.max(0, start - 40), start))
  const after = /^[^、。「」『』\n]{0,40}/u.exec(text.slice(end, end + 40))
  return { start: start - (before?.[0].length ?? 0), end: end + (after?.[0].length ?? 0) }
}
