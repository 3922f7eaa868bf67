import type { SectionRecord } from '../records.ts'

/** The sections below one section, or below none, in their order. */
export function inFamily(
  sections: readonly SectionRecord[],
  parent: string | null,
): readonly string[] {
  return sections
    .filter((section) => section.parent === parent)
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ id }) => id)
}

/**
 * The one order in which everything stands that either side has in a family: what both have as one side orders it, and
 * after each of these first what only stood there, then what only stands there. Whatever is taken over, in however many
 * steps, stands in this order; so it does not matter in which order it was taken over.
 */
export function unionOrder(
  before: readonly string[],
  after: readonly string[],
  isReordered: boolean,
): readonly string[] {
  const [old, now] = [new Set(before), new Set(after)]
  const isShared = (id: string) => old.has(id) && now.has(id)
  const gone = following(before, isShared)
  const fresh = following(after, isShared)
  const shared = (isReordered ? after : before).filter(isShared)
  return [null, ...shared].flatMap((id) => [
    ...(id === null ? [] : [id]),
    ...(gone.get(id) ?? []),
    ...(fresh.get(id) ?? []),
  ])
}

/** What stands after each shared one up to the next; after null, what stands first. */
function following(
  ids: readonly string[],
  isShared: (id: string) => boolean,
): ReadonlyMap<string | null, readonly string[]> {
  const found = new Map<string | null, string[]>()
  let last: string | null = null
  for (const id of ids)
    if (isShared(id)) last = id
    else found.set(last, [...(found.get(last) ?? []), id])
  return found
}
