/** What can wait until nobody does, in the order of coming. */
export type Unhurried<T> = {
  readonly add: (item: T) => void
  /** What has waited for long enough, a few at a time; it is not given again. */
  readonly due: () => readonly T[]
}

/** How often `due` is asked in vain, once a second by a watch: whoever made an item wait has been answered by then. */
const TURNS = 2
const AT_ONCE = 8
/** Beyond that, what came first was not worth waiting for. */
const LIMIT = 1_000

export function createUnhurried<T>(): Unhurried<T> {
  const waiting = new Map<T, number>()
  return {
    add(item) {
      waiting.set(item, 0)
      for (const first of waiting.keys()) {
        if (waiting.size <= LIMIT) break
        waiting.delete(first)
      }
    },
    due() {
      const found: T[] = []
      for (const [item, turns] of waiting) {
        waiting.set(item, turns + 1)
        if (turns < TURNS || found.length === AT_ONCE) continue
        waiting.delete(item)
        found.push(item)
      }
      return found
    },
  }
}
