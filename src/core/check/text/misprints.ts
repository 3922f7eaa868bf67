import { establishedPhrases, establishedWords, lookAlikes } from './established-phrases.ts'
import type { Misspelling } from './misspellings.ts'

/**
 * Established phrases that miss by one sign: a kanji lost (情解決), taken for another (安全菅理), twice (個人人情報) or
 * out of order (個情人報). A text is never corrected to a phrase where its signs make another word that exists: the
 * segmenter's dictionary knows 使用停止 and leaves 間覧 as two single signs.
 */
export function misprintsIn(text: string): Misspelling[] {
  const found: Misspelling[] = []
  const words: Misspelling[] = []
  for (let i = 0; i < text.length; i++) {
    const role = roles[text.charCodeAt(i)]
    if (role === 0) continue
    if (role !== wrongSign) found.push(...ofPhrases(text, i))
    if (role !== halfBegins) words.push(...ofWords(text, i))
  }
  found.push(...words)
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Misspelling[] = []
  for (const one of found) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  return kept
}

type Half = { readonly phrase: string; readonly at: number }

/** The phrases by the codes of their first and their last two signs: one edit leaves one of them as it was. */
const byHalf = new Map<number, Map<number, Half[]>>()
for (const phrase of establishedPhrases) {
  if (phrase.length < 4) continue
  for (const at of [0, phrase.length - 2]) {
    const [first, second] = [phrase.charCodeAt(at), phrase.charCodeAt(at + 1)]
    const halves = byHalf.get(first) ?? new Map<number, Half[]>()
    halves.set(second, [...(halves.get(second) ?? []), { phrase, at }])
    byHalf.set(first, halves)
  }
}
const known = new Set([...establishedPhrases, ...establishedWords])

function ofPhrases(text: string, i: number): readonly Misspelling[] {
  const halves = byHalf.get(text.charCodeAt(i))?.get(text.charCodeAt(i + 1))
  if (!halves) return none
  let found: Misspelling[] | null = null
  for (const { phrase, at } of halves) {
    const seen = at === 0 ? behind(text, i, phrase) : ahead(text, i + 2, phrase)
    if (!seen || !isMisprint(text, seen.start, seen.end, phrase)) continue
    found ??= []
    found.push({ ...seen, right: phrase })
  }
  return found ?? none
}
const none: readonly Misspelling[] = []

type Seen = { readonly start: number; readonly end: number }

/** The text at `start` where it begins as the phrase does and misses it by one edit further on. */
function behind(text: string, start: number, phrase: string): Seen | null {
  let same = 0
  while (same < phrase.length && text[start + same] === phrase[same]) same++
  if (same === phrase.length) return null
  const rest = phrase.slice(same)
  const here = start + same
  const signs = [rest.charAt(0), rest.charAt(1), text.charAt(here), text.charAt(here + 1)] as const
  for (const [taken, given] of edits(...signs))
    if (text.startsWith(rest.slice(given), here + taken) && rest.length > given)
      return { start, end: here + taken + rest.length - given }
  return null
}

/** The text that ends at `end` where it ends as the phrase does and misses it by one edit before. */
function ahead(text: string, end: number, phrase: string): Seen | null {
  let same = 0
  while (same < phrase.length && text[end - 1 - same] === phrase[phrase.length - 1 - same]) same++
  if (same === phrase.length) return null
  const rest = phrase.slice(0, phrase.length - same)
  const here = end - same
  const signs = [
    rest.charAt(rest.length - 1),
    rest.charAt(rest.length - 2),
    text.charAt(here - 1),
    text.charAt(here - 2),
  ] as const
  for (const [taken, given] of edits(...signs)) {
    const left = rest.slice(0, rest.length - given)
    if (text.endsWith(left, here - taken)) return { start: here - taken - left.length, end }
  }
  return null
}

/**
 * How many signs of the text stand for how many of the phrase, by each edit that allows the next two signs of the phrase
 * (p, q) and of the text (s, t).
 */
function edits(p: string, q: string, s: string, t: string): readonly Edit[] {
  if (!isHan(p)) return []
  const isSwapped = s === q && t === p && isHan(q)
  if (isHan(s) && p !== s) return isSwapped ? [changed, swapped, lost] : changedOrLost
  return isSwapped ? [swapped, lost] : onlyLost
}
type Edit = readonly [taken: number, given: number]
const changed: Edit = [1, 1]
const swapped: Edit = [2, 2]
const lost: Edit = [0, 1]
const changedOrLost: readonly Edit[] = [changed, lost]
const onlyLost: readonly Edit[] = [lost]

