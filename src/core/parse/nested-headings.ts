import type { SectionKind } from '../document.ts'
import type { Heading } from './heading.ts'
import { jointUseTopicOf } from './joint-use.ts'
import { byHeading } from './kinds.ts'
import type { Row } from './rows.ts'
import { isLeadIn } from './shape.ts'

/**
 * Headings without numbers that stand within another such heading: 会員の個人情報 right below 利用目的, 設備面の対策
 * below 安全管理 and 次の取り組みを行っています。 They end where a heading names a topic of its own.
 */
export function nestedHeadings(rows: readonly Row[], headings: Map<Row, Heading>): void {
  let above: SectionKind | null = null
  rows.forEach((row, i) => {
    const heading = headings.get(row)
    if (!heading) return
    const isPlain = heading.rank === 'bare' && heading.depth === undefined
    if (isPlain && above && standsWithin(row, above))
      headings.set(row, { ...heading, rank: 'within' })
    else above = isPlain && leadsToHeading(rows, i, headings) ? kindIn(row) : null
  })
}

/** Whether the next heading comes right below, or below nothing but sentences that announce what follows. */
function leadsToHeading(
  rows: readonly Row[],
  from: number,
  headings: ReadonlyMap<Row, Heading>,
): boolean {
  // Four rows between are too many already.
  const to = rows.slice(from + 1, from + 5).findIndex((row) => headings.has(row))
  if (to < 0) return false
  const between = rows.slice(from + 1, from + 1 + to)
  return (
    between.length === 0 ||
    (between.every(({ marker }) => marker === '') && isLeadIn(between.at(-1)?.text ?? ''))
  )
}

const kindIn = (row: Row) => byHeading(row.text, '')?.kind ?? null

function standsWithin(row: Row, above: SectionKind): boolean {
  const own = kindIn(row)
  switch (above) {
    case 'purposes':
      return (
        own === null ||
        (own === 'contact' &&
          /[方様者](?:の|に関する|に係る)(?:個人)?(?:情報|データ)$/u.test(row.key))
      )
    case 'jointUse':
      return (
        jointUseTopicOf(row.text) !== null &&
        (own === null ||
          ['jointUse', 'purposes', 'acquisition'].includes(own) ||
          /共同|責任を有する/u.test(row.key))
      )
    case 'safetyMeasures':
    case 'acquisition':
    case 'procedure':
      return own === null || own === above
    default:
      return false
  }
}
