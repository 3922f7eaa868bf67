import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import type { List, Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toHast } from 'mdast-util-to-hast'
import { gfmTable } from 'micromark-extension-gfm-table'
import { ParseRefused } from '../parse/refused.ts'
import { linkTarget } from '../render/web-address.ts'
import { decode } from './decode.ts'
import { linesOfHast } from './hast.ts'
import { within } from './hast-nodes.ts'
import { contentOf } from './html-content.ts'
import { refuseWhatIsTooDeep } from './html-depth.ts'
import { keepingAdrift } from './links-adrift.ts'
import type { Dropped, Source } from './source.ts'

export function readMarkdown(bytes: Uint8Array): Source {
  return sourceOfMarkdown(decode(bytes))
}

/**
 * CommonMark with the tables of GFM. HTML within it is read as HTML. A line end within a paragraph may be one that its
 * author wants seen, as in a list without markers of Markdown's own, or a wrap: that is told as in plain text.
 */
export function sourceOfMarkdown(text: string): Source {
  const { front, body: whole } = withoutFrontMatter(text.replace(/^\ufeff/u, ''))
  const { names, body } = withoutHeadingNames(whole)
  refuseWhatNestsTooDeep(body.text)
  refuseWhatOpensTooMuch(body.text)
  const mdast = fromMarkdown(body.text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  markLists(mdast, body.text)
  printAddresses(mdast, body.text)
  const hast = toHast(mdast, { allowDangerousHtml: true })
  for (const element of within(hast)) numberLines(element, body.firstLine)
  const html = toHtml(hast, { allowDangerousHtml: true })
  refuseWhatIsTooDeep(html)
  // Through its HTML, so that pieces of HTML in it are whole elements again.
  const { content, dropped } = contentOf(fromHtml(html, { fragment: true }))
  const links = keepingAdrift(linkTarget)
  const lines = linesOfHast(content, { resolve: links.resolve, softBreaks: true })
  return {
    lines,
    dropped: [...front.dropped, ...names, ...dropped],
    ...links.kept(),
    ...(front.title ? { name: front.title } : {}),
  }
}

/** `## 利用目的 {#purposes}`: the name that kramdown, Pandoc and others give a heading for links, and do not print. */
function withoutHeadingNames({ text, firstLine }: Body): {
  readonly names: readonly Dropped[]
  readonly body: Body
} {
  const why = { ja: '見出しの属性', en: 'attributes of a heading' }
  const names: Dropped[] = []
  const plain = text.replace(/^#{1,6}[ \t].*\}[ \t]*$/gmu, (heading) =>
    heading.replace(nameAtEnd, (_, name: string) => {
      names.push({ text: name, why })
      return ''
    }),
  )
  return { names, body: { text: plain, firstLine } }
}

/** The spaces before it are looked at from their first on only: a long row of them costs no more than its length. */
const nameAtEnd = /(?<![ \t])[ \t]*(\{[#.:][^{}\n]*\})[ \t]*$/u

type FrontMatter = { readonly dropped: readonly Dropped[]; readonly title?: string }
type Body = { readonly text: string; readonly firstLine: number }

/** What stands between `---` and `---` at the very start is about the file, not of its text. */
function withoutFrontMatter(text: string): { readonly front: FrontMatter; readonly body: Body } {
  const match = /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/u.exec(text)
  if (!match || !/^\s*[\w-]+\s*[:=]/u.test(match[2] ?? ''))
    return { front: { dropped: [] }, body: { text, firstLine: 1 } }
  const [whole, , matter = ''] = match
  const title = /^title\s*[:=]\s*["']?(.+?)["']?\s*$/mu.exec(matter)?.[1]
  const why = { ja: 'ファイルの付帯情報（フロントマター）', en: 'front matter' }
  return {
    front: { dropped: [{ text: whole.trim(), why }], ...(title ? { title } : {}) },
    body: { text: text.slice(whole.length), firstLine: whole.split('\n').length },
  }
}

/** Numbers are printed as the source writes them, counted on where it writes the same one again: 1) 1) 1). */
function markLists(node: Nodes, source: string): void {
  if (node.type === 'list' && node.ordered) markItems(node, source)
  if ('children' in node) for (const child of node.children) markLists(child, source)
}

function markItems(list: List, source: string): void {
  list.children.forEach((item, i) => {
    const at = item.position?.start.offset ?? 0
    const sign = /^\d+([.)])/u.exec(source.slice(at, at + 12))?.[1] ?? '.'
    item.data = { hProperties: { dataMarker: `${(list.start ?? 1) + i}${sign} ` } }
  })
}

/** `<https://example.jp/>` prints its address: as in plain text, that is text. */
function printAddresses(node: Nodes, source: string): void {
  if (!('children' in node)) return
  node.children.forEach((child, i) => {
    const isAddress = source.charAt(child.position?.start.offset ?? -1) === '<'
    const [text] = child.type === 'link' && isAddress ? child.children : []
    if (text) node.children[i] = text
    else printAddresses(child, source)
  })
}

/** The line of the Markdown that an element begins on, kept through HTML. */
function numberLines(element: Element, firstLine: number): void {
  const line = element.position?.start.line
  if (line !== undefined) element.properties.dataLine = line + firstLine - 1
}

/** Far more quotes and lists than anyone nests; a parser's work grows with the square of them. */
const deepest = 100

function refuseWhatNestsTooDeep(text: string): void {
  for (const line of text.split('\n')) {
    const opening = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/u.exec(line)?.[0] ?? ''
    const indent = /^[ \t]*/u.exec(line)?.[0].length ?? 0
    if ((opening.match(/>|[-+*]|[.)]/gu)?.length ?? 0) + indent / 8 > deepest)
      throw new ParseRefused({
        ja: `Markdownの引用・リストの入れ子が深すぎます（${deepest}段を超えます）。本文だけのファイルを指定してください。`,
        en: `The Markdown nests quotes or lists too deeply (beyond ${deepest} levels). Give a file that holds just the text.`,
      })
  }
}

/** In one paragraph, list or table; far more than anyone writes. A parser tries each sign with all that follow it. */
const mostSigns = 4_000

function refuseWhatOpensTooMuch(text: string): void {
  for (const block of text.split(/\n[ \t]*\r?\n/u))
    if (block.length > mostSigns && (block.match(/[*_`[\]\\]/gu)?.length ?? 0) > mostSigns)
      throw new ParseRefused({
        ja: `Markdownの一つの段落に、強調・リンク・コードの記号が多すぎます（${mostSigns.toLocaleString('en-US')}個を超えます）。本文だけのファイルを指定してください。`,
        en: `One paragraph of the Markdown holds too many signs of emphasis, links or code (beyond ${mostSigns.toLocaleString('en-US')}). Give a file that holds just the text.`,
      })
}
