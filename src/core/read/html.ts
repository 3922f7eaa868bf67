import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { ParseRefused } from '../parse/refused.ts'
import { titleNames } from '../parse/title.ts'
import { linkTarget } from '../render/web-address.ts'
import { decode } from './decode.ts'
import { linesOfHast } from './hast.ts'
import { textIn, within } from './hast-nodes.ts'
import { contentOf } from './html-content.ts'
import { refuseWhatIsTooDeep } from './html-depth.ts'
import { isFurnitureLine, why } from './html-furniture.ts'
import { keepingAdrift } from './links-adrift.ts'
import type { Dropped, Line, Source } from './source.ts'

/** An HTML page, in the encoding that it names. */
export function readHtml(bytes: Uint8Array): Source {
  return sourceOfHtml(decode(bytes, encodingOf(bytes)))
}

/** The policy on a page: its main text as lines; navigation and the like are dropped, and said to be. */
export function sourceOfHtml(html: string): Source {
  refuseWhatIsTooDeep(html)
  const page = fromHtml(html)
  const { content, dropped } = contentOf(page)
  const links = keepingAdrift(resolverOf(page))
  const lines = linesOfHast(content, { resolve: links.resolve })
  const kept = withoutFurnitureLines(lines)
  if (kept.lines.length === 0)
    throw new ParseRefused({
      ja: 'このHTMLには本文がありません（スクリプトで表示するページかもしれません）。ブラウザーで表示したページを保存するか、本文を貼り付けたテキストを指定してください。',
      en: 'This HTML holds no text (a page may be written by its scripts). Save the page as the browser shows it, or give its text.',
    })
  const head = [...within(page)].find(({ tagName }) => tagName === 'title')
  const name = head && textIn(head).replace(/\s+/gu, ' ').trim()
  const lang = [...within(page)].find(({ tagName }) => tagName === 'html')?.properties.lang
  return {
    lines: kept.lines,
    dropped: [...dropped, ...kept.dropped],
    ...links.kept(),
    ...(name ? { name } : {}),
    ...(typeof lang === 'string' && lang !== '' ? { locale: lang } : {}),
  }
}

/** `<meta charset>`, or the same in the words of HTTP, within the first bytes (WHATWG HTML 4.2.5.4: 1024). */
function encodingOf(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([A-Za-z0-9_:-]+)/iu.exec(start)?.[1]
}

/** Where a page's links lead: by its `base`, or by the address that it says is its own; links into the page nowhere. */
function resolverOf(page: Root): (href: string) => string | null {
  let base: string | undefined
  let canonical: string | undefined
  for (const { tagName, properties } of within(page)) {
    if (tagName === 'base') base ??= String(properties.href ?? '')
    if (tagName === 'link' && String(properties.rel).includes('canonical'))
      canonical ??= String(properties.href ?? '')
    if (tagName === 'body') break
  }
  const own = canonical && URL.canParse(canonical) ? canonical : undefined
  const from = base && URL.canParse(base, own) ? new URL(base, own).href : own
  return (href) => {
    if (href.trim() === '' || href.trim().startsWith('#')) return null
    if (!URL.canParse(href, from)) return null
    const target = linkTarget(new URL(href, from).href)
    // A link into the page itself, written in full.
    return target && own && target.split('#')[0] === own && target.includes('#') ? null : target
  }
}

/** Lines that only move the reader about, and what stands above the policy's title. */
function withoutFurnitureLines(lines: readonly Line[]): { lines: Line[]; dropped: Dropped[] } {
  const title = lines
    .slice(0, 8)
    .findIndex((line) => line.heading !== undefined && titleNames.test(line.text))
  const kept: Line[] = []
  const dropped: Dropped[] = []
  lines.forEach((line, i) => {
    const reason =
      isFurnitureLine(line.text) ??
      (i < title && !/。/u.test(line.text) && line.text.length <= 40 ? why.above : null)
    if (reason) dropped.push({ text: line.text, why: reason })
    else kept.push(line)
  })
  return { lines: kept, dropped }
}
