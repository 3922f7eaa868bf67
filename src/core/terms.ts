import type { DefinedTerm } from './document.ts'
import { fold } from './fold.ts'
import { closings, nounPhrase, openings } from './noun-phrase.ts'
import { bracketed } from './term-brackets.ts'

/** A term where its text defines it: `start` and `end` enclose the term alone, without quotation marks. */
export type TermSpan = {
  readonly start: number
  readonly end: number
  readonly term: string
  readonly meaning: string
}

/**
 * The terms that a running text defines: （以下「X」といいます。）, 「X」とは…をいいます, 情報（…をいう。以下同じ。）,
 * 法律（略称）, Long Name (LN), (the “Company”), “X” means …. `meaning` is what the sentence says it means.
 */
export function definedTermsIn(text: string): DefinedTerm[] {
  return termSpansIn(text).map(({ term, meaning }) => ({ type: 'definedTerm', term, meaning }))
}

/** The same with their places, in reading order and never overlapping. */
export function termSpansIn(text: string, plain: string = fold(text)): TermSpan[] {
  // Most passages define nothing: what every pattern has is looked for first.
  const found = [
    ...(plain.includes('以下') ? abbreviations(plain) : []),
    ...(plain.includes('(') ? bracketed(plain) : []),
    ...(/とは|[」』]は/u.test(plain) ? explained(plain) : []),
    ...(/[“"']/u.test(plain) ? english(plain) : []),
  ]
  if (found.length === 0) return []
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const spans: TermSpan[] = []
  for (const span of found)
    if (span.start >= (spans.at(-1)?.end ?? 0)) spans.push(asPrinted(text, plain, span))
  return spans
}

/** Found in the folded text, said in the words of the printed one. */
function asPrinted(text: string, plain: string, { start, end, meaning }: TermSpan): TermSpan {
  const near = Math.max(0, start - 400)
  const before = plain.slice(near, start).lastIndexOf(meaning)
  const at = before < 0 ? plain.slice(end, end + meaning.length + 120).indexOf(meaning) : -1
  const from = before >= 0 ? near + before : at < 0 ? -1 : end + at
  return {
    start,
    end,
    term: text.slice(start, end),
    meaning: from < 0 ? meaning : text.slice(from, from + meaning.length),
  }
}

const call =
  'と(?:いい|いう|言い|言う|称し|称する|総称し|総称する|呼び|呼ぶ|よび|よぶ|略し|略す|定義し|定義する|表記し|し|する)'

/* 以下「X」といいます, within brackets or in a sentence of its own. */

const hereafter = new RegExp(
  `以下[、,，]?(?:[^「『“"」』”。\\n()（）]{0,24}?)(?:[「『“"]([^「」『』“”"\\n]{1,40})[」』”"](?:(?:または|又は|もしくは|若しくは|および|及び|、|・)[「『“"]([^「」『』“”"\\n]{1,40})[」』”"])?)(?:${call}|。|\\)|）)`,
  'gu',
)
const hereafterUnquoted = new RegExp(
  `[(（、]以下[、,，]?(?:総称して|単に|これを)?([\\p{Script=Han}\\p{Script=Katakana}ーA-Za-z0-9]{2,16}等?)${call}[^。()（）\\n]{0,6}。?[)）]`,
  'gu',
)

/** （以下、当サイト）: without marks and verb only what names the operator or its service. */
const hereafterAlone =
  /[(、]以下[、]?([当本弊][\p{Script=Han}\p{Script=Katakana}ー]{1,12})(?=[)])/gu

/** 以下「グループ各社」といい、当社とあわせて「当社グループ」といいます: a further term in the same bracket. */
const hereafterToo = new RegExp(
  `(?<=以下「[^「」。()（）\\n]{1,40}」(?:といい|とし|と称し|と総称し|と呼び))、[^「」。()（）\\n]{1,24}「([^「」\\n]{1,40})」${call}`,
  'gu',
)

function* abbreviations(text: string): Generator<TermSpan> {
  if (!text.includes('以下')) return
  for (const pattern of [hereafter, hereafterUnquoted, hereafterAlone, hereafterToo])
    for (const match of text.matchAll(pattern)) {
      const meaning = meaningBefore(text, match.index)
      let from = match.index
      for (const term of match.slice(1)) {
        if (term === undefined) continue
        const start = text.indexOf(term, Math.max(from, match.index + 2))
        from = start + term.length
        yield { start, end: from, term: term.trim(), meaning }
      }
    }
}

/** The noun phrase that an abbreviation at `at` stands for: what precedes its bracket, or its sentence. */
function meaningBefore(text: string, at: number): string {
  const open = openBracketBefore(text, at)
  const before = text.slice(Math.max(0, (open < 0 ? at : open) - 300), open < 0 ? at : open)
  if (open < 0) {
    const sentence = before.slice(before.search(/[^。\n]*[。、]?\s*$/u)).replace(/[、。\s]+$/u, '')
    return nounPhrase(sentence)
  }
  return nounPhrase(before)
}

/** The bracket that is still open at `at`, at most 300 characters back; -1 in a sentence of its own. */
function openBracketBefore(text: string, at: number): number {
  let depth = 0
  for (let i = at - 1; i >= 0 && i > at - 300 && text.charAt(i) !== '\n'; i--) {
    const sign = text.charAt(i)
    if (closings.includes(sign)) depth++
    else if (openings.includes(sign) && depth-- === 0) return i
  }
  return -1
}

/* 「X」とは、…をいいます。 and, without marks, クッキーとは、…仕組みです。 */

const quotedSubject = /[「『“"]([^「」『』“”"\n]{1,60})[」』”"](?:とは|は)[、,]?\s*(.{4,})$/su
const bareSubject =
  /^[\s　]*(?:なお、|また、|※\s*|[-・]\s*|[0-9０-９]{1,2}[.．]\s*|[^「」『』、。()（）\s]{2,24}において(?:は)?、)*([^「」『』、。()（）\s]{2,24}(?:\([A-Za-z]+\))?)(?:とは)[、,]?\s*(.{6,})$/su
const definingEnd =
  /(?:をいい|をいう|をいいます|を言います|をいうものとし|を指し|を指す|を意味し|を意味する|のことです|のことをいい|仕組みです|ものです|ものとします|団体です|技術です|機能です|情報です|ファイルです|である)[^。]{0,12}。?$/u

function* explained(text: string): Generator<TermSpan> {
  for (const { start: from, line } of sentencesOf(text)) {
    if (!line.includes('とは') && !line.includes('」は') && !line.includes('』は')) continue
    if (!definingEnd.test(line.slice(-40))) continue
    const quoted = quotedSubject.exec(line)
    const bare = quoted ? null : bareSubject.exec(line)
    const [, term, meaning] = quoted ?? bare ?? []
    if (term === undefined || meaning === undefined) continue
    if (quoted && !/とは|^」は/u.test(line.slice(quoted.index + term.length + 1))) continue
    if (/^(?:これ|それ|この|その|あれ|こと|もの)/u.test(term)) continue
    const start = from + line.indexOf(term, quoted?.index ?? 0)
    yield { start, end: start + term.length, term, meaning: meaning.trim() }
  }
}

/** The sentences of a text, each with its 。; a 。 within brackets or quotation marks ends none. */
function* sentencesOf(text: string): Generator<{ start: number; line: string }> {
  let start = 0
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(endsOrBrackets)) {
    if (opening.includes(sign)) depth++
    else if (closing.includes(sign)) depth = Math.max(0, depth - 1)
    else if (sign === '\n' || depth === 0) {
      if (index > start) yield { start, line: text.slice(start, index + 1).trimEnd() }
      start = index + 1
      depth = 0
    }
  }
  if (start < text.length) yield { start, line: text.slice(start).trimEnd() }
}
const opening = `${openings}「『`
const closing = `${closings}」』`
const endsOrBrackets = new RegExp(
  `[${`${opening}${closing}`.replace(/[[\]]/g, '\\$&')}。\\n]`,
  'gu',
)

/* English: (the “Company”), hereinafter referred to as "X", “X” means …. */

const inParentheses =
  /\((?:(?:hereinafter|hereafter|collectively|together|individually|referred to as|as|or|and|the|each|an?|our|we|us)[,\s]+)*[“"']([A-Z][^“”"()\n]{0,40})[”"']\)/gu
const means = /[“"]([A-Z][^“”"\n]{0,60})[”"] (?:means|shall mean|refers to) ([^\n.]{4,400})/gu

function* english(text: string): Generator<TermSpan> {
  for (const match of text.matchAll(inParentheses)) {
    const term = match[1] ?? ''
    const start = match.index + match[0].lastIndexOf(term)
    const before = text.slice(Math.max(0, match.index - 200), match.index)
    const meaning = before
      .slice(before.trimEnd().search(/(?:[^.;:,\n]|[.,](?! [A-Z])){0,120}$/u))
      .trim()
    yield { start, end: start + term.length, term, meaning }
  }
  for (const match of text.matchAll(means)) {
    const [, term = '', meaning = ''] = match
    yield {
      start: match.index + 1,
      end: match.index + 1 + term.length,
      term,
      meaning: meaning.trim(),
    }
  }
}
