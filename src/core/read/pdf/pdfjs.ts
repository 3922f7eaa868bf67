import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ParseRefused } from '../../parse/refused.ts'

export type PdfPage = PDFPageProxy

/** A PDF opened by pdfjs, which gets to no network, no font of the machine, and runs nothing that the file says. */
export async function openPdf(
  bytes: Uint8Array,
): Promise<{ document: PDFDocumentProxy; close: () => Promise<void> }> {
  const { getDocument, VerbosityLevel } = await loadPdfjs()
  const task = getDocument({
    // pdfjs takes the bytes away from whoever gives them.
    data: Uint8Array.from(bytes),
    cMapUrl: packageFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: packageFolder('standard_fonts'),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    maxImageSize: 0,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return { document: await task.promise, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    throw error instanceof Error && error.name === 'PasswordException' ? encrypted() : broken()
  }
}

export async function loadPdfjs() {
  // The small builds: a loader of TypeScript reads these in half the time and memory. Found here,
  // it works in this process instead of looking for a worker of its own.
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')
  Object.assign(globalThis, { pdfjsWorker: worker })
  return import('pdfjs-dist/legacy/build/pdf.min.mjs')
}

/** The tables of Japanese encodings are files of the package, which pdfjs opens by their path. */
function packageFolder(name: string): string {
  const { pathname } = new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json'))
  return decodeURIComponent(pathname)
}

const encrypted = () =>
  new ParseRefused({
    ja: 'このPDFはパスワードで保護されています。パスワードを外して保存し直したファイルを指定してください。',
    en: 'This PDF is protected by a password. Save it without one and give that file.',
  })

export const broken = () =>
  new ParseRefused({
    ja: 'PDFとして読めません（壊れているか、途中までのファイルです）。元のファイルからPDFを作り直して指定してください。',
    en: 'This cannot be read as a PDF: it is damaged or cut off. Make the PDF anew from its source and give that file.',
  })
