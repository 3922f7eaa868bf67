import { nextFrom } from '../../reading-order.ts'
import type { Rule } from '../../rule.ts'

export const numStructureEnd: Rule = {
  id: 'num-structure-end',
  title: { ja: '「以上」の数', en: 'More than one end' },
  severity: 'warning',
  basis: null,
  isQuestion: true,
  *check({ of, text, passages }) {
    const ends = of('endMark').filter(({ end }) => {
      const next = nextFrom(passages, end)
      // A ruler parts documents that are printed on one page.
      return !next || !/^[=\-―─━－＝_*~]{5,}$/u.test(next.key)
    })
    const [first] = ends
    if (!first || ends.length < 2) return
    yield {
      at: { start: first.start, end: first.end },
      evidence: ends.map(({ start, end }) => text.slice(start, end)),
      message: {
        ja: `「以上」が${ends.length}か所にあり、複数の文書が一つにまとまっています。文書ごとに分けるか、「以上」を末尾の一つにしてください。`,
        en: `「以上」 stands in ${ends.length} places: several documents are put together. Split them, or keep the last 「以上」 only.`,
      },
    }
  },
}
