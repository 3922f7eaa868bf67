import type { Dropped } from '../source.ts'
import { type DroppedList, reasons } from './dropped.ts'
import { type Fields, isContents, linkOf } from './fields.ts'
import type { Relationships } from './office-package.ts'
import type { Styles } from './styles.ts'
import { readSymbols, symbolOf } from './symbols.ts'
import { childOf, elementsOf, switchOf, valueIn, within, type Xml } from './xml.ts'

/** A stretch of a paragraph's text of one look; `\n` where a line breaks, `\t` for a tab. */
export type Stretch = { text: string; readonly strong: boolean; readonly href: string | undefined }

/** What the reading of one paragraph brings to light. */
export type ParagraphText = {
  readonly stretches: Stretch[]
  /** The contents of text boxes anchored in it. */
  readonly boxes: Xml[]
}

export type RunContext = {
  readonly styles: Styles
  readonly links: Relationships
  readonly fields: Fields
  readonly dropped: DroppedList
  /** The mark that prints for a note, which is then printed below. */
  readonly markOf: (reference: Xml) => string
  /** Whether the paragraph's style hides its text. */
  readonly hidden: boolean
}
type Why = Dropped['why'] | null
type Look = { readonly why: Why; readonly href: string | undefined }

/** Reads what stands in a paragraph into `out`. */
export function readRuns(paragraph: Xml, context: RunContext, out: ParagraphText): void {
  readInline(paragraph, { why: null, href: undefined }, context, out)
}

function readInline(parent: Xml, look: Look, context: RunContext, out: ParagraphText): void {
  for (const element of elementsOf(parent)) {
    switch (element.name) {
      case 'w:pPr':
      case 'w:sdtPr':
      case 'w:sdtEndPr':
      case 'w:smartTagPr':
      case 'w:customXmlPr':
        break
      case 'w:r':
        readRun(element, look, context, out)
        break
      case 'w:del':
        readInline(element, { ...look, why: reasons.deleted }, context, out)
        break
      case 'w:moveFrom':
        readInline(element, { ...look, why: reasons.moved }, context, out)
        break
      case 'w:hyperlink':
        readInline(element, { ...look, href: targetOf(element, context) }, context, out)
        break
      case 'w:fldSimple':
        readInline(element, ofSimpleField(element, look), context, out)
        break
      case 'mc:AlternateContent':
        readInline(choiceOf(element, context.dropped), look, context, out)
        break
      case 'm:t':
        say(textOf(element), look.why, { strong: false, href: look.href }, context, out)
        break
      default:
        readInline(element, look, context, out)
    }
  }
}

function targetOf(element: Xml, { links }: RunContext): string | undefined {
  const link = links.get(element.attributes['r:id'] ?? '')
  return link?.external && link.target !== '' ? link.target : undefined
}

function ofSimpleField(element: Xml, look: Look): Look {
  const code = element.attributes['w:instr'] ?? ''
  if (isContents(code)) return { ...look, why: reasons.contents }
  return { ...look, href: linkOf(code) ?? look.href }
}

function readRun(run: Xml, look: Look, context: RunContext, out: ParagraphText): void {
  const properties = childOf(run, 'w:rPr')
  const style = context.styles.ofRun(valueIn(properties, 'w:rStyle'))
  const hidden = switchOf(properties, 'w:vanish') ?? style.hidden ?? context.hidden
  const strong = switchOf(properties, 'w:b') ?? style.bold ?? false
  const font = childOf(properties, 'w:rFonts')?.attributes['w:ascii'] ?? ''
  const add = (text: string) => {
    const { fields } = context
    const why =
      look.why ??
      (fields.inCode ? reasons.fieldCode : null) ??
      (fields.inContents ? reasons.contents : null) ??
      (hidden ? reasons.hidden : null)
    say(text, why, { strong, href: look.href ?? fields.link }, context, out)
  }
  readRunContent(run, { add, font, look }, context, out)
}

type Run = { readonly add: (text: string) => void; readonly font: string; readonly look: Look }

function readRunContent(parent: Xml, run: Run, context: RunContext, out: ParagraphText): void {
  const { add, font, look } = run
  const { fields, dropped } = context
  for (const element of elementsOf(parent)) {
    switch (element.name) {
      case 'w:rPr':
        break
      case 'w:t':
      case 'w:delText':
        add(readSymbols(textOf(element), isSymbolFont(font) ? font : ''))
        break
      case 'w:instrText':
      case 'w:delInstrText':
        fields.addCode(textOf(element))
        break
      case 'w:fldChar':
        readFieldSign(element, run, context)
        break
      case 'w:tab':
      case 'w:ptab':
        add('\t')
        break
      case 'w:br':
      case 'w:cr':
        // A page or column break ends a line too; nothing prints for it.
        add('\n')
        break
      case 'w:noBreakHyphen':
        add('-')
        break
      case 'w:sym':
        add(signOf(element))
        break
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        if (look.why === null) add(context.markOf(element))
        break
      case 'w:ruby':
        readRuby(element, run, context, out)
        break
      case 'w:drawing':
      case 'w:pict':
        readDrawing(element, context, out)
        break
      case 'w:object':
        dropped.apart(objectName(element), reasons.object)
        collectBoxes(element, out)
        break
      case 'mc:AlternateContent':
        readRunContent(choiceOf(element, dropped), run, context, out)
        break
      default:
        readRunContent(element, run, context, out)
    }
  }
}

