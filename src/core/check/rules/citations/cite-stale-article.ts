import type { LawReference } from '../../../document.ts'
import { fold } from '../../../fold.ts'
import { isWithin, writePlace } from '../../../law/article-places.ts'
import { appi } from '../../../law/basis.ts'
import { eras } from '../../../law/eras.ts'
import type { Law } from '../../../law/index.ts'
import { topics } from '../../../law/topics.ts'
import { writeKanji } from '../../../numerals.ts'
import { citationsOfAct, topicsCited } from '../../facts/cited-topics.ts'
import type { Rule } from '../../rule.ts'

/**
 * Numbers of the Act are used again: 18条 was the notice of purposes until 2022-03-31 and is the restriction by
 * purposes now. What the sentence speaks of tells which article it means.
 */
export const citeStaleArticle: Rule = {
  id: 'cite-stale-article',
  title: { ja: '古い条番号', en: 'Article numbers of an older Act' },
  severity: 'error',
  basis: null,
  *check(analysis, { law, day }) {
    for (const { citation, sentence } of citationsOfAct(analysis)) {
      const place = placeOf(citation.node)
      const cited = noThirdParty.test(sentence.key)
        ? (['entrustment'] as const)
        : topicsCited(sentence, citation)
      const isRight = cited.some((topic) =>
        law.placesOf(topic, day).some((at) => isWithin(place, at) || isWithin(at, place)),
      )
      if (isRight) continue
      for (const topic of cited) {
        const stale = law.staleSince(topic, place, day)
        const target = stale && newPlace(place, stale.era, day, topic, law)
        if (!stale || !target) continue
        const { start, end, node } = citation
        // 第23条第1項又は第24条: one number mended beside another that is not would be half a truth.
        const isAlone =
          !/^(?:又は|または|及び|および|並びに|、|・)第?[0-9０-９一二三四五六七八九十]+条/u.test(
            analysis.text.slice(citation.end),
          )
        const written = isAlone ? rewritten(node.text, place, target) : null
        const clause = sentence.text
        const was = topics[topic]
        yield {
          at: { start, end },
          evidence: [node.text, clause],
          law: appi(target),
          message: {
            ja: `「${node.text}」の条番号は古く、文の内容（${was.ja}）は現在は${writePlace(target).ja}です。${written ? `「${written}」に改めてください。` : '条番号を改めてください。'}`,
            en: `「${node.text}」 is a number of an older Act: what the sentence speaks of (${was.en}) is ${writePlace(target).en} now. ${written ? `Change it to 「${written}」.` : 'Change the number.'}`,
          },
          ...(written ? { fix: written } : {}),
        }
        break
      }
    }
  },
}

/** …に掲げる場合は、第三者に該当しない: whatever the items, they stand where entrustment does (27条5項). */
const noThirdParty = /第三者に(?:は)?該当し(?:ない|ません)/u

const placeOf = ({ article = '', paragraph, item }: LawReference) =>
  [article, paragraph, item].filter((part) => part !== undefined).join('-')

function newPlace(
  place: string,
  era: string,
  day: string,
  topic: Parameters<Law['placesOf']>[0],
  law: Law,
): string | null {
  const then = eras.find(({ id }) => id === era)?.since ?? day
  const old = law.placesOf(topic, then)
  const index = old.findIndex((at) => isWithin(place, at) || isWithin(at, place))
  const now = law.placesOf(topic, day)
  const target = now[index] ?? now[0]
  const at = old[index]
  if (target === undefined || at === undefined) return null
  // 18-1 within 18: the paragraph goes along; 23 around 23-5-3: only as deep as it was cited.
  if (isWithin(place, at)) return target + place.slice(at.length)
  return target.split('-').slice(0, place.split('-').length).join('-')
}

/** The citation with its article renumbered, in its own digits; null where more than the article moved. */
function rewritten(text: string, from: string, to: string): string | null {
  const [, ...inner] = from.split('-')
  const [article = '', ...moved] = to.split('-')
  if (inner.join('-') !== moved.join('-')) return null
  const match = /第\s*([0-9]+|[一二三四五六七八九十百]+)\s*条(?!の)/u.exec(fold(text))
  const digits = match?.[1]
  if (!match || digits === undefined || !/^[0-9]+$/u.test(article)) return null
  const start = match.index + match[0].indexOf(digits)
  const printed = text.slice(start, start + digits.length)
  const number = /[０-９]/u.test(printed)
    ? article.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : /[0-9]/u.test(printed)
      ? article
      : writeKanji(Number(article))
  return number === null ? null : text.slice(0, start) + number + text.slice(start + digits.length)
}
