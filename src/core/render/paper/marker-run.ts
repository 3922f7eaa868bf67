import { type Numerals, numerals } from '../../numerals.ts'
import type { CountedNumerals, MarkerRun } from './paper.ts'

/** How far word processors count in each family as we write it; ⑳ is the last circled number that all know. */
const limits: { readonly [K in CountedNumerals]: number } = {
  arabic: 9999,
  fullWidth: 9999,
  padded: 99,
  kanji: 99,
  circled: 20,
  parenthesised: 20,
  dotted: 20,
  katakana: 44,
  iroha: 47,
  letter: 26,
  capital: 26,
  roman: 199,
  romanCapital: 199,
}

/**
 * What markers count, if they do so without a gap: then a word processor prints just these, and goes on counting
 * where an editor adds one. Null for any other row of markers.
 */
export function markerRun(markers: readonly string[]): MarkerRun | null {
  const [first] = markers
  if (first === undefined || first.trim() === '') return null
  for (const family of numerals) {
    if (!isCounted(family.name)) continue
    for (const { before, numeral, after } of numeralsIn(first)) {
      const from = family.read(numeral)
      if (from === null || from + markers.length - 1 > limits[family.name]) continue
      if (markers.every((marker, i) => marker === before + written(family, from + i) + after))
        return { counts: family.name, before, after, first: from }
    }
  }
  return markers.every((marker) => marker === first) ? { counts: 'nothing', sign: first } : null
}

const isCounted = (name: string): name is CountedNumerals => name in limits

const written = (family: Numerals, ordinal: number) => family.write(ordinal) ?? ''

/** Each place of a marker that may be its numeral, the last first: in `2.1 ` the last number counts. */
function numeralsIn(marker: string) {
  return [
    ...marker.matchAll(
      /[0-9]+|[０-９]+|[〇一二三四五六七八九十百]+|[ivxlc]+|[IVXLC]+|\p{L}|\p{No}/gu,
    ),
  ]
    .map((match) => ({
      before: marker.slice(0, match.index),
      numeral: match[0],
      after: marker.slice(match.index + match[0].length),
    }))
    .reverse()
}
