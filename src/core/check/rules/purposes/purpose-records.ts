import type { Purpose } from '../../../document.ts'
import type { Range } from '../../../render/printed.ts'
import { fact } from '../../fact.ts'

/** Each purpose once, where its text is first printed (without marker). */
export const recordsOf = fact(
  ({ of }): readonly { readonly node: Purpose; readonly printed: Range }[] => {
    const seen = new Set<string>()
    return of('purpose').flatMap(({ node, start, end }) => {
      if (seen.has(node.id) || node.text === '') return []
      seen.add(node.id)
      return { node, printed: { start: start + (node.marker?.length ?? 0), end } }
    })
  },
)
