import { fold } from '../../../fold.ts'
import type { Rule } from '../../rule.ts'

export const numStructureMarker: Rule = {
  id: 'num-structure-marker',
  title: { ja: '二重の記号', en: 'Double markers' },
  severity: 'warning',
  basis: null,
  anyLanguage: true,
  *check({ passages, text }) {
    const doubled = passages.filter(({ kind, marker, plain }) => {
      if (kind !== 'item' || marker.trim() === '') return false
      const mark = fold(marker).trim()
      return double.test(mark) || (bullet.test(mark) && inner.test(plain))
    })
    const [first] = doubled
    if (!first) return
    const ends =
      /^(?:[・･•●○]|\([0-9一二三四五六七八九十]{1,2}\)) */u.exec(first.plain)?.[0].length ?? 0
    const from = first.start - first.marker.length
    const at = {
      start: from,
      end: double.test(fold(first.marker).trim()) ? first.start : first.start + ends,
    }
    const mark = text.slice(at.start, at.end).trim()
    yield {
      at,
      evidence: doubled
        .slice(0, 20)
        .map(({ start, end, marker }) =>
          text.slice(start - marker.length, Math.min(end, start + 40)),
        ),
      message: {
        ja: `項目の頭に記号が二つ重なっています（「${mark}」など${doubled.length}項目）。どちらか一つにしてください。`,
        en: `Items begin with two markers (such as 「${mark}」; ${doubled.length} items). Keep one of them.`,
      },
    }
  },
}

const bullet = /^[-*・･•●○]$/u
const double =
  /^[-*・･•●○] *(?:[・･•●○*]|\([0-9一二三四五六七八九十a-zア-ン]{1,2}\)|[0-9]{1,2}[.)])$/u
const inner =
  /^(?:[・･•●○]|\([0-9一二三四五六七八九十]{1,2}\) *)(?=[\p{Script=Han}ァ-ヶぁ-んA-Za-z])/u
