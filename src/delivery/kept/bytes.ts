import type { Bytes } from '../answer.ts'
import type { Cache } from './cache.ts'

/**
 * The bytes by that name, made once however many ask at the same time. The name must say all that the bytes depend
 * on: they never grow stale.
 */
export type KeepBytes = (name: string, make: () => Promise<Bytes> | Bytes) => Promise<Bytes>

export type KeptBytes = {
  readonly keep: KeepBytes
  /** What is kept by that name, if it still is. */
  readonly get: (name: string) => Bytes | undefined
}

export function createBytes(cache: Cache): KeptBytes {
  const shelf = cache.shelf<Bytes>('bytes')
  const coming = new Map<string, Promise<Bytes>>()
  return {
    get: shelf.get,
    async keep(name, make) {
      const known = shelf.get(name)
      if (known) return known
      const awaited = coming.get(name)
      if (awaited) return awaited
      const made = Promise.resolve(make()).then((bytes): Bytes => ({ ...bytes, name }))
      coming.set(name, made)
      try {
        const bytes = await made
        shelf.set(name, bytes, bytes.body.length)
        return bytes
      } finally {
        coming.delete(name)
      }
    },
  }
}
