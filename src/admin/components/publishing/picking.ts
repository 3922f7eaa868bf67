import type { PickableChange } from '../../../core/partial/index.ts'

type Change = Pick<PickableChange, 'key' | 'needs'>

/**
 * What is picked when one change is ticked or unticked: what it needs goes along with it, and what needs it is held
 * back with it. Null for all there are.
 */
export function repicked(
  changes: readonly Change[],
  only: readonly string[] | null,
  key: string,
): readonly string[] | null {
  const picked = new Set(only ?? changes.map((change) => change.key))
  if (picked.has(key))
    for (const change of changes) {
      if (change.key === key || change.needs.includes(key)) picked.delete(change.key)
    }
  else
    for (const one of [key, ...(changes.find((change) => change.key === key)?.needs ?? [])])
      picked.add(one)
  const left = changes.map((change) => change.key).filter((one) => picked.has(one))
  return left.length === changes.length ? null : left
}
