import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type DroppedList, reasons } from './dropped.ts'
import { Fields } from './fields.ts'
import { textOfHast } from './hast-text.ts'
import type { Notes } from './notes.ts'
import { knowsFormat } from './number-formats.ts'
import type { Numbering, PrintedNumber } from './numbering.ts'
import type { Relationships } from './office-package.ts'
import { phrasingOf } from './phrasing.ts'
import { choiceOf, type ParagraphText, readRuns } from './runs.ts'
import { isContents, isTitle, numberingPlaceOf, type Style, type Styles } from './styles.ts'
import { tableOf } from './tables.ts'
import { childOf, elementsOf, numberOf, switchOf, valueIn, type Xml } from './xml.ts'

export type BodyContext = {
  readonly styles: Styles
  readonly numbering: Numbering
  /** Of the text boxes, all of which count together. */
  readonly boxNumbering: Numbering
  readonly links: Relationships
  readonly notes: Notes
  readonly dropped: DroppedList
  readonly fields: Fields
  /** Headings count from the second level where a title stands above them. */
  readonly headingsFrom: 1 | 2
  readonly inTable: boolean
}

/** The blocks of a body, a table cell, a text box or a note, in document order. */
export function blocksOf(parent: Xml, context: BodyContext): Element[] {
  const blocks: Element[] = []
  // A paragraph whose end was deleted in tracked changes goes on in the next.
  let open: ParagraphText = { stretches: [], boxes: [] }
  const read = (element: Xml): void => {
    switch (element.name) {
      case 'w:p':
        if (endIsDeleted(element)) {
          readText(element, open, context)
          break
        }
        blocks.push(...paragraphOf(element, open, context))
        open = { stretches: [], boxes: [] }
        break
      case 'w:tbl': {
        const table = tableOf(element, context, (cell) =>
          blocksOf(cell, { ...context, inTable: true }),
        )
        if (table) blocks.push(table)
        break
      }
      case 'w:altChunk':
        context.dropped.apart(element.attributes['r:id'] ?? '', reasons.chunk)
        break
      case 'mc:AlternateContent':
        for (const child of elementsOf(choiceOf(element, context.dropped))) read(child)
        break
      case 'w:sdt': {
        const content = childOf(element, 'w:sdtContent')
        if (content && isContentsControl(element)) dropContents(content, context)
        else for (const child of elementsOf(content)) read(child)
        break
      }
      case 'w:sectPr':
      case 'w:tcPr':
      case 'w:customXmlPr':
        break
      default:
        for (const child of elementsOf(element)) read(child)
    }
    if (!context.inTable) blocks.push(...context.notes.due(context))
  }
  for (const element of elementsOf(parent)) read(element)
  const rest = phrasingOf(open.stretches)
  if (rest.length > 0) blocks.push(h('p', rest))
  blocks.push(...open.boxes.flatMap((box) => blocksOf(box, inBox(context))))
  return blocks
}

const inBox = (context: BodyContext): BodyContext => ({
  ...context,
  numbering: context.boxNumbering,
  fields: new Fields(),
})

/** What of a table of contents is not of its field, such as its heading, goes with it. */
function dropContents(content: Xml, context: BodyContext): void {
  for (const block of blocksOf(content, { ...context, inTable: true })) {
    const text = textOfHast(block)
    if (text !== '') context.dropped.apart(text, reasons.contents)
  }
}

function isContentsControl(control: Xml): boolean {
  const part = childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj')
  return /table of contents/iu.test(valueIn(part, 'w:docPartGallery') ?? '')
}

function endIsDeleted(paragraph: Xml): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')
  return childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined
}

function readText(paragraph: Xml, into: ParagraphText, context: BodyContext): Style {
  const style = styleOf(paragraph, context)
  const { styles, links, fields, dropped, notes } = context
  dropped.close()
  readRuns(
    paragraph,
    { styles, links, fields, dropped, markOf: notes.markOf, hidden: style.hidden ?? false },
    into,
  )
  dropped.close()
  return style
}

const styleOf = (paragraph: Xml, { styles }: BodyContext) =>
  styles.ofParagraph(valueIn(childOf(paragraph, 'w:pPr'), 'w:pStyle'))

function paragraphOf(paragraph: Xml, text: ParagraphText, context: BodyContext): Element[] {
  const { dropped, numbering, fields } = context
  const properties = childOf(paragraph, 'w:pPr')
  const inContents = fields.inContents
  const style = readText(paragraph, text, context)
  const phrasing = phrasingOf(text.stretches)
  const boxes = text.boxes.flatMap((box) => blocksOf(box, inBox(context)))
  if (isContents(style)) {
    for (const { text: line } of text.stretches) dropped.add(line, reasons.contents)
    dropped.close()
    return boxes
  }
  const hidden = switchOf(childOf(properties, 'w:rPr'), 'w:vanish') ?? style.hidden ?? false
  if (phrasing.length === 0 && (hidden || inContents || fields.inContents)) return boxes
  const number = numbering.next(
    numberingPlaceOf(properties),
    style.numbering,
    valueIn(properties, 'w:pStyle'),
  )
  if (number && !knowsFormat(number.format) && number.format !== 'custom')
    dropped.once(number.format, reasons.numberFormat)
  if (phrasing.length === 0 && !number?.text) return boxes
  const children = withNumber(number, phrasing, text)
  const name = headingName(properties, style, context)
  const align = valueIn(properties, 'w:jc') ?? style.align
  const look =
    align === 'right' || align === 'end' ? { align: 'right' } : align === 'center' ? { align } : {}
  return [h(name, look, children), ...boxes]
}

/** The number with what Word sets between it and the text: a tab, a space, or nothing. */
function withNumber(
  number: PrintedNumber | null,
  phrasing: ElementContent[],
  { stretches }: ParagraphText,
): ElementContent[] {
  if (!number || number.text === '') return phrasing
  const text = stretches.map((stretch) => stretch.text).join('')
  const wide = /[\u3000-\u9fff\uff00-\uffef]/u.test(number.text + text)
  const gap = { tab: wide ? '\u3000' : ' ', space: ' ', nothing: '' }[number.suffix]
  return [{ type: 'text', value: text === '' ? number.text : number.text + gap }, ...phrasing]
}

function headingName(properties: Xml | undefined, style: Style, context: BodyContext): string {
  if (context.inTable) return 'p'
  if (isTitle(style)) return 'h1'
  const level = numberOf(properties, 'w:outlineLvl') ?? style.outlineLevel ?? 9
  return level > 8 ? 'p' : `h${Math.min(6, level + context.headingsFrom)}`
}
