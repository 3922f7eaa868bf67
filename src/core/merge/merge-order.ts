import type { Three } from './merge-fields.ts'

/**
 * One order from two: the side that moved nothing gives way to the other, and what only one side has stands after
 * what it stood after there. Null when both sides moved what both have, each to another place.
 */
export function mergeOrder({ base, ours, theirs }: Three<readonly string[]>): string[] | null {
  if (!moves(base, ours)) return inserted(theirs, ours)
  if (!moves(base, theirs) || !moves(ours, theirs)) return inserted(ours, theirs)
  return null
}

/** Whether what two lists have in common stands in another order. */
function moves(before: readonly string[], after: readonly string[]): boolean {
  const kept = before.filter((id) => after.includes(id))
  return after.filter((id) => before.includes(id)).some((id, i) => id !== kept[i])
}

function inserted(list: readonly string[], other: readonly string[]): string[] {
  const result = [...list]
  for (const [i, id] of other.entries()) {
    if (result.includes(id)) continue
    const before = other.slice(0, i).findLast((known) => result.includes(known))
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, id)
  }
  return result
}
