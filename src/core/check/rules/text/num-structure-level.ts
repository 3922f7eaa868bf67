import { fold } from '../../../fold.ts'
import { readLabels } from '../../../numbering.ts'
import type { SectionPlace } from '../../analysis.ts'
import { type Numbered, type Series, seriesOf } from '../../facts/series.ts'
import type { Rule } from '../../rule.ts'

export const numStructureLevel: Rule = {
  id: 'num-structure-level',
  title: { ja: '番号の階層', en: 'Levels of numbers' },
  severity: 'warning',
  basis: null,
  anyLanguage: true,
  *check(analysis) {
    const { text } = analysis
    const styles = [...new Set(analysis.sections.map(({ node }) => numberStyle(node.number)))]
    const collisions = seriesOf(analysis).flatMap((series) => {
      const above = collidesWith(series, styles)
      return above ? [{ series, above }] : []
    })
    const [first] = collisions
    const item = first?.series[0]
    if (!first || !item) return
    const above = first.above.node.number.trim()
    const items = collisions.flatMap(({ series }) => series.slice(0, 1))
    yield {
      at: { start: item.start, end: item.end },
      evidence: items.slice(0, 20).map(({ start }) => {
        const end = text.indexOf('\n', start)
        return text.slice(start, end < 0 ? undefined : end).slice(0, 50)
      }),
      message: {
        ja: `見出しの番号「${above}」の中の項目も、同じ形の番号「${item.label}」で数えられています（${items.length}か所）。どちらを指すか分かるように、項目を「(1)」など別の形にしてください。`,
        en: `The items within 「${above}」 are counted in the same style, 「${item.label}」 (${items.length} places), so a reference can mean either. Give the items another style, such as (1).`,
      },
    }
  },
}

/**
 * The section whose number looks like those of a list within it. A heading of a style that the text began earlier stands
 * above it, whatever was read as its parent: numbers that repeat or skip hide where a section ended.
 */
function collidesWith(series: Series, styles: readonly string[]): SectionPlace | null {
  const [first] = series
  if (!first || first.isSection || series.length < 2) return null
  if (!/\p{N}|[一二三四五六七八九十]/u.test(first.style)) return null
  const rank = styles.indexOf(first.style)
  for (let section = first.section; section; section = section.parent) {
    const style = numberStyle(section.node.number)
    if (style === first.style) return continues(section, first) ? null : section
    if (style !== '' && styles.indexOf(style) < rank) return null
  }
  return null
}

/** (2) below (1): its next, whatever was read as its place. */
function continues({ node }: SectionPlace, { ordinal }: Numbered): boolean {
  const number = readLabels(`${fold(node.number).trim()} `)
  return ordinal > 1 && number.some((one) => one.ordinal === ordinal - 1)
}

const numberStyle = (number: string) => {
  const plain = fold(number).trim()
  return plain.replace(/[0-9]+|[一二三四五六七八九十]+/u, (digits) =>
    /[0-9]/u.test(digits) ? '1' : '一',
  )
}
