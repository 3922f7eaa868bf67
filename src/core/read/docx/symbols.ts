/**
 * What the signs of Windows' symbol fonts look like in Unicode. Word writes them as characters of the private use
 * area (F0xx), which print nothing in any other font.
 */
const fonts: { readonly [font: string]: { readonly [code: string]: string } } = {
  symbol: {
    '2a': '*',
    '2d': '-',
    a8: '♦',
    a9: '♥',
    ae: '→',
    b7: '•',
    d2: '®',
    d3: '©',
    d4: '™',
    de: '⇒',
  },
  wingdings: {
    '21': '✏',
    '28': '☎',
    '2a': '✉',
    '46': '☞',
    '6c': '●',
    '6d': '❍',
    '6e': '■',
    '6f': '□',
    '70': '□',
    '71': '❑',
    '72': '❒',
    '73': '◆',
    '74': '◆',
    '75': '◆',
    '76': '❖',
    '77': '◆',
    '9e': '・',
    '9f': '•',
    a1: '○',
    a4: '◉',
    a7: '▪',
    a8: '□',
    ab: '★',
    d8: '‣',
    e0: '→',
    e8: '➔',
    f0: '⇨',
    fb: '✘',
    fc: '✓',
    fd: '☒',
    fe: '☑',
  },
  'wingdings 2': { '50': '✓', '52': '☑', '97': '●', '98': '●', a3: '□', ae: '★' },
  'wingdings 3': { '7d': '▶', '84': '▶', '8a': '▶' },
  webdings: { '61': '✓', '63': '□', '67': '■', '6e': '●' },
  'courier new': { '6f': '○' },
}

/** ① … ⑩ and their black fellows stand in a row in Wingdings. */
function circled(font: string, code: number): string | undefined {
  if (font !== 'wingdings') return undefined
  if (code >= 0x81 && code <= 0x8a) return String.fromCodePoint(0x2460 + code - 0x81)
  if (code >= 0x8c && code <= 0x95) return String.fromCodePoint(0x2776 + code - 0x8c)
  return undefined
}

/** The sign that a font prints for a code; undefined where nobody here knows. */
export function symbolOf(font: string, code: number): string | undefined {
  const name = font.toLowerCase()
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  return circled(name, low) ?? fonts[name]?.[low.toString(16).padStart(2, '0')]
}

/** A text set in a symbol font as it looks; text in any other font as it is. */
export function readSymbols(text: string, font: string): string {
  if (/^courier new$/iu.test(font) && text !== 'o') return text
  return [...text]
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0
      if (code > 0xff && (code < 0xf000 || code > 0xf0ff)) return sign
      // Symbol's bullet is so common that many files give no font with it.
      return symbolOf(font, code) ?? symbolOf(code === 0xf0b7 ? 'symbol' : '', code) ?? sign
    })
    .join('')
}
