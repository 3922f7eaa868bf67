import {
  BookmarkEnd,
  BookmarkStart,
  ExternalHyperlink,
  InternalHyperlink,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Line, Run } from '../paper/index.ts'
import type { bookmarksOf } from './bookmarks.ts'
import type { Numbered } from './numbering.ts'

/** The parts of a document in the making: what has been numbered and named so far. */
export type Desk = {
  readonly numbered: Numbered
  readonly bookmarks: ReturnType<typeof bookmarksOf>
}

export function paragraph(
  options: IParagraphOptions,
  anchors: readonly string[],
  children: readonly ParagraphChild[],
  { bookmarks }: Desk,
): Paragraph {
  const places = anchors.flatMap((id) => bookmarks.get(id) ?? [])
  return new Paragraph({
    ...options,
    children: [
      ...places.map(({ name, index }) => child(new BookmarkStart(name, index))),
      ...children,
      ...places.map(({ index }) => child(new BookmarkEnd(index))),
    ],
  })
}

/** Lines with line breaks between them: a paragraph of the policy is one of Word's. */
export function linesOf(lines: readonly Line[], desk: Desk): ParagraphChild[] {
  return lines.flatMap((line, i) => [
    ...(i > 0 ? [new TextRun({ break: 1 })] : []),
    ...line.map((run) => runOf(run, desk)),
  ])
}

function runOf({ text, strong, url, target }: Run, { bookmarks }: Desk): ParagraphChild {
  const bold = strong ? { bold: true } : {}
  if (url !== undefined)
    return new ExternalHyperlink({
      link: url,
      children: [new TextRun({ text, style: 'Hyperlink', ...bold })],
    })
  const run = new TextRun({ text, ...bold })
  const bookmark = target === undefined ? undefined : bookmarks.get(target)
  return bookmark ? new InternalHyperlink({ anchor: bookmark.name, children: [run] }) : run
}

// The library's `Bookmark` takes its numbers from a counter that runs as long as the process; its parts take ours.
const child = (part: BookmarkStart | BookmarkEnd) => part as unknown as ParagraphChild
