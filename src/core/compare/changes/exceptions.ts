import { wordsOf } from '../words.ts'
import type { ChangeOf } from './change.ts'
import { type Facts, type Fate, made, standing, told } from './facts.ts'

export function exceptions(facts: Facts): readonly ChangeOf<'exception'>[] {
  return facts.of('exceptionClause').map((fate) => {
    const { basis, appliesTo } = standing(fate)
    const how = made(fate)
    return {
      of: 'exception',
      how: how === 'changed' ? reachOf(fate) : how,
      ...told(fate),
      basis,
      appliesTo,
    }
  })
}

/**
 * Whether an exception lets more through than before, as far as words tell: a ground that is not the law's any more, a
 * condition that is gone, another case beside the old ones. The same from the other side is narrower.
 */
function reachOf({ before: [one], after: [other] }: Fate<'exceptionClause'>) {
  if (!one || !other) return 'changed'
  const [was, is] = [one.node.basis === 'other', other.node.basis === 'other']
  if (was !== is) return is ? 'widened' : 'narrowed'
  const words = wordsOf(one.text, other.text)
  const changed = (side: readonly { readonly text: string; readonly changed: boolean }[]) =>
    side.map(({ text, changed }) => (changed ? text : '')).join('')
  const [gone, fresh] = [changed(words.before), changed(words.after)]
  const reach =
    count(fresh, opening) - count(gone, opening) + count(gone, closing) - count(fresh, closing)
  return reach > 0 ? 'widened' : reach < 0 ? 'narrowed' : 'changed'
}

const count = (text: string, words: RegExp) => [...text.matchAll(words)].length
/** Words that bring in another case. */
const opening =
  /又は|または|若しくは|もしくは|その他|[^同平]等|など|ほか|必要と(?:判断|認め)|\bor\b|\bother\b/giu
/** Words that set a condition. */
const closing =
  /であって|に限り|に限る|に限っ|困難|を除く|を除き|ただし|あらかじめ|\bonly\b|\bprovided\b|\bexcept\b|\bunless\b/giu
