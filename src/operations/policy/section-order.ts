import { generateKeyBetween } from 'payload/shared'

export type Ordered = {
  readonly id: string
  readonly parent: string | null
  /** The key that it has among the sections of this parent; null for one that comes from elsewhere or is new. */
  readonly key: string | null
}

/**
 * The keys by which sections, given in reading order, sort among those of their parent. As many as can keep theirs;
 * the others get one between their neighbours, in reading order also with what stands below other parents.
 */
export function orderKeys(sections: readonly Ordered[]): ReadonlyMap<string, string> {
  const stays = keeping(sections)
  const keys = new Map<string, string>()
  const lastOf = new Map<string | null, string>()
  sections.forEach(({ id, parent, key }, i) => {
    const own = key !== null && stays.has(id) ? key : between(i)
    keys.set(id, own)
    lastOf.set(parent, own)
  })
  return keys

  function between(i: number): string {
    const { parent } = sections[i] as Ordered
    const rest = sections.slice(i + 1).filter(({ id }) => stays.has(id))
    const sibling = rest.find((next) => next.parent === parent)?.key ?? null
    const elder = lastOf.get(parent) ?? null
    const before = keys.get(sections[i - 1]?.id ?? '') ?? null
    const fits = before !== null && (elder === null || before > elder)
    const above = fits && (sibling === null || before < sibling) ? before : elder
    const follower = rest[0]?.key ?? null
    const below =
      sibling ?? (follower !== null && (above === null || follower > above) ? follower : null)
    return generateKeyBetween(above, below)
  }
}

/** The sections that keep their key: of each parent's, a longest run whose keys rise already. */
function keeping(sections: readonly Ordered[]): ReadonlySet<string> {
  const siblings = new Map<string | null, (Ordered & { key: string })[]>()
  for (const section of sections) {
    const { parent, key } = section
    if (!key) continue
    const own = siblings.get(parent) ?? []
    own.push({ ...section, key })
    siblings.set(parent, own)
  }
  return new Set([...siblings.values()].flatMap((own) => longestRising(own).map(({ id }) => id)))
}

/** Patience sorting: a longest run of sections whose keys rise, others left out. */
function longestRising<S extends { readonly key: string }>(sections: readonly S[]): readonly S[] {
  const tops: number[] = []
  const below = new Map<number, number | undefined>()
  sections.forEach(({ key }, i) => {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sections[tops[middle] as number] as S).key < key) low = middle + 1
      else high = middle
    }
    below.set(i, tops[low - 1])
    tops[low] = i
  })
  const run: S[] = []
  for (let at = tops.at(-1); at !== undefined; at = below.get(at)) run.push(sections[at] as S)
  return run.reverse()
}
