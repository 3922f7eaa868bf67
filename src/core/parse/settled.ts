import type { PolicyDocument } from '../document.ts'
import { squash } from '../fold.ts'
import type { Line } from '../read/source.ts'
import { linesOf } from '../read/text.ts'
import { text } from '../render/text.ts'
import type { Heading } from './heading.ts'
import type { Row } from './rows.ts'
import type { Title } from './title.ts'

/** What the rows of a text are, before anyone knows what they say. */
export type Structure = {
  readonly all: readonly Row[]
  readonly title: Title
  /** Without the title and the signature at the end. */
  readonly body: readonly Row[]
  readonly signature: readonly Row[]
  readonly headings: ReadonlyMap<Row, Heading>
}

/**
 * The reading of lines that is also the reading of its own print. Indents, empty lines and hard wraps help to tell a
 * heading from a paragraph, and none of them is in the tree: so the print of a tree is read anew until what comes out
 * is what went in. Nearly all texts are settled at once, and hardly any takes a third round. One that is not settled
 * after some, such as the same short line again and again, is read without headings that are so by their shape alone.
 */
export function settled<R extends { readonly document: PolicyDocument }>(
  lines: readonly Line[],
  structure: (lines: readonly Line[], byShape?: boolean) => Structure,
  assemble: (structure: Structure) => R,
): R {
  const rounds = roundsFor(lines)
  const read = (byShape: boolean) => {
    let own = structure(lines, byShape)
    let reading = assemble(own)
    for (let round = 0; round < rounds; round++) {
      const next = structure(printed(reading.document, lines), byShape)
      if (isSame(own, next)) return { reading, isSettled: true }
      const again = assemble(next)
      if (JSON.stringify(again.document) === JSON.stringify(reading.document))
        return { reading, isSettled: true }
      own = next
      reading = again
    }
    return { reading, isSettled: false }
  }
  const usual = read(true)
  return usual.isSettled ? usual.reading : read(false).reading
}

/** More where they cost little: as many as read 100,000 characters in all, but no fewer than three. */
function roundsFor(lines: readonly Line[]): number {
  const length = lines.reduce((sum, { text }) => sum + text.length + 1, 0)
  return Math.max(3, Math.min(12, Math.floor(100_000 / length)))
}

/** The tree follows from the rows' texts, and from which of them are the title, headings and the signature. */
function isSame(a: Structure, b: Structure): boolean {
  const rank = ({ headings }: Structure, row: Row | undefined) => {
    const heading = row && headings.get(row)
    return heading && `${heading.rank} ${heading.caption ? 'below its caption' : ''}`
  }
  return (
    a.all.length === b.all.length &&
    a.title.text === b.title.text &&
    a.signature.length === b.signature.length &&
    a.all.every((row, i) => row.text === b.all[i]?.text && rank(a, row) === rank(b, b.all[i]))
  )
}

/** The lines that a document prints, each with its place in the source. */
function printed(document: PolicyDocument, source: readonly Line[]): Line[] {
  let from = 0
  const starts = source.map((line) => {
    const start = from
    from += squash(line.text).length
    return start
  })
  let at = 0
  let i = 0
  return linesOf(String(text.render(document))).map((line) => {
    while (i + 1 < starts.length && (starts[i + 1] as number) <= at) i++
    at += squash(line.text).length
    return { ...line, place: source[i]?.place ?? line.place }
  })
}
