import type { Range } from '../render/printed.ts'

/** Where printed characters stand in the plain text that was read: the same characters, other white space. */
export type SourceMap = {
  readonly offsetOf: (printedOffset: number) => number
  /** Line and column, from 1 on. */
  readonly positionOf: (printedOffset: number) => { readonly line: number; readonly column: number }
}

/** Null where the text was not printed from the source sign by sign: another format, or parts left out. */
export function sourceMap(printed: string, source: string): SourceMap | null {
  const places = signs(source)
  const own = signs(printed)
  const isSame =
    own.length === places.length && own.every((at, i) => printed[at] === source[places[i] ?? -1])
  if (!isSame) return null
  const ranks = new Map(own.map((at, i) => [at, i]))
  const offsetOf = (offset: number) => {
    let at = offset
    while (at < printed.length && !ranks.has(at)) at++
    return places[ranks.get(at) ?? -1] ?? source.length
  }
  const breaks = [...source.matchAll(/\n/g)].map(({ index }) => index)
  return {
    offsetOf,
    positionOf: (printedOffset) => {
      const offset = offsetOf(printedOffset)
      const before = breaks.findLastIndex((at) => at < offset)
      return { line: before + 2, column: offset - (breaks[before] ?? -1) }
    },
  }
}

/** The source with printed ranges replaced. */
export function replaceInSource(
  source: string,
  map: SourceMap,
  edits: readonly (Range & { readonly replacement: string })[],
): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, replacement }) => {
      const [from, to] = [map.offsetOf(start), map.offsetOf(end - 1) + 1]
      return text.slice(0, from) + replacement + text.slice(to)
    }, source)
}

const signs = (text: string) => {
  const found: number[] = []
  for (let i = 0; i < text.length; i++) if (!/[\s\u200b]/.test(text.charAt(i))) found.push(i)
  return found
}
