import { key, squash } from '../../../fold.ts'
import { literal } from '../../../literal.ts'
import type { Analysis } from '../../analysis.ts'
import { fact } from '../../fact.ts'
import { type DefinedAt, termsOf } from '../../facts/terms.ts'
import type { Draft, Rule } from '../../rule.ts'

export const termDefinitionQuality: Rule = {
  id: 'term-definition-quality',
  title: { ja: '定義のしかた', en: 'How terms are defined' },
  severity: 'info',
  basis: null,
  *check(analysis) {
    const byTerm = new Map<string, DefinedAt[]>()
    for (const one of termsOf(analysis)) {
      const term = key(one.term)
      const known = byTerm.get(term)
      if (known) known.push(one)
      else byTerm.set(term, [one])
    }
    for (const definitions of byTerm.values()) {
      yield* twice(definitions, analysis)
      const [only] = definitions
      if (!only || definitions.length > 1) continue
      yield* unused(only, analysis)
      yield* afterUse(only, analysis)
      yield* circular(only)
    }
    yield* forms(analysis)
  },
}

const shown = ({ text }: Analysis, { start, end }: DefinedAt) => {
  const from = Math.max(text.lastIndexOf('\n', start) + 1, start - 12)
  const bracket = /^[^。\n]{0,16}[)）]/u.exec(text.slice(end))?.[0].length ?? 1
  const before = text.slice(from, start + 1)
  const open = Math.max(0, before.lastIndexOf('（'), before.lastIndexOf('('))
  return text.slice(from + open, end + bracket)
}

function* twice(definitions: readonly DefinedAt[], analysis: Analysis): Generator<Draft> {
  const called = definitions.filter((one) => one.isCalled || /等$/u.test(one.term))
  const [first, second] = called
  if (!first || !second) return
  const meanings = called.map(({ meaning }) => squash(meaning))
  const shortest = meanings.reduce((a, b) => (b.length < a.length ? b : a))
  // 「みなとポータル」は株式会社みなと商会: the second names the same with more around it.
  const isSame = meanings.every((one) => one === shortest || one.endsWith(shortest))
  yield {
    at: { start: second.start, end: second.end },
    evidence: [
      ...called.map((one) => shown(analysis, one)),
      ...called.map(({ meaning }) => meaning),
    ],
    message: isSame
      ? {
          ja: `「${first.term}」が${called.length}か所で定義されています。定義は最初の1か所だけにしてください。`,
          en: `「${first.term}」 is defined ${called.length} times. Define it once, where it first stands.`,
        }
      : {
          ja: `「${first.term}」が${called.length}か所で、別の内容で定義されています（「${clip(first.meaning)}」と「${clip(second.meaning)}」など）。一つの定義にそろえてください。`,
          en: `「${first.term}」 is defined ${called.length} times, and not alike (「${clip(first.meaning)}」 and 「${clip(second.meaning)}」). Give it one definition.`,
        },
  }
}
const clip = (text: string) => (text.length > 24 ? `${text.slice(0, 22)}…` : text)

/** 以下「X」といいます, and X never again. */
function* unused(one: DefinedAt, analysis: Analysis): Generator<Draft> {
  if (!one.isCalled) return
  const { text } = analysis
  // Where the operator is seldom spoken of, its term needs no use; where it is called otherwise, it does.
  if (one.term === analysis.document.organisation.selfTerm) {
    const others = text.match(otherSelves)?.filter((other) => other !== one.term) ?? []
    if (others.length < 3) return
  }
  const term = key(one.term)
  const own = text.slice(Math.max(0, one.start - one.meaning.length - 4), one.end)
  const within = key(own).split(term).length - 1
  if (isMoreThan(within, term, wordsOf(analysis))) return
  yield {
    at: { start: one.start, end: one.end },
    evidence: [shown(analysis, one)],
    message: {
      ja: `「${one.term}」は定義されていますが、その後に使われていません。定義を除くか、この語を使ってください。`,
      en: `「${one.term}」 is defined and never used. Remove the definition, or use the term.`,
    },
  }
}

const wordsOf = fact(({ text }) => key(text))

/** Whether a word stands in a text more often than so. */
function isMoreThan(often: number, word: string, text: string): boolean {
  let at = -word.length
  for (let count = 0; count <= often; count++) {
    at = text.indexOf(word, at + word.length)
    if (at < 0) return false
  }
  return true
}

/** What operators call themselves. */
const otherSelves =
  /(?<!\p{Script=Han})(?:[弊当]社|当(?:[ァ-ヶー]{2,6}|会|校|院|店|園|所|館|法人|協会|組合))(?=[はがのに、])/gu

