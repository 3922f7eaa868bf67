import { nodesOf, type PolicyDocument } from '../document.ts'
import { key } from '../fold.ts'
import type { Line, Source } from '../read/source.ts'
import type { Report } from './report.ts'

/** A record's text is plain and a heading a string: where a link stood there, its address is not in the document. */
export function reportLostLinks(
  lines: readonly Line[],
  document: PolicyDocument,
  report: Report,
): void {
  for (const { url, line } of lostLinks(lines, document))
    report.doubt(
      {
        ja: `リンク先 ${url} は文書に残りません（文字は残ります）。必要なら本文に書き加えてください。`,
        en: `The link to ${url} is not in the document (its words are). Write it into the text if it is needed.`,
      },
      0.5,
      line.place,
    )
}

/** The links of a file whose addresses the document does not hold, and the lines that they stand in. */
export function lostLinks(
  lines: readonly Line[],
  document: PolicyDocument,
): readonly { readonly url: string; readonly line: Line }[] {
  const kept = new Set(nodesOf(document, 'link').map(({ url }) => url))
  return lines.flatMap((line) => {
    const { marks = [], row, text } = line
    return [...marks, ...(row?.cells.flatMap((cell) => cell.marks ?? []) ?? [])].flatMap((mark) =>
      mark.type !== 'link' || kept.has(mark.url) || isPrinted(mark.url, text)
        ? []
        : [{ url: mark.url, line }],
    )
  })
}

/**
 * A relative address would lead elsewhere from wherever the policy is published: the tree holds absolute ones alone. What
 * leads to another place of the page itself is not lost with it.
 */
export function reportLinksAdrift(links: NonNullable<Source['adrift']>, report: Report): void {
  const first = new Map<string, number>()
  for (const { href, place } of links)
    if (!href.startsWith('#')) first.set(href, first.get(href) ?? place)
  for (const [href, place] of first)
    report.doubt(
      {
        ja: `リンク先 ${href} は相対アドレスのため文書に残りません（文字は残ります）。必要なら https:// から始まるアドレスで書き加えてください。`,
        en: `The link to ${href} is relative and not in the document (its words are). Write its whole address, from https:// on, if it is needed.`,
      },
      0.5,
      place,
    )
}

/** Whether a line prints where its link leads: the e-mail, the number, the page. */
function isPrinted(url: string, text: string): boolean {
  const target = key(decodedAscii(url.replace(/^(?:mailto|tel):/u, ''))).replace(/\/$/u, '')
  return url.startsWith('tel:')
    ? key(text)
        .replace(/[^0-9+]/gu, '')
        .includes(target.replace(/[^0-9+]/gu, ''))
    : key(text).includes(target)
}

function decodedAscii(text: string): string {
  return /%(?![0-9a-f]{2})/iu.test(text)
    ? text
    : text.replace(/(?:%[0-7][0-9a-f])+/giu, decodeURIComponent)
}
