/**
 * DOCX → hast. A Word document as the HTML that it would print: paragraphs with the numbers that Word counts, headings
 * by their style, tables with merged cells, line breaks, links; and a list of everything in the file that does not
 * print.
 *
 *  1. `zip`, `office-package`, `xml`   the parts of the file, within a budget; what is no DOCX is refused
 *  2. `styles`, `numbering`   what paragraphs look like, and what prints before them
 *  3. `body`, `tables`, `notes`   blocks;  `runs`, `fields`, `symbols`, `phrasing`   what stands in a paragraph
 */
import type { Root } from 'hast'
import type { Words } from '../../words.ts'
import type { Dropped } from '../source.ts'
import { type BodyContext, blocksOf } from './body.ts'
import { DroppedList, reasons } from './dropped.ts'
import { Fields } from './fields.ts'
import { textOfHast } from './hast-text.ts'
import { Notes } from './notes.ts'
import { Numbering } from './numbering.ts'
import { OfficePackage, type Part } from './office-package.ts'
import { isTitle, Styles } from './styles.ts'
import { childOf, within, type Xml } from './xml.ts'

export type DocxContent = {
  readonly root: Root
  readonly dropped: readonly Dropped[]
}

/** Reads a Word document. Throws `ParseRefused` where the bytes are no DOCX, or one that is not to be trusted. */
export function readDocx(bytes: Uint8Array): DocxContent {
  const file = new OfficePackage(bytes)
  const body = childOf(file.main.root, 'w:body')
  const styles = new Styles(file.related('styles')?.root)
  const notes = new Notes(file.related('footnotes'), file.related('endnotes'))
  const numbering = new Numbering(file.related('numbering')?.root, styles)
  const context: BodyContext = {
    styles,
    numbering,
    boxNumbering: numbering.anew(),
    links: file.main.links,
    notes,
    dropped: new DroppedList(),
    fields: new Fields(),
    headingsFrom: body && hasTitle(body, styles) ? 2 : 1,
    inTable: false,
  }
  const children = body ? blocksOf(body, context) : []
  notes.dropRest(context)
  const margins = { ...context, numbering: numbering.anew() }
  for (const part of file.allRelated('header')) dropPart(part, reasons.header, margins)
  for (const part of file.allRelated('footer')) dropPart(part, reasons.footer, margins)
  const comments = { ...context, numbering: numbering.anew() }
  for (const part of file.allRelated('comments')) dropPart(part, reasons.comment, comments)
  return { root: { type: 'root', children }, dropped: context.dropped.finish() }
}

function hasTitle(body: Xml, styles: Styles): boolean {
  for (const element of within(body))
    if (element.name === 'w:pStyle' && isTitle(styles.ofParagraph(element.attributes['w:val'])))
      return true
  return false
}

/** What stands outside the text: each of its paragraphs is told of, none is read as text. */
function dropPart(part: Part, why: Words, context: BodyContext): void {
  const apart = { ...context, links: part.links, fields: new Fields(), inTable: true }
  const text = blocksOf(part.root, apart).map(textOfHast).join('\n')
  if (text === '') return
  context.dropped.apart(text, why)
}
