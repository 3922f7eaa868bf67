import type { Analysis } from './analysis.ts'

/** Something that several rules need to know of a document, worked out once for each. */
export function fact<T>(find: (analysis: Analysis) => T): (analysis: Analysis) => T {
  const known = new WeakMap<Analysis, { readonly value: T }>()
  return (analysis) => {
    const found = known.get(analysis) ?? { value: find(analysis) }
    known.set(analysis, found)
    return found.value
  }
}