function readFieldSign(element: Xml, { add }: Run, { fields, dropped }: RunContext): void {
  switch (element.attributes['w:fldCharType']) {
    case 'begin':
      fields.begin()
      break
    case 'separate':
      fields.separate()
      break
    case 'end': {
      const { text, around, ruby } = fields.end()
      if (text !== '') add(text)
      if (around !== '') dropped.add(around, reasons.enclosure)
      if (ruby !== '') dropped.add(ruby, reasons.ruby)
      dropped.close()
    }
  }
}

function readRuby(ruby: Xml, run: Run, context: RunContext, out: ParagraphText): void {
  const base = childOf(ruby, 'w:rubyBase')
  if (base) readInline(base, run.look, context, out)
  const reading = childOf(ruby, 'w:rt')
  if (!reading) return
  context.dropped.apart([...within(reading)].filter(isText).map(textOf).join(''), reasons.ruby)
}

/** A text box is read after the paragraph that it is anchored in; a picture has no text to read. */
function readDrawing(drawing: Xml, { dropped }: RunContext, out: ParagraphText): void {
  const found = collectBoxes(drawing, out)
  let name = ''
  for (const element of within(drawing)) {
    if (element.name === 'wp:docPr') name = element.attributes.descr ?? ''
    if (element.name === 'v:textpath') name = element.attributes.string ?? name
    if (element.name === 'v:shape') name = element.attributes.alt ?? name
  }
  if (found) return
  dropped.apart(name, reasons.picture)
}

function collectBoxes(element: Xml, out: ParagraphText): boolean {
  let found = false
  for (const child of elementsOf(element)) {
    if (child.name === 'w:txbxContent') {
      out.boxes.push(child)
      found = true
    } else if (collectBoxes(child.name === 'mc:AlternateContent' ? chosen(child) : child, out))
      found = true
  }
  return found
}

const objectName = (object: Xml) =>
  [...within(object)].find(({ name }) => name === 'o:OLEObject')?.attributes.ProgID ?? ''

/** One content in several ways: the first that is there; the fallback only where the others hold no text. */
export function choiceOf(alternatives: Xml, dropped: DroppedList): Xml {
  const choice = chosen(alternatives)
  // A stand-in that says something else than what it stands in for is told of.
  const printed = squashed(choice)
  for (const other of elementsOf(alternatives)) {
    const text = squashed(other)
    if (other === choice || text === '' || printed.includes(text)) continue
    dropped.apart(text, reasons.fallback)
  }
  return choice
}

function chosen(alternatives: Xml): Xml {
  const all = elementsOf(alternatives)
  const empty: Xml = { name: 'mc:Choice', attributes: {}, children: [] }
  return all.find((one) => squashed(one) !== '') ?? all[0] ?? empty
}

/** Alternatives nest, and each asks for the text of all within it. */
const known = new WeakMap<Xml, string>()

function squashed(element: Xml): string {
  const before = known.get(element)
  if (before !== undefined) return before
  let text = ''
  for (const child of elementsOf(element)) {
    const inner = child.name === 'mc:AlternateContent' ? chosen(child) : child
    text += isText(child) ? textOf(child) : squashed(inner)
  }
  text = text.replace(/\s+/gu, '')
  known.set(element, text)
  return text
}

const isText = (element: Xml) => element.name === 'w:t' || element.name === 'w:delText'

/** Without what XML calls white space at either end; a wide space is none. */
function withoutXmlSpace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && ' \t\r\n'.includes(text.charAt(start))) start++
  while (end > start && ' \t\r\n'.includes(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

function textOf(element: Xml): string {
  const text = element.children.filter((child) => typeof child === 'string').join('')
  const trimmed = element.attributes['xml:space'] === 'preserve' ? text : withoutXmlSpace(text)
  return trimmed.replace(/[\r\n\t]+/gu, ' ')
}

const isSymbolFont = (font: string) => /^(?:symbol|wingdings(?: [23])?|webdings)$/iu.test(font)

function signOf(element: Xml): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  if (Number.isNaN(code) || code > 0x10ffff) return ''
  return symbolOf(element.attributes['w:font'] ?? '', code) ?? String.fromCodePoint(code)
}

function say(
  text: string,
  why: Why,
  look: { readonly strong: boolean; readonly href: string | undefined },
  { dropped }: RunContext,
  { stretches }: ParagraphText,
): void {
  if (text === '') return
  if (why) {
    dropped.add(text, why)
    return
  }
  const last = stretches.at(-1)
  if (last && last.strong === look.strong && last.href === look.href) last.text += text
  else stretches.push({ text, ...look })
}
