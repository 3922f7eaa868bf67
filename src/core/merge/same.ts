/**
 * Whether two parts of records say the same. What is absent, null or empty says nothing, and the printed text of a
 * reference that follows its target is not its own: it is written anew from the target.
 */
export function same(a: unknown, b: unknown): boolean {
  if (a === b || (saysNothing(a) && saysNothing(b))) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => same(item, b[i]))
    )
  }
  const left = a as Fields
  const right = b as Fields
  const follows = left.blockType === 'sectionReference' && left.follow === true && right.follow
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every(
    (key) => (key === 'text' && follows) || same(left[key], right[key]),
  )
}

type Fields = Readonly<Record<string, unknown>>

const saysNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)

/**
 * Whether a stored record says all that another says of it. What the other leaves out (a language, a field that no
 * document prints) does not count.
 */
export function saysAll(stored: unknown, wanted: unknown): boolean {
  if (saysNothing(wanted)) return saysNothing(stored)
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) {
    return Array.isArray(wanted) && Array.isArray(stored) && stored.length === wanted.length
      ? wanted.every((item, i) => saysAll(stored[i], item))
      : same(stored, wanted)
  }
  const own = (typeof stored === 'object' && stored !== null ? stored : {}) as Fields
  return Object.entries(wanted).every(([key, value]) => saysAll(own[key], value))
}
