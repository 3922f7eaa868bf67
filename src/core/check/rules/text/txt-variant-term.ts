import { termsOf } from '../../facts/terms.ts'
import type { Rule } from '../../rule.ts'
import { wordsAround } from '../../text/around.ts'

/** 「開示請求等」 is defined, and 開示請求など is written: a term is a term in its own spelling only. */
export const txtVariantTerm: Rule = {
  id: 'txt-variant-term',
  title: { ja: '定義した語の言い換え', en: 'Defined terms written otherwise' },
  severity: 'info',
  basis: null,
  *check(analysis) {
    const { text } = analysis
    for (const term of new Set(termsOf(analysis).map(({ term }) => term))) {
      const stem = /^([\p{Script=Han}\p{Script=Katakana}ー]{2,})等$/u.exec(term)?.[1]
      if (!stem) continue
      const places = [...text.matchAll(new RegExp(`${stem}(?:など|ら(?=[をのにが]))`, 'gu'))].map(
        (match) => ({ start: match.index, end: match.index + match[0].length }),
      )
      const [first] = places
      if (!first) continue
      const met = text.slice(first.start, first.end)
      const around = places.map((place) => wordsAround(text, place))
      yield {
        at: first,
        evidence: [met, ...around.slice(0, 10).map(({ start, end }) => text.slice(start, end))],
        message: {
          ja: `「${term}」と定義した語が「${met}」と書かれています。定義したとおり「${term}」と書いてください。`,
          en: `The defined term 「${term}」 is written 「${met}」. Write it as it is defined.`,
        },
      }
    }
  },
}
