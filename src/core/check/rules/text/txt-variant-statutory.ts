import type { Range } from '../../../render/printed.ts'
import type { Rule } from '../../rule.ts'
import { clauseAround } from '../../text/around.ts'

/** Words that the Act writes in one way only: 漏えい、滅失又は毀損 (23条, 26条). */
const words: readonly { readonly seen: RegExp; readonly law: string; readonly since?: string }[] = [
  { seen: /漏洩/gu, law: '漏えい' },
  // Until then the Act itself wrote き損.
  { seen: /き損|棄損/gu, law: '毀損', since: '2022-04-01' },
]

/** Where a text writes also the statute’s word, `txt-variant-vocabulary` speaks of it. */
export const txtVariantStatutory: Rule = {
  id: 'txt-variant-statutory',
  title: { ja: '法律の用字', en: 'Words that the Act writes otherwise' },
  severity: 'info',
  basis: null,
  *check({ text, document }) {
    const [last] = document.dates.map(({ date }) => date).toSorted((a, b) => (a < b ? 1 : -1))
    const found = words.flatMap(({ seen, law, since }) => {
      // A text of its own day; that it is older than the law, `doc-older-than-law` says.
      if (since !== undefined && last !== undefined && last < since) return []
      const places = [...text.matchAll(seen)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
      }))
      const kinds = new Set(places.map(({ start, end }) => text.slice(start, end)))
      return places[0] && kinds.size === 1 && !text.includes(law)
        ? [{ written: [...kinds].join(), law, places }]
        : []
    })
    const places: Range[] = found.flatMap((one) => one.places).sort((a, b) => a.start - b.start)
    const [first] = places
    if (!first) return
    const pairs = found.map(({ written, law }) => `「${written}」は「${law}」`).join('、')
    yield {
      at: first,
      evidence: [
        text.slice(first.start, first.end),
        ...places.slice(0, 10).map((place) => {
          const clause = clauseAround(text, place)
          return text.slice(clause.start, clause.end)
        }),
      ],
      message: {
        ja: `個人情報保護法の表記では、${pairs}です。法律の用語に合わせてください。`,
        en: `The Act writes ${found.map(({ written, law }) => `「${law}」, not 「${written}」`).join(', and ')}. Use its words.`,
      },
    }
  },
}
