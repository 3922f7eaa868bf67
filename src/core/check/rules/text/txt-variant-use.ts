import type { Rule } from '../../rule.ts'
import { clauseAround } from '../../text/around.ts'

/** Personal information is 利用 in the Act, and its purposes are 利用目的; 使用 is said of things. */
const used =
  /使用(?:(?<=(?:個人情報|個人データ|お客様情報|利用目的|目的の範囲内?|(?<!個人的な|私的な)目的以外)(?:等)?[^。\n]{0,24}?(?:で|に|を)(?:のみ)?使用)(?=し|する|いた|させ)|(?<=(?:個人情報|個人データ)(?:等)?の使用)(?=目的|、|は|を|に))/gu
const things =
  /cookie|クッキー|ビーコン|SSL|TLS|暗号|機器|端末|サーバ|ツール|システム|アナリティクス|Analytics/iu

export const txtVariantUse: Rule = {
  id: 'txt-variant-use',
  title: { ja: '「利用」と「使用」', en: '利用 and 使用' },
  severity: 'info',
  basis: null,
  *check({ text }) {
    if (!text.includes('利用')) return
    const places = [...text.matchAll(used)]
      .map((match) => ({ start: match.index, end: match.index + match[0].length }))
      .filter((place) => {
        const clause = clauseAround(text, place)
        return !things.test(text.slice(clause.start, place.start))
      })
    const [first] = places
    if (!first) return
    yield {
      at: first,
      evidence: places.slice(0, 10).map((place) => {
        const { start, end } = clauseAround(text, place)
        return text.slice(start, end)
      }),
      message: {
        ja: '個人情報について「使用」と書かれています。法律の用語は「利用」です（利用目的、利用停止）。「利用」にそろえてください。',
        en: 'Personal information is said to be 使用. The Act says 利用 (利用目的, 利用停止). Use 利用.',
      },
    }
  },
}
