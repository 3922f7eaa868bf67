import { decode } from './decode.ts'
import type { Reader } from './reader.ts'
import { sourceOfText } from './text.ts'

export type { Reader } from './reader.ts'
export type { Source } from './source.ts'

/** Every format that a policy may come in. What reads it is loaded when a file of it comes. */
export const readers = {
  text: {
    label: { ja: 'テキスト', en: 'plain text' },
    extensions: ['.txt', '.text'],
    isText: true,
    read: (bytes) => sourceOfText(decode(bytes)),
  },
  markdown: {
    label: { ja: 'Markdown', en: 'Markdown' },
    extensions: ['.md', '.markdown'],
    isText: true,
    read: async (bytes) => (await import('./markdown.ts')).readMarkdown(bytes),
  },
  html: {
    label: { ja: 'HTML', en: 'HTML' },
    extensions: ['.html', '.htm', '.xhtml'],
    isText: true,
    read: async (bytes) => (await import('./html.ts')).readHtml(bytes),
  },
  docx: {
    label: { ja: 'Word', en: 'Word' },
    extensions: ['.docx'],
    isText: false,
    read: async (bytes) => (await import('./docx.ts')).sourceOfDocx(bytes),
  },
  pdf: {
    label: { ja: 'PDF', en: 'PDF' },
    extensions: ['.pdf'],
    isText: false,
    prepare: async () => (await import('./pdf/pdfjs.ts')).loadPdfjs(),
    read: async (bytes) => (await import('./pdf.ts')).sourceOfPdf(bytes),
  },
} satisfies Record<string, Reader>
export type SourceFormat = keyof typeof readers
