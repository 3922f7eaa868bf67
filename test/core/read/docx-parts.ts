import { strToU8, zipSync } from 'fflate'

/** The parts of a DOCX as raw XML, for what no library of documents can say. */
export type DocxParts = {
  /** What stands in `w:body`. */
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly header?: string
  readonly footer?: string
  /** Targets of hyperlinks, by their relationship's id. */
  readonly links?: { readonly [id: string]: string }
  readonly contentType?: string
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ')
const xml = (root: string, content: string) => `<w:${root} ${namespaces}>${content}</w:${root}>`
const relationships = (content: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const related = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
} as const

export function docxFiles(parts: DocxParts): { [name: string]: Uint8Array } {
  const present = Object.entries(related).filter(([name]) => name in parts)
  const { links = {}, contentType } = parts
  const main =
    contentType ??
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      relationships(
        `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`,
      ),
    ),
    'word/document.xml': strToU8(xml('document', `<w:body>${parts.body}</w:body>`)),
    'word/_rels/document.xml.rels': strToU8(
      relationships(
        [
          ...present.map(
            ([name]) =>
              `<Relationship Id="r-${name}" Type="${office}/${name}" Target="${name}.xml"/>`,
          ),
          ...Object.entries(links).map(
            ([id, url]) =>
              `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${url}" TargetMode="External"/>`,
          ),
        ].join(''),
      ),
    ),
    ...Object.fromEntries(
      present.map(([name, root]) => [
        `word/${name}.xml`,
        strToU8(xml(root, parts[name as keyof typeof related] ?? '')),
      ]),
    ),
  }
}

export function docxOf(parts: DocxParts): Uint8Array {
  return zipSync(docxFiles(parts))
}

/** A paragraph; `properties` go into its `w:pPr`. */
export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : r(text)}</w:p>`
}
export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}
/** `w:numPr`. */
export function num(id: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
}
/** A level of a list. */
export function lvl(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}
/** A list with one instance of the same number. */
export function list(id: number, levels: string): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
}
export function instance(id: number, of = id, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`
}
