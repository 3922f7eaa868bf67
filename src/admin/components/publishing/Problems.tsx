'use client'
import { useConfig } from '@payloadcms/ui'
import type { PublishingStatus } from '../../../operations/publishing/publication-status.ts'
import type { ProblemPlace } from '../ask.ts'
import type { PublishingWords } from './publishing-words.ts'

/** Places to look at, each with a link to its record. */
export function Problems({
  places,
  status,
  words,
  language,
}: {
  readonly places: readonly ProblemPlace[]
  readonly status: PublishingStatus
  readonly words: PublishingWords
  readonly language: 'ja' | 'en'
}) {
  const { config } = useConfig()
  const told = places.filter(({ message, name }) => message ?? name)
  if (told.length === 0) return null
  return (
    <ul className="publishing__problems">
      {told.map((place) => {
        const text = (place.message ?? place.name)?.[language]
        const href = recordOf(place, status)
        return (
          <li key={`${place.collection} ${place.id} ${text}`}>
            {text} {href && <a href={`${config.routes.admin}/collections/${href}`}>{words.open}</a>}
          </li>
        )
      })}
    </ul>
  )
}

/** The record of a place, as `collection/id`. */
export function recordOf(
  { collection, id }: ProblemPlace,
  { collections, policy }: PublishingStatus,
): string | undefined {
  if (collection === 'policy') return `${collections.policies}/${policy}`
  if (!collection || !id) return undefined
  if (collection === 'sections') return `${collections.policySections}/${id}`
  if (collection === 'organisation') return `${collections.organisations}/${id}`
  const slug = collections[collection as keyof typeof collections]
  return slug && `${slug}/${id}`
}
