/**
 * Tone marks of Hangul (U+302E, U+302F) on no syllable of it. Typst's shaper would set them on a dotted circle, as
 * OpenType asks for Hangul, and readers of the PDF would read each twice; as marks of another script they stand alone.
 * A rule that looks at all text costs every print, so it stands only before what needs it.
 */
export const toneMarks = `
#show regex("[\\u{302e}\\u{302f}]"): set text(script: "kana")
`

export const hasToneMarks = (paper: string) => /[\u302e\u302f]/.test(paper)
