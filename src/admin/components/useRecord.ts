'use client'
import { useConfig, useDocumentEvents, useLocale } from '@payloadcms/ui'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { type Found, type LoadRecords, type Place, recordCache } from './record-cache.ts'

/** The record in the language that is edited; undefined until it is known, null when it is not there. */
export function useRecord(slug: string | undefined, id: string | undefined): Found | undefined {
  const { config } = useConfig()
  const api = `${config.serverURL}${config.routes.api}`
  const cache = cacheOf(api)
  const { code } = useLocale()
  const locale = config.localization ? code : undefined
  const place = useMemo<Place>(() => ({ slug: slug ?? '', locale }), [slug, locale])
  const { mostRecentUpdate } = useDocumentEvents()

  useEffect(() => {
    if (mostRecentUpdate?.entitySlug === slug && String(mostRecentUpdate?.id) === id)
      cache.changed(String(slug), String(id))
    if (slug && id) cache.want(place, id)
  }, [cache, place, slug, id, mostRecentUpdate])

  const read = () => (slug && id ? cache.get(place, id) : undefined)
  return useSyncExternalStore(cache.subscribe, read, () => undefined)
}

const caches = new Map<string, ReturnType<typeof recordCache>>()

function cacheOf(api: string): ReturnType<typeof recordCache> {
  const known = caches.get(api)
  if (known) return known
  const cache = recordCache(loadFrom(api), Date.now)
  caches.set(api, cache)
  return cache
}

/** Never a text of another language: what is not written in the edited one is not there. */
function loadFrom(api: string): LoadRecords {
  return async ({ slug, locale }, ids) => {
    const query = new URLSearchParams({
      'where[id][in]': ids.join(','),
      limit: String(ids.length),
      depth: '0',
      joins: 'false',
      trash: 'true',
      ...(locale && { locale, 'fallback-locale': 'none' }),
    })
    const response = await fetch(`${api}/${slug}?${query}`, { credentials: 'include' })
    if (!response.ok)
      throw new Error(`Expected the records of ${slug}, not status ${response.status}`)
    const { docs } = (await response.json()) as { docs: { id: string | number }[] }
    return new Map(docs.map((doc) => [String(doc.id), doc]))
  }
}
