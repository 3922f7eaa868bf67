import { isDeepStrictEqual } from 'node:util'
import { compose } from '../../src/core/compose.ts'
import { type PolicyDocument, textOf } from '../../src/core/document.ts'
import { extract } from '../../src/core/extract.ts'
import { ParseRefused, parse } from '../../src/core/parse/index.ts'
import { render } from '../../src/core/render/index.ts'
import { readHtml, textIn as textInHtml } from './read-html.ts'
import { readMarkdown, textIn as textInMarkdown } from './read-markdown.ts'

/** What a reader gets out of each format that is text. */
export const readers = {
  json: (source) => textOf(JSON.parse(source) as PolicyDocument),
  html: (source) => textInHtml(readHtml(source)),
  markdown: (source) => textInMarkdown(readMarkdown(source)),
  text: (source) => source,
} satisfies { readonly [format: string]: (source: string) => string }

/** A text without its white space: what has to come out of the product as it went in. */
export const bare = (text: string) => text.replace(/[\s\u200b]+/gu, '')

/**
 * A text the whole way: parse → extract → compose → every renderer of text, and back from the plain one. Returns
 * what went wrong, in words; null where nothing did, and for a text that is refused as no policy.
 */
export function faultOf(text: string): string | null {
  let step = 'parse'
  try {
    const { document, report } = parse(text)
    const source = bare(text)
    const fault = difference('The parsed document', bare(textOf(document)), source)
    if (fault) return fault
    if (report.doubts.some(({ confidence }) => confidence === 0))
      return 'The parser gave the structure up and kept paragraphs only.'
    step = 'extract'
    const records = extract(document)
    step = 'compose'
    const composed = compose(records, document.locale, document.locale)
    const recomposed = difference('The composed document', bare(textOf(composed)), source)
    if (recomposed) return recomposed
    if (!isDeepStrictEqual(composed, document)) {
      const place = firstDifference(document, composed)
      return `compose(extract(d)) is not d: ${place}`
    }
    for (const [format, read] of Object.entries(readers)) {
      step = `render ${format}`
      const seen = bare(read(render(composed, format as keyof typeof readers)))
      const lost = difference(`The ${format}`, seen, source)
      if (lost) return lost
    }
    step = 'parse what was rendered'
    const again = parse(render(document, 'text'), { locale: document.locale }).document
    if (!isDeepStrictEqual(again, document))
      return `parse(render(d, 'text')) is not d: ${firstDifference(document, again)}`
    return null
  } catch (error) {
    if (error instanceof ParseRefused && step === 'parse') return null
    return `${step} threw ${error instanceof Error ? error.stack : String(error)}`
  }
}

function difference(what: string, met: string, expected: string): string | null {
  if (met === expected) return null
  let i = 0
  while (met[i] === expected[i]) i++
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, i - 10), i + 20))
  return `${what} prints ${around(met)} where the source has ${around(expected)}`
}

/** The path to the first place at which two values differ, with what stands at it. */
export function firstDifference(a: unknown, b: unknown, path = '$'): string | null {
  if (isDeepStrictEqual(a, b)) return null
  if (typeof a === 'object' && a && typeof b === 'object' && b)
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const found = firstDifference(
        (a as Record<string, unknown>)[key],
        (b as Record<string, unknown>)[key],
        `${path}.${key}`,
      )
      if (found) return found
    }
  return `${path}: ${shown(a)} became ${shown(b)}`
}
const shown = (value: unknown) => String(JSON.stringify(value)).slice(0, 200)
