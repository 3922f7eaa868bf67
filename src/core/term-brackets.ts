import { clauseStart, nounPhrase } from './noun-phrase.ts'
import type { TermSpan } from './terms.ts'

/* X（…）: what a bracket says of the word before it. */

const bracket = /[(（]([^()（）\n]{2,200})[)）]/gu
const explains =
  /^(.{2,180}?)(?:を(?:いう|いいます|言います|指す|指します|意味する|意味します|含む概念))。?(?:\s*(?:以下[、,]?\s*同(?:じ|様)|なお).*)?$/u
const lastNoun = /[\p{Script=Han}\p{Script=Katakana}ーA-Za-z0-9Ａ-Ｚａ-ｚ・々]{2,30}$/u
/** 与信取引上の判断: a short word takes what it is of with it. */
const lastPhrase =
  /[\p{Script=Han}\p{Script=Katakana}ーA-Za-z0-9・々]{2,20}の[\p{Script=Han}\p{Script=Katakana}]{2,3}$/u
/** 標準契約条項(SCC), CISO(最高情報セキュリティ責任者): a word of five signs or more and its letters. */
const letters = /^(?!FAX|TEL|URL|SSL)[A-Z]{3,6}$/u
const words = /^[\p{Script=Han}\p{Script=Katakana}ー・の]{5,40}$/u
const lettersBefore = /(?<![A-Za-z0-9\p{Script=Han}\p{Script=Katakana}ー])[A-Z]{3,6}$/u

export function* bracketed(text: string): Generator<TermSpan> {
  for (const match of text.matchAll(bracket)) {
    const inner = match[1] ?? ''
    const open = match.index
    const before = text.slice(Math.max(0, open - 160), open)
    const noun = lastNoun.exec(before)?.[0] ?? ''
    const innerSpan = (meaning: string): TermSpan => {
      const lead = inner.length - inner.trimStart().length
      const term = inner.trim()
      return { start: open + 1 + lead, end: open + 1 + lead + term.length, term, meaning }
    }
    const nounSpan = (term: string, meaning: string): TermSpan => ({
      start: open - term.length,
      end: open,
      term,
      meaning,
    })
    const said = explains.exec(inner)
    if (said?.[1]) {
      const term = noun.length < 4 ? (lastPhrase.exec(before)?.[0] ?? noun) : noun
      if (term) yield nounSpan(term, said[1])
    } else if (/法律$/u.test(noun) && /^[\p{Script=Han}の]{2,12}法$/u.test(inner)) {
      yield innerSpan(lawName(before) ?? noun)
    } else if (/^[\p{Script=Han}ぁ-ん]{1,8}等$/u.test(inner) && enumerates(before, inner)) {
      yield innerSpan(nounPhrase(before))
    } else if (/等$/u.test(noun) && enumerates(inner, noun) && !/[等む]$/u.test(inner)) {
      const term = /[\p{Script=Han}]{1,6}等$/u.exec(noun)?.[0] ?? noun
      yield nounSpan(term, inner)
    } else if (/^[A-Z][A-Za-z]{0,3}[A-Z]s?$/u.test(inner) && initials(before, inner)) {
      yield innerSpan(initials(before, inner) ?? '')
    } else if (letters.test(inner) && words.test(noun)) {
      yield innerSpan(noun)
    } else if (words.test(inner) && lettersBefore.test(before)) {
      yield nounSpan(lettersBefore.exec(before)?.[0] ?? '', inner)
    } else {
      const acronym = /(?<![A-Za-z])[A-Z]{2,6}$/u.exec(before)?.[0]
      const words = /^[A-Za-z][A-Za-z\- ]+/u.exec(inner)?.[0].trim()
      if (acronym && words && initials(words, acronym)) yield nounSpan(acronym, inner.trim())
    }
  }
}

/** Whether a text lists what `term` (開示等) stands for: three or more things, 開示 among them. */
function enumerates(text: string, term: string): boolean {
  const stem = /([\p{Script=Han}ぁ-ん]{1,6})等$/u.exec(term)?.[1]
  if (stem === undefined) return false
  const last = text.slice(text.lastIndexOf('。') + 1)
  return last.split(/[、・]|又は|または|及び|および/u).length >= 3 && last.includes(stem)
}

/** The words at the end of a text whose initials an acronym gives. */
function initials(text: string, acronym: string): string | null {
  const words = /[A-Za-z][A-Za-z\- ]*$/u.exec(text.slice(-120).trimEnd())?.[0]?.split(/[ -]+/u)
  if (!words) return null
  const letters = [...acronym.toUpperCase()]
  if (words.length < letters.length) return null
  const tail = words.slice(-letters.length)
  return tail.every((word, i) => word.charAt(0).toUpperCase() === letters[i])
    ? tail.join(' ')
    : null
}

function lawName(before: string): string | null {
  return (
    /[\p{Script=Han}ぁ-ん]{2,40}?(?:に関する法律|法律|法)$/u
      .exec(before.slice(clauseStart(before)))?.[0]
      ?.replace(/^.*[はを](?=.)/u, '') ?? null
  )
}
