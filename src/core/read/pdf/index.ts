/**
 * PDF → lines. A PDF knows only where each piece of text is printed; what belongs together is told by its structure
 * tree where it has a trustworthy one, and by sight where not.
 *
 *  1. `pdfjs`, `pages`, `spaces`   the pieces of each page, upright, each with its place
 *  2. `furniture`, `ruby`   what is no part of the text
 *  3. `tagged`   blocks by the structure tree;  `columns`, `print-lines`, `paragraphs`   blocks by sight
 *  4. `blocks`   either as lines of the source
 */
import { ParseRefused } from '../../parse/refused.ts'
import type { Words } from '../../words.ts'
import type { Dropped } from '../source.ts'
import { blocksBySight, blocksByTags, type PdfBlock } from './blocks.ts'
import { type Furniture, furnitureOf } from './furniture.ts'
import { type Page, pagesOf } from './pages.ts'
import { withoutRuby } from './ruby.ts'
import { taggedBlocks } from './tagged.ts'

export type PdfContent = {
  readonly blocks: readonly PdfBlock[]
  readonly dropped: readonly Dropped[]
}

/** Reads a PDF. Throws `ParseRefused` where the bytes are none, or hold no text. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const read = await pagesOf(bytes)
  refusePictures(read)
  const dropped: Dropped[] = []
  const pages = read.map((page) => {
    const { kept, ruby } = withoutRuby(page.pieces)
    for (const { text } of ruby) dropped.push({ text, why: reasons.ruby })
    if (page.askew !== '') dropped.push({ text: page.askew, why: reasons.askew })
    if (page.pieces.length === 0)
      dropped.push({ text: String(page.number), why: reasons.emptyPage })
    return { ...page, pieces: kept }
  })
  const furniture = furnitureOf(pages)
  dropped.push(...droppedFurniture(furniture))
  const tagged = taggedBlocks(pages, furniture.pieces)
  if (!tagged) return { blocks: blocksBySight(pages, furniture.pieces), dropped }
  for (const { text } of tagged.rest) dropped.push({ text, why: reasons.untagged })
  return { blocks: blocksByTags(pages, furniture.pieces, tagged.blocks), dropped }
}

/** A scan has pictures of text; a few signs, such as a stamp, don't make it a text. */
function refusePictures(pages: readonly Page[]): void {
  const signs = pages
    .flatMap(({ pieces }) => pieces)
    .reduce((sum, { text }) => sum + text.length, 0)
  if (signs >= 20) return
  throw new ParseRefused({
    ja: 'このPDFには文字の情報がありません（紙を読み取った画像のようです）。文字認識（OCR）をかけたPDFか、元の文書を指定してください。',
    en: 'This PDF holds no text; it seems to be a picture of a page. Run text recognition (OCR) on it, or give the document that it was made from.',
  })
}

function droppedFurniture({ lines }: Furniture): Dropped[] {
  return lines.map(({ text, kind }) => ({ text, why: reasons[kind] }))
}

const reasons = {
  head: { ja: 'ページ上部の柱', en: 'running head' },
  foot: { ja: 'ページ下部の柱', en: 'running foot' },
  pageNumber: { ja: 'ページ番号', en: 'page number' },
  ruby: { ja: 'ふりがな', en: 'reading aid (ruby)' },
  askew: { ja: '斜めや縦向きの文字（透かしなど）', en: 'text set askew, such as a watermark' },
  emptyPage: { ja: '文字のないページ（番号）', en: 'page without text (its number)' },
  untagged: { ja: 'PDFの文書構造に含まれない文字', en: 'outside of the structure of the PDF' },
} satisfies { readonly [reason: string]: Words }
