import type { ChangeOf } from './change.ts'
import { type Facts, made, told } from './facts.ts'

export function fees(facts: Facts): readonly ChangeOf<'fee'>[] {
  return facts.of('fee').map((fate) => ({
    of: 'fee',
    how: made(fate),
    ...told(fate),
    amountYen: {
      before: fate.before[0]?.node.amountYen ?? null,
      after: fate.after[0]?.node.amountYen ?? null,
    },
  }))
}
