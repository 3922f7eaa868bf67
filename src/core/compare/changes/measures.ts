import type { ChangeOf } from './change.ts'
import { type Facts, made, standing, told } from './facts.ts'

export function measures(facts: Facts): readonly ChangeOf<'measure'>[] {
  return facts.of('safetyMeasure').map((fate) => ({
    of: 'measure',
    how: made(fate),
    ...told(fate),
    category: standing(fate).category,
  }))
}
