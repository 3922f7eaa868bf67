import type { Range } from '../../../render/printed.ts'
import type { Rule } from '../../rule.ts'
import { wordsAround } from '../../text/around.ts'
import { straySpacesIn } from '../../text/stray-spaces.ts'

/** More than these in one policy are the traces of one mishap, and one finding. */
const most = 8

export const txtSpace: Rule = {
  id: 'txt-space',
  title: { ja: '余分な空白', en: 'Stray spaces' },
  severity: 'info',
  basis: null,
  *check({ text }) {
    const spaces = straySpacesIn(text).filter((one) => !partsItems(text, one))
    const groups = spaces.length > most ? [spaces] : spaces.map((one) => [one])
    for (const group of groups) {
      const words = group.map((one) => wordsAround(text, one))
      const [first] = words
      if (!first) continue
      const met = text.slice(first.start, first.end)
      yield {
        at: first,
        evidence: words.slice(0, 20).map(({ start, end }) => text.slice(start, end)),
        message:
          group.length > 1
            ? {
                ja: `「${met}」など${group.length}か所で、語の途中や語の間に余分な空白があります。取り除いてください。`,
                en: `There are stray spaces in ${group.length} places, such as 「${met}」. Remove them.`,
              }
            : {
                ja: `「${met}」に余分な空白があります。取り除いてください。`,
                en: `There is a stray space in 「${met}」. Remove it.`,
              },
        fix: {
          title: { ja: '空白を取り除く', en: 'Remove the space' },
          edits: group.map((one) => removal(text, one)),
        },
      }
    }
  },
}

/** …のお願いのため 商品の発送のため: what parts the items of a row that a page ran together is no stray space. */
const partsItems = (text: string, { start, end }: Range) =>
  /(?:ため|こと|もの)$/u.test(text.slice(Math.max(0, start - 2), start)) &&
  /^[\p{Script=Han}ァ-ヶ]/u.test(text.slice(end, end + 1))

const removal = (text: string, { start, end }: Range) => ({
  start,
  end,
  text: text.slice(start, end),
  replacement: '',
})
