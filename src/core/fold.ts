/**
 * A text with its look-alikes made one (full and half width, Kangxi radicals, dashes, wide spaces, ，． for 、。), sign
 * by sign, so that a place in the folded text is the same place in the printed one. For reading only: never stored,
 * never printed.
 */
export function fold(text: string): string {
  return text.replace(
    lookAlikes,
    (sign: string, at: number) =>
      folded.get(sign) ?? punctuation(sign, text.slice(Math.max(0, at - 3), at)) ?? learned(sign),
  )
}

/** The signs met so far that fold to the same wherever they stand; there are two thousand at most. */
const folded = new Map<string, string>()

function learned(sign: string): string {
  const one = spaces.test(sign) ? ' ' : dashes.test(sign) ? '-' : plain(sign)
  if (!marks.test(sign)) folded.set(sign, one)
  return one
}
const marks = /[,，．]/

/** What separates words or ends sentences; 1，000 is a number, ア．法令 a label. */
function punctuation(sign: string, before: string): string | null {
  if (sign === ',') return '、'
  if (sign === '，') return /[0-9０-９]$/.test(before) ? null : '、'
  if (sign === '．') return /[ぁ-ん一-鿿][ぁ-ん][)）」』]?$/.test(before) ? '。' : null
  return null
}

function plain(sign: string): string {
  const folded = radicals[sign] ?? sign.normalize('NFKC')
  return folded.length === sign.length ? folded : sign
}

/** CJK radicals that PDF copies print for characters, and that Unicode folds to none (U+2E80–2EFF). */
const radicals: { readonly [sign: string]: string } = Object.fromEntries(
  [
    ...'⺟母⺠民⺩王⻁虎⻄西⻆角⻋車⻑長⻒長⻓長⻔門⻘青⻛風⻜飛⻝食⻢馬⻣骨⻤鬼⻥魚⻦鳥⻨麦⻩黄⻫斉⻭歯⻯竜⻲亀',
  ]
    .join('')
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)]) ?? [],
)

const spaces = /[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff\t]/
const dashes = /[\u2010-\u2015\u2212\uff0d]/
const lookAlikes =
  /[\t\u00a0\u2000-\u200b\u2010-\u2015\u202f\u205f\u2212\u2e80-\u2fdf\u3000\uf900-\ufaff\uff01-\uff9f]|,(?<=[ぁ-ヿ一-鿿」』)）],)/g

/** A text without any white space, as two prints of it are compared. */
export function squash(text: string): string {
  return space.test(text) ? text.replace(/[\s\u200b]+/gu, '') : text
}
const space = /[\s\u200b]/u

/** Folded and squashed: how vocabulary is looked for, since copied text has stray spaces inside words. */
export function key(text: string): string {
  return squash(fold(text))
}

/** The width of a text in half-width columns. */
export function columns(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    width += code < 0x1100 || (code >= 0xff61 && code <= 0xffdc) || isLowSurrogate(code) ? 1 : 2
    if (isHighSurrogate(code)) width -= 1
  }
  return width
}
const isHighSurrogate = (code: number) => code >= 0xd800 && code < 0xdc00
const isLowSurrogate = (code: number) => code >= 0xdc00 && code < 0xe000
