import { ParseRefused } from '../parse/refused.ts'
import type { Words } from '../words.ts'
import { readers, type SourceFormat } from './index.ts'

/** Above any policy by far: text alone, and a file that may hold pictures and fonts too. */
const most = { text: 5_000_000, document: 20_000_000 }

/** The largest file that any reader takes; who reads from a disk or a network need not go beyond it. */
export const mostBytes = most.document

/**
 * The format of a file: what its content says, then what its name says, then what its text looks like. Refuses, by
 * what it is, a file that no reader takes.
 */
export function formatOf(bytes: Uint8Array, name = ''): SourceFormat {
  const format = formatByContent(bytes) ?? formatOfText(bytes, name)
  const limit = readers[format].isText ? most.text : most.document
  if (bytes.length > limit) throw tooLarge(bytes.length, limit)
  return format
}

export function tooLarge(size: number, limit: number = mostBytes): ParseRefused {
  const megabytes = (count: number) => `${Math.ceil(count / 100_000) / 10} MB`
  return new ParseRefused({
    ja: `ファイルが大きすぎます（${megabytes(size)}、上限 ${megabytes(limit)}）。プライバシーポリシー1件だけのファイルを指定してください。`,
    en: `The file is too large (${megabytes(size)}; at most ${megabytes(limit)}). Give a file that holds one privacy policy.`,
  })
}

type Signature = {
  readonly begins: string
  /** Where the sign stands, if not at the start. */
  readonly at?: number
  /** What the file also holds, anywhere. */
  readonly holds?: string
  readonly what: Words
  readonly instead: Words
}

const asDocument: Words = {
  ja: '本文をテキスト、HTML、Markdown、DOCX、PDFのいずれかで保存し直して指定してください。',
  en: 'Save the text as plain text, HTML, Markdown, DOCX or PDF and give that file.',
}
const asText: Words = {
  ja: '文字として読めるファイル（テキスト、HTML、Markdown、DOCX、文字情報のあるPDF）を指定してください。',
  en: 'Give a file whose text can be read: plain text, HTML, Markdown, DOCX, or a PDF with a text layer.',
}
const picture: Words = { ja: '画像', en: 'a picture' }
const archive: Words = { ja: '圧縮ファイル', en: 'an archive' }
const unpack: Words = {
  ja: '中のプライバシーポリシーのファイルを取り出して指定してください。',
  en: 'Unpack it and give the file with the privacy policy.',
}
const program: Words = { ja: 'プログラム', en: 'a program' }

/** Files that hold no text that could be read here, by how they begin. */
const signatures: readonly Signature[] = [
  {
    // ECMA-376 in a compound file, encrypted ([MS-OFFCRYPTO] 2.3.4.4): its name in UTF-16.
    begins: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    holds: [...'EncryptedPackage'].join('\0'),
    what: {
      ja: 'パスワードで保護されたOffice文書',
      en: 'an Office file protected by a password',
    },
    instead: {
      ja: 'Word で開いてパスワードを外し、.docx で保存したファイルを指定してください。',
      en: 'Open it in Word, remove the password, save it as .docx, and give that file.',
    },
  },
  {
    begins: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    what: {
      ja: '古い形式のOffice文書（.doc、.xls、.ppt）',
      en: 'an old Office file (.doc, .xls, .ppt)',
    },
    instead: {
      ja: 'Word で開き、「名前を付けて保存」から .docx を選んで保存したファイルを指定してください。',
      en: 'Open it in Word, save it as .docx, and give that file.',
    },
  },
  {
    begins: '{\\rtf',
    what: { ja: 'リッチテキスト（RTF）', en: 'a rich text file (RTF)' },
    instead: asDocument,
  },
  { begins: '\x89PNG', what: picture, instead: asText },
  { begins: '\xff\xd8\xff', what: picture, instead: asText },
  { begins: 'GIF8', what: picture, instead: asText },
  { begins: 'II*\0', what: picture, instead: asText },
  { begins: 'MM\0*', what: picture, instead: asText },
  { begins: 'WEBP', at: 8, what: picture, instead: asText },
  { begins: 'ftyp', at: 4, what: picture, instead: asText },
  { begins: '\x1f\x8b', what: archive, instead: unpack },
  { begins: '7z\xbc\xaf', what: archive, instead: unpack },
  { begins: 'Rar!', what: archive, instead: unpack },
  { begins: '\x7fELF', what: program, instead: asText },
  { begins: 'MZ\x90', what: program, instead: asText },
]

