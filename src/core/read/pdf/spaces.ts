const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u30ff]/u

/** Whether a sign is a square one, as those of Japanese are. */
export function isWide(sign: string | undefined): boolean {
  return sign !== undefined && wide.test(sign)
}

/**
 * The text of a piece without spaces that nobody wrote: pdfjs puts one wherever signs are set apart a little, as
 * justified or spaced-out Japanese is. Between square signs the place decides, since their width is known.
 */
export function printedText(text: string, width: number, size: number): string {
  const signs = [...text]
  if (!signs.includes(' ')) return text
  const square = signs.filter((sign) => sign !== ' ')
  if (!square.every(isWide)) return withoutInner(signs)
  const spaces = signs.length - square.length
  const each = (width - square.length * size) / spaces
  const regular = square.length > 2 && spaces >= square.length - 1
  return regular || each < size * 0.2 ? square.join('') : text
}

/** Where letters of unknown width stand too, spaced-out Japanese gives itself away by its regularity. */
function withoutInner(signs: readonly string[]): string {
  const text = signs.join('')
  return spacedOut.test(text) ? text.replace(betweenSquares, '') : text
}

const square = '[\\u3000-\\u30ff\\u3400-\\u9fff\\uff00-\\uffef]'
const spacedOut = new RegExp(`(?:${square} ){3}${square}`, 'u')
const betweenSquares = new RegExp(`(?<=${square}) (?=${square})`, 'gu')

/** What stands between two pieces of one line that are `gap` apart. */
export function spaceBetween(before: string, after: string, gap: number, size: number): string {
  const last = before.at(-1)
  const first = after.at(0)
  if (last === undefined || first === undefined || /\s/u.test(last) || /\s/u.test(first)) return ''
  if (isWide(last) && isWide(first)) return gap > size * 0.55 ? '\u3000' : ''
  // Between Japanese and Latin a quarter of an em is set by rule (JIS X 4051); no sign stands for it.
  if (isWide(last) || isWide(first))
    return gap > size * 0.55 ? (gap > size * 0.9 ? '\u3000' : ' ') : ''
  return gap > size * 0.15 ? ' ' : ''
}
