import { columns, fold } from '../fold.ts'
import { type Label, readLabel } from '../numbering.ts'
import { markerOf } from '../parse/rows.ts'
import { shifted } from './marks.ts'
import type { Line, LineItem, LineRow, Mark } from './source.ts'
import { trimAll } from './text.ts'

/** What stands around the line that is being written. */
export type Around = {
  readonly heading?: number
  readonly leads?: true
  readonly item?: OpenItem
  readonly preformatted?: boolean
  /** The line ends here for want of room, it may be. */
  readonly soft?: true
}
/** A list item whose first line is still to come, or, `begun`, goes on. */
export type OpenItem = {
  readonly depth: number
  readonly drawn: string
  begun: boolean
  /** The last number of a list that the item sets with line ends alone: …次の者です。<br>(1) …<br>(2) …. */
  counted?: Label
}

type OpenMark =
  | { readonly type: 'strong'; start: number }
  | { readonly type: 'link'; readonly url: string; start: number }

/** Puts text together into lines the way a browser does: white space made one, lines ended by blocks and breaks. */
export class LineBuilder {
  readonly lines: Line[] = []
  #text = ''
  #space: '' | ' ' | '\n' = ''
  #marks: Mark[] = []
  readonly #open: OpenMark[] = []
  #gap = 0
  #place = 0
  #lastPlace = 0

  /** Characters as they stand in the source; `place` is their line there, if known. */
  write(value: string, place: number | undefined, preformatted = false): void {
    if (preformatted) {
      value.split(/\r\n|[\n\r]/u).forEach((line, i) => {
        if (i > 0) this.break({})
        this.#append(line, place)
      })
      return
    }
    for (const [, space = '', word = ''] of value.matchAll(/([ \t\n\r\f]*)([^ \t\n\r\f]*)/gu)) {
      if (space !== '' && this.#space !== '\n') this.#space = /[\n\r]/u.test(space) ? '\n' : ' '
      if (word !== '') this.#append(word, place)
    }
  }

  #append(word: string, place: number | undefined): void {
    if (word === '') return
    if (this.#text === '') this.#place = place ?? this.#lastPlace + 1
    // A line end in the source between Japanese signs is no space to a reader.
    else if (
      this.#space === ' ' ||
      (this.#space === '\n' && !(wide(this.#text.at(-1)) && wide(word)))
    )
      this.#text += ' '
    this.#space = ''
    for (const mark of this.#open) if (mark.start < 0) mark.start = this.#text.length
    this.#text += word
  }

  mark(mark: { type: 'strong' } | { type: 'link'; url: string }): () => void {
    // Marks of one kind don't nest.
    if (this.#open.some(({ type }) => type === mark.type)) return () => {}
    const own: OpenMark = { ...mark, start: -1 }
    this.#open.push(own)
    return () => {
      this.#close(own)
      this.#open.splice(this.#open.indexOf(own), 1)
    }
  }

  #close(mark: OpenMark): void {
    const end = this.#text.length
    if (mark.start >= 0 && mark.start < end) this.#marks.push({ ...mark, end })
    mark.start = -1
  }

  /** Ends the line; an empty one is air. */
  break(around: Around): void {
    if (!this.end(around)) this.#gap++
  }

  /** Sets what follows apart. */
  space(gap: number): void {
    this.#gap = Math.max(this.#gap, gap)
  }

  /** Ends the line if one has begun, and says whether it had. */
  end(around: Around): boolean {
    for (const mark of this.#open) this.#close(mark)
    const written = this.#text
    const text = trimAll(written)
    const marks = this.#marks
    this.#text = ''
    this.#space = ''
    this.#marks = []
    if (text === '') return false
    const cut = written.indexOf(text)
    const indent = columns(written.slice(0, cut))
    const own = shifted(marks, -cut, text.length)
    this.line({ text, marks: own, indent, place: this.#place }, around)
    return true
  }

  /** A line whose text is put together, in the place where it stands. */
  line(line: Pick<Line, 'text' | 'marks' | 'indent' | 'place'>, around: Around): void {
    this.add(lineOf(line, around), line)
  }

  /** A line made elsewhere, such as a row of a table. */
  add(
    line: Omit<Line, 'place' | 'gap'>,
    { place, gap = 0 }: { place?: number; gap?: number } = {},
  ): void {
    this.#lastPlace = Math.max(this.#lastPlace, place ?? this.#lastPlace + 1)
    this.lines.push({ ...line, place: this.#lastPlace, gap: Math.max(gap, this.#gap) })
    this.#gap = 0
  }

  row(row: LineRow, place: number | undefined): void {
    const text = row.cells
      .map((cell) => cell.text)
      .filter((one) => one !== '')
      .join('\n')
    if (text !== '')
      this.add({ text, indent: 0, ends: true, row }, place === undefined ? {} : { place })
  }
}

function lineOf(
  { text: printed, marks: own = [], indent }: Pick<Line, 'text' | 'marks' | 'indent'>,
  { heading, leads, soft, item: open }: Around,
): Omit<Line, 'place' | 'gap'> {
  const printedMarker = open && !open.begun ? markerOf(printed) : ''
  // Where an item prints its own number, the list's is only drawn beside it; a heading has no bullet.
  const drawn =
    open && !open.begun && printedMarker === '' && !(heading && bullets.includes(open.drawn))
      ? open.drawn
      : ''
  const text = drawn + printed
  const marks = shifted(own, drawn.length, text.length)
  const item = open && !heading ? itemOf(open, printed, drawn || printedMarker) : undefined
  if (open) open.begun = true
  return {
    text,
    indent,
    ...(soft ? {} : { ends: true }),
    ...(heading ? { heading } : {}),
    ...(leads && !heading ? { leads } : {}),
    ...(item ? { item } : {}),
    ...(marks.length > 0 ? { marks } : {}),
  }
}

function itemOf(open: OpenItem, printed: string, marker: string): LineItem {
  if (!open.begun) return { depth: open.depth, marker }
  const label = readLabel(fold(printed.slice(0, 64)))
  const { counted } = open
  const countsOn = counted
    ? label?.style === counted.style && label.ordinal === counted.ordinal + 1
    : label?.ordinal === 1
  if (label && countsOn) {
    open.counted = label
    return { depth: open.depth + 1, marker: markerOf(printed) }
  }
  return { depth: counted ? open.depth + 1 : open.depth, marker: '', more: true }
}

/** What browsers draw before the items of a list without numbers, by depth. */
export const bullets: readonly string[] = ['・', '◦', '‣']

const wide = (sign: string | undefined) => sign !== undefined && sign >= '\u2e80'
