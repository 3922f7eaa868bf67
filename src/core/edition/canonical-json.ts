import { createHash } from 'node:crypto'

/**
 * The one spelling of a JSON value (RFC 8785): what is hashed, so that anyone can hash it again. Properties that are
 * `undefined` are not there.
 *
 * @throws TypeError for what JSON cannot carry unchanged: a number that is not finite, half a surrogate pair
 */
export function canonicalJson(value: unknown): string {
  const counted = { names: 0 }
  const ordered = inOrder(value, counted)
  const text = counted.names > 0 ? joined(ordered) : JSON.stringify(ordered)
  if (text === undefined) throw new TypeError(`Expected a JSON value, not \`${String(value)}\``)
  // RFC 8785 3.2.2.2: lone surrogates terminate. JSON.stringify writes them as escapes, and nothing else as \ud….
  const lone = /(?<!\\)(?:\\\\)*\\u(d[89a-f][0-9a-f]{2})/.exec(text)
  if (lone) throw new TypeError(`Expected well-formed Unicode, not the lone surrogate U+${lone[1]}`)
  return text
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export function sha256Of(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')
}

/**
 * The value with its properties by the UTF-16 units of their names (RFC 8785 3.2.3), for the engine to write, whose
 * cost grows with the length and no faster. Names that are numbers stand where the engine wants them: those are counted.
 */
function inOrder(value: unknown, counted: { names: number }): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`Expected a finite number, not \`${value}\``)
  if (value === null || typeof value !== 'object') return value
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return inOrder(value.toJSON(), counted)
  if (Array.isArray(value)) return value.map((inner) => inOrder(inner, counted))
  const names = Object.keys(value).sort()
  counted.names += names.filter((name) => /^\d+$/.test(name)).length
  const properties = value as { readonly [name: string]: unknown }
  return Object.fromEntries(names.map((name) => [name, inOrder(properties[name], counted)]))
}

/** The same by hand, where the engine would put 10 behind 9. */
function joined(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((inner) => joined(inner) ?? 'null').join(',')}]`
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  const printed = entries.flatMap(([name, inner]) => {
    const text = joined(inner)
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`]
  })
  return `{${printed.join(',')}}`
}
