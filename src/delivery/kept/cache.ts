/** A part of a cache, with keys and values of its own. */
export type Shelf<T> = {
  /** What is kept under a key; asking makes it the last to go. */
  readonly get: (key: string) => T | undefined
  /** Keeps a value that takes up so many bytes, in the place of what was there; what does not fit is not kept. */
  readonly set: (key: string, value: T, size: number) => void
  readonly delete: (key: string) => void
  /** All that is kept here, without making any of it the last to go. */
  readonly values: () => T[]
}

/** Keeps what was asked for last, up to a number of bytes; its shelves share them. */
export type Cache = {
  readonly limit: number
  /** How many bytes are taken up: never more than the limit. */
  readonly size: () => number
  readonly clear: () => void
  readonly shelf: <T>(name: string) => Shelf<T>
}

type Kept = { readonly value: unknown; readonly size: number }

/** What keeping anything costs beside the bytes that it names. */
const OVERHEAD = 200

export function createCache(limit: number): Cache {
  /** The least recently used first. */
  const kept = new Map<string, Kept>()
  let size = 0

  function take(key: string): Kept | undefined {
    const found = kept.get(key)
    if (!found) return undefined
    kept.delete(key)
    size -= found.size
    return found
  }
  function put(key: string, entry: Kept): void {
    kept.set(key, entry)
    size += entry.size
  }
  return {
    limit,
    size: () => size,
    clear() {
      kept.clear()
      size = 0
    },
    shelf<T>(name: string): Shelf<T> {
      const prefix = `${name} `
      return {
        get(key) {
          const found = take(prefix + key)
          if (found) put(prefix + key, found)
          return found?.value as T | undefined
        },
        set(key, value, bytes) {
          take(prefix + key)
          const whole = bytes + 2 * (prefix.length + key.length) + OVERHEAD
          if (whole > limit) return
          put(prefix + key, { value, size: whole })
          for (const oldest of kept.keys()) {
            if (size <= limit) break
            take(oldest)
          }
        },
        delete(key) {
          take(prefix + key)
        },
        values: () =>
          [...kept].flatMap(([key, { value }]) => (key.startsWith(prefix) ? [value as T] : [])),
      }
    },
  }
}
