import { ParseRefused } from '../parse/refused.ts'

const encodings = ['utf-8', 'shift_jis', 'euc-jp'] as const

/**
 * Bytes as text: by their byte order mark, by the encoding that the file names if they are valid in it, or else in
 * the Japanese encoding that they are valid in.
 */
export function decode(bytes: Uint8Array, named?: string): string {
  const marked = byteOrderMark(bytes)
  const texts = (marked ? [marked] : [...(named ? [named] : []), ...encodings]).map((encoding) =>
    decoded(bytes, encoding),
  )
  const [first] = texts
  if ((marked || named) && first !== null && first !== undefined) return first
  const [best] = texts
    .filter((text) => text !== null)
    .toSorted((a, b) => strangers(a) - strangers(b))
  if (best !== undefined) return best
  throw new ParseRefused({
    ja: '文字コードを判別できません。UTF-8 で保存し直したファイルを指定してください。',
    en: 'The encoding of the file cannot be told. Save the file in UTF-8 and give that.',
  })
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** Null where the bytes are not of the encoding, or where there is no such encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}

/** Japanese text read in the wrong encoding comes out as half-width katakana, which legal text hardly uses. */
const strangers = (text: string): number => text.match(/[\uff61-\uff9f]/g)?.length ?? 0
