import { SaxesParser } from 'saxes'
import { ParseRefused } from '../../parse/refused.ts'

/** An element with its namespace's usual prefix, whatever prefix the file writes: `w:p`, `mc:Choice`. */
export type Xml = {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: readonly (Xml | string)[]
}

const word = 'http://schemas.openxmlformats.org/'
const strict = 'http://purl.oclc.org/ooxml/'

/** ECMA-376 Transitional and Strict name the same things by different addresses. */
const prefixes: { readonly [uri: string]: string } = {
  [`${word}wordprocessingml/2006/main`]: 'w',
  [`${strict}wordprocessingml/main`]: 'w',
  [`${word}officeDocument/2006/relationships`]: 'r',
  [`${strict}officeDocument/relationships`]: 'r',
  [`${word}officeDocument/2006/math`]: 'm',
  [`${strict}officeDocument/math`]: 'm',
  [`${word}drawingml/2006/main`]: 'a',
  [`${strict}drawingml/main`]: 'a',
  [`${word}drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${strict}drawingml/wordprocessingDrawing`]: 'wp',
  [`${word}markup-compatibility/2006`]: 'mc',
  [`${word}package/2006/relationships`]: 'rel',
  [`${word}package/2006/content-types`]: 'ct',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
}

const deepest = 256
const mostElements = 600_000

/** Reads a part. Throws `ParseRefused` for what no word processor writes: document types, bottomless nesting. */
export function readXml(bytes: Uint8Array, part: string): Xml {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: { name: string; attributes: Xml['attributes']; children: (Xml | string)[] }[] = []
  let root: Xml | undefined
  let elements = 0
  parser.on('error', (error) => {
    throw damaged(part, error.message)
  })
  // A document type is what entity bombs are made of; OPC (ISO 29500-2, 7.2.1.4) forbids it.
  parser.on('doctype', () => {
    throw damaged(part, 'DOCTYPE')
  })
  parser.on('opentag', (tag) => {
    if (open.length >= deepest || ++elements > mostElements) throw tooDeep()
    const element = {
      name: named(tag.uri, tag.local),
      attributes: Object.fromEntries(
        Object.values(tag.attributes)
          .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
          .map(({ uri, local, value }) => [named(uri, local), value]),
      ),
      children: [],
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (text: string) => {
    open.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(decoded(bytes)).close()
  if (!root) throw damaged(part, 'empty')
  return root
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}

function named(uri: string, local: string): string {
  if (uri === '') return local
  return `${prefixes[uri] ?? '?'}:${local}`
}

export function elementsOf(parent: Xml | undefined): Xml[] {
  return parent ? parent.children.filter((child) => typeof child !== 'string') : []
}
export function childOf(parent: Xml | undefined, name: string): Xml | undefined {
  return elementsOf(parent).find((child) => child.name === name)
}
export function childrenOf(parent: Xml | undefined, name: string): Xml[] {
  return elementsOf(parent).filter((child) => child.name === name)
}

/** The `w:val` of a child: `<w:numId w:val="3"/>`. */
export function valueIn(parent: Xml | undefined, name: string): string | undefined {
  return childOf(parent, name)?.attributes['w:val']
}

/** A whole number in `w:val`; undefined where there is none. */
export function numberOf(parent: Xml | undefined, name: string): number | undefined {
  const value = valueIn(parent, name)
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined
}

/** An on-off property: there without a value it is on; undefined where it is not there. */
export function switchOf(parent: Xml | undefined, name: string): boolean | undefined {
  const child = childOf(parent, name)
  if (!child) return undefined
  return !['0', 'false', 'off', 'none'].includes(child.attributes['w:val'] ?? '1')
}

/** Every element below, in document order. */
export function* within(parent: Xml): Generator<Xml> {
  for (const child of elementsOf(parent)) {
    yield child
    yield* within(child)
  }
}

const tooDeep = () =>
  new ParseRefused({
    ja: 'このWord文書は入れ子が深すぎるか大きすぎるため、読みません。プライバシーポリシー1件だけの.docxファイルを指定してください。',
    en: 'This Word document is nested too deeply or too large to be a policy. Give a .docx file that holds one privacy policy.',
  })

const damaged = (part: string, reason: string) =>
  new ParseRefused({
    ja: `Word文書（.docx）の一部「${part}」を読めません（${reason}）。Wordで開いて保存し直したファイルを指定してください。`,
    en: `A part of the Word document, ${part}, cannot be read (${reason}). Open it in Word, save it again, and give that file.`,
  })
