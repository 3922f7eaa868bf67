import type { LawReference } from '../document.ts'
import { fold } from '../fold.ts'
import { appi, statutes } from '../law/statutes.ts'
import { readDigits, readKanji } from '../numerals.ts'
import type { Span } from './phrases.ts'

const names = statutes.map(([name]) => name).join('|')
const n = '[0-9一二三四五六七八九十百]{1,4}'
const place = ` ?第 ?(?<article>${n}) ?条(?:の ?(?<branch>${n}))?(?: ?第 ?(?<paragraph>${n}) ?項)?(?: ?第 ?(?<item>${n}) ?号)?`
const citation = new RegExp(
  `(?:(?<name>${names}|[\\p{Script=Han}]{2,14}法(?=${place.replaceAll(/\?<\w+>/gu, '?:')}))(?<rule>施行令|施行規則)?|(?<![\\p{Script=Han}])(?<same>同法|法)(?= ?第))(?:${place})?`,
  'gu',
)
const bareArticle = new RegExp(`^[)）] ?(?:${place})`, 'u')

/** The statutes that a text cites; 同法 and 法 mean the one cited last, or the APPI. */
export function lawSpans(text: string): Span[] {
  const plain = fold(text)
  if (!/法|Act on/u.test(plain)) return []
  const spans: Span[] = []
  let last = appi
  for (const match of plain.matchAll(citation)) {
    const groups = match.groups ?? {}
    const named = groups.name
    const law = named
      ? (statutes.find(([name]) => name === named)?.[1] ?? named) + (groups.rule ?? '')
      : last
    last = law
    spans.push(span(text, match.index, match.index + match[0].length, law, groups))
    // 個人情報の保護に関する法律（個人情報保護法）第27条: the article after the bracket is of the same law.
    const bracket = match.index + match[0].length
    const inner = /^[(][^()]{1,60}(?=[)])/u.exec(plain.slice(bracket))
    if (!named || groups.article || !inner) continue
    const rest = plain.slice(bracket + inner[0].length)
    const article = bareArticle.exec(rest)
    if (article) {
      const start = bracket + inner[0].length + article[0].search(/第/u)
      spans.push(
        span(text, start, bracket + inner[0].length + article[0].length, law, article.groups ?? {}),
      )
    }
  }
  return spans
}

type Groups = { readonly [name: string]: string | undefined }

function span(text: string, start: number, end: number, law: string, groups: Groups): Span {
  const article = arabic(groups.article)
  const branch = arabic(groups.branch)
  const paragraph = arabic(groups.paragraph)
  const item = arabic(groups.item)
  const node: LawReference = {
    type: 'lawReference',
    law,
    ...(article ? { article: branch ? `${article}の${branch}` : article } : {}),
    ...(paragraph ? { paragraph } : {}),
    ...(item ? { item } : {}),
    text: text.slice(start, end),
  }
  return { start, end, node, weight: 50 }
}

function arabic(text: string | undefined): string | null {
  if (text === undefined) return null
  const number = readDigits(text) ?? readKanji(text)
  return number === null ? null : String(number)
}
