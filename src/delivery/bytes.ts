import type { Bytes } from './answer.ts'

/** What was rendered before, the least recently used first; bounded by the size of the bytes. */
type Shelf = {
  readonly kept: Map<string, Bytes>
  readonly coming: Map<string, Promise<Bytes>>
  size: number
}

// Next bundles a second copy of every module into the process: both must see one shelf.
const key = Symbol.for('payload-privacy-policy.bytes')
const home = globalThis as { [key]?: Shelf }

const shelf = (): Shelf => (home[key] ??= { kept: new Map(), coming: new Map(), size: 0 })

/**
 * The bytes by that name, made once however many ask at the same time. The name must say all that the bytes depend
 * on: they are kept until `limit` bytes are exceeded, and never grow stale.
 */
export async function keptBytes(
  name: string,
  limit: number,
  make: () => Promise<Bytes>,
): Promise<Bytes> {
  const { kept, coming } = shelf()
  const known = kept.get(name)
  if (known) {
    kept.delete(name)
    kept.set(name, known)
    return known
  }
  const awaited = coming.get(name)
  if (awaited) return awaited
  const made = make()
  coming.set(name, made)
  try {
    const bytes = await made
    keep(name, bytes, limit)
    return bytes
  } finally {
    coming.delete(name)
  }
}

function keep(name: string, bytes: Bytes, limit: number): void {
  const own = shelf()
  if (bytes.body.length > limit) return
  own.kept.set(name, bytes)
  own.size += bytes.body.length
  for (const [oldest, { body }] of own.kept) {
    if (own.size <= limit) break
    own.kept.delete(oldest)
    own.size -= body.length
  }
}
