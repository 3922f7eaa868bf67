import type { Range } from '../../../render/printed.ts'
import type { Rule } from '../../rule.ts'
import { clauseAround, wordsAround } from '../../text/around.ts'

/** 当サイト, 本ウェブサイト, 当社のホームページ: who it is of, then what it is called. */
const site =
  /(?<whose>[当本]|[当弊]社(?:の|が運営する)?)(?<what>(?:ウェブ|Web|WEB|web|公式)?(?:サイト|ホームページ|ＨＰ|HP))(?!運営|制作|作成|マップ)/gu

export const txtVariantSite: Rule = {
  id: 'txt-variant-site',
  title: { ja: 'サイトの呼び方', en: 'What the site is called' },
  severity: 'info',
  basis: null,
  *check({ text }) {
    // 当サイト and 当社のホームページ may be two sites; 当サイト and 本サイト, or 当社の two words, are hardly.
    for (const own of [true, false]) {
      const words = new Map<string, Range[]>()
      for (const match of text.matchAll(site)) {
        const { whose = '', what = '' } = match.groups ?? {}
        if (/社/u.test(whose) === own) continue
        const word = own ? match[0] : what.replace(/^公式/u, '')
        const places = words.get(word.toLowerCase()) ?? []
        places.push({ start: match.index, end: match.index + match[0].length })
        words.set(word.toLowerCase(), places)
      }
      if (words.size < 2) continue
      const sorted = [...words.values()].sort((a, b) => b.length - a.length)
      const [usual = [], ...rare] = sorted
      const places = rare.flat().sort((a, b) => a.start - b.start)
      const [first] = places
      if (!first) continue
      const shown = (its: Range) => text.slice(its.start, its.end)
      const all = sorted.map((its) => `「${its[0] ? shown(its[0]) : ''}」`).join('')
      yield {
        at: wordsAround(text, first),
        isQuestion: true,
        evidence: [...places, ...usual.slice(0, 2)]
          .slice(0, 20)
          .map((place) => shown(clauseAround(text, place))),
        message: {
          ja: `サイトの呼び方が分かれています（${all}）。同じサイトなら一つの語にそろえ、最初に定義してください。`,
          en: `The site goes by several names (${all}). If they are one site, use one word and define it first.`,
        },
      }
    }
  },
}
