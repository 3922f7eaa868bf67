import type { ChangeOf } from './change.ts'
import { type Facts, type Fate, howOf, standing, told } from './facts.ts'

export function purposes(facts: Facts): readonly ChangeOf<'purpose'>[] {
  return facts.of('purpose').map((fate) => ({
    of: 'purpose',
    how: placed(fate) ?? howOf(fate),
    ...told(fate),
    group: standing(fate).group ?? null,
  }))
}

/** The same words, under the heading of other people, or on the line of another purpose. */
function placed({ before: [one, ...more], after: [other, ...others] }: Fate<'purpose'>) {
  if (!one || !other || more.length + others.length > 0 || one.text !== other.text) return null
  const [was, is] = [one.node.joined ?? false, other.node.joined ?? false]
  return was === is ? 'regrouped' : is ? 'merged' : 'split'
}
