/** Where a record is read: the collection, in one language. */
export type Place = { readonly slug: string; readonly locale: string | undefined }
export type LoadedRecord = Readonly<Record<string, unknown>>
/** Null: it is not there, or one may not read it. */
export type Found = LoadedRecord | null
export type LoadRecords = (
  place: Place,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, LoadedRecord>>

/** How long a record is taken to be as it was read. */
const FRESH_MS = 30_000

/**
 * Records that the editor shows, read once for all places that show them: what is asked for in one turn is one
 * request a collection. An old record is shown until it has been read anew.
 */
export function recordCache(load: LoadRecords, now: () => number) {
  const entries = new Map<string, { readonly found: Found | undefined; readonly at: number }>()
  const wanted = new Map<string, { readonly place: Place; readonly ids: Set<string> }>()
  const listeners = new Set<() => void>()
  const keyOf = ({ slug, locale }: Place, id = '') => [slug, locale, id].join(' ')

  const notify = () => {
    for (const listener of listeners) listener()
  }

  async function loadWanted(): Promise<void> {
    const batches = [...wanted.values()]
    wanted.clear()
    await Promise.all(
      batches.map(async ({ place, ids }) => {
        const records = await load(place, [...ids]).catch(() => undefined)
        for (const id of ids) {
          const key = keyOf(place, id)
          // What could not be asked is not known to be missing: it is asked for again the next time.
          if (records) entries.set(key, { found: records.get(id) ?? null, at: now() })
          else entries.delete(key)
        }
      }),
    )
    notify()
  }

  return {
    /** Undefined until it is known. */
    get: (place: Place, id: string): Found | undefined => entries.get(keyOf(place, id))?.found,

    /** Sees to it that the record is read, unless it was lately. */
    want(place: Place, id: string): void {
      const key = keyOf(place, id)
      const entry = entries.get(key)
      if (entry && now() - entry.at < FRESH_MS) return
      entries.set(key, { found: entry?.found, at: now() })
      if (wanted.size === 0) queueMicrotask(loadWanted)
      const batch = wanted.get(keyOf(place)) ?? { place, ids: new Set() }
      batch.ids.add(id)
      wanted.set(keyOf(place), batch)
    },

    /** A record was changed: whoever shows it has it read anew. */
    changed(slug: string, id: string): void {
      for (const [key, entry] of entries) {
        const [entrySlug, , entryId] = key.split(' ')
        if (entrySlug === slug && entryId === id) entries.set(key, { ...entry, at: 0 })
      }
      notify()
    },

    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
