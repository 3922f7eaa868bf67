import { contactFields } from '../../document.ts'
import type { ChangeOf } from './change.ts'
import { type Facts, made, standing, told } from './facts.ts'

/** Desks: what is new and gone whole; of those that stay, field by field. */
export function contacts(facts: Facts): readonly ChangeOf<'contact'>[] {
  return facts.of('contact').flatMap((fate): ChangeOf<'contact'>[] => {
    const { roles } = standing(fate)
    const all = { of: 'contact', how: made(fate), ...told(fate), roles, field: null } as const
    const [one, other] = [fate.before[0]?.node, fate.after[0]?.node]
    if (!one || !other) return [all]
    const list = (values: readonly string[]) => [...values].sort().join(' ') || null
    const fields = [
      ...contactFields.map((field) => ({
        field,
        before: one[field] ?? null,
        after: other[field] ?? null,
      })),
      { field: 'roles' as const, before: list(one.roles), after: list(other.roles) },
    ].filter(({ before, after }) => before !== after)
    // A label that changed, or the order of the lines.
    return fields.length > 0 ? fields.map((field) => ({ ...all, ...field })) : [all]
  })
}
