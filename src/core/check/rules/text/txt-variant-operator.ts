import { fold } from '../../../fold.ts'
import { literal } from '../../../literal.ts'
import type { Range } from '../../../render/printed.ts'
import type { Analysis } from '../../analysis.ts'
import { fact } from '../../fact.ts'
import { isOfOtherDocument } from '../../facts/other-documents.ts'
import type { Draft, Rule } from '../../rule.ts'
import { wordsAround } from '../../text/around.ts'

export const txtVariantOperator: Rule = {
  id: 'txt-variant-operator',
  title: { ja: '事業者の呼び方', en: 'What the operator is called' },
  severity: 'info',
  basis: null,
  *check(analysis) {
    yield* selfTerms(analysis)
    yield* names(analysis)
    yield* smallKana(analysis)
    yield* ofOthers(analysis)
  },
}

/** What the policy calls its operator, and where; another document on the same page has words of its own. */
const countedSelves = fact((analysis) => {
  const counted = new Map<string, Range[]>()
  const isElsewhere = isOfOtherDocument(analysis)
  for (const match of analysis.text.matchAll(selves)) {
    const place = { start: match.index, end: match.index + match[0].length }
    if (isElsewhere(place)) continue
    const places = counted.get(match[0]) ?? []
    places.push(place)
    counted.set(match[0], places)
  }
  return counted
})

/** 弊社 in a text of 当社: the term that the policy defines stands for the operator throughout. */
function* selfTerms(analysis: Analysis): Generator<Draft> {
  const { text, document } = analysis
  const counted = countedSelves(analysis)
  const { selfTerm } = document.organisation
  const terms = [...counted].sort(
    ([a, its], [b, others]) =>
      Number(b === selfTerm) - Number(a === selfTerm) || others.length - its.length,
  )
  for (const nouns of [companies, ...others]) {
    const [usual, ...rare] = terms.filter(([term]) => nouns.test(term))
    const places = rare.flatMap(([, places]) => places).sort((a, b) => a.start - b.start)
    const [first] = places
    if (!usual || !first) continue
    const written = rare.map(([term]) => `「${term}」`)
    yield {
      at: first,
      evidence: places.slice(0, 20).map((place) => {
        const { start, end } = wordsAround(text, place)
        return text.slice(start, end)
      }),
      message: {
        ja: `事業者を「${usual[0]}」とも${written.join('')}とも呼んでいます。「${usual[0]}」にそろえてください。`,
        en: `The operator is called 「${usual[0]}」 and also ${written.join(' ')}. Use 「${usual[0]}」 throughout.`,
      },
    }
  }
}
const companies = /社$/u
const others = [/協会$/u, /法人$/u, /財団$/u, /組合$/u, /医院$/u, /学園$/u, /団体$/u, /事務所$/u]
const selves =
  /(?:[当弊](?:会社|社)|[わ我]が社|[当本弊](?:協会|法人|財団|組合|医院|学園|団体|事務所))(?!員|会|屋|団|殿|債|史|内|名|長)/gu

/** 当協会 in the text of a company: a word that was left over from somebody else’s text. */
function* ofOthers(analysis: Analysis): Generator<Draft> {
  const { text, document } = analysis
  const { legalName, selfTerm } = document.organisation
  if (legalName === '') return
  const counted = countedSelves(analysis)
  const usual = counted.has(selfTerm)
    ? selfTerm
    : [...counted].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]
  if (usual === undefined || (counted.get(usual)?.length ?? 0) < 3) return
  const groupOf = (term: string) => [companies, ...others].find((nouns) => nouns.test(term))
  const own = groupOf(usual)
  for (const [term, places] of counted) {
    const [first] = places
    const nouns = groupOf(term)
    if (!first || !nouns || nouns === own || places.length * 3 > (counted.get(usual)?.length ?? 0))
      continue
    const noun = nouns === companies ? '会社' : nouns.source.replace('$', '')
    if (legalName.includes(noun) || text.includes(`「${term}」`)) continue
    yield {
      at: first,
      evidence: places.slice(0, 10).map((place) => {
        const { start, end } = wordsAround(text, place)
        return text.slice(start, end)
      }),
      message: {
        ja: `事業者（${legalName}）を「${usual}」と呼ぶ文面に「${term}」があります。別の事業者の文面から残ったものなら、「${usual}」に改めてください。`,
        en: `The operator is called 「${usual}」, and once more 「${term}」, which does not fit ${legalName}. If it was left over from another text, write 「${usual}」.`,
      },
    }
  }
}

const forms =
  '株式会社|有限会社|合同会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|特定非営利活動法人|ＮＰＯ法人|NPO法人|医療法人社団|医療法人|学校法人|社会福祉法人'
const form = new RegExp(`^(?:${forms})|(?:${forms})$`, 'u')

/** リーフウエル for リーフウェル: another name to a register, and to whoever looks the operator up. */
function* smallKana({ text, document }: Analysis): Generator<Draft> {
  const { legalName } = document.organisation
  const own = fold(legalName)
  if (!form.test(own) || !hasSize.test(own.replace(form, ''))) return
  const large = (words: string) =>
    words.replace(/[ァィゥェォッャュョヮ]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 1))
  const [plain, sought] = [fold(text), large(own)]
  const all = large(plain)
  for (let at = all.indexOf(sought); at >= 0; at = all.indexOf(sought, at + 1)) {
    const end = at + sought.length
    if (plain.slice(at, end) === own) continue
    const met = text.slice(at, end)
    yield {
      at: { start: at, end },
      severity: 'warning',
      message: {
        ja: `事業者の名称が「${met}」とも「${legalName}」とも書かれています（小さい「ァ・ェ・ッ」などの違い）。登記された名称にそろえてください。`,
        en: `The operator is written 「${met}」 and also 「${legalName}」, which differ in a small kana. Use the registered name.`,
      },
    }
    return
  }
}
const hasSize = /[ァ-オツッャ-ヨヮワ]/u

/** The legal name with its form on the other side, or shortened to （株）. */
function* names({ text, document }: Analysis): Generator<Draft> {
  const { legalName } = document.organisation
  const own = form.exec(fold(legalName))?.[0]
  if (!own) return
  const name = fold(legalName).replace(form, '').trim()
  if (name.length < 2) return
  const isFirst = fold(legalName).startsWith(own)
  const plain = fold(text)
  const escaped = literal(name)
  const turned = isFirst ? `${escaped} ?${own}` : `${own} ?${escaped}(?![\\p{Script=Han}ァ-ヶー])`
  const short = `(?:\\((?:株|有|合)\\)|㈱|㈲) ?${escaped}|${escaped} ?(?:\\((?:株|有|合)\\)|㈱|㈲)`
  const places = [...plain.matchAll(new RegExp(`${turned}|${short}`, 'gu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const [first] = places
  if (!first) return
  const met = text.slice(first.start, first.end)
  yield {
    at: first,
    evidence: places.slice(0, 10).map(({ start, end }) => text.slice(start, end)),
    message: {
      ja: `事業者の名称が「${met}」と書かれています。正式な名称「${legalName}」にそろえてください。`,
      en: `The operator is written 「${met}」. Use its full legal name 「${legalName}」.`,
    },
  }
}
