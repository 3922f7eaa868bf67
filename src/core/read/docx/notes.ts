import type { Element } from 'hast'
import { type BodyContext, blocksOf } from './body.ts'
import { reasons } from './dropped.ts'
import { Fields } from './fields.ts'
import { textOfHast } from './hast-text.ts'
import type { Numbering } from './numbering.ts'
import type { Part } from './office-package.ts'
import { childrenOf, type Xml } from './xml.ts'

type Note = { readonly mark: string; readonly element: Xml; readonly part: Part }

/**
 * Footnotes and endnotes. A small raised number says nothing in plain text, so a note is marked ※1 and printed right
 * below what refers to it.
 */
export class Notes {
  readonly #parts: { readonly [reference: string]: Part | undefined }
  readonly #ids = new Map<Part, ReadonlyMap<string, Xml>>()
  readonly #numberings = new Map<Part, Numbering>()
  readonly #due: Note[] = []
  readonly #met = new Set<Xml>()
  #count = 0

  constructor(footnotes: Part | undefined, endnotes: Part | undefined) {
    this.#parts = { 'w:footnoteReference': footnotes, 'w:endnoteReference': endnotes }
  }

  markOf = (reference: Xml): string => {
    const part = this.#parts[reference.name]
    const id = reference.attributes['w:id']
    const element = part && this.#byId(part).get(id ?? '')
    if (!part || !element || this.#met.has(element)) return ''
    this.#met.add(element)
    // Whoever sets a mark of their own has written it behind the reference.
    const own = ['1', 'true', 'on'].includes(reference.attributes['w:customMarkFollows'] ?? '0')
    const mark = own ? '' : `※${++this.#count}`
    this.#due.push({ mark, element, part })
    return mark
  }

  #byId(part: Part): ReadonlyMap<string, Xml> {
    const known = this.#ids.get(part)
    if (known) return known
    const ids = new Map(notesOf(part).map((note) => [note.attributes['w:id'] ?? '', note]))
    this.#ids.set(part, ids)
    return ids
  }

  /** The notes referred to since last asked, as paragraphs. */
  due(context: BodyContext): Element[] {
    return this.#due.splice(0).flatMap(({ mark, element, part }) => {
      if (mark !== '') context.dropped.apart(mark.slice(1), reasons.noteNumber)
      const [first, ...rest] = blocksOf(element, this.#contextOf(context, part))
      if (!first) return []
      if (mark !== '') first.children.unshift({ type: 'text', value: `${mark}\u3000` })
      return [first, ...rest]
    })
  }

  #contextOf(context: BodyContext, part: Part): BodyContext {
    const numbering = this.#numberings.get(part) ?? context.numbering.anew()
    this.#numberings.set(part, numbering)
    return { ...context, numbering, links: part.links, fields: new Fields(), inTable: true }
  }

  /** Notes that nothing refers to print nowhere. */
  dropRest(context: BodyContext): void {
    for (const part of Object.values(this.#parts))
      for (const element of part ? notesOf(part) : []) {
        if (!part || this.#met.has(element)) continue
        const text = blocksOf(element, this.#contextOf(context, part)).map(textOfHast).join('\n')
        if (text === '') continue
        context.dropped.apart(text, reasons.note)
      }
  }
}

/** The notes of a part, without the rules that separate them from the text. */
function notesOf(part: Part): Xml[] {
  return [...childrenOf(part.root, 'w:footnote'), ...childrenOf(part.root, 'w:endnote')].filter(
    ({ attributes }) => ['normal', undefined].includes(attributes['w:type']),
  )
}
