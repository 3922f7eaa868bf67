import { linkTarget } from '../render/web-address.ts'
import type { PdfBlock } from './pdf/blocks.ts'
import { readPdf } from './pdf/index.ts'
import type { Line, Mark, Source } from './source.ts'
import { trimAll } from './text.ts'

/** The policy in a PDF: its text without the frame of its pages, wrapped lines made one. */
export async function sourceOfPdf(bytes: Uint8Array): Promise<Source> {
  const { blocks, dropped } = await readPdf(bytes)
  const left = Math.min(...blocks.map(({ x }) => x))
  const lines = blocks
    .filter(({ text }) => text.trim() !== '')
    .map((block, i) => lineOf(block, i + 1, left))
  return { lines, dropped }
}

function lineOf(block: PdfBlock, place: number, left: number): Line {
  const text = trimAll(block.text)
  const start = block.text.indexOf(text)
  const marks = block.marks.flatMap((mark) => markIn(mark, start, text.length))
  return {
    place,
    indent: Math.max(0, Math.round(((block.x - left) / (block.size || 1)) * 2)),
    text,
    gap: block.apart ? 1 : 0,
    ends: true,
    ...(block.heading === undefined ? {} : { heading: block.heading }),
    ...(block.item ? { item: block.item } : {}),
    ...(block.row ? { row: block.row } : {}),
    ...(marks.length > 0 ? { marks } : {}),
  }
}

function markIn(mark: Mark, shift: number, length: number): Mark[] {
  const start = Math.max(0, mark.start - shift)
  const end = Math.min(length, mark.end - shift)
  if (start >= end) return []
  if (mark.type !== 'link') return [{ ...mark, start, end }]
  const url = linkTarget(mark.url)
  return url === null ? [] : [{ ...mark, url, start, end }]
}
