import type { FieldPath } from './flaw.ts'

export type TextPlace = { readonly line: number; readonly column: number }

/** Line and column, both from 1, of a character of a text. */
export function textPlace(text: string, index: number): TextPlace {
  const before = text.slice(0, index)
  const line = before.split('\n').length
  return { line, column: index - before.lastIndexOf('\n') }
}

/** Where reading a text as JSON failed, of an engine that says the position or that the text ends too soon. */
export function failedAt(text: string, { message }: SyntaxError): TextPlace {
  const [, position] = /at position (\d+)/.exec(message) ?? []
  return textPlace(text, position === undefined ? text.length : Number(position))
}

/**
 * Where a property stands in a text of JSON that is well formed: the place of its name, of an item that of its value.
 * A path that leads further than the text does ends at the last part that is there.
 */
export function placeInJson(text: string, path: FieldPath): TextPlace {
  let at = skip(text, 0)
  let place = at
  for (const part of path) {
    const found = typeof part === 'number' ? item(text, at, part) : property(text, at, part)
    if (!found) break
    place = found.place
    at = found.value
  }
  return textPlace(text, place)
}

type Found = { readonly place: number; readonly value: number }

const skip = (text: string, from: number): number => {
  let at = from
  while (/\s/.test(text[at] ?? '')) at++
  return at
}

function property(text: string, object: number, name: string): Found | null {
  if (text[object] !== '{') return null
  for (let at = skip(text, object + 1); text[at] === '"'; ) {
    const place = at
    const end = valueEnd(text, at)
    const value = skip(text, skip(text, end) + 1)
    if (JSON.parse(text.slice(place, end)) === name) return { place, value }
    const next = skip(text, valueEnd(text, value))
    if (text[next] !== ',') return null
    at = skip(text, next + 1)
  }
  return null
}

function item(text: string, array: number, index: number): Found | null {
  if (text[array] !== '[') return null
  let at = skip(text, array + 1)
  for (let i = 0; i < index; i++) {
    const next = skip(text, valueEnd(text, at))
    if (text[next] !== ',') return null
    at = skip(text, next + 1)
  }
  return text[at] === ']' ? null : { place: at, value: at }
}

/** The index behind the value that begins here. */
function valueEnd(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const sign = text[at] as string
    if (sign === '"') {
      at++
      while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
    } else if (sign === '{' || sign === '[') depth++
    else if (sign === '}' || sign === ']') depth--
    else if (depth === 0 && /[\s,:]/.test(sign)) return at
    if (depth < 0) return at
    if (depth === 0 && /["}\]]/.test(sign)) return at + 1
  }
  return text.length
}
