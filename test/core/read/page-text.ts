import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { decode } from '../../../src/core/read/decode.ts'

/** Every character of a page's body that stands in no script, style or the like. */
export function printedText(bytes: Uint8Array): string {
  const collect = (node: Nodes): string => {
    if (node.type === 'text') return node.value
    if (node.type === 'element' && /^(?:head|script|style|template|iframe)$/.test(node.tagName))
      return ''
    if (node.type === 'element' && node.tagName === 'img') return String(node.properties.alt ?? '')
    return 'children' in node ? node.children.map(collect).join('') : ''
  }
  return collect(fromHtml(decode(bytes)))
}

/** What browsers draw beside the items of lists, and the text of pictures, is no text of the page's source. */
const drawn = /[・◦‣]|[0-9a-zIVX]+\. /gu

/** The characters that one text has more of than the other, white space and drawn markers aside. */
export function lostAndAdded(source: string, kept: string): { lost: string; added: string } {
  const count = (text: string) => {
    const counts = new Map<string, number>()
    for (const sign of text.replace(drawn, '').replace(/[\s\u200b]+/gu, ''))
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
    return counts
  }
  const more = (some: Map<string, number>, others: Map<string, number>) =>
    [...some].map(([sign, n]) => sign.repeat(Math.max(0, n - (others.get(sign) ?? 0)))).join('')
  const [before, after] = [count(source), count(kept)]
  return { lost: more(before, after), added: more(after, before) }
}
