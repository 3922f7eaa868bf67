import { fold } from '../fold.ts'

/** The sentences of a line with their places; a 。 within brackets or quotation marks ends none. */
export function sentencesOf(text: string): { readonly start: number; readonly text: string }[] {
  const plain = fold(text)
  const found: { start: number; text: string }[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const sign = plain.charAt(i)
    if ('(（「『【［['.includes(sign)) depth++
    else if (')）」』】］]'.includes(sign)) depth = Math.max(0, depth - 1)
    const ends =
      depth === 0 &&
      (sign === '。' || (sign === '.' && /^\s+[A-Z]/u.test(plain.slice(i + 1, i + 4))))
    if (!ends) continue
    push(found, text, start, i + 1)
    start = i + 1
  }
  push(found, text, start, text.length)
  return found
}

function push(
  found: { start: number; text: string }[],
  text: string,
  start: number,
  end: number,
): void {
  const raw = text.slice(start, end)
  const lead = raw.length - raw.trimStart().length
  const sentence = raw.trim()
  if (sentence !== '') found.push({ start: start + lead, text: sentence })
}
