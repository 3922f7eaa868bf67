import { ParseRefused } from '../../parse/refused.ts'
import type { Words } from '../../words.ts'
import { broken, openPdf, type PdfPage } from './pdfjs.ts'
import { printedText } from './spaces.ts'

/** Characters that one command of the page prints in a row, where it prints them; `y` counts from the top. */
export type Piece = {
  readonly text: string
  readonly x: number
  /** The line that the characters stand on. */
  readonly y: number
  readonly width: number
  readonly size: number
  /** What ties it to the structure tree; null where nothing does. */
  readonly content: string | null
  /** The file says that it is no part of the text: a running head, a page number. */
  readonly artifact: boolean
  readonly url: string | null
}
export type StructureNode = { readonly role: string; readonly children: readonly StructureChild[] }
type StructureChild = StructureNode | { readonly type: string; readonly id: string }
export type Page = {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
  /** Set askew or across the page: a stamp, a watermark. */
  readonly askew: string
  readonly structure: StructureNode | null
}

const mostPages = 200
const mostPieces = 200_000

/** The pages of a PDF. Throws `ParseRefused` where there are none to read. */
export async function pagesOf(bytes: Uint8Array): Promise<Page[]> {
  const { document, close } = await openPdf(bytes)
  try {
    if (document.numPages > mostPages)
      throw new ParseRefused({
        ja: `PDFのページが多すぎます（${document.numPages}ページ）。プライバシーポリシー1件だけのファイルを指定してください。`,
        en: `The PDF has too many pages (${document.numPages}). Give a file that holds one privacy policy.`,
      })
    const pages: Page[] = []
    let pieces = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(await document.getPage(number), number)
      pieces += page.pieces.length
      if (pieces > mostPieces) throw new ParseRefused(tooMuch)
      pages.push(page)
    }
    return pages
  } catch (error) {
    // What pdfjs throws on a page is the file's fault, whatever its name.
    throw error instanceof ParseRefused ? error : broken()
  } finally {
    await close()
  }
}

const tooMuch: Words = {
  ja: 'PDFの文字が多すぎます。プライバシーポリシー1件だけのファイルを指定してください。',
  en: 'The PDF holds far more text than a policy. Give a file that holds one privacy policy.',
}

type Matrix = readonly [number, number, number, number, number, number]
type Placed = Piece & { readonly angle: number }

async function readPage(page: PdfPage, number: number): Promise<Page> {
  const [content, structure, annotations] = await Promise.all([
    page.getTextContent({ includeMarkedContent: true, disableNormalization: true }),
    page.getStructTree(),
    page.getAnnotations(),
  ])
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const placed: Placed[] = []
  const open: { artifact: boolean; id: string | null }[] = []
  let vertical = 0
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop()
      else open.push({ artifact: 'tag' in item && item.tag === 'Artifact', id: item.id ?? null })
      continue
    }
    if (item.str.trim() === '') continue
    if (content.styles[item.fontName]?.vertical) vertical += item.str.length
    const [a, b, c, d, e, f] = times(
      transform as unknown as Matrix,
      item.transform as unknown as Matrix,
    )
    const size = Math.hypot(c, d) || Math.hypot(a, b) || 1
    placed.push({
      text: printedText(item.str, item.width, size),
      x: e,
      y: f,
      width: item.width,
      size,
      content: open.findLast(({ id }) => id !== null)?.id ?? null,
      artifact: open.some(({ artifact }) => artifact),
      url: null,
      angle: Math.round((Math.atan2(b, a) * 180) / Math.PI),
    })
  }
  if (vertical > lengthOf(placed) / 2)
    throw new ParseRefused({
      ja: '縦書きのPDFは読めません。横書きにしたファイルか、本文のテキストを指定してください。',
      en: 'A PDF set in vertical lines is not read. Give a file set in horizontal lines, or its text.',
    })
  const angle = commonAngle(placed)
  const upright = placed.filter((piece) => piece.angle === angle)
  const links = annotations.flatMap(({ url, rect }) =>
    typeof url === 'string' && Array.isArray(rect) ? [{ url, rect: boxOf(rect, transform) }] : [],
  )
  return {
    number,
    width: angle % 180 === 0 ? width : height,
    height: angle % 180 === 0 ? height : width,
    pieces: upright.map(({ angle: _, ...piece }) =>
      turned({ ...piece, url: linkAt(piece, links) }, angle, width, height),
    ),
    askew: placed
      .filter((piece) => piece.angle !== angle)
      .map(({ text }) => text)
      .join(''),
    structure: structure as StructureNode | null,
  }
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

const lengthOf = (pieces: readonly { readonly text: string }[]) =>
  pieces.reduce((sum, { text }) => sum + text.length, 0)

/** Upright, or, of a page laid on its side, a quarter turn. */
function commonAngle(pieces: readonly Placed[]): number {
  const share = (angle: number) => lengthOf(pieces.filter((piece) => piece.angle === angle))
  return [0, 90, -90, 180].toSorted((a, b) => share(b) - share(a))[0] ?? 0
}

function turned(piece: Piece, angle: number, width: number, height: number): Piece {
  const { x, y } = piece
  if (angle === 90) return { ...piece, x: y, y: width - x }
  if (angle === -90) return { ...piece, x: height - y, y: x }
  return angle === 180 ? { ...piece, x: width - x, y: height - y } : piece
}

type Box = readonly [number, number, number, number]

function boxOf(rect: readonly number[], transform: readonly number[]): Box {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect
  const m = transform as unknown as Matrix
  const [, , , , left, top] = times(m, [1, 0, 0, 1, x1, y1])
  const [, , , , right, bottom] = times(m, [1, 0, 0, 1, x2, y2])
  return [
    Math.min(left, right),
    Math.min(top, bottom),
    Math.max(left, right),
    Math.max(top, bottom),
  ]
}

function linkAt(piece: Piece, links: readonly { url: string; rect: Box }[]): string | null {
  const x = piece.x + piece.width / 2
  const y = piece.y - piece.size / 3
  const found = links.find(
    ({ rect: [left, top, right, bottom] }) => x >= left && x <= right && y >= top && y <= bottom,
  )
  return found?.url ?? null
}
