import { ParseRefused } from '../parse/refused.ts'

/** Far deeper than any page nests; a parser's work grows with the square of it. */
const deepest = 600

const noChildren = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)
/** Their end tags may be left out: what opens next closes them. */
const closesItself = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp html head body'.split(' '),
)

/** Throws `ParseRefused` for HTML that nests as no page does, before a parser spends time on it. */
export function refuseWhatIsTooDeep(html: string): void {
  let depth = 0
  for (const [, slash, name = '', self] of html.matchAll(
    /<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>]*?(\/?)>/gu,
  )) {
    const tag = name.toLowerCase()
    if (noChildren.has(tag) || closesItself.has(tag) || self) continue
    depth = slash ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest)
      throw new ParseRefused({
        ja: `HTMLの入れ子が深すぎます（${deepest}段を超えます）。ページの本文だけを保存したファイルを指定してください。`,
        en: `The HTML nests too deeply (beyond ${deepest} levels). Give a file that holds just the text of the page.`,
      })
  }
}