/** Used in running text before 以下「X」といいます. */
function* afterUse(one: DefinedAt, analysis: Analysis): Generator<Draft> {
  if (!one.isCalled || one.term.length < 3 || statutory.test(one.term)) return
  // コンテンツ, アカウント: words that everybody uses in their own sense, before and besides.
  if (/^[ァ-ヴー・]+$/u.test(one.term)) return
  const { passages, text } = analysis
  const pattern = new RegExp(
    `(?<![\\p{Script=Han}ァ-ヴーA-Za-z])${literal(one.term)}(?![\\p{Script=Han}ァ-ヴーA-Za-z])`,
    'u',
  )
  for (const passage of passages) {
    if (passage.start >= one.start) return
    if (passage.kind === 'title' || passage.kind === 'heading') continue
    const match = pattern.exec(text.slice(passage.start, Math.min(passage.end, one.start)))
    if (!match || isOfName(passage.text, match)) continue
    const start = passage.start + match.index
    // 注文情報：…（以下「注文情報」といいます。）: the label of its own definition.
    // So is 船員 （以下「船員」…）, with a space before its bracket.
    const after = text.slice(start + one.term.length)
    if (passage === one.passage && /^(?:[:：]|[ \u3000]*[(（]以下)/u.test(after)) return
    // Within the sentence of its own definition it is part of the name that is defined.
    if (start >= one.start - one.meaning.length - 4) return
    yield {
      at: { start: one.start, end: one.end },
      evidence: [
        shown(analysis, one),
        passage.text.slice(Math.max(0, match.index - 10), match.index + 20),
      ],
      message: {
        ja: `「${one.term}」は、定義される前に使われています（「${clip(passage.text.slice(match.index))}」）。最初に出る箇所で定義してください。`,
        en: `「${one.term}」 is used before it is defined (「${clip(passage.text.slice(match.index))}」). Define it where it first stands.`,
      },
    }
    return
  }
}
/** 「ABC」 within ABC Inc., ABC Japan株式会社 is a part of a name. */
function isOfName(text: string, { index, 0: term }: RegExpExecArray): boolean {
  return (
    /(?:会社|法人|[A-Za-z])[ \u3000]?$/u.test(text.slice(0, index)) ||
    // 端末情報、属性情報等: the last of several, and no term.
    (term.endsWith('等') && /[、・]$/u.test(text.slice(0, index))) ||
    // 船員による不当な行為の防止等に関する法律: the title of a statute.
    /^[ \u3000]?(?:[A-Za-z]|(?:株式|有限|合同)会社|[^、。\n]{0,30}に関する法律)/u.test(
      text.slice(index + term.length),
    )
  )
}
const statutory =
  /^(?:個人情報|個人データ|保有個人データ|要配慮個人情報|個人関連情報|匿名加工情報|仮名加工情報|個人番号|特定個人情報|クッキー|Cookie)$/u

/** The meaning names the term itself: 利用者とは、本サービスの利用者をいいます. */
function* circular({ term, meaning, start, end, isCalled }: DefinedAt): Generator<Draft> {
  const plain = squash(meaning)
  const repeats = /^(?<what>[\p{Script=Han}]{3,})[、,].*その他[^、。]*?\k<what>/u.exec(
    plain.replace(/^.*?の(?=[\p{Script=Han}]{3,}[、,])/u, ''),
  )
  const isCircular =
    !isCalled &&
    term.length >= 2 &&
    plain.startsWith(`${key(term)}をい`) &&
    !/法|規則|定める|規定/u.test(plain)
  if (!repeats && !isCircular) return
  yield {
    at: { start, end },
    evidence: [term, meaning],
    message: {
      ja: `「${term}」の定義が、同じ語を繰り返しています（「${clip(meaning)}」）。誰・何を指すかを別の語で書いてください。`,
      en: `The definition of 「${term}」 says the same word again (「${clip(meaning)}」). Say in other words what it means.`,
    },
  }
}

/** （以下「X」という。）, といいます。, and brackets without 。: one form a text. */
function* forms(analysis: Analysis): Generator<Draft> {
  const { text } = analysis
  const found = [
    ...text.matchAll(
      /(?<=」)と(?<verb>いいます|いう|呼びます|します|呼ぶ|する)(?<stop>。?)(?=[)）])/gu,
    ),
  ]
  if (found.length < 3) return
  const form = (match: RegExpMatchArray) => `${match.groups?.verb}${match.groups?.stop}`
  const counted = new Map<string, number>()
  for (const match of found) counted.set(form(match), (counted.get(form(match)) ?? 0) + 1)
  const [usual] = [...counted].sort((a, b) => b[1] - a[1])
  const odd = found.filter((match) => form(match) !== usual?.[0])
  const [first] = odd
  if (!usual || !first || odd.length * 2 > found.length) return
  const whole = (index: number, length: number) => {
    const open = Math.max(text.lastIndexOf('以下', index), text.lastIndexOf('\n', index) + 1)
    return text.slice(open, index + length + 1)
  }
  const at = { start: first.index, end: first.index + first[0].length }
  yield {
    at,
    evidence: odd.slice(0, 10).map((match) => whole(match.index, match[0].length)),
    message: {
      ja: `定義の書き方が分かれています。ほかの${usual[1]}か所は「と${usual[0]}）」、ここは「${first[0]}）」です。そろえてください。`,
      en: `Definitions are written in several forms: ${usual[1]} as 「と${usual[0]}）」, this one as 「${first[0]}）」. Write them alike.`,
    },
  }
}