function refused(what: Words, instead: Words): ParseRefused {
  return new ParseRefused({
    ja: `これは${what.ja}です。${instead.ja}`,
    en: `This is ${what.en}. ${instead.en}`,
  })
}

function formatByContent(bytes: Uint8Array): SourceFormat | null {
  if (bytes.length === 0)
    throw new ParseRefused({
      ja: 'ファイルが空です。プライバシーポリシーの本文があるファイルを指定してください。',
      en: 'The file is empty. Give a file that holds the text of a privacy policy.',
    })
  const start = latin(bytes.subarray(0, 2048))
  const found = signatures.find(
    ({ begins, at = 0, holds }) =>
      start.startsWith(begins, at) && (holds === undefined || latin(bytes).includes(holds)),
  )
  if (found) throw refused(found.what, found.instead)
  // ISO 32000-1, annex H: readers find the header within the first 1024 bytes.
  if (start.slice(0, 1024).includes('%PDF-')) return reader('pdf')
  return start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')
    ? formatOfZip(bytes)
    : null
}

function reader(format: string): SourceFormat {
  if (format in readers) return format as SourceFormat
  throw refused(
    { ja: `${format.toUpperCase()} ファイル`, en: `a ${format.toUpperCase()} file` },
    asText,
  )
}

function formatOfZip(bytes: Uint8Array): SourceFormat {
  // The names of the parts stand at the end of a ZIP, in its directory.
  const names = latin(bytes.subarray(0, 8192)) + latin(bytes.subarray(-512 * 1024))
  if (names.includes('word/document') || names.includes('word/_rels')) return reader('docx')
  if (names.includes('xl/workbook'))
    throw refused({ ja: 'Excel のファイル（.xlsx）', en: 'an Excel file (.xlsx)' }, asDocument)
  if (names.includes('ppt/presentation'))
    throw refused(
      { ja: 'PowerPoint のファイル（.pptx）', en: 'a PowerPoint file (.pptx)' },
      asDocument,
    )
  if (names.includes('application/vnd.oasis.opendocument'))
    throw refused({ ja: 'OpenDocument のファイル', en: 'an OpenDocument file' }, asDocument)
  throw refused({ ja: 'ZIPファイル', en: 'a ZIP file' }, unpack)
}

const extensionOf = (name: string) => /\.[a-z0-9]+$/iu.exec(name)?.[0].toLowerCase() ?? ''

function formatOfText(bytes: Uint8Array, name: string): SourceFormat {
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const start = isWide
    ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes.subarray(0, 65_536))
    : latin(bytes.subarray(0, 65_536))
  if (start.includes('\0'))
    throw refused(
      { ja: 'テキストではないファイル（バイナリ）', en: 'not text but a binary file' },
      asText,
    )
  const text = start.replace(/^(?:\xef\xbb\xbf|\ufeff)/u, '').trimStart()
  const opening =
    /^(?:<\?xml[^>]*>\s*|<!--[\s\S]{0,4000}?-->\s*)*<(!doctype\s+\S+|[a-z][\w:-]*|\?xml|!)/iu
      .exec(text)?.[1]
      ?.toLowerCase()
  if (opening && /^(?:!doctype\s+html|html|head|body)/u.test(opening)) return 'html'
  if (opening === 'svg') throw refused(picture, asText)
  const extension = extensionOf(name)
  const known = Object.entries(readers).find(
    ([format, { extensions, isText }]) =>
      isText && format !== 'text' && (extensions as readonly string[]).includes(extension),
  )
  if (known) return known[0] as SourceFormat
  if (text.startsWith('<?xml') || opening?.startsWith('!doctype'))
    throw refused({ ja: 'XMLファイル', en: 'an XML file' }, asDocument)
  if ((readers.text.extensions as readonly string[]).includes(extension)) return 'text'
  return byLooks(text)
}

/** A text that no name tells of, as pasted or piped. */
function byLooks(text: string): SourceFormat {
  if (
    (text.match(/<\/?(?:p|h[1-6]|ul|ol|li|div|section|table|br|dl)\b[^>]*>/giu)?.length ?? 0) >= 4
  )
    return 'html'
  if ((text.match(/^#{1,6} \S/gmu)?.length ?? 0) >= 2 || /^\|(?: *:?-+:? *\|)+ *$/mu.test(text))
    return 'markdown'
  return 'text'
}

const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)
