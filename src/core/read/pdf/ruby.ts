import type { Piece } from './pages.ts'

/** Splits off the small kana set above the signs that they tell the reading of. */
export function withoutRuby(pieces: readonly Piece[]): { kept: Piece[]; ruby: Piece[] } {
  const kept: Piece[] = []
  const ruby: Piece[] = []
  const body = pieces.filter(({ text }) => !isKana(text))
  const kana = pieces.filter(({ text }) => isKana(text))
  const bases = [...body, ...kana]
  for (const piece of pieces)
    (isKana(piece.text) && bases.some((base) => isAbove(piece, base)) ? ruby : kept).push(piece)
  return { kept, ruby }
}

const isKana = (text: string) => /^[\s\u3041-\u30ff・]+$/u.test(text)

function isAbove(small: Piece, base: Piece): boolean {
  if (small.size > base.size * 0.62) return false
  const rise = base.y - small.y
  if (rise < base.size * 0.6 || rise > base.size * 1.5) return false
  const centre = small.x + small.width / 2
  return centre > base.x - base.size && centre < base.x + base.width + base.size
}
