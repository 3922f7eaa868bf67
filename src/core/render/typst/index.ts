import type { PolicyDocument } from '../../document.ts'
import {
  anchorsOf,
  type Line,
  type Paper,
  type PaperBlock,
  type PaperList,
  paperOf,
  type Run,
} from '../paper/index.ts'
import { isBlank, textOfLines } from '../paper/lines.ts'
import { breakable, visible } from './long-words.ts'
import { template } from './template.ts'
import { hasToneMarks, toneMarks } from './tone-marks.ts'

/** What Typst makes a PDF of: a fixed program, and the policy as JSON beside it. */
export type TypstSource = {
  readonly main: string
  /** Named `paper.json`. All text of the policy stands in its strings, so that none of it can act as code. */
  readonly paper: string
}

export function typstOf(document: PolicyDocument): TypstSource {
  const paper = JSON.stringify(dataOf(paperOf(document)))
  return { main: hasToneMarks(paper) ? toneMarks + template : template, paper }
}

/** The paper with its anchors as labels of Typst, `a1`, `a2` …, and of its links only those that lead somewhere. */
function dataOf(paper: Paper) {
  const labels = new Map(anchorsOf(paper.blocks).map((id, i) => [id, `a${i + 1}`]))
  const labelsOf = (anchors: readonly string[]) => anchors.flatMap((id) => labels.get(id) ?? [])
  const lines = (its: readonly Line[]) =>
    its.map((line) =>
      line
        .map(({ text, target, ...run }: Run) => {
          const label = target === undefined ? undefined : labels.get(target)
          return { text: breakable(text), ...run, ...(label && { label }) }
        })
        .filter(({ text }) => text !== ''),
    )
  const list = ({ hang, items }: PaperList, depth = 1): object => ({
    type: 'list',
    hang,
    isSure: items.every(({ marker }) => hangs(marker) && mostWidthOf(marker) <= hang),
    items: items.map((item) => {
      const { marker, lines: own } = hangs(item.marker) ? item : inLine(item)
      const its = lines(own)
      return {
        labels: labelsOf(item.anchors),
        marker: breakable(marker),
        lines: its,
        isBlank: its.every((line) => line.length === 0),
        isShort: depth <= MOST_DEPTH && mostLinesOf(own) <= 3,
        nested: item.nested && list(item.nested, depth + 1),
      }
    }),
  })
  // PDF/UA-1: the first is of rank 1, and none is skipped, though what is above shows nothing.
  const open: number[] = []
  const rankOf = (rank: number) => {
    while ((open.at(-1) ?? 0) >= rank) open.pop()
    return open.push(rank)
  }
  const block = (its: PaperBlock): object => {
    switch (its.type) {
      case 'list':
        return list(its)
      case 'table': {
        const { widths, heads } = its
        const rows = its.rows.map((row) =>
          row.map((cell) => ({ header: cell.header, lines: lines(cell.lines) })),
        )
        return { type: 'table', labels: labelsOf(its.anchors), widths, heads, rows }
      }
      case 'title':
        return isBlank(lines(its.lines)) ? nothing([]) : { type: 'title', lines: lines(its.lines) }
      case 'heading': {
        const heading = { number: breakable(its.number), lines: lines(its.lines) }
        // Of what shows nothing: PDF/UA-1 has no heading without a text.
        return heading.number.trim() === '' && isBlank(heading.lines)
          ? nothing(labelsOf(its.anchors))
          : { type: 'heading', labels: labelsOf(its.anchors), rank: rankOf(its.rank), ...heading }
      }
      case 'paragraph':
      case 'contact':
        return {
          type: its.type,
          part: its.type === 'paragraph' ? its.part : null,
          keepsWithNext: its.keepsWithNext,
          isLong: textOfLines(its.lines).length > 600,
          labels: labelsOf(its.anchors),
          lines: lines(its.lines),
        }
    }
  }
  return { locale: paper.locale, title: visible(paper.title), blocks: paper.blocks.map(block) }
}

/** A marker as long as a sentence hangs by nothing: it would leave no room beside it, and push words off the page. */
const hangs = (marker: string) => mostWidthOf(marker) <= MOST_HANG
const MOST_HANG = 7
const inLine = ({ marker, lines: [first = [], ...rest] }: PaperList['items'][number]) => ({
  marker: '',
  lines: [[{ text: marker }, ...first], ...rest],
})

/** At most so wide, in full-width characters; a space at its end is a third of one. */
const mostWidthOf = (marker: string) =>
  [...marker.trim()].reduce(
    (width, sign) => width + (widths.find(([of]) => of.test(sign))?.[1] ?? 1),
    0,
  ) + (marker.endsWith(' ') ? 0.35 : 0)
const widths = [
  [/[0-9]/, 0.6],
  [/[().]/, 0.4],
] as const

/** Lines of 45 characters, less five for each list around. */
const MOST_DEPTH = 3
const LEAST_WIDTH = 28
/** Typst leaves no single line on a page, so that up to three stay together. */
const mostLinesOf = (its: readonly Line[]) =>
  its.reduce((sum, line) => sum + Math.ceil(textOfLines([line]).length / LEAST_WIDTH), 0)

const nothing = (labels: readonly string[]) => ({
  type: 'paragraph',
  part: 'body',
  keepsWithNext: true,
  labels,
  lines: [],
})
