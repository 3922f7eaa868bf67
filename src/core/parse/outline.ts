import { further, type Heading, supplement } from './heading.ts'
import type { Row } from './rows.ts'
import { isEndMark } from './shape.ts'

/** The rows below their headings, before anyone knows what they say. */
export type Outlined = {
  readonly heading: Row | null
  readonly caption?: Row
  /** The heading is the title of a further document. */
  readonly further?: true
  readonly confidence: number
  readonly level: number
  /** What stands between the heading and the first section within. */
  readonly rows: Row[]
  readonly sections: Outlined[]
  /** What prints after the sections within. */
  readonly end: Row[]
}

/**
 * Nests the rows below their headings. Headings of one rank stand on one level; a rank not met before goes one
 * deeper. A page can hold several notices, each closed by 以上: then each closes its own section, and what follows
 * opens anew; one 以上 alone closes the document.
 */
export function outline(rows: readonly Row[], headings: ReadonlyMap<Row, Heading>): Outlined {
  const root = opened(null, 0, { rank: '', confidence: 1 })
  const captions = new Set([...headings.values()].map(({ caption }) => caption))
  const lastHeading = rows.findLastIndex((row) => headings.has(row))
  const marks = rows.filter((row) => isEndMark(row.text)).length
  let path: Path = []
  let afterMark = false
  let previousWasHeading = false
  rows.forEach((row, i) => {
    if (captions.has(row)) return
    const heading = headings.get(row)
    if (!heading) {
      if (isEndMark(row.text)) {
        const closesAll = i > lastHeading && marks === 1
        path = closesAll ? [] : path.slice(0, 1)
        afterMark = true
      } else if (afterMark && i > lastHeading) path = []
      const section = path.at(-1)?.section ?? root
      const into = section.sections.length > 0 || section === root ? section.end : section.rows
      // The preamble is the root's rows, until the first section.
      const target = section === root && root.sections.length === 0 ? root.rows : into
      target.push(row)
      previousWasHeading = false
      return
    }
    // A section that has printed its end takes no more sections.
    const closed = path.findIndex(({ section }) => section.end.length > 0)
    if (closed >= 0) path = path.slice(0, closed)
    path = pathTo(heading, afterMark && marks > 1 ? [] : path, previousWasHeading)
    const parent = path.at(-1)?.section ?? root
    const section = opened(row, path.length + 1, heading)
    parent.sections.push(section)
    path.push({ rank: heading.rank, depth: heading.depth, section })
    afterMark = false
    previousWasHeading = true
  })
  return root
}

function opened(row: Row | null, level: number, heading: Heading): Outlined {
  const { confidence, caption, rank } = heading
  return {
    heading: row,
    level,
    confidence,
    ...(caption ? { caption } : {}),
    ...(rank === further ? { further: true as const } : {}),
    rows: [],
    sections: [],
    end: [],
  }
}

type Path = { rank: string; depth: number | undefined; section: Outlined }[]

/** The open sections that a heading of a rank stands within. */
function pathTo({ rank, depth }: Heading, path: Path, rightBelowHeading: boolean): Path {
  if (depth !== undefined) {
    const closed = path.findIndex((open) => open.depth === undefined || open.depth >= depth)
    return closed < 0 ? [...path] : path.slice(0, closed)
  }
  if (rank === supplement || rank === further) return []
  const at = path.findLastIndex((open) => open.rank === rank)
  const deepest = path.length - 1
  // A plain heading right below a numbered one is a part of it, whatever plain headings stand above.
  if (rank === 'bare' && at >= 0 && at < deepest && rightBelowHeading) return [...path]
  return at >= 0 ? path.slice(0, at) : [...path]
}
