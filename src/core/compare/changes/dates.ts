import type { ChangeOf } from './change.ts'
import { type Facts, made, told } from './facts.ts'

export function dates(facts: Facts): readonly ChangeOf<'date'>[] {
  return facts.of('date').map((fate) => ({ of: 'date', how: made(fate), ...told(fate) }))
}
