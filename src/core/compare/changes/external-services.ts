import type { ChangeOf } from './change.ts'
import { type Facts, made, standing, told } from './facts.ts'

export function externalServices(facts: Facts): readonly ChangeOf<'externalService'>[] {
  return facts.of('externalService').map((fate) => ({
    of: 'externalService',
    how: made(fate),
    ...told(fate),
    service: standing(fate).service,
  }))
}
