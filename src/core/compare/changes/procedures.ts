import type { ChangeOf } from './change.ts'
import { type Facts, made, standing, told } from './facts.ts'

export function procedures(facts: Facts): readonly ChangeOf<'procedure'>[] {
  return facts.of('procedureItem').map((fate) => ({
    of: 'procedure',
    how: made(fate),
    ...told(fate),
    role: standing(fate).role,
  }))
}