/** The kanji of the Basic Multilingual Plane, and 々; asked of every sign of a text. */
function isHan(sign: string): boolean {
  const code = sign.length === 1 ? sign.charCodeAt(0) : 0
  return (code >= 0x3400 && code <= 0x9fff) || code === 0x3005 || (code >= 0xf900 && code <= 0xfaff)
}

/** Whether signs that miss a phrase make no words of their own. */
function isMisprint(text: string, start: number, end: number, phrase: string): boolean {
  const wrong = text.slice(start, end)
  if (known.has(wrong) || /[\s、。「」（）()・]/u.test(wrong) !== /[、]/u.test(phrase)) return false
  const before = text.charAt(start - 1)
  const isLost = phrase.length - wrong.length === 1
  // 事情解決, 保有人情報: what is lost at an end may only belong to another word.
  if (isLost && phrase.endsWith(wrong) && (isHan(before) || commonPrefix.test(wrong))) return false
  if (isLost && phrase.startsWith(wrong)) return false
  const apart = [...wrong].findIndex((sign, i) => sign !== phrase[i])
  if (apart < 0) return false
  // What stands where a sign is missing: 開示等の|求め lacks none.
  if (isLost)
    return [start + apart - 1, start + apart].some((at) => at >= start && isSingle(text, at))
  return isSingle(text, start + apart) && singlesIn(text, start, end) >= 2
}

const commonPrefix = /^[全各諸本当該同他新旧現前次両総再主副未非不無要]/u

/** A word of two or three signs with one, at `i`, that is taken for another. */
function ofWords(text: string, i: number): readonly Misspelling[] {
  for (const { word, at } of byWrongSign.get(text.charAt(i)) ?? []) {
    const start = i - at
    const end = start + word.length
    if (start < 0 || !text.startsWith(word.slice(0, at), start)) continue
    if (!text.startsWith(word.slice(at + 1), i + 1)) continue
    if (!isSingle(text, i)) continue
    const wrong = text.slice(start, end)
    if (known.has(wrong) || singlesIn(text, start, end) < 2) continue
    return [{ start, end, right: word }]
  }
  return none
}

type InWord = { readonly word: string; readonly at: number }
const byWrongSign = new Map<string, InWord[]>()
for (const row of lookAlikes)
  for (const word of establishedWords)
    for (const [at, sign] of [...word].entries())
      if (row.includes(sign))
        for (const wrong of row)
          if (wrong !== sign)
            byWrongSign.set(wrong, [...(byWrongSign.get(wrong) ?? []), { word, at }])

/** What each sign may be, asked of every sign of a text: where a half of a phrase begins, a wrong sign, or both. */
const [halfBegins, wrongSign] = [1, 2]
const roles = new Uint8Array(1 << 16)
for (const first of byHalf.keys()) roles[first] = halfBegins
for (const sign of byWrongSign.keys())
  roles[sign.charCodeAt(0)] = (roles[sign.charCodeAt(0)] ?? 0) | wrongSign

/* What the segmenter's dictionary knows. */

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** The words of the dictionary around a place, and where they begin to be seen: the line's run of letters around it. */
function wordsAround(text: string, at: number): { words: Intl.Segments; from: number } {
  const before = Math.max(0, at - 12)
  const near = text.slice(before, at + 13)
  const line = near.lastIndexOf('\n', at - before) + 1
  return { words: segmenter.segment(near.slice(line)), from: before + line }
}

/** Whether the kanji at a place is part of no word that the dictionary knows. */
function isSingle(text: string, at: number): boolean {
  if (!isHan(text.charAt(at))) return false
  const { words, from } = wordsAround(text, at)
  return words.containing(at - from)?.segment.length === 1
}

/** How many single kanji a part of a text holds that belong to no longer word. */
function singlesIn(text: string, start: number, end: number): number {
  const { words, from } = wordsAround(text, start)
  let count = 0
  let next = start
  while (next < end) {
    const word = words.containing(next - from)
    if (!word) break
    if (from + word.index >= start && word.segment.length === 1 && isHan(word.segment)) count++
    next = from + word.index + word.segment.length
  }
  return count
}
