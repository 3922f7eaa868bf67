/* A word of twenty letters may be broken, or it would leave the page from within lists and tables. */

/** A string for Typst with U+200B wherever it may be broken. */
export const breakable = (text: string) =>
  visible(text).replaceAll(
    /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{20}(?!\p{Grapheme_Extend})/gu,
    '$&\u200b',
  )

/** Without what shows nothing (bidi and zero-width controls), but for the selectors of a variant: 葛󠄀. */
export const visible = (text: string) =>
  text.replaceAll(/(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu, '')

/**
 * How Typst prints it. Where a word may break stands no sign, or readers of the PDF would lose the letter before it; no
 * space at all would not break.
 */
export const printed = `
#let printed(it) = it.split("\\u{200b}").map(part => text(part)).join(h(0.001pt))
`
